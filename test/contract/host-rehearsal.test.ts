// A rehearsal played by the host: one person at the desk reaches signed minutes, and a real session never plays itself.
import { expect, test } from 'vitest';
import type { LiveBook } from '../../electron/host/live-book.ts';
import { inventedSheet, RESERVED } from '../../electron/host/rehearsal-marks.ts';
import { playedSeats, seatPlayers } from '../../electron/host/rehearsal-seats.ts';
import type { Client } from '../../shared/contract/client.ts';
import { METHODS } from '../../shared/contract/methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { CRITERIA, codeOf, deskOf, formOf, granted, type Room, room, SET, SET_HASH, seen } from './host-room.ts';
import { tracesIn, tracesInFiles, tracesInTables } from './leak-traces.ts';

const atOnce = () => 0;
type Rehearsal = { readonly at: Room; readonly desk: Client; readonly book: string };

async function begin(more: Parameters<typeof room>[0] = {}, folder = tempFolder('rehearsal')): Promise<Rehearsal> {
  const at = await room({ pace: atOnce, ...more }, folder);
  const desk = await deskOf(at);
  const { book } = granted(await desk.call('rehearsal.create', { criteria: SET_HASH }));
  return { at, desk, book };
}

/** The first view of the session that holds what is asked. */
const until = async (
  { desk, book }: Pick<Rehearsal, 'desk' | 'book'>,
  holds: (session: SessionView) => boolean,
): Promise<SessionView> =>
  await new Promise((shown, failed) => {
    const late = setTimeout(() => failed(new Error('the invented members did not get there')), 15_000);
    const stop = desk.watch('session', { book }, (value) => {
      if (!value.ok || !holds(value.value)) return;
      clearTimeout(late);
      queueMicrotask(() => stop());
      shown(value.value);
    });
  });

const liveOf = async ({ at, book }: Pick<Rehearsal, 'at' | 'book'>): Promise<LiveBook> =>
  granted(await at.headless.host.desk.books.open(book));
const chairOf = (session: SessionView) => session.seats.find(({ role }) => role === 'chair')?.seat ?? '';
const platformOf = (session: SessionView) => session.platforms[0]?.platform ?? '';
const pause = async (ms: number) => await new Promise((done) => setTimeout(done, ms));

/** Opened, everybody called, one of them excused where a place is named, and the newcomer's own declaration. */
async function openedBy({ desk, book }: Pick<Rehearsal, 'desk' | 'book'>, excused?: number): Promise<SessionView> {
  const session = await seen(desk, 'session', { book });
  const away = excused === undefined ? undefined : session.seats.at(excused)?.seat;
  granted(await desk.call('meeting.open', { book, presiding: chairOf(session) }));
  for (const { seat } of session.seats)
    granted(
      await desk.call('attendance.mark', { book, seat, presence: seat === away ? 'excused' : 'present', note: '' }),
    );
  const declared = session.platforms.map(({ platform }) => ({ platform, conflict: false }));
  granted(await desk.call('interest.declare', { book, declared }));
  return session;
}

/** The others declare by themselves. */
async function called(given: Pick<Rehearsal, 'desk' | 'book'>, excused?: number): Promise<SessionView> {
  await openedBy(given, excused);
  return await until(given, ({ platforms }) => platforms.every(({ undeclared }) => undeclared.length === 0));
}

async function openRound(given: Rehearsal, session: SessionView): Promise<string> {
  const { desk, book } = given;
  return granted(await desk.call('round.open', { book, platform: platformOf(session) })).poll;
}

async function castOwn({ desk, book }: Rehearsal, poll: string): Promise<void> {
  for (const criterion of CRITERIA)
    granted(await desk.call('draft.save', { book, poll, criterion, item: { mark: 'met' } }));
  granted(await desk.call('ballot.cast', { book, poll }));
}

const allIn = (session: SessionView): boolean =>
  session.polls.at(-1)?.sheets.every(({ state }) => state === 'cast' || state === 'not-entitled') === true;

test('[RH1] one person at the desk reaches minutes that two have signed; the others act by themselves', {
  timeout: 90_000,
}, async () => {
  const given = await begin();
  const { desk, book } = given;
  const ready = await called(given);
  expect(ready.platforms[0]?.recused).toHaveLength(1);
  const poll = await openRound(given, ready);
  await castOwn(given, poll);
  const sheets = (await until(given, allIn)).polls[0]?.sheets;
  expect(sheets?.filter(({ state }) => state === 'cast')).toHaveLength(6);
  granted(await desk.call('round.reveal', { book, poll }));
  const results = await seen(desk, 'results', { book });
  const marks = results.platforms[0]?.sheets.flatMap(({ items }) => Object.values(items).map(({ mark }) => mark));
  expect(marks?.filter((mark) => mark === 'not-met').length).toBeGreaterThan(0);
  const platform = platformOf(ready);
  const { conclusion } = granted(await desk.call('conclusion.put', { book, platform, text: 'Đạt.' }));
  const vote = granted(await desk.call('conclusion.vote.open', { book, conclusion }));
  const about = (await seen(desk, 'session', { book })).platforms[0]?.conclusion?.sha256 ?? '';
  granted(await desk.call('vote.cast', { book, poll: vote.poll, about, choice: 'agree' }));
  await until(given, allIn);
  granted(await desk.call('conclusion.vote.close', { book, poll: vote.poll }));
  const concluded = await until(given, ({ platforms }) => (platforms[0]?.conclusion?.reservations.length ?? 0) > 0);
  expect(concluded.platforms[0]?.conclusion).toMatchObject({ passed: true, reservations: [{ text: RESERVED }] });
  expect(concluded.platforms[0]?.conclusion?.votes.map(({ choice }) => choice)).toContain('disagree');
  granted(await desk.call('minutes.write', { book }));
  const sha256 = (await seen(desk, 'session', { book })).minutes.written?.sha256 ?? '';
  granted(await desk.call('minutes.approve', { book, sha256 }));
  await until(given, ({ minutes }) => minutes.approvals.length === 7);
  granted(await desk.call('meeting.close', { book }));
  granted(await desk.call('minutes.seal', { book }));
  for (const field of ['ThuKy', 'ChuToa'] as const) granted(await desk.call('minutes.rehearsal-sign', { book, field }));
  const done = await seen(desk, 'session', { book });
  expect(done.phase).toBe('done');
  const report = granted(await desk.call('file.verify', { sha256: done.minutes.file?.sha256 ?? '', roots: '' }));
  expect(report).toMatchObject({ kind: 'minutes', rehearsal: true });
  expect(report.verdict.vi).toContain('DIỄN TẬP');
  expect(given.at.log.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('[RH2] a rehearsal goes on after a restart in the middle of a round', async () => {
  const folder = tempFolder('rehearsal');
  const first = await begin({ pace: (act) => (act === 'cast' ? 60_000 : 0) }, folder);
  const ready = await called(first);
  const poll = await openRound(first, ready);
  await castOwn(first, poll);
  await pause(100);
  expect(
    (await seen(first.desk, 'session', { book: first.book })).polls[0]?.sheets.filter(({ state }) => state === 'cast'),
  ).toHaveLength(1);
  await first.at.headless.close();
  const at = await room({ pace: atOnce }, folder);
  const again: Rehearsal = { at, desk: await deskOf(at), book: first.book };
  // To be looked at is enough: nobody has to press anything.
  await until(again, allIn);
  granted(await again.desk.call('round.reveal', { book: again.book, poll }));
  expect((await until(again, ({ polls }) => polls[0]?.step === 'counted')).polls[0]?.setAside).toEqual([]);
});

test('[RH2] a rehearsal goes on after a restart before anybody has said anything', async () => {
  const folder = tempFolder('rehearsal');
  const first = await begin({}, folder);
  await first.at.headless.close();
  const at = await room({ pace: atOnce }, folder);
  const ready = await called({ desk: await deskOf(at), book: first.book });
  expect(ready.platforms[0]?.undeclared).toEqual([]);
});

test('[RH3] before the reveal no invented mark or remark is in a view, on the link, in the log or in a file', async () => {
  const given = await begin();
  const { at, desk, book } = given;
  for (const view of ['session', 'criteria', 'results', 'minutes', 'log'] as const)
    desk.watch(view as 'session', { book }, () => undefined);
  const ready = await called(given);
  const live = await liveOf(given);
  const poll = await openRound(given, ready);
  await castOwn(given, poll);
  await until(given, allIn);
  const evidence = Object.values(live.state.platforms[platformOf(ready)]?.evidence ?? {});
  const written = playedSeats(live).flatMap((_, place) =>
    Object.values(inventedSheet(SET, { at: place, round: 1, missed: new Set(), evidence }).items).flatMap(
      ({ remark }) => remark ?? [],
    ),
  );
  expect(written.length).toBeGreaterThan(3);
  const secrets = new Map(written.map((words, number) => [`remark ${number}`, words]));
  const told = () => [
    ...at.said.flatMap(({ text }) => tracesIn(text, secrets)),
    ...at.log.flatMap((line) => tracesIn(line, secrets)),
    ...tracesInFiles(at.folder, secrets),
    ...tracesInTables(at.folder, secrets),
  ];
  expect(told()).toEqual([]);
  expect(at.said.filter(({ way, text }) => way === 'down' && text.includes('not-met'))).toEqual([]);
  granted(await desk.call('round.reveal', { book, poll }));
  await until(given, ({ polls }) => polls[0]?.step === 'counted');
  await pause(20);
  // The same search finds them once they are read out.
  expect(told().length).toBeGreaterThan(0);
});

test('[RH4] in a real session nobody is played: no method seats anybody, and no other place ever says anything', async () => {
  const at = await room({ pace: atOnce });
  const desk = await deskOf(at);
  for (const kind of ['session', 'rehearsal'] as const) {
    const { book } = granted(await desk.call('session.create', formOf({ kind })));
    const given = { at, desk, book };
    const live = await liveOf(given);
    await openedBy(given);
    expect(codeOf(await desk.call('minutes.rehearsal-sign', { book, field: 'ThuKy' }))).toBe(
      kind === 'session' ? 'rehearsal-only' : 'minutes-not-sealed',
    );
    await pause(50);
    const after = await seen(desk, 'session', { book });
    const others = after.seats.filter(({ seat }) => seat !== after.me.seat);
    expect(others.map(({ device }) => device)).toEqual(others.map(() => 'none'));
    expect(others.flatMap(({ declared: said }) => Object.keys(said))).toEqual([]);
    expect(playedSeats(live)).toEqual([]);
    const speaking = new Set((await seen(desk, 'log', { book })).rows.map(({ seat }) => seat));
    expect([...speaking]).toEqual([after.me.seat]);
    if (kind === 'session') {
      const around = at.headless.host.desk.around;
      expect(codeOf(await seatPlayers(around, live))).toBe('rehearsal-only');
    }
  }
  // Whoever adds a method that plays must come past this list.
  const names = Object.keys(METHODS).filter((name) => name.includes('rehears') || name.includes('play'));
  expect(names).toEqual(['rehearsal.create', 'minutes.rehearsal-sign']);
});

test('[RH4] a book that says it is real plays nobody even where this machine holds other seats of it', async () => {
  const given = await begin({ pace: () => 60_000 });
  const live = await liveOf(given);
  expect(playedSeats(live)).toHaveLength(6);
  const { opened } = live.state;
  if (opened === undefined) throw new Error('not opened');
  live.state.opened = { ...opened, bookKind: 'session' };
  expect(playedSeats(live)).toEqual([]);
});

test('[RH5] an invented member keeps to the rules: who was not called declares and casts nothing', async () => {
  const given = await begin();
  const { desk, book } = given;
  const ready = await called(given, -2);
  const absent = ready.seats.at(-2)?.seat ?? '';
  expect(ready.seats.find(({ seat }) => seat === absent)?.declared).toEqual({});
  const poll = await openRound(given, ready);
  await castOwn(given, poll);
  const cast = await until(given, allIn);
  expect(cast.polls[0]?.sheets.find(({ seat }) => seat === absent)?.state).toBe('not-entitled');
  expect(codeOf(await desk.call('seat.code', { book, seat: chairOf(ready) }))).toBe('seat-has-device');
});

test('[RH5] a rehearsal that is edited before it is opened is still played, and never becomes a real session', async () => {
  const given = await begin();
  const { desk, book } = given;
  const { form } = granted(await desk.call('session.form', { book, as: 'edit' }));
  expect(codeOf(await desk.call('session.edit', { book, form: { ...form, kind: 'session' }, replace: true }))).toBe(
    'rehearsal-only',
  );
  const smaller = { ...form, ownSeat: 'host' as const, members: form.members.slice(0, 5), place: 'Phòng khác' };
  const edited = granted(await desk.call('session.edit', { book, form: smaller, replace: true }));
  const again = { ...given, book: edited.book };
  const ready = await called(again);
  expect(ready.place).toBe('Phòng khác');
  expect(ready.seats.map(({ device }) => device)).toEqual(ready.seats.map(() => 'host'));
  expect(ready.seats).toHaveLength(5);
});
