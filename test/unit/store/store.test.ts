// What the store keeps and gives back, for both ways of running it and with a pair that protects every value.
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { type Options, openedIn } from './opened-in.ts';
import { aesPair, bookOf, chainHolds, feedOf, granted, joined, runOf } from './samples.ts';

const book = bookOf('one');
const feed = feedOf('one');
const first = runOf({ feed, bodies: ['Mở sổ', '{"đạt":"số liệu 99,95 %"}', ''] });
const second = runOf({ feed, bodies: ['Kết luận', 'Nhận xét \u{1f4d6}'], after: first });

const ways: readonly (readonly [string, () => Options])[] = [
  ['in a worker', () => ({})],
  ['in this thread', () => ({ mode: 'inline' })],
  ['in a worker, every value protected', () => ({ protect: aesPair() })],
  ['in this thread, every value protected', () => ({ protect: aesPair(), mode: 'inline' })],
];

describe.each(ways)('the store %s', (_, options) => {
  test('gives back the exact texts of a book after it was opened again', async () => {
    const [folder, same] = [tempFolder('store'), options()];
    const before = await openedIn(folder, same);
    granted(await before.append(book, [first, second]));
    await before.close();

    const after = await openedIn(folder, same);
    expect(await after.readBook(book)).toEqual([joined(first, second)]);
    expect(await after.readBook(bookOf('another'))).toEqual([]);
  });

  test('appends what is not there yet, and passes over what is', async () => {
    const store = await openedIn(tempFolder('store'), options());
    expect(granted(await store.append(book, [first]))).toEqual({ added: 3 });
    expect(granted(await store.append(book, [joined(first, second)]))).toEqual({ added: 2 });
    expect(granted(await store.append(book, [second]))).toEqual({ added: 0 });
    const [run] = await store.readBook(book);
    expect(run && chainHolds(run)).toBe(true);
    expect(run?.commits).toEqual([...first.commits, ...second.commits]);
  });

  test('reads one feed from a seq on, and the heads of all', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const other = runOf({ feed: feedOf('two'), bodies: ['x'] });
    granted(await store.append(book, [first, other]));
    expect(await store.readFeed(book, feed, 3)).toEqual({
      feed,
      from: 3,
      entries: first.entries.slice(2),
      commits: first.commits,
    });
    expect((await store.readFeed(book, feed, 9)).entries).toEqual([]);
    expect((await store.readFeed(book, feedOf('unknown'))).entries).toEqual([]);
    expect(await store.readHeads(book)).toEqual([
      { feed, seq: 3, hash: first.entries[2]?.hash },
      { feed: other.feed, seq: 1, hash: other.entries[0]?.hash },
    ]);
  });

  test('refuses a gap and adds nothing of that call, not even what was in order', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const other = runOf({ feed: feedOf('two'), bodies: ['x'] });
    const refused = await store.append(book, [other, second], { card: 'never' });
    expect(refused).toEqual({ ok: false, refusal: { code: 'gap', params: { feed, expected: 1, found: 4 } } });
    expect(await store.readBook(book)).toEqual([]);
    expect(await store.readCards()).toEqual([]);
  });

  test('refuses a fork, goes on with what it had, and keeps both sides as proof', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const one = runOf({ feed, bodies: ['a'] });
    const ours = runOf({ feed, bodies: ['b', 'c'], after: one });
    const theirs = runOf({ feed, bodies: ['B', 'C'], after: one });
    granted(await store.append(book, [one, ours]));

    const refused = await store.append(book, [theirs]);
    expect(refused).toEqual({ ok: false, refusal: { code: 'fork', params: { feed, seq: 2 } } });
    expect(await store.readForks(book)).toEqual([{ feed, seq: 2, kept: ours, other: theirs }]);
    expect(await store.readBook(book)).toEqual([joined(one, ours)]);

    const another = await store.append(book, [runOf({ feed, bodies: ['third'], after: joined(one, ours) })]);
    expect(another.ok).toBe(true);
    await store.append(book, [runOf({ feed, bodies: ['A'] })]);
    expect(await store.readForks(book)).toHaveLength(1);
  });

  test('takes a body that was withheld when it arrives, and never one that was erased', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const withheld = { ...first, entries: first.entries.map((entry) => ({ ...entry, body: null })) };
    granted(await store.append(book, [withheld]));
    expect(await store.readBook(book)).toEqual([withheld]);
    granted(await store.append(book, [first]));
    expect(await store.readBook(book)).toEqual([first]);

    granted(await store.eraseBody(book, feed, 2));
    granted(await store.append(book, [first]));
    const [run] = await store.readBook(book);
    expect(run?.entries.map((entry) => entry.body)).toEqual(['Mở sổ', null, '']);
    expect(run && chainHolds(run)).toBe(true);
    const unknown = await store.eraseBody(book, feed, 8);
    expect(unknown).toEqual({ ok: false, refusal: { code: 'entry-unknown', params: { feed, seq: 8 } } });
  });

  test('keeps drafts by seat and poll, the newest of each item', async () => {
    const store = await openedIn(tempFolder('store'), options());
    granted(await store.saveDraft(book, 'seat', 'poll', 'item', 'Đạt'));
    granted(await store.saveDraft(book, 'seat', 'poll', 'item', 'Không đạt'));
    granted(await store.saveDraft(book, 'seat', 'poll', 'more', ''));
    granted(await store.saveDraft(book, 'other', 'poll', 'item', 'của người khác'));
    expect(await store.readDrafts(book, 'seat', 'poll')).toEqual([
      { item: 'item', text: 'Không đạt' },
      { item: 'more', text: '' },
    ]);
    granted(await store.dropDrafts(book, 'seat', 'poll'));
    expect(await store.readDrafts(book, 'seat', 'poll')).toEqual([]);
    expect(await store.readDrafts(book, 'other', 'poll')).toHaveLength(1);
  });

  test('saves the card and the own feeds with the entries, and a checkpoint apart', async () => {
    const store = await openedIn(tempFolder('store'), options());
    granted(await store.append(book, [first], { card: 'Phiên 1', ownFeeds: [{ feed, text: 'máy này' }] }));
    expect(await store.readCards()).toEqual([{ book, text: 'Phiên 1' }]);
    expect(await store.readOwnFeeds(book)).toEqual([{ feed, text: 'máy này' }]);
    granted(await store.saveCard(book, 'Phiên 1, đã họp'));
    expect(await store.readCards()).toEqual([{ book, text: 'Phiên 1, đã họp' }]);

    const head = first.entries[2]?.hash ?? first.entries[0]?.hash;
    if (!head) throw new Error('no head');
    expect(await store.readCheckpoint(book)).toBeNull();
    granted(await store.saveCheckpoint(book, { head, text: 'trạng thái'.repeat(5_000) }));
    expect(await store.readCheckpoint(book)).toEqual({ head, text: 'trạng thái'.repeat(5_000) });
    granted(await store.eraseBody(book, feed, 1));
    expect(await store.readCheckpoint(book)).toBeNull();
  });

  test('keeps settings and keys, and never writes over a key', async () => {
    const store = await openedIn(tempFolder('store'), options());
    granted(await store.saveSetting('language', 'vi'));
    granted(await store.saveSetting('language', 'en'));
    expect(await store.readSetting('language')).toBe('en');
    expect(await store.readSetting('none')).toBeNull();

    const [key, another] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
    granted(await store.saveKey('seal', 'b', key));
    granted(await store.saveKey('seal', 'b', key));
    const refused = await store.saveKey('seal', 'b', another);
    expect(refused).toEqual({ ok: false, refusal: { code: 'key-exists', params: { kind: 'seal', id: 'b' } } });
    granted(await store.saveKey('seal', 'a', another));
    expect(await store.readKey('seal', 'b')).toEqual(key);
    expect(await store.listKeys('seal')).toEqual(['a', 'b']);
    granted(await store.dropKey('seal', 'b'));
    expect(await store.readKey('seal', 'b')).toBeNull();
  });

  test('answers calls made together in their order, each on its own', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const answers = await Promise.all([
      store.append(book, [first]),
      store.append(book, [runOf({ feed, bodies: ['other'] })]),
      store.readHeads(book),
      store.saveDraft(book, 's', 'p', 'i', 'còn nguyên'),
      store.append(book, [runOf({ feed: feedOf('gap'), bodies: ['late'], after: first })]),
      store.append(book, [second]),
      store.saveKey('seal', 'k', Uint8Array.of(7)),
      store.readHeads(book),
    ]);
    const codes = answers.map((answer) => ('ok' in answer ? (answer.ok ? 'ok' : answer.refusal.code) : 'read'));
    expect(codes).toEqual(['ok', 'fork', 'read', 'ok', 'gap', 'ok', 'ok', 'read']);
    expect(answers[2]).toMatchObject([{ seq: 3 }]);
    expect(answers[7]).toMatchObject([{ seq: 5 }]);
    expect(await store.readDrafts(book, 's', 'p')).toHaveLength(1);
  });

  test('throws for what no caller may ask: ids, seqs and signatures without their form', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const [entry] = first.entries;
    if (!entry) throw new Error('no entry');
    const wrong = [
      { ...first, from: 0 },
      { ...first, feed: feedOf('x').toUpperCase() as typeof feed },
      { ...first, commits: [{ seq: 7, sig: first.commits[0]?.sig ?? '' }] },
      { ...first, commits: [{ seq: 3, sig: 'AAAA' }] },
      { ...first, entries: [{ ...entry, hash: 'zz' as typeof entry.hash }], commits: [] },
    ];
    for (const run of wrong) await expect(store.append(book, [run])).rejects.toThrow(RangeError);
    expect(await store.readBook(book)).toEqual([]);
  });

  test('says so when it is asked after it was closed', async () => {
    const store = await openedIn(tempFolder('store'), options());
    const last = store.saveSetting('a', 'b');
    await store.close();
    expect((await last).ok).toBe(true);
    await expect(store.readSetting('a')).rejects.toThrow('store-closed');
  });
});
