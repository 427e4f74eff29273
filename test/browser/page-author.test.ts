// The author in the page, in a real Chromium: durable before it is said, sealed before it leaves, silent before the reveal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { fromBase64 } from '../../shared/base/bytes.ts';
import type { Hash, PollId, SeatId } from '../../shared/base/ids.ts';
import { fittingKey } from '../../shared/book/fitting-key.ts';
import { isMissing } from '../helpers/tools.ts';
import { openRecorder, type Recorder } from '../unit/author/recorder.ts';
import { type ServedPages, servePages } from './page-author-bundle.ts';
import { openTab, type Tab, until } from './page-author-given.ts';

let pages: ServedPages;
beforeAll(async () => {
  const served = await servePages(new URL('./page-author-page.ts', import.meta.url).pathname);
  if (served) pages = served;
});
afterAll(async () => await pages?.close());

const REMARK = 'Nhận xét riêng: chưa thấy nhật ký truy cập';
const MET = { mark: 'met', remark: REMARK };
const NOT = { mark: 'not-met', remark: 'Thiếu biên bản kiểm thử' };

type Given = { readonly recorder: Recorder; readonly seat: SeatId; readonly tab: Tab; readonly poll: PollId };
/** Seat 3, a member, has joined in a page; everybody declared; a round is open. */
async function given(at = 3): Promise<Given> {
  const recorder = await openRecorder([at]);
  const seat = recorder.seat(at);
  const tab = await openTab(pages, recorder, new Map([['123456', seat]]));
  expect(await tab.join('123456', seat)).toMatchObject({ ok: true });
  await recorder.declareAll([at]);
  expect(await tab.act(seat, 'declare', [{ platform: recorder.platform, conflict: false }])).toEqual({
    ok: true,
    value: null,
  });
  await until(
    async () => recorder.state().declarations[seat],
    (declared) => declared !== undefined,
  );
  return { recorder, seat, tab, poll: await recorder.openPoll() };
}
async function filled({ tab, seat, poll }: Given) {
  expect(await tab.act(seat, 'saveItem', poll, 'c1', MET)).toEqual({ ok: true, value: null });
  expect(await tab.act(seat, 'saveItem', poll, 'c2', NOT)).toEqual({ ok: true, value: null });
}
async function cast(of: Given): Promise<Hash> {
  await filled(of);
  const done = await of.tab.act<{ ballot: Hash }>(of.seat, 'cast', of.poll);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  await until(
    async () => await of.tab.sheet(of.seat, of.poll),
    ({ step }) => step === 'received',
  );
  return done.value.ballot;
}
const ballotIn = ({ recorder, poll }: Given, ballot: Hash) => recorder.state().polls[poll]?.ballots[ballot];

describe.skipIf(isMissing('chromium'))('a seat in the page', () => {
  it('[AU1] joins with keys made here that no script can take out, and is found again after a reload', async () => {
    const { recorder, seat, tab } = await given();
    const device = recorder.state().seats[seat]?.device;
    expect(recorder.state().devices[device ?? '']).toMatchObject({ seat });
    const dump = await tab.on<string>('dump');
    expect(dump).toContain('"secret":{"sign":{"privateKey":{},"publicKey":{}}');
    expect(await tab.load()).toMatchObject({ ok: true, value: { held: [{ book: recorder.id(), seat }] } });
    expect(await tab.on('enter', recorder.id(), seat)).toEqual({ ok: true, value: null });
    expect(await tab.on('join', '123456')).toMatchObject({ ok: false, refusal: { code: 'seat-held-here' } });
  });

  it('[AU2] says saved only after a strict transaction, and a reload finds every mark', async () => {
    const of = await given();
    await of.tab.on('order');
    await filled(of);
    const order = await of.tab.on<string[]>('order');
    expect(order.filter((what) => what === 'strict drafts')).toHaveLength(2);
    expect(order.filter((what) => what.startsWith('relaxed') || what.startsWith('default'))).toEqual([]);
    await of.tab.back(of.seat);
    const { draft, step } = await of.tab.sheet(of.seat, of.poll);
    expect(draft).toEqual({ items: { c1: MET, c2: NOT } });
    expect(step).toBe('working');
    expect(await of.tab.on('sameSheet', of.seat, of.poll)).toBe(true);
  });

  it('[AU2] takes back the last change of a draft, one by one', async () => {
    const { tab, seat, poll } = await given();
    await tab.act(seat, 'saveItem', poll, 'c1', { mark: 'met' });
    await tab.act(seat, 'saveItem', poll, 'c1', { mark: 'not-met' });
    await tab.act(seat, 'saveComment', poll, 'chung');
    expect(await tab.act(seat, 'undo', poll)).toEqual({ ok: true, value: { criterion: '' } });
    expect(await tab.act(seat, 'undo', poll)).toEqual({ ok: true, value: { criterion: 'c1' } });
    expect((await tab.sheet(seat, poll)).draft).toEqual({ items: { c1: { mark: 'met' } } });
    await tab.act(seat, 'undo', poll);
    expect(await tab.act(seat, 'undo', poll)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-undo' } });
    expect((await tab.sheet(seat, poll)).draft).toEqual({ items: {} });
  });

  it('[AU3] refuses to cast a sheet with a gap, before anything is sealed or sent', async () => {
    const { tab, seat, poll, recorder } = await given();
    await tab.act(seat, 'saveItem', poll, 'c1', { mark: 'insufficient' });
    expect(await tab.act(seat, 'cast', poll)).toEqual({
      ok: false,
      refusal: { code: 'mark-insufficient', params: { criterion: 'c1' } },
    });
    await tab.act(seat, 'saveItem', poll, 'c1', { mark: 'met' });
    expect(await tab.act(seat, 'cast', poll)).toEqual({
      ok: false,
      refusal: { code: 'mark-missing', params: { criterion: 'c2' } },
    });
    expect(await tab.act(seat, 'cast', '0'.repeat(16))).toMatchObject({ ok: false, refusal: { code: 'poll-unknown' } });
    expect(recorder.standingIn(poll)).toEqual([]);
  });

  it('[AU4] has the key on disk before the entry, and the entry before it is sent', async () => {
    const of = await given();
    await filled(of);
    await of.tab.on('order');
    await of.tab.act(of.seat, 'cast', of.poll);
    await until(
      async () => of.recorder.standingIn(of.poll),
      (standing) => standing.length === 1,
    );
    const order = await of.tab.on<string[]>('order');
    const [key, entry, sent] = [
      order.indexOf('strict keys'),
      order.indexOf('strict drafts+entries'),
      order.indexOf('call feed.append'),
    ];
    expect(key).toBeGreaterThanOrEqual(0);
    expect(entry).toBeGreaterThan(key);
    expect(sent).toBeGreaterThan(entry);
  });

  it('[AU4] writes no entry where the key found no room, and says that the disk is full', async () => {
    const of = await given();
    await filled(of);
    await of.tab.page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        if (this.name === 'keys') throw new DOMException('full', 'QuotaExceededError');
        return put.call(this, value, key);
      };
    });
    const full = { ok: false, refusal: { code: 'store-full' } };
    expect(await of.tab.act(of.seat, 'cast', of.poll)).toMatchObject(full);
    expect(await of.tab.on<string>('dump')).not.toContain('ballot-cast');
    expect(await of.tab.sheet(of.seat, of.poll)).toMatchObject({ step: 'working', draft: { items: { c1: MET } } });
    expect(of.tab.sent.join()).not.toContain('ballot-cast');
  });

  it('[AU5] lets nothing in clear leave the page before the reveal, and opens to exactly what was marked after it', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    await tab.act(seat, 'saveComment', poll, 'Ý kiến chung kín');
    // The same search finds what is in clear, on the member's own disk.
    expect(await tab.on<string>('dump')).toContain('kín');
    const ballot = await cast(of);
    await tab.act(seat, 'release');
    const texts = tab.sent.join('\n');
    expect(texts).toContain('ballot-cast');
    for (const word of [REMARK, 'Nhận xét', NOT.remark, 'kín', 'not-met', '"met', 'insufficient', '"c1', '"items'])
      expect(texts).not.toContain(word);
    expect(JSON.stringify([...recorder.book().feeds.values()])).not.toContain('Nhận xét riêng');

    await recorder.close(poll);
    await recorder.reveal(poll);
    expect(await tab.act(seat, 'release')).toMatchObject({ ok: true, value: { released: [ballot], kept: [] } });
    await until(
      async () => ballotIn(of, ballot)?.key,
      (key) => key !== undefined,
    );
    const opened = (await recorder.opened()).get(ballot);
    expect(opened).toMatchObject({
      valid: true,
      ballot: { poll, items: { c1: MET, c2: NOT }, comment: 'Ý kiến chung kín' },
    });
    expect((await tab.sheet(seat, poll)).step).toBe('counted');
    expect(await tab.act(seat, 'release')).toMatchObject({ ok: true, value: { released: [], kept: [] } });
  });
});

describe.skipIf(isMissing('chromium'))('an outage', () => {
  it('[AU6] costs nothing: what was cast waits through closing the lid, and the same bytes are sent once', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    await filled(of);
    await tab.act(seat, 'resume');
    tab.behaviour().down = true;
    expect(await tab.act(seat, 'cast', poll)).toMatchObject({ ok: true });
    expect((await tab.sheet(seat, poll)).step).toBe('waiting');
    expect(await tab.trust(seat)).toMatchObject({ place: 'here', pending: 1 });
    const kept = JSON.parse(await tab.on<string>('dump')) as {
      store: string;
      rows: { kind: string; sig: string; head: string; body: string }[];
    }[];
    const entry = kept.find(({ store }) => store === 'entries')?.rows.find(({ kind }) => kind === 'ballot-cast');
    await tab.back(seat);
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.length === 1,
    );
    const log = [...recorder.book().feeds.values()].find(({ entries }) =>
      entries.some(({ body }) => body === entry?.body),
    );
    expect(log?.entries.find(({ body }) => body === entry?.body)?.head).toBe(entry?.head);
    expect(log?.commits.map(({ sig }) => sig)).toContain(entry?.sig);
    expect(await tab.trust(seat)).toMatchObject({ pending: 0 });
    expect((await tab.sheet(seat, poll)).step).toBe('received');
  });

  it('[AU6] where only the answer was lost, nothing is said twice', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    await filled(of);
    await tab.act(seat, 'resume');
    const { down } = tab.behaviour();
    expect(down).toBe(false);
    // The recording feed was read before; from here on every answer is lost.
    tab.behaviour().deaf = true;
    expect(await tab.act(seat, 'cast', poll)).toMatchObject({ ok: true });
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.length === 1,
    );
    expect((await tab.sheet(seat, poll)).step).toBe('waiting');
    const before = recorder.own().seq;
    tab.behaviour().deaf = false;
    await tab.act(seat, 'resume');
    expect((await tab.sheet(seat, poll)).step).toBe('received');
    expect(recorder.own().seq).toBe(before);
    expect(await tab.trust(seat)).toMatchObject({ pending: 0 });
  });

  it('[AU7] a restored profile never goes on with a feed that is longer elsewhere: a new one names its head', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    const device = recorder.state().seats[seat]?.device;
    const first = [...recorder.book().feeds.values()].find(({ key }) => key === device);
    await cast(of);
    await tab.on('act', seat, 'close');
    await tab.on('lose', first?.feed, 2);
    await tab.back(seat);
    expect(await tab.act(seat, 'declare', [{ platform: recorder.platform, conflict: false }])).toMatchObject({
      ok: true,
    });
    const feeds = await until(
      async () => [...recorder.book().feeds.values()].filter(({ key }) => key === device),
      (all) => all.length === 2,
    );
    expect(feeds).toHaveLength(2);
    expect(JSON.parse(feeds[1]?.entries[0]?.head ?? '{}')).toMatchObject({ continues: { feed: first?.feed, seq: 1 } });
    // The round has begun, so this declaration is late: the trust bar says that it was not admitted.
    expect(
      await until(
        async () => await tab.trust(seat),
        ({ refused }) => refused.length > 0,
      ),
    ).toMatchObject({
      refused: [{ kind: 'interest-declared', code: 'declaration-late' }],
    });
    expect(poll).toHaveLength(16);
  });
});

describe.skipIf(isMissing('chromium'))('a recording device that lies', () => {
  it('[AU8] gets no key for a forged reveal: no signature, no close, another ballot', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    const ballot = await cast(of);
    const dump = await tab.on<string>('dump');
    const bytes = (JSON.parse(dump) as { store: string; rows: { key: { bytes: number[] } }[] }[]).find(
      ({ store }) => store === 'keys',
    )?.rows[0]?.key.bytes;
    const secret = nodeCiphers.toBase64(Uint8Array.from(bytes ?? []));
    expect(secret).toHaveLength(43);

    // A reveal that nobody signed.
    const known = recorder.own().seq;
    await recorder.rule('revealed', { poll }, true);
    const run = recorder.recordingRun(known + 1);
    if (run === null) throw new Error('nothing');
    tab.behaviour().show = () => ({ ...run, commits: [{ seq: known + 1, sig: 'A'.repeat(86) }] });
    expect(await tab.act(seat, 'release')).toMatchObject({ ok: true, value: { released: [] } });
    expect((await tab.trust(seat)).doubt?.code).toBe('bad-signature');
    // The true device's own reveal, without a close before it.
    delete tab.behaviour().show;
    expect(await tab.act(seat, 'release')).toMatchObject({
      ok: true,
      value: { released: [], kept: [{ ballot, why: { code: 'rulings-out-of-order' } }] },
    });
    expect(tab.sent.join('\n')).not.toContain(secret);
  });

  it('[AU8] gets no key for a ballot that was taken back before the close', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    const old = await cast(of);
    expect(await tab.act(seat, 'reopen', poll, 'slip')).toEqual({ ok: true, value: null });
    expect((await tab.sheet(seat, poll)).draft.items).toMatchObject({ c1: MET });
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.length === 0,
    );
    await tab.back(seat);
    expect((await tab.sheet(seat, poll)).step).toBe('working');
    expect((await tab.sheet(seat, poll)).draft.items).toMatchObject({ c1: MET });
    await tab.act(seat, 'saveItem', poll, 'c2', { mark: 'met' });
    const again = await tab.act<{ ballot: Hash }>(seat, 'cast', poll);
    if (!again.ok) throw new Error(again.refusal.code);
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.includes(again.value.ballot),
    );
    await recorder.close(poll, [old, again.value.ballot], true);
    await recorder.reveal(poll);
    expect(await tab.act(seat, 'release')).toMatchObject({
      ok: true,
      value: { released: [again.value.ballot], kept: [{ ballot: old, why: { code: 'ballot-superseded' } }] },
    });
  });

  it('[AU9] that shows the feed in two ways is never believed again, and the page says so after a reload too', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    await cast(of);
    await tab.act(seat, 'release');
    // Another recording device's feed of the same book cannot be made; the true one forks itself after the poll was opened.
    const upTo = recorder.own().seq;
    const fork = await recorder.forkedAt(upTo);
    tab.behaviour().show = (from) => (from <= fork.from ? fork : null);
    expect(await tab.act(seat, 'release')).toMatchObject({ ok: true });
    tab.behaviour().show = () => fork;
    await tab.act(seat, 'release');
    expect((await tab.trust(seat)).doubt).toEqual({ code: 'recording-forked', params: { seq: upTo } });
    await tab.back(seat);
    expect((await tab.trust(seat)).doubt?.code).toBe('recording-forked');
    await recorder.close(poll);
    await recorder.reveal(poll);
    expect(await tab.act(seat, 'release')).toMatchObject({ ok: true, value: { released: [] } });
    expect(await tab.act(seat, 'cast', poll)).toMatchObject({ ok: false, refusal: { code: 'recording-forked' } });
  });

  it('[AU10] cannot have a vote on another text than the one it put', async () => {
    const { recorder, tab, seat, poll } = await given();
    await recorder.close(poll);
    await recorder.reveal(poll);
    await recorder.rule('counted', { poll, sha256: '0'.repeat(64) as Hash });
    const { conclusion, sha256 } = await recorder.putConclusion('Hội đồng kết luận: chưa đáp ứng.');
    const vote = await recorder.openVote(conclusion);
    expect(await tab.act(seat, 'vote', vote, '1'.repeat(64), 'agree')).toMatchObject({
      ok: false,
      refusal: { code: 'stale-object' },
    });
    expect(await tab.act(seat, 'vote', vote, sha256, 'disagree')).toEqual({ ok: true, value: null });
    expect(
      await until(
        async () => recorder.state().polls[vote]?.votes[seat],
        (said) => said !== undefined,
      ),
    ).toMatchObject({ choice: 'disagree' });
    expect(await tab.act(seat, 'reserve', conclusion, '1'.repeat(64), 'Bảo lưu')).toMatchObject({
      ok: false,
      refusal: { code: 'stale-object' },
    });
    expect(await tab.act(seat, 'approve', '1'.repeat(64))).toMatchObject({
      ok: false,
      refusal: { code: 'stale-object' },
    });
    expect(await tab.act(seat, 'reserve', conclusion, sha256, 'Bảo lưu ý kiến')).toEqual({ ok: true, value: null });
    expect(
      await until(
        async () => recorder.state().conclusions[conclusion]?.reservations[seat],
        (said) => said !== undefined,
      ),
    ).toMatchObject({ text: 'Bảo lưu ý kiến' });
  });
});

describe.skipIf(isMissing('chromium'))('a holder', () => {
  it('[AU11] opens and gives its share of a counted ballot, after the reveal and for no other entry', async () => {
    const of = await given(0);
    const { recorder, tab, seat, poll } = of;
    const author = recorder.seat(4);
    const { ballot, key } = await recorder.castFor(author, poll);
    const other = await recorder.castFor(recorder.seat(2), poll);
    expect(await tab.act(seat, 'releaseShare', poll, ballot)).toMatchObject({
      ok: false,
      refusal: { code: 'round-open' },
    });
    await recorder.close(poll);
    expect(await tab.act(seat, 'releaseShare', poll, ballot)).toMatchObject({
      ok: false,
      refusal: { code: 'not-revealed' },
    });
    await recorder.reveal(poll);
    tab.behaviour().instead = other.ballot;
    expect(await tab.act(seat, 'releaseShare', poll, ballot)).toMatchObject({
      ok: false,
      refusal: { code: 'entry-unknown' },
    });
    delete tab.behaviour().instead;
    expect(await tab.act(seat, 'releaseShare', poll, ballot)).toEqual({ ok: true, value: null });
    const sealed = await until(
      async () => ballotIn(of, ballot),
      (at) => at?.released[seat] !== undefined,
    );
    if (sealed === undefined) throw new Error('no ballot');
    await recorder.shareOf(recorder.seat(1), poll, ballot);
    expect(fittingKey(sealed, nodeCiphers.sha256)).toEqual(new Uint8Array(key));
    expect(fromBase64(sealed.released[seat] ?? '')).toHaveLength(32);
    expect(await tab.act(seat, 'releaseShare', poll, ballot)).toMatchObject({
      ok: false,
      refusal: { code: 'share-released-already' },
    });
  });
});

describe.skipIf(isMissing('chromium'))('two tabs, two seats, two books', () => {
  it('[AU12] only one tab writes; the second says so, takes over on request, and goes on in the same feed', async () => {
    const of = await given();
    const { recorder, tab, seat, poll } = of;
    await filled(of);
    const second = await openTab(pages, recorder, new Map(), tab.page);
    await second.on('enter', recorder.id(), seat);
    await second.on('author', recorder.id(), seat);
    expect(await second.trust(seat)).toMatchObject({ place: 'elsewhere' });
    expect(await second.act(seat, 'cast', poll)).toMatchObject({ ok: false, refusal: { code: 'open-elsewhere' } });
    expect(await second.act(seat, 'saveItem', poll, 'c1', MET)).toMatchObject({
      ok: false,
      refusal: { code: 'open-elsewhere' },
    });
    expect(await second.act(seat, 'takeOver')).toEqual({ ok: true, value: null });
    expect(await second.trust(seat)).toMatchObject({ place: 'here' });
    expect(await tab.trust(seat)).toMatchObject({ place: 'elsewhere' });
    await second.act(seat, 'resume');
    expect((await second.sheet(seat, poll)).draft.items).toMatchObject({ c1: MET });
    expect(await second.act(seat, 'cast', poll)).toMatchObject({ ok: true });
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.length === 1,
    );
    // Closing the tab hands the seat back without a word.
    await second.page.close();
    expect(
      (
        await until(
          async () => await tab.trust(seat),
          ({ place }) => place === 'here',
        )
      ).place,
    ).toBe('here');
    await tab.act(seat, 'resume');
    expect((await tab.sheet(seat, poll)).step).toBe('received');
    const device = recorder.state().seats[seat]?.device;
    expect([...recorder.book().feeds.values()].filter(({ key }) => key === device)).toHaveLength(1);
  });

  it('[AU13] after the hand-over nothing of the first member’s sheet can be read, and its key still comes at the reveal', async () => {
    const recorder = await openRecorder([3, 4]);
    const [mai, nam] = [recorder.seat(3), recorder.seat(4)];
    const tab = await openTab(
      pages,
      recorder,
      new Map([
        ['1', mai],
        ['2', nam],
      ]),
    );
    await tab.join('1', mai);
    await tab.act(mai, 'declare', [{ platform: recorder.platform, conflict: false }]);
    tab.relink();
    await tab.join('2', nam);
    await tab.act(nam, 'declare', [{ platform: recorder.platform, conflict: false }]);
    await recorder.declareAll([3, 4]);
    await until(
      async () => recorder.state().declarations[nam],
      (said) => said !== undefined,
    );
    tab.relink();
    await tab.on('enter', recorder.id(), mai);
    await tab.act(mai, 'resume');
    const poll = await recorder.openPoll();
    await filled({ recorder, seat: mai, tab, poll });
    expect(await tab.act(mai, 'handOver', false)).toMatchObject({ ok: false, refusal: { code: 'draft-uncast' } });
    const cast1 = await tab.act<{ ballot: Hash }>(mai, 'cast', poll);
    if (!cast1.ok) throw new Error(cast1.refusal.code);
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.length === 1,
    );
    expect(await tab.act(mai, 'handOver', false)).toEqual({ ok: true, value: null });

    expect((await tab.sheet(nam, poll)).draft).toEqual({ items: {} });
    expect((await tab.sheet(mai, poll)).draft).toEqual({ items: {} });
    const dump = await tab.on<string>('dump');
    for (const word of [REMARK, NOT.remark, 'not-met']) expect(dump).not.toContain(word);
    await tab.load();
    expect(await tab.page.content()).not.toContain('Nhận xét');
    await tab.on('author', recorder.id(), mai);
    expect((await tab.sheet(mai, poll)).draft).toEqual({ items: {} });
    expect(await tab.act(mai, 'saveItem', poll, 'c1', MET)).toMatchObject({
      ok: false,
      refusal: { code: 'handed-over' },
    });
    tab.relink();
    await tab.on('enter', recorder.id(), mai);
    await recorder.close(poll);
    await recorder.reveal(poll);
    expect(await tab.act(mai, 'release')).toMatchObject({ ok: true, value: { released: [cast1.value.ballot] } });
  });

  it('[AU13] a draft that was never cast goes with its member, once that is said', async () => {
    const of = await given();
    await filled(of);
    expect(await of.tab.on<string>('dump')).toContain(REMARK);
    expect(await of.tab.act(of.seat, 'handOver', true)).toEqual({ ok: true, value: null });
    expect(await of.tab.on<string>('dump')).not.toContain('Nhận xét');
    expect((await of.tab.sheet(of.seat, of.poll)).draft).toEqual({ items: {} });
    expect(await of.tab.act(of.seat, 'cast', of.poll)).toMatchObject({ ok: false, refusal: { code: 'handed-over' } });
  });

  it('[AU14] one browser holds seats of several books, apart', async () => {
    const of = await given();
    await filled(of);
    const other = await openRecorder([4]);
    const seat = other.seat(4);
    const tab = await openTab(pages, other, new Map([['9', seat]]), of.tab.page);
    expect(await tab.join('9', seat)).toMatchObject({ ok: true });
    const opened = await tab.load();
    expect(opened.ok && opened.value.held.map(({ book }) => book).sort()).toEqual(
      [of.recorder.id(), other.id()].sort(),
    );
    await tab.on('author', other.id(), seat);
    expect((await tab.sheet(seat, of.poll)).draft).toEqual({ items: {} });
  });

  it('[AU15] a store that the browser may throw away is said to be one', async () => {
    const { tab, seat } = await given();
    const lasting = await tab.page.evaluate(async () => await navigator.storage.persisted());
    expect((await tab.trust(seat)).lasting).toBe(lasting);
    const refused = await tab.page.evaluate(() => {
      navigator.storage.persist = async () => false;
      navigator.storage.persisted = async () => false;
      return (globalThis as unknown as { bench: { open: () => Promise<unknown> } }).bench.open();
    });
    expect(refused).toMatchObject({ ok: true, value: { lasting: false } });
  });
});
