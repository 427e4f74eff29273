// Who records now, who may pass the recording on, and whose word counts for it.
import type { SeatId } from '../base/ids.ts';
import { hadDevice } from './seat-devices.ts';
import { votingSeats } from './seating.ts';
import type { State } from './state.ts';

/** The seat whose device writes the rulings; undefined before the book is opened. */
export const recorderOf = (state: State): SeatId | undefined => state.passings.at(-1)?.seat ?? state.opened?.recorder;

/** Seats that together may pass the recording on, those who came in the place of a keeper among them. */
export function keepersOf(state: State): readonly SeatId[] {
  const now = (seat: SeatId): SeatId => {
    const by = state.seats[seat]?.replaced?.by;
    return by === undefined || by === seat ? seat : now(by);
  };
  return (state.opened?.keepers ?? []).map(now);
}

type Word = { readonly seat: string; readonly key: string };

/** The device that speaks for the seat now. */
export const speaksFor = (state: State, { seat, key }: Word): boolean => {
  const at = state.seats[seat];
  return at !== undefined && at.replaced === undefined && at.device !== undefined && (at.device as string) === key;
};

/** Different keepers among these, each by the device that is bound to its seat. */
export const keepersAmong = (state: State, words: readonly Word[]): readonly SeatId[] =>
  [...new Set(keepersOf(state))].filter((keeper) =>
    words.some((word) => word.seat === keeper && speaksFor(state, word)),
  );

/** How many keepers are more than half of them. */
export const keepersNeeded = (state: State): number => Math.floor(new Set(keepersOf(state)).size / 2) + 1;

/**
 * Whose word lets a restored recording device go on: the chair's; where the chair records, or never had a device, that
 * of any other keeper.
 */
export function mayLetResume(state: State, seat: string): boolean {
  const recorder = recorderOf(state);
  if (seat === recorder) return false;
  const chair = votingSeats(state).find(({ role }) => role === 'chair')?.seat;
  if (chair !== undefined && chair !== recorder && hadDevice(state, chair)) return seat === chair;
  return keepersOf(state).some((keeper) => keeper === seat);
}
