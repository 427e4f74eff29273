// One text, one meaning: what comes from outside has one spelling, and is refused rather than thrown about.
import { expect, test } from 'vitest';
import { nodeVerify } from '../../../electron/seal/node-keys.ts';
import { fromBase64, utf8 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import { type Hash, isPublicKey } from '../../../shared/base/ids.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText } from '../../../shared/book/book.ts';
import { decide } from '../../../shared/book/decide.ts';
import { bodyHashOf, commitMessage, entryHash } from '../../../shared/book/entry.ts';
import { readFact } from '../../../shared/book/fact.ts';
import { readHead } from '../../../shared/book/head.ts';
import { STATEMENTS } from '../../../shared/book/statements.ts';
import {
  council,
  fixed,
  keyOf,
  POLL,
  release,
  revealed,
  type Session,
  seatOf,
  sha256,
  signNow,
  stateOf,
  tip,
} from './given.ts';

/** Another spelling of the same 32 bytes for readers that do not look at the last two bits. */
const respell = (text: string) => `${text.slice(0, -1)}${String.fromCharCode(text.charCodeAt(text.length - 1) + 1)}`;

/** The run of a member as a peer would send it, and a book that has everything else. */
function sent(session: Session, name: string): { book: Book; run: RunText } {
  const { feed } = tip(session, name);
  const log = session.book.feeds.get(feed);
  if (log === undefined) throw new Error(`no feed of ${name}`);
  const book = emptyBook(session.book.id);
  for (const [other, kept] of session.book.feeds) if (other !== feed) book.feeds.set(other, kept);
  const entries = log.entries.map(({ head, body }) => ({ head, body: body ?? '' }));
  return { book, run: { feed, from: 1, entries, commits: log.commits } };
}
const check = (book: Book, run: unknown) => checkRun(book, run as RunText, sha256, nodeVerify);

test('a run that is as it was written is taken', async () => {
  const { book, run } = sent(council(), 'an');
  expect(await check(book, run)).toMatchObject({ ok: true });
});

test('[F2] a key has one spelling', () => {
  const key = keyOf('an');
  expect(isPublicKey(key)).toBe(true);
  const other = respell(key);
  expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(key, 'base64url'));
  expect(isPublicKey(other)).toBe(false);
});

test('[F2] a feed whose key is spelt another way is refused, not thrown about', async () => {
  const session = council();
  const { book, run } = sent(session, 'an');
  const head = run.entries[0]?.head.replace(keyOf('an'), respell(keyOf('an'))) ?? '';
  await expect(check(book, { ...run, entries: [{ ...run.entries[0], head }] })).resolves.toMatchObject({ ok: false });
});

test('[F2] one entry of a member never makes the rules throw', async () => {
  const { session, casts } = await revealed();
  const [mine] = casts;
  if (mine === undefined) throw new Error('nobody cast');
  const body = { poll: POLL, ballot: mine.entry, key: respell(mine.key) };
  const read = STATEMENTS['key-released'].safeParse(body);
  const who = {
    seat: seatOf(mine.name),
    head: { seat: seatOf(mine.name), via: 'app' as const },
    key: keyOf(mine.name),
  };
  const outcome = () =>
    read.success
      ? decide(stateOf(session), { kind: 'key-released', body: read.data }, who, sha256)
      : 'refused when read';
  expect(outcome).not.toThrow();
});

test('[F2] an envelope has one spelling', () => {
  const shape = STATEMENTS['ballot-cast'].shape.envelope;
  const envelope = Buffer.from(fixed('envelope', 4_124)).toString('base64url');
  expect(shape.safeParse(envelope).success).toBe(true);
  // Four texts that Node's decoder reads as the same bytes; the strict decoder throws on three of them.
  expect(Buffer.from(respell(envelope), 'base64url').equals(Buffer.from(envelope, 'base64url'))).toBe(true);
  expect(shape.safeParse(respell(envelope)).success).toBe(false);
});

test('[F3] two texts never have one hash: half a surrogate pair is refused', () => {
  expect(() => utf8('\ud800')).toThrow();
  expect(() => canonical({ text: '\ud800' })).toThrow();
  expect(() => canonical({ '\udc00': 1 })).toThrow();
});

test('[F3] a relay cannot put another text under the same hash', async () => {
  const session = council();
  const { book, run } = sent(session, 'an');
  const [entry] = run.entries;
  const head = entry?.head ?? '';
  const honest = '{"text":"\ufffd"}';
  const swapped = '{"text":"\ud800"}';
  const before = (session.own.get('an')?.seq ?? 0) === 1;
  expect(before).toBe(true);
  const { feedStart } = await import('../../../shared/book/entry.ts');
  const start = feedStart(sha256, tip(session, 'an').feed, fromBase64(keyOf('an')));
  const hash = entryHash(sha256, start, head, bodyHashOf(sha256, honest));
  const sig = signNow('an', commitMessage(session.book.id, tip(session, 'an').feed, 1, hash));
  const asSent = (body: string) => ({ ...run, entries: [{ head, body }], commits: [{ seq: 1, sig }] });
  expect(await check(book, asSent(honest))).toMatchObject({ ok: true });
  expect(await check(book, asSent(swapped)).catch(() => 'thrown')).toMatchObject({ ok: false });
});

test('[F3] a head with another spelling of itself is refused', () => {
  const head = [...council().book.feeds.values()][0]?.entries[0]?.head ?? '';
  expect(readHead(head).ok).toBe(true);
  const others = [
    ` ${head}`,
    head.replace('"v":1', '"v":1.0'),
    head.replace('"v":1', '"v":1e0'),
    head.replace('"v":1', '"v":1,"v":1'),
    head.replace('"seq":1', '"seq":-0'),
    head.replace('"via":"app"', '"via":"\\u0061pp"'),
    head.replace('{', '{"__proto__":{"v":1},'),
    head.replace('{', '{"__proto__":null,'),
    head.replace('{', '{"constructor":1,'),
    head.replace('{', '\ufeff{'),
  ];
  for (const other of others) expect(readHead(other), other).toMatchObject({ ok: false });
});

test('[F3] a body cannot bring members along, whatever they are called', () => {
  const session = council();
  const entries = session.book.feeds.get(tip(session, 'recorder').feed)?.entries ?? [];
  for (const entry of entries)
    for (const more of ['"__proto__":{"seat":1},', '"A":0,', '"constructor":{},'])
      expect(readFact({ ...entry, body: (entry.body ?? '').replace('{', `{${more}`) })).toMatchObject({ ok: false });
});

const hostile: [string, (run: RunText) => unknown][] = [
  ['the feed is no hex', (run) => ({ ...run, feed: 'zz' })],
  ['the feed is another', (run) => ({ ...run, feed: 'A'.repeat(32) })],
  ['the feed is no text', (run) => ({ ...run, feed: 5 })],
  ['a body is a number', (run) => ({ ...run, entries: [{ head: run.entries[0]?.head, body: 5 }] })],
  [
    'a body is a list around the text',
    (run) => ({
      ...run,
      entries: run.entries.map((entry) => ({ ...entry, body: ['body' in entry ? entry.body : ''] })),
    }),
  ],
  ['a head is missing', (run) => ({ ...run, entries: [{ body: '{}' }] })],
  ['a body hash is no hex', (run) => ({ ...run, entries: [{ head: run.entries[0]?.head, bodyHash: 'zz' }] })],
  ['a body hash is missing', (run) => ({ ...run, entries: [{ head: run.entries[0]?.head }] })],
  ['a commit is nothing', (run) => ({ ...run, commits: [null] })],
  ['a signature is no text', (run) => ({ ...run, commits: [{ seq: 1, sig: 7 }] })],
  ['a commit has a broken number', (run) => ({ ...run, commits: [{ seq: 0.5, sig: 'x' }, ...run.commits] })],
];
test('[F4] whatever a peer sends as a run is refused and nothing is thrown', async () => {
  const { book, run } = sent(council(), 'an');
  const wrong: string[] = [];
  for (const [why, change] of hostile) {
    const result = await check(book, change(run)).catch((fault: Error) => fault);
    if (result instanceof Error) wrong.push(`${why}: thrown ${result.message}`);
    else if (result.ok) wrong.push(`${why}: taken`);
  }
  expect(wrong).toEqual([]);
});

test('[F4] a withheld body is named by 32 bytes in lower-case hex, so its hash has one spelling and one length', async () => {
  const session = council();
  const { book, run } = sent(session, 'an');
  const head = run.entries[0]?.head ?? '';
  const { feed } = tip(session, 'an');
  const { feedStart } = await import('../../../shared/book/entry.ts');
  const start = feedStart(sha256, feed, fromBase64(keyOf('an')));
  for (const bodyHash of ['', 'AB'.repeat(32), 'ab'.repeat(31), 'ab'.repeat(64)]) {
    const hash = entryHash(sha256, start, head, bodyHash as Hash);
    const sig = signNow('an', commitMessage(session.book.id, feed, 1, hash));
    expect(await check(book, { ...run, entries: [{ head, bodyHash }], commits: [{ seq: 1, sig }] })).toMatchObject({
      ok: false,
    });
  }
});

test('[F5] every signature that is kept and passed on has been verified', async () => {
  const session = council();
  release(session, { name: 'an', entry: '0'.repeat(64) as Hash, key: 'A'.repeat(43), plain: '' });
  const { book, run } = sent(session, 'an');
  expect(run.commits).toHaveLength(2);
  const forged = run.commits.map((commit, index) => (index === 0 ? { ...commit, sig: 'A'.repeat(86) } : commit));
  expect(await check(book, { ...run, commits: forged })).toMatchObject({
    ok: false,
    refusal: { code: 'bad-signature' },
  });
});

test('[F5] the first entry of a book is a commit of its own', async () => {
  const session = council();
  const { run } = sent(session, 'recorder');
  const book = emptyBook(session.book.id);
  expect(await check(book, run)).toMatchObject({ ok: true });
  expect(await check(book, { ...run, commits: run.commits.slice(-1) })).toMatchObject({
    refusal: { code: 'run-unsigned' },
  });
});

test('[F6] a feed cannot pretend to be the first of a book', async () => {
  const session = council();
  const { book, run } = sent(session, 'an');
  const head = (run.entries[0]?.head ?? '').replace(session.book.id, '');
  const { feedStart } = await import('../../../shared/book/entry.ts');
  const { feed } = tip(session, 'an');
  const body = '{}';
  const hash = entryHash(sha256, feedStart(sha256, feed, fromBase64(keyOf('an'))), head, bodyHashOf(sha256, body));
  for (const id of [session.book.id, ''] as const) {
    const sig = signNow('an', commitMessage(id, feed, 1, hash));
    expect(await check(book, { ...run, entries: [{ head, body }], commits: [{ seq: 1, sig }] })).toMatchObject({
      refusal: { code: 'wrong-book' },
    });
  }
});

test('[F6] an entry counts in no other book, feed or place', async () => {
  const session = council();
  const { book, run } = sent(session, 'an');
  expect(await check({ ...book, id: 'ab'.repeat(32) as never }, run)).toMatchObject({
    refusal: { code: 'wrong-book' },
  });
  expect(await check(book, { ...run, feed: tip(session, 'bình').feed })).toMatchObject({ ok: false });
  expect(await check(book, { ...run, from: 2 })).toMatchObject({ refusal: { code: 'run-gap' } });
  const other = sent(session, 'bình').run;
  expect(await check(book, { ...run, commits: other.commits })).toMatchObject({ refusal: { code: 'bad-signature' } });
});

test('[F24] the same run checked twice at once is appended once', async () => {
  const { book, run } = sent(council(), 'an');
  const [one, two] = await Promise.all([check(book, run), check(book, run)]);
  if (!one.ok || !two.ok) throw new Error('refused');
  appendRun(book, one.value);
  appendRun(book, two.value);
  expect(book.feeds.get(run.feed as never)?.entries).toHaveLength(run.entries.length);
});
