// The counting committee and the votes: elected, two counts, a difference that stops the minutes; hands, secrets and ties.
import { expect, test } from 'vitest';
import type { CountView } from '../../shared/contract/council-views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { DESK, elected, electing, leave, secretVote, vote, wallOf, whyNot, withRules } from './host-council-given.ts';
import {
  changed,
  concluding,
  counted,
  declare,
  inRound,
  joined,
  type Meeting,
  opened,
  openRound,
  pageNo,
  platformNo,
  seatNo,
  sessionOf,
  sheet,
  stateOf,
} from './host-meeting.ts';
import { codeOf, formOf, granted, room, seen } from './host-room.ts';
import { releaseAs, stateAs } from './host-seat.ts';

const COMMITTEE = withRules({ committee: 'three' });
const committed = async (form = COMMITTEE): Promise<Meeting> =>
  await declare(await opened(await joined(await room(), form)));

type Polled = CountView['polls'][number];
const countOf = async ({ book, pages }: Meeting, number: number): Promise<readonly Polled[]> => {
  const client = pages.get(number)?.client;
  return client === undefined ? [] : (await seen(client, 'count', { book })).polls;
};

/** Counted by hand, as a member would from what the view shows. */
function byHand({ issued, returned, sheets }: Polled, criteria = ['p1', 'p2', 'm1', 'm2']) {
  const valid = sheets.filter((each) => each.valid);
  const count = (criterion: string, mark: string) =>
    valid.filter(({ items }) => items[criterion]?.mark === mark).length;
  return {
    issued,
    returned,
    valid: valid.length,
    invalid: sheets.length - valid.length,
    positive: valid.filter(({ items }) => criteria.every((criterion) => items[criterion]?.mark === 'met')).length,
    lines: criteria.map((criterion) => ({
      criterion,
      met: count(criterion, 'met'),
      notMet: count(criterion, 'not-met'),
      notApplicable: count(criterion, 'not-applicable'),
      points: 0,
    })),
  };
}

const report = async (meeting: Meeting, number: number, poll: string, counted: ReturnType<typeof byHand>) =>
  (await stateAs(pageNo(meeting, number), { kind: 'count-reported', body: { poll, ...counted } })).code;

const countedBy = async (meeting: Meeting, number: number): Promise<ReturnType<typeof byHand>> => {
  const [polled] = await countOf(meeting, number);
  if (polled) return byHand(polled);
  throw new Error(`nothing to count for seat ${number}`);
};

test('[HC11] a committee of three who are there is elected in the open before the first round', async () => {
  const meeting = await committed();
  const { desk, book } = meeting;
  const put = async (numbers: readonly number[], head = numbers[0] ?? 0) =>
    codeOf(
      await desk.call('election.put', {
        book,
        members: numbers.map((number) => seatNo(meeting, number)),
        head: seatNo(meeting, head),
      }),
    );
  expect(codeOf(await desk.call('round.open', { book, platform: platformNo(meeting) }))).toBe('committee-missing');
  expect((await seen(desk, 'home', {})).cards[0]?.waits.for).toBe('committee');
  expect(await put([3, 4, 4])).toBe('committee-malformed');
  expect(await put([3, 4, 5], 0)).toBe('committee-malformed');
  expect(await put([3, 4, 2])).toBe('not-present');
  expect((await sessionOf(meeting)).may?.putElection).toEqual({ possible: true });
  const { poll, about } = await electing(meeting, [5, 3, 4]);
  expect((await sessionOf(meeting)).elections).toMatchObject([
    { members: [3, 4, 5].map((number) => seatNo(meeting, number)), head: seatNo(meeting, 5), passed: null },
  ]);
  await vote(meeting, poll, about, { 0: 'agree', 3: 'agree', 4: 'disagree', [DESK]: 'agree' });
  expect(await put([3, 4, 5])).toBe('another-poll-open');
  const wall = await wallOf(meeting.at, book);
  expect((await seen(wall, 'projector', { book })).election).toEqual({
    members: ['Người Dũng', 'Người Êm', 'Người Giang'],
    head: 'Người Giang',
    by: 'devices',
    passed: null,
    cast: 4,
    entitled: 5,
  });
  granted(await desk.call('conclusion.vote.close', { book, poll }));
  const session = await sessionOf(meeting);
  expect(session.elections[0]).toMatchObject({ passed: true, count: { agree: 3, disagree: 1, abstain: 1, of: 5 } });
  expect(session.committee?.head).toBe(seatNo(meeting, 5));
  expect((await seen(wall, 'projector', { book })).election).toMatchObject({ passed: true, agree: 3, disagree: 1 });
  expect(await put([3, 4, 5])).toBe('committee-elected');
  expect(codeOf(await desk.call('round.open', { book, platform: platformNo(meeting) }))).toBe('ok');
});

test('[HC11] a committee that did not carry is put anew; by raised hands it is counted in the room', async () => {
  const meeting = await committed(withRules({ committee: 'three', vote: 'hands' }));
  const { desk, book } = meeting;
  const hands = async (poll: string, agree: number, disagree: number, abstain: number) =>
    await desk.call('hands.count', { book, poll, agree, disagree, abstain, presiding: 'agree' });
  const first = await electing(meeting, [3, 4, 5]);
  const body = { poll: first.poll, about: first.about as never, choice: 'agree' as const };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'vote-cast', body })).code).toBe('vote-by-hands');
  expect(codeOf(await desk.call('conclusion.vote.close', { book, poll: first.poll }))).toBe('hands-not-counted');
  expect(await hands(first.poll, 2, 2, 0)).toMatchObject({
    refusal: { code: 'hands-differ', params: { raised: 4, present: 5 } },
  });
  granted(await hands(first.poll, 3, 1, 1));
  granted(await hands(first.poll, 1, 3, 1));
  granted(await desk.call('conclusion.vote.close', { book, poll: first.poll }));
  expect((await sessionOf(meeting)).polls[0]).toMatchObject({
    by: 'hands',
    hands: { agree: 1, disagree: 3, abstain: 1, presiding: 'agree' },
  });
  expect((await sessionOf(meeting)).committee).toBeUndefined();
  const second = await electing(meeting, [3, 4, 5]);
  granted(await hands(second.poll, 4, 0, 1));
  granted(await desk.call('conclusion.vote.close', { book, poll: second.poll }));
  const { elections, committee } = await sessionOf(meeting);
  expect(elections.map(({ passed }) => passed)).toEqual([false, true]);
  expect(committee?.members).toHaveLength(3);
});

test('[HC12] two count on their own; a planted difference stops the counting minutes until it is counted right', async () => {
  const meeting = await committed();
  const { desk, book } = meeting;
  await elected(meeting, [3, 4, 5]);
  const poll = await openRound(meeting);
  await counted(meeting, poll, { ...sheet('met'), p2: { mark: 'not-applicable', reason: 'ngoài phạm vi' } });
  const agree = async () => await desk.call('count.agree', { book, poll });
  expect(await agree()).toMatchObject({ refusal: { code: 'count-reports-missing' } });
  expect((await seen(desk, 'home', {})).cards[0]?.waits.for).toBe('count');
  const right = await countedBy(meeting, 3);
  expect(right).toMatchObject({ issued: 5, returned: 5, valid: 5, invalid: 0, positive: 0 });
  const [p1, ...rest] = right.lines as [(typeof right.lines)[number], ...typeof right.lines];
  const wrong = { ...right, lines: [{ ...p1, met: p1.met - 1, notMet: p1.notMet + 1 }, ...rest] };
  const asked = await report(meeting, 0, poll, right);
  expect(asked).toBe('not-of-the-committee');
  expect(codeOf(await desk.call('count.report', { book, poll, ...right }))).toBe('not-of-the-committee');
  expect(await report(meeting, 3, poll, { ...right, lines: right.lines.slice(1) })).toBe('count-lines-differ');
  expect(await report(meeting, 3, poll, wrong)).toBe('ok');
  expect(await agree()).toMatchObject({ refusal: { code: 'count-reports-missing' } });
  // The other has not counted yet: nothing of the first count is shown.
  const [before] = await countOf(meeting, 4);
  expect(before).toMatchObject({ differences: [], agreed: false });
  expect(before?.mine).toBeUndefined();
  expect(await report(meeting, 4, poll, { ...right, positive: 5 })).toBe('ok');
  expect(await agree()).toEqual({ ok: false, refusal: { code: 'counts-differ', params: { count: 3 } } });
  const session = await sessionOf(meeting);
  expect(whyNot(session, 'agreeCount', poll)).toBe('counts-differ');
  expect(session.polls.find((each) => each.poll === poll)?.committee).toEqual({
    reported: [seatNo(meeting, 3), seatNo(meeting, 4)],
    agreed: false,
    differ: 3,
  });
  expect((await countOf(meeting, 4))[0]?.differences).toEqual([
    { what: 'positive', a: 5, b: 0 },
    { what: 'met', criterion: 'p1', a: 5, b: 4 },
    { what: 'notMet', criterion: 'p1', a: 0, b: 1 },
  ]);
  // Equal to each other and not to the ballots: still no minutes.
  expect(await report(meeting, 4, poll, wrong)).toBe('ok');
  expect(await agree()).toMatchObject({ refusal: { code: 'count-differs-from-ballots' } });
  expect(codeOf(await desk.call('conclusion.put', { book, platform: platformNo(meeting), text: 'x' }))).toBe(
    'count-not-agreed',
  );
  expect(codeOf(await desk.call('round.open', { book, platform: platformNo(meeting) }))).toBe('count-not-agreed');
  expect((await seen(desk, 'results', { book })).platforms).toEqual([]);
  for (const number of [3, 4]) {
    // "Not applicable" leaves the criterion, so each ballot is positive on what remains.
    expect(await report(meeting, number, poll, { ...right, positive: 5 })).toBe('ok');
  }
  expect(whyNot(await sessionOf(meeting), 'agreeCount', poll)).toBe('ok');
  granted(await agree());
  expect(await report(meeting, 5, poll, right)).toBe('count-already-agreed');
  expect((await countOf(meeting, 5))[0]).toMatchObject({ agreed: true, differences: [] });
  const { platforms } = await seen(pageNo(meeting, 0).client, 'results', { book });
  expect(platforms[0]?.result).toMatchObject({ positiveBallots: 5, outcome: { outcome: 'all' } });
  expect(codeOf(await desk.call('conclusion.put', { book, platform: platformNo(meeting), text: 'Đạt.' }))).toBe('ok');
});

test('[HC13] a tie on the conclusion goes to the side of who presides, and says that it was a tie', async () => {
  for (const [chair, other, passed] of [
    ['agree', 'disagree', true],
    ['disagree', 'agree', false],
  ] as const) {
    const { meeting, poll } = await inRound(await room());
    const { desk, book } = meeting;
    await counted(meeting, poll);
    await leave(meeting, 5);
    const { poll: voting, about } = await concluding(meeting);
    await vote(meeting, voting, about, { 0: chair, 3: chair, 4: other, [DESK]: other });
    granted(await desk.call('conclusion.vote.close', { book, poll: voting }));
    const { conclusion } = (await sessionOf(meeting)).platforms[0] ?? {};
    expect(conclusion?.passed).toBe(passed);
    expect(conclusion?.count).toEqual({
      agree: 2,
      disagree: 2,
      abstain: 0,
      of: 4,
      tie: passed ? 'carried' : 'not-carried',
    });
  }
});

test('[HC14] a conclusion by raised hands: as many as are there, and the chair’s hand settles a tie', async () => {
  const { meeting, poll } = await inRound(await room(), withRules({ vote: 'hands' }));
  const { desk, book } = meeting;
  await counted(meeting, poll);
  await leave(meeting, 5);
  const { poll: voting } = await concluding(meeting);
  const hands = { book, poll: voting, agree: 2, disagree: 2, abstain: 0, presiding: 'agree' as const };
  granted(await desk.call('hands.count', hands));
  const wall = await wallOf(meeting.at, book);
  expect((await seen(wall, 'projector', { book })).conclusion).toEqual({
    text: 'Nền tảng đạt.',
    by: 'hands',
    passed: null,
    cast: 0,
    entitled: 4,
  });
  granted(await desk.call('conclusion.vote.close', { book, poll: voting }));
  expect((await sessionOf(meeting)).platforms[0]?.conclusion).toMatchObject({
    passed: true,
    votes: [],
    count: { agree: 2, disagree: 2, of: 4, tie: 'carried' },
  });
  expect(codeOf(await desk.call('hands.count', hands))).toBe('poll-step');
});

test('[HC15] a secret vote on the conclusion is opened at its close, and says how many, never who', async () => {
  const { meeting, poll } = await inRound(await room(), withRules({ vote: 'secret', tie: 'not-passed' }));
  const { desk, book } = meeting;
  await counted(meeting, poll);
  const { poll: voting, about } = await concluding(meeting);
  const open = { poll: voting, about: about as never, choice: 'agree' as const };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'vote-cast', body: open })).code).toBe('vote-is-secret');
  const papers = [];
  for (const [number, choice] of [
    [0, 'agree'],
    [3, 'disagree'],
    [4, 'agree'],
    [5, 'agree'],
  ] as const)
    papers.push({ number, sealed: await secretVote(meeting, number, voting, about, choice) });
  expect(papers.map(({ sealed }) => sealed.code)).toEqual(['ok', 'ok', 'ok', 'ok']);
  granted(await desk.call('conclusion.vote.close', { book, poll: voting }));
  const conclusion = async () => (await sessionOf(meeting)).platforms[0]?.conclusion;
  expect(await conclusion()).toMatchObject({ passed: null, votes: [] });
  for (const { number, sealed } of papers) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
  expect(await conclusion()).toMatchObject({
    passed: true,
    votes: [],
    count: { agree: 3, disagree: 1, abstain: 1, of: 5 },
  });
});

test('[HC16] with a committee a second round is counted anew, and until then the first stands before everybody', async () => {
  const meeting = await committed();
  const { desk, book } = meeting;
  await elected(meeting, [3, 4, 5]);
  const agreed = async (poll: string) => {
    for (const number of [3, 4]) {
      const polled = (await seen(pageNo(meeting, number).client, 'count', { book })).polls.at(-1);
      expect(polled?.poll).toBe(poll);
      expect(await report(meeting, number, poll, byHand(polled as Polled))).toBe('ok');
    }
    granted(await desk.call('count.agree', { book, poll }));
  };
  const first = await openRound(meeting);
  await counted(meeting, first, 'met');
  await agreed(first);
  const second = await openRound(meeting);
  await counted(meeting, second, changed('not-met'));
  const outcomes = async () =>
    (await seen(desk, 'results', { book })).platforms.map(({ round, result }) => [round, result.outcome.outcome]);
  expect(await outcomes()).toEqual([[1, 'all']]);
  const wall = await wallOf(meeting.at, book);
  const shown = await seen(wall, 'projector', { book });
  expect(shown.round).toMatchObject({ number: 2, step: 'counted', inCommittee: true });
  expect(shown.outcome).toBeUndefined();
  await agreed(second);
  expect(await outcomes()).toEqual([[2, 'none']]);
});

test('[HC17] a hired unit is one person: one keeper who records, scores, votes and answers for the report', async () => {
  const rules = {
    ...DEFAULT_RULES,
    body: 'hired-unit' as const,
    quorum: { ...DEFAULT_RULES.quorum, secretary: 'not-required' as const },
    shares: 'none' as const,
    secrecy: 'open' as const,
  };
  const at = await room();
  const unit = { name: 'Người Ẩn', position: 'Giám đốc', unit: 'Trung tâm Mẫu', role: 'chair' as const };
  const refused = await joined(at, formOf({ rules })).catch((error: Error) => error.message);
  expect(refused).toMatch('form-hired-unit-one');
  const meeting = await joined(at, formOf({ rules, members: [unit] }), []);
  const { desk, book } = meeting;
  const { opened: book0 } = stateOf(meeting);
  expect(book0?.keepers).toEqual([seatNo(meeting, 0)]);
  expect(book0?.recorder).toBe(seatNo(meeting, 0));
  granted(await desk.call('meeting.open', { book, presiding: seatNo(meeting, 0) }));
  granted(await desk.call('attendance.mark', { book, seat: seatNo(meeting, 0), presence: 'present', note: '' }));
  const declared = [{ platform: platformNo(meeting), conflict: false }];
  granted(await desk.call('interest.declare', { book, declared }));
  await counted(meeting, await openRound(meeting));
  const { poll, about } = await concluding(meeting);
  granted(await desk.call('vote.cast', { book, poll, about, choice: 'agree' }));
  granted(await desk.call('conclusion.vote.close', { book, poll }));
  expect((await sessionOf(meeting)).platforms[0]?.conclusion).toMatchObject({ passed: true, outcome: 'all' });
  const keepers = await joined(at, withRules({}), []);
  expect(stateOf(keepers).opened?.keepers).toHaveLength(3);
});
