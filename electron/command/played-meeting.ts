// Plays a meeting over links, from joining to the last conclusion, as its people would.
import type { Statement } from '../../shared/book/statements.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import type { Headless } from '../headless.ts';
import type { MeetingClock } from './meeting-clock.ts';
import { type Cast, castOf, ready } from './played-cast.ts';
import { countTwice, electCommittee } from './played-committee.ts';
import { conclude } from './played-conclusion.ts';
import { score } from './played-scoring.ts';
import { joinPlayedSeat, type PlayedSeat } from './played-seat.ts';
import { latest, linkTo, type Meeting, must, stateAs } from './played-table.ts';

/** Attendance, declarations, and the absent member's written opinion, confirmed by a second seat. */
async function open(meeting: Meeting): Promise<void> {
  const { desk, book, clock, cast } = meeting;
  const session = await latest(desk, book);
  const chair = session.seats.find(({ role }) => role === 'chair')?.seat ?? '';
  must(await desk.call('meeting.open', { book, presiding: chair }), 'meeting.open');
  clock.pass(2);
  for (const { seat } of session.seats) {
    const presence = seat === cast.absent?.seat ? 'excused' : 'present';
    const note = presence === 'excused' ? 'đi công tác' : '';
    must(await desk.call('attendance.mark', { book, seat, presence, note }), 'attendance.mark');
  }
  clock.pass(5);
  const first = session.platforms[0]?.platform;
  for (const { seat } of ready(session, cast)) {
    const declared = session.platforms.map(({ platform }) => ({
      platform,
      conflict: seat === cast.recused?.seat && platform === first,
    }));
    if (seat === meeting.own) must(await desk.call('interest.declare', { book, declared }), 'interest.declare');
    else must(await stateAs(meeting, seat, { kind: 'interest-declared', body: { declared } }), 'interest-declared');
  }
  if (first !== undefined && cast.absent && cast.reserving) await hearAbsent(meeting, first, cast.absent.seat);
}

async function hearAbsent(meeting: Meeting, platform: string, seat: string): Promise<void> {
  const { desk, book, cast } = meeting;
  const text = 'Tôi đã nghiên cứu hồ sơ. Đề nghị Hội đồng lưu ý phương án dự phòng khi hạ tầng chính ngừng hoạt động.';
  must(await desk.call('opinion.record', { book, platform, seat, text }), 'opinion.record');
  const entry = (await latest(desk, book)).platforms[0]?.opinions[0]?.entry ?? '';
  const confirmed: Statement = { kind: 'entry-confirmed', body: { entry: entry as never } };
  must(await stateAs(meeting, cast.reserving?.seat ?? '', confirmed), 'entry-confirmed');
}

async function join(
  headless: Headless,
  desk: Client,
  book: string,
  session: SessionView,
  clock: MeetingClock,
  cast: Cast,
) {
  const seats = new Map<string, PlayedSeat>();
  for (const { seat, device, votes } of session.seats) {
    if (!votes || seat === cast.absent?.seat || device !== 'none') continue;
    const { code } = must(await desk.call('seat.code', { book, seat }), 'seat.code');
    seats.set(seat, must(await joinPlayedSeat(linkTo(headless), code, clock.now), 'seat.join'));
  }
  return seats;
}

export type Play = Pick<Meeting, 'clock' | 'marks'> & { readonly rounds?: number };

/** A session set up, and every member but the absent one at a device of its own. */
export async function gather(
  headless: Headless,
  form: SessionForm,
  { clock, marks, rounds = 1 }: Play,
): Promise<Meeting> {
  const desk = linkTo(headless);
  must(await desk.call('desk.enter', { token: headless.deskToken }), 'desk.enter');
  const { book } = must(await desk.call('session.create', form), 'session.create');
  const session = await latest(desk, book);
  const cast = castOf(session);
  const seats = await join(headless, desk, book, session, clock, cast);
  return {
    desk,
    book,
    clock,
    marks,
    rules: session.rules,
    rounds,
    said: new Map(),
    cast,
    seats,
    own: session.me.seat ?? '',
  };
}

/** From the roll call to the last conclusion. */
export async function hold(meeting: Meeting): Promise<void> {
  await open(meeting);
  if (meeting.rules.committee === 'three') await electCommittee(meeting);
  const { platforms } = await latest(meeting.desk, meeting.book);
  for (const [at, { platform }] of platforms.entries()) {
    const rounds = at === 0 ? Math.min(meeting.rounds, meeting.rules.rounds.most) : 1;
    for (let round = 1; round <= rounds; round++) {
      const poll = await score(meeting, platform, round, at === 0);
      if (meeting.rules.committee === 'three') await countTwice(meeting, poll, at === 0 && round === 1);
    }
    await conclude(meeting, platform, at === 0);
  }
}
