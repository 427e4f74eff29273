// The results of a session: what its counted, opened ballots come to, per platform and round.
import type { SeatId } from '../base/ids.ts';
import { isRecused, votingSeats } from '../book/seating.ts';
import type { Poll, SealedBallot, State } from '../book/state.ts';
import type { Opened } from '../seal/open-ballots.ts';
import { resultOf } from './outcome.ts';
import type { CountedBallot, PlatformResult } from './result-types.ts';

export const pollsOf = (state: State, platform: string): readonly Poll[] =>
  Object.values(state.polls)
    .filter((poll) => poll.subject.of === 'platform' && poll.subject.platform === platform)
    .sort((a, b) => roundOf(a) - roundOf(b));

export const roundOf = (poll: Poll): number => (poll.subject.of === 'platform' ? poll.subject.round : 0);

export type OpenedSheet = {
  readonly seat: SeatId;
  readonly sealed: SealedBallot;
  readonly counted?: CountedBallot;
  readonly code?: string;
};

/** Every sheet that was put in, in the order of the table: its marks where it was opened and valid, else why not. */
export function sheetsOf(state: State, opened: Opened, poll: Poll): readonly OpenedSheet[] {
  const order = new Map(votingSeats(state).map((seat, at) => [seat.seat as string, at]));
  return Object.values(poll.ballots)
    .filter((sealed) => sealed.status !== 'superseded')
    .sort((a, b) => (order.get(a.seat) ?? 0) - (order.get(b.seat) ?? 0) || a.seq - b.seq)
    .map((sealed) => {
      const found = sealed.status === 'counted' ? opened.get(sealed.entry) : undefined;
      if (found === undefined) return { seat: sealed.seat, sealed, code: sealed.code ?? sealed.status };
      return found.valid
        ? { seat: sealed.seat, sealed, counted: { seat: sealed.seat, ballot: found.ballot } }
        : { seat: sealed.seat, sealed, code: found.code };
    });
}

/**
 * Undefined until the poll is counted and every counted ballot is opened here: a half-known result is never shown.
 * The divisor `present` is who was issued a ballot: voting, attending, not recused when the round was opened.
 */
export function pollResult(state: State, opened: Opened, poll: Poll): PlatformResult | undefined {
  const { opened: book, criteria } = state;
  if (poll.step !== 'counted' || poll.subject.of !== 'platform' || book === undefined || criteria === undefined)
    return undefined;
  const { platform } = poll.subject;
  const sheets = sheetsOf(state, opened, poll);
  const returned = sheets.filter(({ sealed }) => sealed.status !== 'late');
  if (returned.some(({ sealed }) => sealed.status === 'counted' && !opened.has(sealed.entry))) return undefined;
  const ballots = returned.flatMap(({ counted }) => (counted ? [counted] : []));
  return resultOf({
    set: criteria.set,
    rules: book.rules,
    ballots,
    present: poll.entitled.length,
    appointed: votingSeats(state).filter(({ seat }) => !isRecused(state, seat, platform)).length,
    issued: poll.entitled.length,
    returned: returned.length,
    invalid: returned.length - ballots.length,
  });
}

/** The last round that was counted decides. */
export function platformResult(state: State, opened: Opened, platform: string): PlatformResult | undefined {
  const counted = pollsOf(state, platform).filter((poll) => poll.step === 'counted');
  const last = counted.at(-1);
  return last ? pollResult(state, opened, last) : undefined;
}
