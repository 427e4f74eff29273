// Who sits, who may vote on a platform, who holds shares: the council's questions asked of a state.
import type { SeatId } from '../base/ids.ts';
import { attends, type Quorum, quorumOf } from '../council/quorum.ts';
import { votes } from '../council/roles.ts';
import type { Poll, Seat, State } from './state.ts';

export const seatsInOrder = (state: State): readonly Seat[] =>
  Object.values(state.seats).sort((a, b) => a.order - b.order || (a.seat < b.seat ? -1 : 1));

export const votingSeats = (state: State): readonly Seat[] => seatsInOrder(state).filter((seat) => votes(seat.role));

export const isRecused = (state: State, seat: string, platform: string): boolean =>
  state.declarations[seat]?.[platform]?.conflict === true;

export const hasDeclared = (state: State, seat: string, platform: string): boolean =>
  state.declarations[seat]?.[platform] !== undefined;

/** Who is issued a ballot: voting, attending, declared, not recused. In the order of the table. */
export const entitledSeats = (state: State, platform: string): readonly SeatId[] =>
  votingSeats(state)
    .filter(
      (seat) =>
        attends(seat.presence) && hasDeclared(state, seat.seat, platform) && !isRecused(state, seat.seat, platform),
    )
    .map((seat) => seat.seat);

/** Voting seats that attend and have not said yet whether they have a conflict on this platform. */
export const undeclaredSeats = (state: State, platform: string): readonly SeatId[] =>
  votingSeats(state)
    .filter((seat) => attends(seat.presence) && !hasDeclared(state, seat.seat, platform))
    .map((seat) => seat.seat);

/** Quorum of the meeting, or of one platform once its recused members have left. Undefined before the book is opened. */
export function quorumIn(state: State, platform?: string): Quorum | undefined {
  if (state.opened === undefined) return undefined;
  const seats = votingSeats(state).map(({ seat, role, presence }) => ({
    seat,
    role,
    presence,
    recused: platform !== undefined && isRecused(state, seat, platform),
  }));
  return quorumOf({ rules: state.opened.rules, seats });
}

const HOLDER_ROLES = ['chair', 'secretary', 'vice-chair', 'reviewer', 'member'] as const;

/**
 * Seats that may hold shares of a poll, in the order in which they are asked: chair and secretary first, then a
 * vice-chair or others to stand in where one of them is the author. Only seats with a device of their own can hold.
 */
export function holderSeats(state: State): readonly SeatId[] {
  if (state.opened?.rules.shares !== 'chair-and-secretary') return [];
  const bound = seatsInOrder(state).filter((seat) => seat.device !== undefined && attends(seat.presence));
  const ordered = HOLDER_ROLES.flatMap((role) => bound.filter((seat) => seat.role === role));
  return ordered.slice(0, 3).map((seat) => seat.seat);
}

export type Holder = { readonly seat: SeatId; readonly kem: string };

/** The two holders of one author's ballot, never the author; none where there are not two. */
export function holdersOf(state: State, poll: Pick<Poll, 'holders'>, author: SeatId): readonly Holder[] {
  const holders: Holder[] = [];
  for (const seat of poll.holders) {
    const device = state.devices[state.seats[seat]?.device ?? ''];
    if (seat !== author && device !== undefined && holders.length < 2) holders.push({ seat, kem: device.kem });
  }
  return holders.length === 2 ? holders : [];
}

/** The threshold in force: the set's own, or the one set for this session; null where nobody set one. */
export function thresholdOf(
  state: State,
  criterion: { readonly id: string; readonly threshold: string | null },
): string | null {
  const set = Object.hasOwn(state.thresholds, criterion.id) ? state.thresholds[criterion.id] : undefined;
  return criterion.threshold ?? set?.threshold ?? null;
}
