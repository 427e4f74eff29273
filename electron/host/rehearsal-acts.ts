// What the invented members of a rehearsal would do next, read off the state alone: a restart changes nothing.
import type { SeatId } from '../../shared/base/ids.ts';
import { hasDeclared, isAttending } from '../../shared/book/seating.ts';
import type { Conclusion, Poll, State } from '../../shared/book/state.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { inventedVote } from './rehearsal-marks.ts';
import type { PlayedKind } from './surroundings.ts';
import { type Marked, markedKey } from './view-polls.ts';

type Spoken<K extends PlayedKind, T> = { readonly act: K; readonly seat: SeatId } & T;
export type PlayedAct =
  | Spoken<'declare', { readonly declared: { readonly platform: string; readonly conflict: boolean }[] }>
  | Spoken<'mark', { readonly poll: string; readonly marked: number }>
  | Spoken<'cast', { readonly poll: string }>
  | Spoken<'vote', { readonly poll: string; readonly about: string; readonly choice: 'agree' | 'disagree' }>
  | Spoken<'reserve', { readonly conclusion: Conclusion }>
  | Spoken<'approve', { readonly sha256: string }>;

const isHere = (state: State, seat: string): boolean => isAttending(state, state.seats[seat]);

/** The last of the table has a conflict of interest on the first platform: a rehearsal shows a recusal too. */
function declaring(state: State, seats: readonly SeatId[]): PlayedAct | undefined {
  if (state.meeting.opened === undefined) return undefined;
  const platforms = Object.keys(state.platforms);
  for (const seat of seats) {
    const left = platforms.filter((platform) => !hasDeclared(state, seat, platform));
    if (left.length === 0 || !isHere(state, seat)) continue;
    const isLast = seat === seats.at(-1) && state.seats[seat]?.role === 'member';
    const declared = left.map((platform) => ({ platform, conflict: isLast && platform === platforms[0] }));
    return { act: 'declare', seat, declared };
  }
  return undefined;
}

/** All mark at once, each at a speed of its own: who lags furthest behind goes on, who is done casts. */
function scoring(state: State, seats: readonly SeatId[], marked: Marked): PlayedAct | undefined {
  const total = state.criteria ? criteriaOf(state.criteria.set).length : 0;
  const open = Object.values(state.polls).filter(
    ({ step, subject, voided }) => step === 'open' && subject.of === 'platform' && voided === undefined,
  );
  for (const poll of open) {
    const working = seats
      .map((seat, at) => {
        const done = marked.get(markedKey(poll.poll, seat)) ?? 0;
        const speed = 2 + (at % 3);
        return { seat, done, speed, far: done / speed };
      })
      .filter(({ seat }) => poll.entitled.includes(seat) && poll.standing[seat] === undefined && isHere(state, seat));
    const ready = working.find(({ done }) => done >= total);
    if (ready) return { act: 'cast', seat: ready.seat, poll: poll.poll };
    const [slowest] = working.sort((a, b) => a.far - b.far);
    if (slowest)
      return {
        act: 'mark',
        seat: slowest.seat,
        poll: poll.poll,
        marked: Math.min(total, slowest.done + slowest.speed),
      };
  }
  return undefined;
}

const conclusionOf = (state: State, { subject }: Poll): Conclusion | undefined =>
  subject.of === 'conclusion' ? state.conclusions[subject.conclusion] : undefined;

/** What an open vote by devices is about, whichever it is. */
const putIn = (state: State, poll: Poll) =>
  poll.subject.of === 'election' ? state.elections[poll.subject.election] : conclusionOf(state, poll);

function voting(state: State, seats: readonly SeatId[]): PlayedAct | undefined {
  for (const poll of Object.values(state.polls)) {
    const put = putIn(state, poll);
    const isTaken = poll.step === 'open' && poll.voided === undefined && poll.by === 'devices';
    if (put === undefined || !isTaken || poll.secrecy === 'secret') continue;
    const seat = seats.find(
      (each) => poll.entitled.includes(each) && poll.votes[each] === undefined && isHere(state, each),
    );
    if (seat === undefined) continue;
    const choice = poll.subject.of === 'election' ? 'agree' : inventedVote(state.seats[seat]?.role);
    return { act: 'vote', seat, poll: poll.poll, about: put.sha256, choice };
  }
  return undefined;
}

/** Who disagreed reserves the opinion once the vote is closed, and before the minutes are written. */
function reserving(state: State, seats: readonly SeatId[]): PlayedAct | undefined {
  if (state.minutes.written !== undefined) return undefined;
  for (const poll of Object.values(state.polls)) {
    const conclusion = conclusionOf(state, poll);
    if (conclusion === undefined || poll.step === 'open') continue;
    const seat = seats.find(
      (each) => poll.votes[each]?.choice === 'disagree' && conclusion.reservations[each] === undefined,
    );
    if (seat !== undefined) return { act: 'reserve', seat, conclusion };
  }
  return undefined;
}

function approving(state: State, seats: readonly SeatId[]): PlayedAct | undefined {
  const { written, cut, approvals } = state.minutes;
  if (written === undefined || cut !== undefined) return undefined;
  const seat = seats.find((each) => isHere(state, each) && approvals[each]?.sha256 !== written.sha256);
  return seat === undefined ? undefined : { act: 'approve', seat, sha256: written.sha256 };
}

/**
 * The one thing that comes next; undefined while the members wait for the newcomer.
 *
 * @param marked how far each has marked, as shown on the progress screen; presence, gone with the process
 */
export function nextAct(state: State, seats: readonly SeatId[], marked: Marked): PlayedAct | undefined {
  if (state.readOnly !== undefined || seats.length === 0) return undefined;
  return (
    declaring(state, seats) ??
    scoring(state, seats, marked) ??
    voting(state, seats) ??
    reserving(state, seats) ??
    approving(state, seats)
  );
}
