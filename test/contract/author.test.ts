// One acceptance suite for what a seat does: the desk's own seat by the host, a member's in a real Chromium, one real host.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../renderer/author/author.ts';
import { type ServedPages, servePages } from '../browser/page-author-bundle.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { type Council, given, openCouncil, type Seated, until } from './author-council.ts';

let pages: ServedPages | undefined;
let council: Council;
const folder = makeFolder('author');

beforeAll(async () => {
  pages = await servePages(new URL('../browser/page-author-page.ts', import.meta.url).pathname);
  if (pages) council = await openCouncil(pages, folder);
}, 120_000);
afterAll(async () => {
  await council?.close();
  await pages?.close();
  removeFolder(folder);
}, 60_000);

const MET = { mark: 'met', remark: 'Đạt, có minh chứng' };
const NOT = { mark: 'not-met' };
const step = async (of: Seated, poll: string, wanted: Sheet['step']) =>
  await until(
    async () => (await of.sheet(poll))?.step,
    (now) => now === wanted,
  );

/** The seats under test, named by who keeps their keys. */
const SEATS = [
  ['host', () => council.secretary],
  ['page', () => council.member],
] as const;

describe.skipIf(isMissing('chromium'))('one round of a council', () => {
  let poll: string;

  it('[AU20] a seat declares, wherever its key is held', async () => {
    for (const seat of council.all) {
      const declared = [{ platform: council.platform, conflict: false }];
      expect(await seat.act('declare', declared)).toEqual({ ok: true, value: null });
      expect(await seat.act('declare', [])).toEqual({ ok: true, value: null });
    }
    const view = await council.session(({ platforms }) => platforms[0]?.undeclared.length === 0);
    expect(view.platforms[0]?.undeclared).toEqual([]);
    poll = await council.openRound();
    for (const seat of council.all) await seat.act('release');
  });

  it.each(SEATS)('[AU21] %s: a draft is empty, then what was saved, then what a reload finds', async (_, find) => {
    const seat = find();
    await seat.look(poll);
    expect(await seat.sheet(poll)).toMatchObject({ draft: { items: {} }, step: 'working', undoable: 0 });
    expect(await seat.act('saveItem', poll, 'c1', { mark: 'not-met' })).toEqual({ ok: true, value: null });
    expect(await seat.act('saveItem', poll, 'c1', MET)).toEqual({ ok: true, value: null });
    expect(await seat.act('saveComment', poll, 'Ý kiến chung')).toEqual({ ok: true, value: null });
    const expected = { items: { c1: MET }, comment: 'Ý kiến chung' };
    expect(await seat.sheet(poll)).toMatchObject({ draft: expected, undoable: 3 });
    await seat.again();
    expect((await seat.sheet(poll))?.draft).toEqual(expected);
  });

  it.each(SEATS)('[AU22] %s: the last change is taken back, with the criterion it was of', async (_, find) => {
    const seat = find();
    await seat.act('saveItem', poll, 'c1', NOT);
    await seat.act('saveComment', poll, '');
    expect((await seat.sheet(poll))?.draft).toEqual({ items: { c1: NOT } });
    expect(await seat.act('undo', poll)).toEqual({ ok: true, value: { criterion: '' } });
    expect(await seat.act('undo', poll)).toEqual({ ok: true, value: { criterion: 'c1' } });
    expect((await seat.sheet(poll))?.draft).toEqual({ items: { c1: MET }, comment: 'Ý kiến chung' });
    expect(await seat.act('undo', poll)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-undo' } });
  });

  it.each(SEATS)('[AU23] %s: a sheet with a gap is not cast, and the refusal names the criterion', async (_, find) => {
    const seat = find();
    const gap = { ok: false, refusal: { code: 'mark-missing', params: { criterion: 'c2' } } };
    expect(await seat.act('cast', poll)).toEqual(gap);
    expect(await seat.act('cast', '0'.repeat(16))).toMatchObject({ ok: false, refusal: { code: 'poll-unknown' } });
  });

  it.each(SEATS)(
    '[AU24] %s: casts, is received, and is not changed any more unless it is reopened',
    async (_, find) => {
      const seat = find();
      await seat.act('saveItem', poll, 'c2', NOT);
      const cast = given(await seat.act<{ ballot: string }>('cast', poll));
      expect(await step(seat, poll, 'received')).toBe('received');
      expect((await seat.sheet(poll))?.ballot).toBe(cast.ballot);
      expect(await seat.act('saveItem', poll, 'c2', MET)).toMatchObject({
        ok: false,
        refusal: { code: 'ballot-standing' },
      });
      expect(await seat.act('cast', poll)).toMatchObject({ ok: false, refusal: { code: 'ballot-standing' } });
      expect(await seat.act('reopen', poll, 'slip')).toEqual({ ok: true, value: null });
      expect(await step(seat, poll, 'working')).toBe('working');
      expect((await seat.sheet(poll))?.draft.items).toEqual({ c1: MET, c2: NOT });
      given(await seat.act('saveItem', poll, 'c2', MET));
      const again = given(await seat.act<{ ballot: string }>('cast', poll));
      expect(again.ballot).not.toBe(cast.ballot);
      expect(await step(seat, poll, 'received')).toBe('received');
      const view = await council.session(
        ({ polls }) => polls[0]?.sheets.find((at) => at.seat === seat.seat)?.ballot === again.ballot,
      );
      expect(view.polls[0]?.sheets.find((at) => at.seat === seat.seat)).toMatchObject({
        state: 'cast',
        reopened: 1,
      });
    },
  );

  it('[AU25] after the reveal each key comes by itself, and the sheets are what was marked', async () => {
    const { chair, desk, book } = council;
    await chair.act('saveItem', poll, 'c1', MET);
    await chair.act('saveItem', poll, 'c2', { mark: 'not-applicable', reason: 'Không có phân hệ này' });
    given(await chair.act('cast', poll));
    await step(chair, poll, 'received');
    given(await desk.call('round.close', { book, poll }));
    for (const seat of council.all)
      expect(given(await seat.act<{ released: string[] }>('release')).released).toEqual([]);
    given(await desk.call('round.reveal', { book, poll }));
    for (const seat of council.all) given(await seat.act('release'));
    await council.session(({ polls }) => polls[0]?.step === 'counted');
    const results = await council.results(poll);
    const sheet = (seat: Seated) => results?.sheets.find((at) => at.seat === seat.seat);
    expect(sheet(council.secretary)).toMatchObject({
      valid: true,
      items: { c1: MET, c2: MET },
      comment: 'Ý kiến chung',
    });
    expect(sheet(council.member)).toMatchObject({ valid: true, items: { c1: MET, c2: MET }, comment: 'Ý kiến chung' });
    expect(sheet(chair)).toMatchObject({
      valid: true,
      items: { c2: { mark: 'not-applicable', reason: 'Không có phân hệ này' } },
    });
    for (const seat of council.all) expect(await step(seat, poll, 'counted')).toBe('counted');
  });

  it.each(SEATS)('[AU26] %s: a vote and a reservation are about the very text, and no other', async (_, find) => {
    const seat = find();
    const { desk, book, platform } = council;
    const view = await council.session();
    const known = view.platforms[0]?.conclusion;
    const conclusion =
      known?.conclusion ??
      given(await desk.call('conclusion.put', { book, platform, text: 'Chưa đáp ứng.' })).conclusion;
    if (known === undefined) given(await desk.call('conclusion.vote.open', { book, conclusion }));
    const put = (await council.session(({ platforms }) => platforms[0]?.conclusion?.poll !== undefined)).platforms[0]
      ?.conclusion;
    if (put?.poll === undefined) throw new Error('no vote');
    const stale = { ok: false, refusal: { code: 'stale-object' } };
    expect(await seat.act('vote', put.poll, '1'.repeat(64), 'agree')).toMatchObject(stale);
    expect(await seat.act('reserve', conclusion, '1'.repeat(64), 'Bảo lưu')).toMatchObject(stale);
    expect(await seat.act('reserve', conclusion, put.sha256, '  ')).toMatchObject({
      ok: false,
      refusal: { code: 'reservation-text-missing' },
    });
    expect(await seat.act('vote', put.poll, put.sha256, 'agree')).toEqual({ ok: true, value: null });
    expect(await seat.act('reserve', conclusion, put.sha256, 'Bảo lưu ý kiến')).toEqual({ ok: true, value: null });
    const after = await council.session(
      ({ platforms }) => platforms[0]?.conclusion?.reservations.some((at) => at.seat === seat.seat) === true,
    );
    expect(after.platforms[0]?.conclusion?.reservations).toContainEqual({ seat: seat.seat, text: 'Bảo lưu ý kiến' });
    expect(await seat.act('approve', '1'.repeat(64))).toMatchObject(stale);
  });

  it('[AU26] and both votes count', async () => {
    const { desk, book } = council;
    const [open] = (await council.session()).polls.filter(({ of, step: at }) => of === 'conclusion' && at === 'open');
    given(await desk.call('conclusion.vote.close', { book, poll: open?.poll ?? '' }));
    const after = await council.session(({ platforms }) => (platforms[0]?.conclusion?.votes.length ?? 0) > 0);
    const votes = [council.secretary, council.member].map(({ seat }) => ({ seat, choice: 'agree' }));
    expect(after.platforms[0]?.conclusion?.votes).toEqual(expect.arrayContaining(votes));
  });
});
