// After the reveal: keys, shares, ballots that nobody can open, and nothing shown before all is settled.
import { expect, test } from 'vitest';
import { nodeCiphers, nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { openDevice } from '../../electron/seal/node-keys.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, PollId, SeatId } from '../../shared/base/ids.ts';
import { makeEntry } from '../../shared/book/entry.ts';
import { readHead } from '../../shared/book/head.ts';
import type { StatementOf } from '../../shared/book/statements.ts';
import { ballotAad, shareInfo } from '../../shared/seal/seal-ballot.ts';
import { joinWith } from './host-bad-device.ts';
import {
  changed,
  counted,
  declare,
  deskCast,
  inRound,
  joined,
  type Meeting,
  opened,
  openRound,
  pageCast,
  pageNo,
  platformNo,
  seatNo,
  sessionOf,
  sheet,
  stateOf,
} from './host-meeting.ts';
import { codeOf, formOf, granted, room, seen } from './host-room.ts';
import { type PageSeat, releaseAs, type Sealed, stateAs } from './host-seat.ts';

/** The share of one ballot that a page's seat holds, found as a page finds it: recomputed, unwrapped. */
async function shareOf(page: PageSeat, poll: string, ballot: string): Promise<string> {
  const shown = granted(await page.client.call('ballot.read', { book: page.book, poll, ballot }));
  expect(makeEntry(nodeSha256, shown.previous as never, shown.head, shown.body).hash).toBe(ballot);
  const head = granted(readHead(shown.head));
  const body = JSON.parse(shown.body) as StatementOf<'ballot-cast'>;
  const mine = body.shares.find(({ holder }) => holder === page.seat);
  const place = {
    book: page.book as BookId,
    feed: head.feed as FeedId,
    seq: head.seq,
    seat: head.seat as SeatId,
    poll: poll as PollId,
  };
  const wrapped = nodeCiphers.fromBase64(mine?.wrapped ?? '');
  return toBase64(await openDevice(page.secret).unwrap(wrapped, shareInfo(ballotAad(place), page.seat)));
}
const giveShare = async (page: PageSeat, { poll, entry }: Pick<Sealed, 'poll' | 'entry'>, share: string) =>
  (await stateAs(page, { kind: 'share-released', body: { poll, ballot: entry as never, share } })).code;

/** Chair, reviewer and two members have cast, the desk too; revealed; every key is out but the last member's. */
async function oneMissing(): Promise<{
  readonly meeting: Meeting;
  readonly poll: string;
  readonly lost: Sealed;
  readonly chairs: Sealed;
}> {
  const { meeting, poll } = await inRound(await room());
  const casts = new Map<number, Sealed>();
  for (const number of [0, 3, 4, 5])
    casts.set(number, await pageCast(meeting, number, poll, sheet(number === 5 ? 'not-met' : 'met')));
  await deskCast(meeting, poll);
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  for (const number of [0, 3, 4])
    expect(await releaseAs(pageNo(meeting, number), casts.get(number) as Sealed)).toBe('ok');
  return { meeting, poll, lost: casts.get(5) as Sealed, chairs: casts.get(0) as Sealed };
}
const results = async ({ desk, book }: Meeting) => (await seen(desk, 'results', { book })).platforms;

test('[H20] nothing is shown until every counted ballot is opened', async () => {
  const { meeting, poll, lost } = await oneMissing();
  expect(stateOf(meeting).polls[poll]?.step).toBe('revealed');
  expect(await results(meeting)).toEqual([]);
  const sheets = (await sessionOf(meeting)).polls[0]?.sheets.filter(({ state }) => state === 'counted');
  expect(sheets?.map(({ opened }) => opened)).toEqual([true, true, true, true, false]);
  expect(await releaseAs(pageNo(meeting, 4), { ...lost })).toBe('not-your-ballot');
  expect(await releaseAs(pageNo(meeting, 5), { ...lost, key: nodeCiphers.random(32) })).toBe('key-mismatch');
  expect(await releaseAs(pageNo(meeting, 5), lost)).toBe('ok');
  expect((await results(meeting))[0]?.sheets.map(({ valid }) => valid)).toEqual([true, true, true, true, true]);
  expect(await releaseAs(pageNo(meeting, 5), lost)).toBe('already-counted');
});

test('[H20] no key is taken before the reveal', async () => {
  const { meeting, poll } = await inRound(await room());
  const mine = await pageCast(meeting, 3, poll);
  expect(await releaseAs(pageNo(meeting, 3), mine)).toBe('not-revealed');
  granted(await meeting.desk.call('round.close', { book: meeting.book, poll }));
  expect(await releaseAs(pageNo(meeting, 3), mine)).toBe('not-revealed');
  expect(codeOf(await meeting.desk.call('share.release', { book: meeting.book, poll, ballot: mine.entry }))).toBe(
    'not-revealed',
  );
});

test('[H21] two shares open the ballot of a lost device: the chair\u2019s from a page, the secretary\u2019s from the host', async () => {
  const { meeting, poll, lost } = await oneMissing();
  const { desk, book } = meeting;
  const chair = pageNo(meeting, 0);
  const share = await shareOf(chair, poll, lost.entry);
  const other = await shareOf(chair, poll, stateOf(meeting).polls[poll]?.standing[seatNo(meeting, 3)] ?? '');
  expect(await giveShare(pageNo(meeting, 4), lost, share)).toBe('not-a-holder');
  expect(await giveShare(chair, lost, other)).toBe('share-mismatch');
  expect(await giveShare(chair, lost, share)).toBe('ok');
  expect(await results(meeting)).toEqual([]);
  granted(await desk.call('share.release', { book, poll, ballot: lost.entry }));
  const [result] = await results(meeting);
  expect(result?.sheets.at(-1)).toMatchObject({ seat: seatNo(meeting, 5), valid: true, items: sheet('not-met') });
  expect(stateOf(meeting).polls[poll]?.ballots[lost.entry]?.key).toBeUndefined();
  const { rows } = await seen(desk, 'log', { book });
  const given = rows.filter(({ kind }) => kind === 'share-released');
  expect(given.map(({ seat, refused }) => `${meeting.seats.indexOf(seat)} ${refused}`).sort()).toEqual([
    '0 share-mismatch',
    '0 undefined',
    '1 undefined',
    '4 not-a-holder',
  ]);
});

test('[H21] chair and secretary hold no share of their own ballots: a third seat stands in', async () => {
  const { meeting, poll, chairs } = await oneMissing();
  const holders = (ballot: string) =>
    stateOf(meeting).polls[poll]?.ballots[ballot]?.shares.map(({ holder }) => meeting.seats.indexOf(holder));
  expect(holders(chairs.entry)).toEqual([1, 3]);
  expect(holders(stateOf(meeting).polls[poll]?.standing[seatNo(meeting, 1)] ?? '')).toEqual([0, 3]);
  expect(
    codeOf(await pageNo(meeting, 4).client.call('ballot.read', { book: meeting.book, poll, ballot: chairs.entry })),
  ).toBe('not-a-holder');
  expect(
    codeOf(
      await meeting.desk.call('share.release', {
        book: meeting.book,
        poll,
        ballot: stateOf(meeting).polls[poll]?.standing[seatNo(meeting, 1)] ?? '',
      }),
    ),
  ).toBe('not-a-holder');
});

test('[H22] a ballot whose key is nowhere is given up: returned, invalid, and the rest is counted', async () => {
  const { meeting, poll, lost, chairs } = await oneMissing();
  const { desk, book } = meeting;
  expect(codeOf(await desk.call('ballot.give-up', { book, poll, ballot: chairs.entry }))).toBe('ballot-openable');
  expect(codeOf(await desk.call('ballot.give-up', { book, poll, ballot: 'ab'.repeat(32) }))).toBe('ballot-not-counted');
  granted(await desk.call('ballot.give-up', { book, poll, ballot: lost.entry }));
  const [result] = await results(meeting);
  expect(result?.result).toMatchObject({ issued: 5, returned: 5, invalid: 1 });
  expect(result?.sheets.at(-1)).toEqual({ seat: seatNo(meeting, 5), valid: false, code: 'key-missing', items: {} });
  expect(await releaseAs(pageNo(meeting, 5), lost)).toBe('already-counted');
});

test('[H22] a ballot set aside before the reveal is not opened and its key is not taken', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const [aside, kept] = [await pageCast(meeting, 3, poll), await pageCast(meeting, 4, poll)];
  expect(codeOf(await desk.call('ballot.set-aside', { book, poll, ballot: aside.entry, note: '' }))).toBe('poll-step');
  granted(await desk.call('round.close', { book, poll }));
  granted(await desk.call('ballot.set-aside', { book, poll, ballot: aside.entry, note: 'nộp nhầm phòng' }));
  granted(await desk.call('round.reveal', { book, poll }));
  expect(await releaseAs(pageNo(meeting, 3), aside)).toBe('ballot-not-counted');
  expect(await releaseAs(pageNo(meeting, 4), kept)).toBe('ok');
  expect((await results(meeting))[0]).toMatchObject({ result: { returned: 2, invalid: 1 } });
  expect((await sessionOf(meeting)).polls[0]?.setAside).toEqual([{ ballot: aside.entry, code: 'set-aside' }]);
});

test('[H22] an opened ballot that breaks the rules of the set is invalid, as on paper', async () => {
  const { meeting, poll } = await inRound(await room());
  const { p1: _, ...gap } = sheet();
  const casts = [await pageCast(meeting, 3, poll, gap), await pageCast(meeting, 4, poll)] as const;
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  for (const [at, sealed] of casts.entries()) expect(await releaseAs(pageNo(meeting, 3 + at), sealed)).toBe('ok');
  expect((await results(meeting))[0]?.sheets).toMatchObject([
    { valid: false, code: 'mark-missing', items: {} },
    { valid: true },
  ]);
});

test('[H23] a round in which nobody cast is revealed and counted as such', async () => {
  const { meeting, poll } = await inRound(await room());
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  expect(stateOf(meeting).polls[poll]?.step).toBe('counted');
  expect((await results(meeting))[0]?.result).toMatchObject({ issued: 5, returned: 0 });
});

test('[H23] without two holders there are no shares, and the ballot is still sealed and counted', async () => {
  const rules = { ...formOf().rules, shares: 'none' as const };
  const { meeting, poll } = await inRound(await room(), formOf({ rules }));
  await counted(meeting, poll);
  const ballots = Object.values(stateOf(meeting).polls[poll]?.ballots ?? {});
  expect(ballots.map(({ shares }) => shares.length)).toEqual([0, 0, 0, 0, 0]);
});

test('[H23] a second round is a round of its own: numbered, sealed anew, and the last one counts', async () => {
  const { meeting, poll } = await inRound(await room());
  await counted(meeting, poll, 'met');
  const second = await openRound(meeting);
  await counted(meeting, second, changed('not-met'));
  const found = await results(meeting);
  expect(found.map(({ round, result, history }) => [round, result.outcome.outcome, history.length])).toEqual([
    [2, 'none', 1],
  ]);
  expect(found[0]?.history.map(({ round, result }) => [round, result.outcome.outcome])).toEqual([[1, 'all']]);
  granted(await meeting.desk.call('conclusion.put', { book: meeting.book, platform: platformNo(meeting), text: 'x' }));
  expect((await sessionOf(meeting)).platforms[0]?.conclusion?.outcome).toBe('none');
});

test('[H24] a device that no share can be wrapped for is not bound: it would keep everybody from casting', async () => {
  const meeting = await declare(await opened(await joined(await room(), formOf(), [0, 4, 5])));
  const poll = await openRound(meeting);
  expect((await pageCast(meeting, 4, poll)).code).toBe('ok');
  const { desk, book, at } = meeting;
  const { code } = granted(await desk.call('seat.code', { book, seat: seatNo(meeting, 2) }));
  expect(await joinWith(at, code, new Uint8Array(32))).toBe('device-proof-wrong');
  expect(await joinWith(at, code)).toBe('ok');
});
