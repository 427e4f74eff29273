// The life of a council through the contract: who comes late, who is recused, who presides, who is replaced between sittings.
import { expect, test } from 'vitest';
import { callRoll, closeRound, declareAs, leave, wallOf, whyNot, withRules } from './host-council-given.ts';
import {
  attend,
  changed,
  counted,
  declare,
  deskCast,
  inRound,
  joinAs,
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
import { releaseAs, type Sealed, stateAs } from './host-seat.ts';

const cardOf = async ({ desk }: Meeting) => (await seen(desk, 'home', {})).cards[0];

test('[HC1] two platforms: who comes late is issued a ballot, once declared, and counts in that round', async () => {
  const { meeting, poll } = await inRound(await room(), formOf({}, 2));
  const { desk, book } = meeting;
  const late = seatNo(meeting, 2);
  await joinAs(meeting, 2);
  const issue = async () => codeOf(await desk.call('ballot.issue', { book, poll, seat: late }));
  expect(await issue()).toBe('declarations-missing');
  expect(await declareAs(meeting, 2, false)).toBe('ok');
  expect(await issue()).toBe('not-entitled');
  await attend(meeting, 2);
  expect((await sessionOf(meeting)).polls[0]).toMatchObject({ unissued: [late] });
  expect((await pageCast(meeting, 2, poll)).code).toBe('not-entitled');
  expect(await issue()).toBe('ok');
  expect(await issue()).toBe('already-issued');
  const poll0 = (await sessionOf(meeting)).polls[0];
  expect(poll0?.unissued).toEqual([]);
  expect(poll0?.entitled).toContain(late);
  await counted(meeting, poll);
  const results = await seen(desk, 'results', { book });
  expect(results.platforms[0]?.result).toMatchObject({ issued: 6, returned: 6, valid: 6, of: 6 });
  expect(results.platforms).toHaveLength(1);
  expect(await declareAs(meeting, 2, false, 1)).toBe('ok');
  await counted(meeting, await openRound(meeting, 1), 'not-met');
  const both = await seen(desk, 'results', { book });
  expect(both.platforms.map(({ result }) => result.outcome.outcome)).toEqual(['all', 'none']);
});

test('[HC2] the chair’s recusal in mid-round takes the ballot out and breaks the quorum; an authorised vice-chair mends it', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const chair = seatNo(meeting, 0);
  const vice = seatNo(meeting, 2);
  expect((await pageCast(meeting, 0, poll)).code).toBe('ok');
  const casts = new Map<number, Sealed>();
  for (const number of [3, 4, 5]) casts.set(number, await pageCast(meeting, number, poll));
  await deskCast(meeting, poll);
  expect(whyNot(await sessionOf(meeting), 'close', poll)).toBe('ok');
  expect(whyNot(await sessionOf(meeting), 'void', poll)).toBe('quorum-holds');
  expect(await declareAs(meeting, 0, true)).toBe('ok');
  const broken = await sessionOf(meeting);
  expect(broken.polls[0]).toMatchObject({ quorumHolds: false, entitled: expect.not.arrayContaining([chair]) });
  expect(broken.polls[0]?.sheets[0]?.state).toBe('not-entitled');
  expect(broken.polls[0]?.setAside.map(({ code }) => code)).toEqual(['recused']);
  expect(broken.platforms[0]).toMatchObject({ recused: [chair], quorum: { holds: false, appointed: 5, present: 4 } });
  expect(whyNot(broken, 'close', poll)).toBe('chair-recused');
  expect(await closeRound(meeting, poll)).toBe('chair-recused');
  const authorise = async (seat: string, letter: string) =>
    codeOf(await desk.call('vice-chair.authorise', { book, seat, letter }));
  expect(await authorise(vice, ' ')).toBe('letter-missing');
  expect(await authorise(seatNo(meeting, 3), 'Giấy ủy quyền')).toBe('not-a-vice-chair');
  expect(await authorise(vice, 'Giấy ủy quyền số 5 ngày 23/11/2026')).toBe('ok');
  // On paper and not in the room: still nobody presides.
  expect(await closeRound(meeting, poll)).toBe('chair-recused');
  await attend(meeting, 2);
  expect(whyNot(await sessionOf(meeting), 'close', poll)).toBe('ok');
  expect(await closeRound(meeting, poll)).toBe('ok');
  const { authorisations, seats } = await sessionOf(meeting);
  expect(authorisations).toMatchObject([{ seat: vice, letter: 'Giấy ủy quyền số 5 ngày 23/11/2026' }]);
  expect(seats[2]?.authorised).toBe(true);
  granted(await desk.call('round.reveal', { book, poll }));
  for (const [number, sealed] of casts) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
  const { platforms } = await seen(desk, 'results', { book });
  expect(platforms[0]?.result).toMatchObject({ valid: 4, issued: 4 });
  expect(platforms[0]?.sheets.map(({ seat }) => seat)).toContain(chair);
  expect(platforms[0]?.sheets.find(({ seat }) => seat === chair)).toMatchObject({ valid: false, code: 'recused' });
});

test('[HC3] the chair is passed to who may take it, and the letter ends when it is said', async () => {
  const meeting = await opened(await joined(await room()));
  const { desk, book } = meeting;
  const vice = seatNo(meeting, 2);
  const pass = async (seat: string) => codeOf(await desk.call('presiding.pass', { book, seat }));
  await attend(meeting, 2);
  expect(await pass(vice)).toBe('may-not-preside');
  granted(await desk.call('vice-chair.authorise', { book, seat: vice, letter: 'Giấy ủy quyền số 5' }));
  expect(await pass(vice)).toBe('ok');
  expect((await sessionOf(meeting)).meeting.presiding).toBe(vice);
  const point = { book, platform: platformNo(meeting), criterion: 'p1' };
  expect(codeOf(await pageNo(meeting, 0).client.call('projector.point', point))).toBe('not-allowed');
  granted(await desk.call('vice-chair.end', { book, seat: vice, note: 'Chủ tịch đã về' }));
  expect(await pass(vice)).toBe('may-not-preside');
  expect(await pass(seatNo(meeting, 0))).toBe('ok');
  const { authorisations, seats } = await sessionOf(meeting);
  expect(authorisations[0]?.endedAt).toBeDefined();
  expect(seats[2]?.authorised).toBe(false);
});

test('[HC4] a round whose quorum is lost and does not come back is voided: nothing is opened, its number is free again', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const remark = 'SÓI-BIỂN-8812';
  const sealed = await pageCast(meeting, 3, poll, sheet('met', remark));
  const voidRound = async () => codeOf(await desk.call('round.void', { book, poll }));
  expect(await voidRound()).toBe('quorum-holds');
  for (const number of [0, 4]) await leave(meeting, number);
  expect(whyNot(await sessionOf(meeting), 'close', poll)).toBe('quorum-short');
  expect(await closeRound(meeting, poll)).toBe('quorum-short');
  expect(await voidRound()).toBe('ok');
  const session = await sessionOf(meeting);
  expect(session.polls[0]).toMatchObject({ voided: { code: 'quorum-short' }, quorumHolds: false, unissued: [] });
  expect(session.phase).toBe('attendance');
  expect((await cardOf(meeting))?.waits.for).toBe('quorum');
  expect(await releaseAs(pageNo(meeting, 3), sealed)).not.toBe('ok');
  expect(codeOf(await desk.call('round.reveal', { book, poll }))).toBe('poll-voided');
  for (const number of [0, 4]) await attend(meeting, number);
  const again = await openRound(meeting);
  expect((await sessionOf(meeting)).polls.map(({ round }) => round)).toEqual([1, 1]);
  await counted(meeting, again);
  const shown = await seen(desk, 'results', { book });
  expect(shown.platforms.map(({ poll: each, history }) => [each, history.length])).toEqual([[again, 0]]);
  expect(JSON.stringify(shown)).not.toContain(remark);
});

test('[HC5] adjourned: nothing is done but to resume; the roll is called anew, and a second round follows', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const adjourn = async (until: string) => codeOf(await desk.call('meeting.adjourn', { book, until, note: 'hết giờ' }));
  expect(await adjourn('2026-11-25')).toBe('another-poll-open');
  await counted(meeting, poll);
  for (const day of ['25/11/2026', '2026-02-30', '2026-13-01']) expect(await adjourn(day), day).toBe('day-malformed');
  expect(codeOf(await desk.call('meeting.resume', { book, presiding: seatNo(meeting, 0) }))).toBe(
    'meeting-not-adjourned',
  );
  expect(await adjourn('2026-11-25')).toBe('ok');
  const stopped = await sessionOf(meeting);
  expect(stopped).toMatchObject({ adjourned: true, phase: 'attendance' });
  expect(stopped.sittings).toMatchObject([{ adjourned: { until: '2026-11-25', note: 'hết giờ' } }]);
  expect(new Set(stopped.seats.map(({ presence }) => presence))).toEqual(new Set(['unknown']));
  expect((await cardOf(meeting))?.waits.for).toBe('adjourned');
  expect((await seen(await wallOf(meeting.at, book), 'projector', { book })).adjourned).toEqual({
    until: '2026-11-25',
  });
  const platform = platformNo(meeting);
  for (const refused of [
    await desk.call('round.open', { book, platform }),
    await desk.call('attendance.mark', { book, seat: seatNo(meeting, 3), presence: 'present', note: '' }),
    await desk.call('conclusion.put', { book, platform, text: 'x' }),
    await desk.call('presiding.pass', { book, seat: seatNo(meeting, 0) }),
    await pageNo(meeting, 3).client.call('talk.ask', { book, ask: true }),
  ])
    expect(codeOf(refused)).toBe('meeting-adjourned');
  expect(codeOf(await desk.call('meeting.resume', { book, presiding: seatNo(meeting, 3) }))).toBe('may-not-preside');
  granted(await desk.call('meeting.resume', { book, presiding: seatNo(meeting, 0) }));
  expect((await sessionOf(meeting)).phase).toBe('attendance');
  expect(codeOf(await desk.call('round.open', { book, platform }))).toBe('quorum-short');
  await callRoll(meeting);
  const session = await sessionOf(meeting);
  expect(session.phase).toBe('reveal');
  expect(session.sittings).toHaveLength(2);
  await counted(meeting, await openRound(meeting), changed('not-met'));
  const { platforms } = await seen(desk, 'results', { book });
  expect(platforms[0]?.round).toBe(2);
  expect(platforms[0]?.history.map(({ round }) => round)).toEqual([1]);
  expect(codeOf(await desk.call('round.open', { book, platform }))).toBe('rounds-exhausted');
});

test('[HC6] between sittings a member is replaced: the old device ends, the new member comes to the place and the role', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  await counted(meeting, poll);
  const old = pageNo(meeting, 4);
  const replace = async (number: number, more: object = {}) =>
    await desk.call('seat.replace', {
      book,
      seat: seatNo(meeting, number),
      ground: 'Quyết định số 9 ngày 24/11/2026',
      name: 'Người Kim',
      position: 'Phó Trưởng phòng',
      unit: 'Viện Mẫu',
      ...more,
    });
  expect(codeOf(await replace(4))).toBe('replaced-in-sitting');
  granted(await desk.call('meeting.adjourn', { book, until: '', note: '' }));
  expect(codeOf(await replace(1))).toBe('recorder-stays');
  expect(codeOf(await replace(6))).toBe('seat-does-not-vote');
  expect(codeOf(await replace(4, { ground: ' ' }))).toBe('ground-missing');
  expect(codeOf(await replace(4, { name: '\u200b' }))).toBe('name-missing');
  const states: string[] = [];
  old.client.onState((state) => states.push(state));
  const { seat } = granted(await replace(4));
  await expect.poll(() => states.at(-1)).toBe('closed');
  const session = await sessionOf(meeting);
  // The two share one place at the table.
  const [was, now] = [seatNo(meeting, 4), seat].map((id) => session.seats.find((each) => each.seat === id));
  expect(was).toMatchObject({ seat: seatNo(meeting, 4), replacedBy: seat, votes: false, device: 'none' });
  expect(now).toMatchObject({ seat, name: 'Người Kim', votes: true, device: 'none', presence: 'unknown' });
  expect(stateOf(meeting).devices[old.key]?.unbound).toBeDefined();
  expect(codeOf(await replace(4))).toBe('seat-replaced');
  expect(codeOf(await desk.call('seat.code', { book, seat: seatNo(meeting, 4) }))).toBe('seat-replaced');
  granted(await desk.call('meeting.resume', { book, presiding: seatNo(meeting, 0) }));
  const all: Meeting = { ...meeting, seats: [...meeting.seats.slice(0, 4), seat, ...meeting.seats.slice(5)] };
  all.pages.delete(4);
  await joinAs(all, 4);
  await callRoll(all);
  expect(codeOf(await desk.call('round.open', { book, platform: platformNo(all) }))).toBe('declarations-missing');
  expect(await declareAs(all, 4, false)).toBe('ok');
  await counted(all, await openRound(all), changed('not-met'));
  const { platforms } = await seen(desk, 'results', { book });
  expect(platforms[0]?.result).toMatchObject({ valid: 5, issued: 5, outcome: { outcome: 'none' } });
});

test('[HC7] for who has no device here the secretary writes the declaration down, and nobody else’s', async () => {
  const meeting = await opened(await joined(await room()));
  const { desk, book } = meeting;
  const record = async (number: number, conflict: boolean) =>
    codeOf(
      await desk.call('interest.record', {
        book,
        seat: seatNo(meeting, number),
        declared: [{ platform: platformNo(meeting), conflict }],
      }),
    );
  expect(await record(3, true)).toBe('seat-has-device');
  expect(await record(2, true)).toBe('ok');
  const session = await sessionOf(meeting);
  expect(session.seats[2]?.declared).toEqual({ [platformNo(meeting)]: true });
  expect(session.platforms[0]?.recused).toEqual([seatNo(meeting, 2)]);
  const { rows } = await seen(desk, 'log', { book });
  expect(rows.filter(({ kind }) => kind === 'interest-declared').map(({ via }) => via)).toEqual(['hands']);
});

test('[HC8] by criterion: who is recused from some criteria judges the rest, and is told which', async () => {
  const rules = withRules({ quorum: { ...formOf().rules.quorum, per: 'criterion' } });
  const meeting = await declare(await opened(await joined(await room(), rules)));
  const { desk, book } = meeting;
  const declared = [{ platform: platformNo(meeting), conflict: true, criteria: ['p1', 'm1'] }];
  granted(await desk.call('interest.declare', { book, declared }));
  const poll = await openRound(meeting);
  expect((await sessionOf(meeting)).seats[1]?.barred).toEqual({ [platformNo(meeting)]: ['p1', 'm1'] });
  expect((await sessionOf(meeting)).platforms[0]?.recused).toEqual([]);
  expect((await seen(desk, 'draft', { book, poll })).barred).toEqual(['p1', 'm1']);
  granted(await desk.call('draft.save', { book, poll, criterion: 'p2', item: { mark: 'met' } }));
  granted(await desk.call('draft.save', { book, poll, criterion: 'm2', item: { mark: 'met' } }));
  granted(await desk.call('ballot.cast', { book, poll }));
});

test('[HC9] what is talked about stands for itself only once it may be known: remarks and settled criteria', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const remark = { book, platform: platformNo(meeting), criterion: 'p1', text: 'Đề nghị xem lại minh chứng 2.' };
  const discuss = async (criteria: string[]) => codeOf(await desk.call('criteria.discuss', { book, poll, criteria }));
  expect(codeOf(await desk.call('remark.make', remark))).toBe('not-revealed');
  expect(await discuss(['p1'])).toBe('not-revealed');
  await counted(meeting, poll);
  expect(codeOf(await desk.call('remark.make', { ...remark, text: ' ' }))).toBe('remark-text-missing');
  expect(codeOf(await desk.call('remark.make', { ...remark, criterion: 'zz' }))).toBe('criterion-unknown');
  granted(await desk.call('remark.make', remark));
  const body = { platform: platformNo(meeting), criterion: null, text: 'Nhất trí.', _salt: 'A'.repeat(22) };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'remark-made', body })).code).toBe('ok');
  expect(await discuss(['p1', 'zz'])).toBe('criterion-unknown');
  expect(await discuss(['p1', 'm2'])).toBe('ok');
  const session = await sessionOf(meeting);
  expect(session.polls[0]?.discussed).toEqual(['p1', 'm2']);
  expect(session.remarks.map(({ seat, criterion, text }) => [seat, criterion, text])).toEqual([
    [seatNo(meeting, 1), 'p1', 'Đề nghị xem lại minh chứng 2.'],
    [seatNo(meeting, 3), undefined, 'Nhất trí.'],
  ]);
});

test('[HC10] a written opinion that the rules show after the reveal has no words before it but for who wrote or entered it', async () => {
  const rules = withRules({ opinions: { shown: 'after-reveal', marks: 'none' } });
  const meeting = await declare(await opened(await joined(await room(), rules)));
  const { desk, book } = meeting;
  const record = { book, platform: platformNo(meeting), seat: seatNo(meeting, 2), text: 'TÔI THẤY ĐẠT' };
  granted(await desk.call('opinion.record', record));
  const poll = await openRound(meeting);
  const textsOf = async (client: typeof desk) =>
    (await seen(client, 'session', { book })).platforms[0]?.opinions.map(({ text }) => text);
  expect(await textsOf(desk)).toEqual(['TÔI THẤY ĐẠT']);
  expect(await textsOf(pageNo(meeting, 3).client)).toEqual(['']);
  await counted(meeting, poll);
  expect(await textsOf(pageNo(meeting, 3).client)).toEqual(['TÔI THẤY ĐẠT']);
});
