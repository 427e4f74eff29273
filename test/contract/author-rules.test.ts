// What the rule book asks of a page in a real Chromium: open scoring, further rounds, a secret vote, a written opinion.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultsView } from '../../shared/contract/views.ts';
import { type ServedPages, servePages } from '../browser/page-author-bundle.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { type Council, given, openCouncil, type Seated, until } from './author-council.ts';

let pages: ServedPages | undefined;
const folders = [makeFolder('author-open'), makeFolder('author-absent')] as const;

beforeAll(async () => {
  pages = await servePages(new URL('../browser/page-author-page.ts', import.meta.url).pathname);
}, 120_000);
afterAll(async () => {
  await pages?.close();
  for (const folder of folders) removeFolder(folder);
}, 60_000);

const OK = { ok: true, value: null };
const mark = async (seat: Seated, poll: string, of: 'met' | 'not-met', more = {}) => {
  await seat.look(poll);
  for (const criterion of ['c1', 'c2'])
    expect(await seat.act('saveItem', poll, criterion, { mark: of, ...more })).toEqual(OK);
};

async function resultsOf(council: Council, holds: (value: ResultsView) => boolean): Promise<ResultsView> {
  let seen: ResultsView | undefined;
  const stop = council.desk.watch('results', { book: council.book }, (value) => {
    seen = value.ok ? value.value : seen;
  });
  await until(
    async () => seen,
    (value) => value !== undefined && holds(value),
  );
  stop();
  if (seen === undefined || !holds(seen)) throw new Error(`not shown: ${JSON.stringify(seen)}`);
  return seen;
}

async function declare(council: Council, seats: readonly Seated[]): Promise<void> {
  for (const seat of seats)
    expect(await seat.act('declare', [{ platform: council.platform, conflict: false }])).toEqual(OK);
  await council.session(({ platforms }) => platforms[0]?.undeclared.length === 0);
}

/** Everybody gives its keys until the round is counted. */
async function count(council: Council, poll: string): Promise<void> {
  given(await council.desk.call('round.reveal', { book: council.book, poll }));
  for (const seat of council.all) await seat.act('release');
  await council.session(({ polls }) => polls.find((each) => each.poll === poll)?.step === 'counted');
}

describe.skipIf(isMissing('chromium'))('a page and the rule book', () => {
  it('[BA1] gives the key of an open sheet as it casts it, begins a new round with its own marks, and votes in secret', async () => {
    if (pages === undefined) throw new Error('no pages');
    const council = await openCouncil(pages, folders[0], { rules: { secrecy: 'open', vote: 'secret' } });
    const { desk, book, member, all } = council;
    await declare(council, all);
    const poll = await council.openRound();
    const liveOf = (value: ResultsView) =>
      value.live[0]?.sheets.map(({ seat, items }) => [seat, items['c1']?.mark]) ?? [];
    await mark(member, poll, 'not-met');
    given(await member.act('cast', poll));
    expect(liveOf(await resultsOf(council, (value) => liveOf(value).length === 1))).toEqual([[member.seat, 'not-met']]);
    expect(await member.act('reopen', poll, 'slip')).toEqual(OK);
    await resultsOf(council, (value) => liveOf(value).length === 0);
    for (const seat of all) {
      await mark(seat, poll, 'met');
      given(await seat.act('cast', poll));
    }
    await resultsOf(council, (value) => liveOf(value).length === 3);
    await count(council, poll);

    const second = await council.openRound();
    await member.act('release');
    await member.look(second);
    expect(await member.sheet(second)).toMatchObject({ startedFrom: 1, draft: { items: { c1: { mark: 'met' } } } });
    await member.again();
    expect(await member.sheet(second)).toMatchObject({ startedFrom: 1, draft: { items: { c2: { mark: 'met' } } } });
    expect(await member.act('saveItem', second, 'c1', { mark: 'not-met' })).toEqual(OK);
    expect(await member.act('cast', second)).toMatchObject({
      refusal: { code: 'change-reason-missing', params: { criterion: 'c1' } },
    });
    expect(await member.act('saveItem', second, 'c1', { mark: 'not-met', change: 'Đã thảo luận' })).toEqual(OK);
    for (const seat of all) {
      await seat.look(second);
      given(await seat.act('cast', second));
    }
    await count(council, second);
    const counted = await resultsOf(council, ({ platforms }) => platforms[0]?.round === 2);
    expect(counted.platforms[0]?.result.valid).toBe(3);

    const { conclusion } = given(await desk.call('conclusion.put', { book, platform: council.platform, text: 'Đạt.' }));
    const vote = given(await desk.call('conclusion.vote.open', { book, conclusion })).poll;
    const put = await council.session(({ platforms }) => platforms[0]?.conclusion?.poll === vote);
    const about = put.platforms[0]?.conclusion?.sha256 ?? '';
    expect(await member.act('vote', vote, 'f'.repeat(64), 'agree')).toMatchObject({
      refusal: { code: 'stale-object' },
    });
    for (const seat of all)
      expect(await seat.act('vote', vote, about, seat === member ? 'disagree' : 'agree')).toEqual(OK);
    expect(await member.act('vote', vote, about, 'agree')).toMatchObject({ refusal: { code: 'ballot-standing' } });
    await council.session(
      ({ polls }) =>
        polls.find((each) => each.poll === vote)?.sheets.every(({ state }) => state !== 'working') === true,
    );
    given(await desk.call('conclusion.vote.close', { book, poll: vote }));
    for (const seat of all) await seat.act('release');
    const done = await council.session(({ platforms }) => platforms[0]?.conclusion?.passed !== null);
    expect(done.platforms[0]?.conclusion).toMatchObject({ passed: true, votes: [] });
    await council.close();
  }, 60_000);

  it('[BA5] writes an opinion for who is absent: the words at once, the marks sealed, the key at the reveal', async () => {
    if (pages === undefined) throw new Error('no pages');
    const council = await openCouncil(pages, folders[1], { absent: true });
    const { member, chair, secretary, platform } = council;
    // Drafted at home: there is no round yet.
    await mark(member, platform, 'not-met', { remark: 'HẢI-LY-5521' });
    const drafted = (await member.sheet(platform))?.draft;
    expect(await chair.act('writeOpinion', platform, 'Có mặt')).toMatchObject({
      refusal: { code: 'opinion-of-present-member' },
    });
    expect(await member.act('writeOpinion', platform, 'Ý kiến', { items: { c1: { mark: 'met' } } })).toMatchObject({
      refusal: { code: 'mark-missing' },
    });
    expect(await member.act('writeOpinion', platform, 'Ý kiến viết', drafted)).toEqual(OK);
    expect((await member.sheet(platform))?.draft).toEqual({ items: {} });
    const session = await council.session(({ platforms }) => platforms[0]?.opinions.length === 1);
    expect(session.platforms[0]?.opinions[0]).toMatchObject({ seat: member.seat, text: 'Ý kiến viết' });
    await declare(council, [chair, secretary]);
    const poll = await council.openRound();
    for (const seat of [chair, secretary]) {
      await mark(seat, poll, 'met');
      given(await seat.act('cast', poll));
    }
    expect(await member.act('release')).toMatchObject({ value: { released: [] } });
    await count(council, poll);
    const shown = await resultsOf(council, ({ platforms }) => platforms[0]?.opinions[0]?.valid === true);
    expect(shown.platforms[0]?.opinions[0]).toMatchObject({ seat: member.seat, items: { c1: { mark: 'not-met' } } });
    expect(shown.platforms[0]?.result.valid).toBe(2);
    await council.close();
  }, 60_000);
});
