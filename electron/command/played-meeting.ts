// Plays a meeting over links, from joining to the last conclusion, as its people would.
import { ok, type Result } from '../../shared/base/result.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { type Client, openClient } from '../../shared/contract/client.ts';
import { serveLink } from '../../shared/contract/dispatcher.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { PlatformView, SeatView, SessionView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Headless } from '../headless.ts';
import { nodeCiphers } from '../seal/node-ciphers.ts';
import type { MeetingClock } from './meeting-clock.ts';
import { type Dice, playedItems } from './played-marks.ts';
import { joinPlayedSeat, type PlayedSeat, salt } from './played-seat.ts';

/** A refusal in a played meeting is a fault of the program: nobody is there to mend it. */
export function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
}

export function linkTo({ host }: Pick<Headless, 'host'>): Client {
  const [near, far] = memoryLinks();
  const id = Buffer.from(nodeCiphers.random(16)).toString('hex');
  // A played meeting acts at once where people take an hour: its links count time a thousandfold.
  const now = () => performance.now() * 1_000;
  serveLink(far, host, { id, challenge: nodeCiphers.random(32), now, soon: setImmediate, note: () => {} });
  return openClient(near);
}

export const latest = async (client: Client, book: string): Promise<SessionView> =>
  await new Promise((shown, failed) => {
    const stop = client.watch('session', { book }, (value) => {
      queueMicrotask(() => stop());
      if (value.ok) shown(value.value);
      else failed(new Error(value.refusal.code));
    });
  });

export type Cast = {
  readonly absent: SeatView;
  readonly recused: SeatView;
  readonly reserving: SeatView;
  readonly reopening: SeatView;
};

/** The last voting member is absent, the one before it has a conflict; the first member reopens, the vice-chair reserves. */
export function castOf(session: SessionView): Cast {
  const voting = session.seats.filter(({ votes }) => votes);
  const [absent, recused] = [voting.at(-1), voting.at(-2)];
  const reserving = voting.find(({ role }) => role === 'vice-chair');
  const reopening = voting.find(({ role }) => role === 'chair');
  if (!absent || !recused || !reserving || !reopening) throw new Error('a played meeting wants five voting members');
  return { absent, recused, reserving, reopening };
}

export type Items = ReturnType<typeof playedItems>;
export type Marks = (platform: PlatformView, seat: string) => Items;

/** Marks by a seed, as the demonstration has them. */
export const rolledMarks =
  (set: CriteriaSet, roll: Dice): Marks =>
  (platform) =>
    playedItems(set, platform, roll);

export type Meeting = {
  readonly desk: Client;
  readonly book: string;
  readonly clock: MeetingClock;
  /** What a seat marks on a platform. */
  readonly marks: Marks;
  readonly secretary: string;
  readonly cast: Cast;
  readonly seats: ReadonlyMap<string, PlayedSeat>;
};

export const ready = (session: SessionView, absent: string) =>
  session.seats.filter((seat) => seat.votes && seat.seat !== absent);

/** Attendance, declarations, and the absent member's written opinion, confirmed by a second seat. */
async function open(meeting: Meeting): Promise<void> {
  const { desk, book, clock, cast, secretary } = meeting;
  const session = await latest(desk, book);
  const chair = session.seats.find(({ role }) => role === 'chair')?.seat ?? '';
  must(await desk.call('meeting.open', { book, presiding: chair }), 'meeting.open');
  clock.pass(2);
  for (const { seat } of session.seats) {
    const presence = seat === cast.absent.seat ? 'excused' : 'present';
    const note = presence === 'excused' ? 'đi công tác' : '';
    must(await desk.call('attendance.mark', { book, seat, presence, note }), 'attendance.mark');
  }
  clock.pass(5);
  const first = session.platforms[0]?.platform;
  for (const { seat } of ready(session, cast.absent.seat)) {
    const declared = session.platforms.map(({ platform }) => ({
      platform,
      conflict: seat === cast.recused.seat && platform === first,
    }));
    if (seat === secretary) must(await desk.call('interest.declare', { book, declared }), 'interest.declare');
    else must(await stateAs(meeting, seat, { kind: 'interest-declared', body: { declared } }), 'interest-declared');
  }
  const text = 'Tôi đã nghiên cứu hồ sơ. Đề nghị Hội đồng lưu ý phương án dự phòng khi hạ tầng chính ngừng hoạt động.';
  if (first !== undefined)
    must(await desk.call('opinion.record', { book, platform: first, seat: cast.absent.seat, text }), 'opinion.record');
  const opinion = (await latest(desk, book)).platforms[0]?.opinions[0]?.entry ?? '';
  must(
    await stateAs(meeting, cast.reserving.seat, { kind: 'entry-confirmed', body: { entry: opinion as never } }),
    'entry-confirmed',
  );
}

export const stateAs = async ({ seats }: Meeting, seat: string, statement: Statement): Promise<Result<string>> => {
  const played = seats.get(seat);
  if (played === undefined) throw new Error('nobody plays this seat');
  return await played.state(statement);
};

async function deskBallot({ desk, book }: Meeting, poll: string, items: Items): Promise<void> {
  for (const [criterion, item] of Object.entries(items)) {
    const { cites, ...rest } = item;
    const saved = await desk.call('draft.save', {
      book,
      poll,
      criterion,
      item: { ...rest, ...(cites ? { cites: [...cites] } : {}) },
    });
    must(saved, 'draft.save');
  }
  must(await desk.call('ballot.cast', { book, poll }), 'ballot.cast');
}

/** One round: everybody alone and sealed, one ballot reopened, then revealed and counted. */
async function score(meeting: Meeting, platform: string, isFirst: boolean): Promise<void> {
  const { desk, book, clock, cast, seats, secretary, marks } = meeting;
  const { poll } = must(await desk.call('round.open', { book, platform }), 'round.open');
  const session = await latest(desk, book);
  const view = session.platforms.find((each) => each.platform === platform);
  if (view === undefined) throw new Error('platform gone');
  clock.pass(25);
  for (const { seat } of ready(session, cast.absent.seat)) {
    if (view.recused.includes(seat)) continue;
    const items = marks(view, seat);
    if (seat === secretary) await deskBallot(meeting, poll, items);
    else {
      const ballot = must((await seats.get(seat)?.cast(poll, items)) ?? ok(''), 'ballot-cast');
      if (isFirst && seat === cast.reopening.seat) await reopen(meeting, poll, seat, ballot, items);
    }
    clock.pass(1);
  }
  must(await desk.call('round.reveal', { book, poll }), 'round.reveal');
  for (const played of seats.values()) await played.release();
}

async function reopen(meeting: Meeting, poll: string, seat: string, ballot: string, items: Items): Promise<void> {
  const reason = 'evidence';
  must(
    await stateAs(meeting, seat, { kind: 'ballot-reopened', body: { poll, ballot: ballot as never, reason } }),
    'ballot-reopened',
  );
  must((await meeting.seats.get(seat)?.cast(poll, items, 'Đã đối chiếu lại minh chứng.')) ?? ok(''), 'ballot-cast');
}

/** The chair's conclusion, an open vote on it, and one reserved opinion. */
async function conclude(meeting: Meeting, platform: string, isFirst: boolean): Promise<void> {
  const { desk, book, clock, cast, secretary } = meeting;
  const outcome = await outcomeOf(desk, book, platform);
  const { conclusion } = must(
    await desk.call('conclusion.put', { book, platform, text: `${outcome}.` }),
    'conclusion.put',
  );
  const { poll } = must(await desk.call('conclusion.vote.open', { book, conclusion }), 'conclusion.vote.open');
  const session = await latest(desk, book);
  const at = session.platforms.find((each) => each.platform === platform);
  const about = at?.conclusion?.sha256 ?? '';
  for (const { seat } of ready(session, cast.absent.seat)) {
    if (at?.recused.includes(seat)) continue;
    const choice = isFirst && seat === cast.reserving.seat ? ('disagree' as const) : ('agree' as const);
    if (seat === secretary) must(await desk.call('vote.cast', { book, poll, about, choice }), 'vote.cast');
    else
      must(
        await stateAs(meeting, seat, { kind: 'vote-cast', body: { poll, about: about as never, choice } }),
        'vote-cast',
      );
  }
  must(await desk.call('conclusion.vote.close', { book, poll }), 'conclusion.vote.close');
  clock.pass(10);
  if (!isFirst) return;
  const text =
    'Đề nghị thẩm định lại số liệu người dùng trước khi công bố; tôi giữ ý kiến này dù kết luận đã được thông qua.';
  const body = { _salt: salt(), conclusion, about: about as never, text };
  must(await stateAs(meeting, cast.reserving.seat, { kind: 'reservation-made', body }), 'reservation-made');
}

async function outcomeOf(desk: Client, book: string, platform: string): Promise<string> {
  return await new Promise((shown, failed) => {
    const stop = desk.watch('results', { book }, (value) => {
      queueMicrotask(() => stop());
      const result = value.ok ? value.value.platforms.find((each) => each.platform === platform)?.result : undefined;
      if (result) shown(result.outcome.name.vi);
      else failed(new Error('platform not counted'));
    });
  });
}

async function join(
  headless: Headless,
  desk: Client,
  book: string,
  session: SessionView,
  clock: MeetingClock,
  absent: string,
) {
  const seats = new Map<string, PlayedSeat>();
  for (const { seat, device, votes } of session.seats) {
    if (!votes || seat === absent || device !== 'none') continue;
    const { code } = must(await desk.call('seat.code', { book, seat }), 'seat.code');
    seats.set(seat, must(await joinPlayedSeat(linkTo(headless), code, clock.now), 'seat.join'));
  }
  return seats;
}

export type Play = Pick<Meeting, 'clock' | 'marks'>;

/** A session set up, and every member but the absent one at a device of its own. */
export async function gather(headless: Headless, form: SessionForm, { clock, marks }: Play): Promise<Meeting> {
  const desk = linkTo(headless);
  must(await desk.call('desk.enter', { token: headless.deskToken }), 'desk.enter');
  const { book } = must(await desk.call('session.create', form), 'session.create');
  const session = await latest(desk, book);
  const cast = castOf(session);
  const seats = await join(headless, desk, book, session, clock, cast.absent.seat);
  return { desk, book, clock, marks, cast, seats, secretary: session.me.seat ?? '' };
}

/** From the roll call to the last conclusion. */
export async function hold(meeting: Meeting): Promise<void> {
  await open(meeting);
  const { platforms } = await latest(meeting.desk, meeting.book);
  for (const [at, { platform }] of platforms.entries()) {
    await score(meeting, platform, at === 0);
    await conclude(meeting, platform, at === 0);
  }
}
