// Whose seat a link speaks for, where this machine holds its key: the desk's own, one on a shared laptop, a guest's.
import type { SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Identity } from '../../shared/contract/host.ts';
import { type LiveBook, recordingOf, seatFeedOf } from './live-book.ts';

/**
 * The seat in which the desk of this machine sits: that of the recording feed it writes, else the one it was bound to, else
 * that of a recording feed it once wrote. Undefined where the book only lies here.
 */
export function deskSeat(live: Pick<LiveBook, 'held' | 'state'>): SeatId | undefined {
  const held = [...live.held.values()];
  const bound = held.find(({ role, own }) => role === 'seat' && own.via === 'app');
  return (recordingOf(live) ?? bound ?? held.find(({ role }) => role === 'recording'))?.own.seat;
}

/** The seat that this link looks from. */
export const seatFrom = (live: LiveBook, identity: Identity): SeatId | undefined =>
  identity.who === 'seat' ? (identity.seat as SeatId) : deskSeat(live);

/** The seat that this link may write for here. Refuses `seat-not-held` where the key lies on another device. */
export function heldSeat(live: LiveBook, identity: Identity): Result<SeatId> {
  const seat = seatFrom(live, identity);
  const isElsewhere = identity.who === 'seat' && seatFeedOf(live, seat ?? '') === undefined;
  return seat === undefined || isElsewhere ? refuse('seat-not-held') : ok(seat);
}
