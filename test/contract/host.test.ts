// A meeting through the contract, round by round: who may, who may not, and what each refusal says.
import { expect, test } from 'vitest';
import {
  attend,
  concluding,
  counted,
  declare,
  deskCast,
  draft,
  inRound,
  joinAs,
  joined,
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
import { codeOf, deskOf, formOf, granted, look, ROLES, room, SET_HASH, seen } from './host-room.ts';
import { stateAs } from './host-seat.ts';

type Form = ReturnType<typeof formOf>;
const withRoles = (...roles: Form['members'][number]['role'][]): Partial<Form> => ({
  members: roles.map((role, at) => ({ name: `Người ${at}`, position: '', unit: '', role })),
});
const [platform] = formOf().platforms as [Form['platforms'][number]];
const administrative = { ...formOf().rules, quorum: { ...formOf().rules.quorum, secretary: 'not-required' as const } };

const FORMS: readonly (readonly [string, object, Partial<Form>])[] = [
  ['form-subject-missing', {}, { subject: ' \u200b ' }],
  ['form-council-missing', {}, { council: '' }],
  ['form-place-missing', {}, { place: '\n' }],
  [
    'form-name-missing',
    { number: 3 },
    { members: formOf().members.map((one, at) => (at === 2 ? { ...one, name: ' ' } : one)) },
  ],
  ['form-one-chair', { count: 0 }, withRoles('secretary', 'member', 'member')],
  ['form-one-chair', { count: 2 }, withRoles('chair', 'chair', 'secretary', 'member')],
  ['form-one-secretary', { count: 0 }, withRoles('chair', 'member', 'member')],
  ['form-one-secretary', { count: 2 }, withRoles('chair', 'secretary', 'administrative-secretary', 'member')],
  ['form-voting-secretary', {}, withRoles('chair', 'administrative-secretary', 'member', 'member')],
  [
    'form-few-voters',
    {},
    { rules: administrative, ...withRoles('chair', 'administrative-secretary', 'member', 'observer') },
  ],
  ['form-platform-name-missing', { number: 2 }, { platforms: [platform, { ...platform, name: '' }] }],
  ['threshold-open', { criterion: 'm2' }, { thresholds: [] }],
  [
    'threshold-not-decimal',
    { criterion: 'm2', text: 'ba' },
    { thresholds: [{ criterion: 'm2', threshold: 'ba', source: 'x' }] },
  ],
  ['threshold-source-missing', { criterion: 'm2' }, { thresholds: [{ criterion: 'm2', threshold: '3', source: ' ' }] }],
  [
    'value-not-decimal',
    { criterion: 'm1', text: '1e3' },
    { platforms: [{ ...platform, measured: [{ criterion: 'm1', value: '1e3' }] }] },
  ],
  [
    'criterion-unknown',
    { criterion: 'p1' },
    { platforms: [{ ...platform, measured: [{ criterion: 'p1', value: '1' }] }] },
  ],
  ['criteria-unknown', {}, { criteria: 'ab'.repeat(32) as never }],
];

test('[H1] a form is refused with its place, and nothing is made of it', async () => {
  const at = await room();
  const desk = await deskOf(at);
  for (const [code, params, more] of FORMS)
    expect(await desk.call('session.create', formOf(more)), code).toEqual({ ok: false, refusal: { code, params } });
  expect((await seen(desk, 'home', {})).cards).toEqual([]);
});

test('[H1] a form that holds makes one book, and only the secretary has a device', async () => {
  const { desk, book, at } = await joined(await room(), formOf(), []);
  const session = await seen(desk, 'session', { book });
  expect(session.seats.map(({ role, device }) => [role, device])).toEqual(
    ROLES.map((role) => [role, role === 'secretary' ? 'host' : 'none']),
  );
  expect(session.criteria.sha256).toBe(SET_HASH);
  expect(session.platforms[0]?.measured['m1']).toEqual({ value: '99', threshold: '95', satisfied: true });
  expect((await seen(desk, 'criteria', { book })).thresholds['m2']).toEqual({ threshold: '3', source: 'Tờ trình 4' });
  expect((await seen(desk, 'home', {})).cards).toMatchObject([{ book, phase: 'prepare' }]);
  expect(at.log.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('[H2] quorum says who is missing, and a round opens only when it holds', async () => {
  const meeting = await joined(await room());
  const { desk, book } = meeting;
  expect(
    codeOf(await desk.call('attendance.mark', { book, seat: seatNo(meeting, 0), presence: 'present', note: '' })),
  ).toBe('meeting-not-open');
  granted(await desk.call('meeting.open', { book, presiding: seatNo(meeting, 0) }));
  expect((await sessionOf(meeting)).quorum).toMatchObject({
    holds: false,
    present: 0,
    appointed: 6,
    needed: 4,
    missing: [{ code: 'quorum-short', params: { more: 4 } }, { code: 'chair-absent' }, { code: 'secretary-absent' }],
  });
  for (const number of [1, 3, 4, 5]) await attend(meeting, number);
  expect((await sessionOf(meeting)).quorum.missing).toEqual([{ code: 'chair-absent', params: {} }]);
  for (const number of [3, 4, 5]) {
    const declared = [{ platform: platformNo(meeting), conflict: false }];
    expect((await stateAs(pageNo(meeting, number), { kind: 'interest-declared', body: { declared } })).code).toBe('ok');
  }
  const open = async () => await desk.call('round.open', { book, platform: platformNo(meeting) });
  expect(await open()).toMatchObject({ ok: false, refusal: { code: 'declarations-missing', params: { count: 1 } } });
  granted(
    await desk.call('interest.declare', { book, declared: [{ platform: platformNo(meeting), conflict: false }] }),
  );
  expect(codeOf(await open())).toBe('chair-absent');
  const { possible } = await sessionOf(meeting);
  expect(possible?.openRound[platformNo(meeting)]).toMatchObject({ possible: false, why: { code: 'chair-absent' } });
  await attend(meeting, 0);
  expect(codeOf(await open())).toBe('declarations-missing');
  await stateAs(pageNo(meeting, 0), {
    kind: 'interest-declared',
    body: { declared: [{ platform: platformNo(meeting), conflict: false }] },
  });
  expect(codeOf(await open())).toBe('ok');
  expect(codeOf(await open())).toBe('another-poll-open');
});

test('[H3] who has a conflict leaves the denominator and gets no ballot, on that platform only', async () => {
  const { meeting, poll } = await inRound(await room(), formOf({}, 2), [4]);
  const session = await sessionOf(meeting);
  expect(session.quorum).toMatchObject({ present: 5, appointed: 6 });
  expect(session.platforms[0]).toMatchObject({ recused: [seatNo(meeting, 4)], quorum: { present: 4, appointed: 5 } });
  expect(session.platforms[1]).toMatchObject({ recused: [], quorum: { present: 5, appointed: 6 } });
  const states = session.polls[0]?.sheets.map(({ state }) => state);
  expect(states).toEqual(['working', 'working', 'not-entitled', 'working', 'not-entitled', 'working']);
  expect((await pageCast(meeting, 4, poll)).code).toBe('not-entitled');
  await counted({ ...meeting, pages: new Map([...meeting.pages].filter(([number]) => number !== 4)) }, poll);
  const { platforms } = await seen(meeting.desk, 'results', { book: meeting.book });
  expect(platforms[0]?.result).toMatchObject({ issued: 4, returned: 4, of: 4 });
});

test('[H4] a sheet with a gap is refused with its criterion, and the draft stays', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const cast = async () => await desk.call('ballot.cast', { book, poll });
  expect(await cast()).toEqual({ ok: false, refusal: { code: 'mark-missing', params: { criterion: 'p1' } } });
  await draft(meeting, poll, { ...sheet(), p1: { mark: 'insufficient', remark: 'chờ báo cáo' } });
  expect(await cast()).toEqual({ ok: false, refusal: { code: 'mark-insufficient', params: { criterion: 'p1' } } });
  await draft(meeting, poll, { p1: { mark: 'not-applicable', reason: 'x' } });
  expect(await cast()).toEqual({ ok: false, refusal: { code: 'not-applicable-barred', params: { criterion: 'p1' } } });
  await draft(meeting, poll, { p1: { mark: 'met' }, p2: { mark: 'not-applicable', reason: ' \u200b' } });
  expect(await cast()).toEqual({ ok: false, refusal: { code: 'reason-missing', params: { criterion: 'p2' } } });
  expect((await seen(desk, 'draft', { book, poll })).items['p2']).toEqual({ mark: 'not-applicable', reason: '' });
  await draft(meeting, poll, { p2: { mark: 'not-applicable', reason: 'không thuộc phạm vi' } });
  expect(codeOf(await cast())).toBe('ok');
  expect(codeOf(await cast())).toBe('ballot-standing');
});

test('[H4] a draft has items of the set only: nothing that a screen cannot show stands in the way of casting', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  for (const criterion of ['zz', '__proto__', '\u0000comment', ''])
    expect(codeOf(await desk.call('draft.save', { book, poll, criterion, item: { mark: 'met' } })), criterion).toBe(
      'criterion-unknown',
    );
  expect((await seen(desk, 'draft', { book, poll })).comment).toBe('');
  expect(await deskCast(meeting, poll)).toMatch(/^[0-9a-f]{64}$/);
});

test('[H5] a ballot is changed by reopening it, with a reason, until the round is closed', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  expect(codeOf(await desk.call('ballot.reopen', { book, poll, reason: 'evidence' }))).toBe('ballot-not-standing');
  const first = await deskCast(meeting, poll);
  const words = { book, poll, reason: 'xem lại G1-01' };
  expect(codeOf(await desk.call('ballot.reopen', words as never))).toBe('bad-input');
  granted(await desk.call('ballot.reopen', { book, poll, reason: 'evidence' }));
  const second = await deskCast(meeting, poll, sheet('not-met'));
  const mine = await pageCast(meeting, 3, poll);
  const stale = { kind: 'ballot-reopened', body: { poll, ballot: first as never, reason: 'slip' } } as const;
  expect((await stateAs(pageNo(meeting, 3), stale)).code).toBe('ballot-not-standing');
  const sheets = (await sessionOf(meeting)).polls[0]?.sheets ?? [];
  expect(sheets[1]).toMatchObject({ state: 'cast', reopened: 1, ballot: second });
  granted(await desk.call('round.close', { book, poll }));
  const late = { kind: 'ballot-reopened', body: { poll, ballot: mine.entry as never, reason: 'slip' } } as const;
  expect((await stateAs(pageNo(meeting, 3), late)).code).toBe('round-closed');
  expect(stateOf(meeting).polls[poll]?.closed?.counted).toEqual([second, mine.entry]);
});

test('[H6] a late ballot is kept and seen in the log, and is not counted', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book, at } = meeting;
  for (const number of [0, 3, 4]) await pageCast(meeting, number, poll);
  granted(await desk.call('round.close', { book, poll }));
  const late = await pageCast(meeting, 5, poll, sheet('not-met'));
  expect(late.code).toBe('round-closed');
  const { rows } = await seen(desk, 'log', { book });
  expect(rows.find(({ hash }) => hash === late.entry)).toMatchObject({
    kind: 'ballot-cast',
    seat: seatNo(meeting, 5),
    refused: 'round-closed',
  });
  expect(codeOf(await desk.call('ballot.set-aside', { book, poll, ballot: late.entry, note: '' }))).toBe(
    'ballot-not-counted',
  );
  const kept = (await at.headless.store.readBook(book as never)).flatMap(({ entries }) => entries);
  expect(kept.find(({ hash }) => hash === (late.entry as never))?.body).toContain('envelope');
  expect(stateOf(meeting).polls[poll]?.closed?.counted).toHaveLength(3);
});

test('[H7] who is marked as having left, or came without being marked, casts nothing', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  granted(await desk.call('attendance.mark', { book, seat: seatNo(meeting, 3), presence: 'left', note: '' }));
  expect((await pageCast(meeting, 3, poll)).code).toBe('not-present');
  const latecomer = await joinAs(meeting, 2);
  await attend(meeting, 2);
  const declared = [{ platform: platformNo(meeting), conflict: false }];
  await stateAs(latecomer, { kind: 'interest-declared', body: { declared } });
  expect((await pageCast(meeting, 2, poll)).code).toBe('not-entitled');
});

test('[H7] a member who comes after the round was opened can still declare, so that the meeting goes on', async () => {
  const { meeting, poll } = await inRound(await room());
  const pages = new Map(meeting.pages);
  const latecomer = await joinAs(meeting, 2);
  await attend(meeting, 2);
  await counted({ ...meeting, pages }, poll);
  const { desk, book } = meeting;
  const { conclusion } = granted(
    await desk.call('conclusion.put', { book, platform: platformNo(meeting), text: 'Đạt.' }),
  );
  const vote = async () => await desk.call('conclusion.vote.open', { book, conclusion });
  expect(codeOf(await vote())).toBe('declarations-missing');
  const declared = [{ platform: platformNo(meeting), conflict: false }];
  const interest = { kind: 'interest-declared', body: { declared } } as const;
  expect((await stateAs(latecomer, interest)).code).toBe('ok');
  expect((await stateAs(latecomer, interest)).code).toBe('declaration-late');
  expect((await stateAs(pageNo(meeting, 3), interest)).code).toBe('declaration-late');
  const { poll: voting } = granted(await vote());
  expect(stateOf(meeting).polls[voting]?.entitled).toContain(seatNo(meeting, 2));
  expect(stateOf(meeting).polls[poll]?.entitled).not.toContain(seatNo(meeting, 2));
});

test('[H8] votes name the very text, and are shown together when the vote is closed', async () => {
  const { meeting, poll } = await inRound(await room());
  await counted(meeting, poll);
  const { desk, book } = meeting;
  expect(codeOf(await desk.call('conclusion.put', { book, platform: platformNo(meeting), text: ' ' }))).toBe(
    'conclusion-text-missing',
  );
  const { conclusion, poll: vote, about } = await concluding(meeting);
  expect(codeOf(await desk.call('conclusion.vote.open', { book, conclusion }))).toBe('conclusion-voted');
  const other = 'cd'.repeat(32);
  const by = async (about: string) =>
    (
      await stateAs(pageNo(meeting, 0), {
        kind: 'vote-cast',
        body: { poll: vote, about: about as never, choice: 'disagree' },
      })
    ).code;
  expect(await by(other)).toBe('stale-object');
  expect(codeOf(await desk.call('vote.cast', { book, poll: vote, about: other, choice: 'agree' }))).toBe(
    'stale-object',
  );
  expect(await by(about)).toBe('ok');
  granted(await desk.call('vote.cast', { book, poll: vote, about, choice: 'agree' }));
  expect((await sessionOf(meeting)).platforms[0]?.conclusion).toMatchObject({ votes: [], passed: null });
  expect(codeOf(await desk.call('round.reveal', { book, poll: vote }))).toBe('poll-unknown');
  granted(await desk.call('conclusion.vote.close', { book, poll: vote }));
  expect((await sessionOf(meeting)).platforms[0]?.conclusion?.votes).toHaveLength(2);
  expect(await by(about)).toBe('round-closed');
  const reserve = async (about: string, text = 'Giữ ý kiến') =>
    codeOf(await desk.call('reservation.make', { book, conclusion, about, text }));
  expect([await reserve(other), await reserve(about, ' '), await reserve(about)]).toEqual([
    'stale-object',
    'reservation-text-missing',
    'ok',
  ]);
});

test('[H8] revealing is for scores: a vote on a conclusion that is asked to be revealed stops nothing', async () => {
  const { meeting, poll } = await inRound(await room(), formOf({}, 2));
  await counted(meeting, poll);
  const { poll: vote } = await concluding(meeting);
  const { desk, book } = meeting;
  expect(codeOf(await desk.call('round.reveal', { book, poll: vote }))).toBe('poll-unknown');
  granted(await desk.call('conclusion.vote.close', { book, poll: vote }));
  expect(codeOf(await desk.call('round.open', { book, platform: platformNo(meeting, 1) }))).toBe('ok');
});

test('[H9] an absent member\u2019s letter is confirmed by a second seat and never counted', async () => {
  const meeting = await declare(await opened(await joined(await room())));
  const { desk, book } = meeting;
  const record = async (seat: string, text = 'Đồng ý.') =>
    codeOf(await desk.call('opinion.record', { book, platform: platformNo(meeting), seat, text }));
  expect(await record(seatNo(meeting, 3))).toBe('opinion-of-present-member');
  expect(await record(seatNo(meeting, 6))).toBe('seat-does-not-vote');
  expect(await record('0'.repeat(16))).toBe('seat-unknown');
  expect(await record(seatNo(meeting, 2), ' ')).toBe('opinion-text-missing');
  expect(await record(seatNo(meeting, 2))).toBe('ok');
  const entry = (await sessionOf(meeting)).platforms[0]?.opinions[0]?.entry ?? '';
  expect(codeOf(await desk.call('entry.confirm', { book, entry }))).toBe('confirmed-by-same-seat');
  expect((await stateAs(pageNo(meeting, 0), { kind: 'entry-confirmed', body: { entry: entry as never } })).code).toBe(
    'ok',
  );
  const poll = await openRound(meeting);
  await counted(meeting, poll);
  expect((await seen(desk, 'results', { book })).platforms[0]?.result).toMatchObject({
    issued: 5,
    returned: 5,
    of: 5,
  });
});

test('[H10] nothing of a book that is not there can be asked, and a bad view is refused, not silent', async () => {
  const { desk, book } = await joined(await room(), formOf(), []);
  const none = 'ab'.repeat(32);
  expect(codeOf(await look(desk, 'session', { book: none }))).toBe('book-unknown');
  expect(codeOf(await desk.call('meeting.open', { book: none, presiding: '0'.repeat(16) }))).toBe('book-unknown');
  expect(codeOf(await look(desk, 'draft', { book, poll: '0'.repeat(16) }))).toBe('poll-unknown');
  expect(codeOf(await desk.call('round.close', { book, poll: '0'.repeat(16) }))).toBe('poll-unknown');
  expect(codeOf(await desk.call('meeting.open', { book, presiding: '0'.repeat(16) }))).toBe('seat-unknown');
});
