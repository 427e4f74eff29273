// The sittings of a meeting as the page needs them: who was a member at each, and how the quorum stood in it.

import type { Seat, State } from '../book/state.ts';
import { attends, type Presence, type Quorum, quorumOf } from '../council/quorum.ts';
import { memberSeats } from './sentence.ts';

/** Who had a vote in the sitting of this number (from 1): appointed by then, and not replaced before it. */
export function membersIn(state: State, sitting: number): readonly Seat[] {
  return memberSeats(state).filter(({ replaced, replaces }) => {
    const came = replaces === undefined ? 0 : (state.seats[replaces]?.replaced?.sittings ?? 0);
    return came < sitting && (replaced === undefined || replaced.sittings >= sitting);
  });
}

export const marksIn = (seat: Seat, sitting: number): Seat['attendance'] =>
  seat.attendance.filter((mark) => mark.sitting === sitting);

/** Was there at some time of the sitting: in the room, or online where that counts. */
export const cameTo = (state: State, seat: Seat, sitting: number): boolean =>
  state.opened !== undefined &&
  marksIn(seat, sitting).some(({ presence }) => attends(presence, state.opened?.rules ?? { online: 'does-not-count' }));

export type SittingQuorum = {
  /** Most members who were there at one time. */
  readonly present: number;
  readonly appointed: number;
  /** It held at some time of the sitting; what was opened at another time is void and printed as such. */
  readonly holds: boolean;
  readonly entries: readonly string[];
};

/** The roll of a sitting, mark by mark in the order of their times, and the best that it came to. */
export function quorumOfSitting(state: State, sitting: number): SittingQuorum {
  const { rules } = state.opened ?? {};
  const members = membersIn(state, sitting);
  const marks = members
    .flatMap((seat) => marksIn(seat, sitting).map((mark) => ({ ...mark, seat: seat.seat as string })))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const entries = marks.map(({ entry }) => entry);
  if (rules === undefined) return { present: 0, appointed: members.length, holds: false, entries };
  const now = new Map<string, Presence>();
  const letters = new Set<string>(state.authorisations.map(({ seat }) => seat));
  let present = 0;
  let holds = false;
  for (const { seat, presence } of marks) {
    now.set(seat, presence);
    const quorum: Quorum = quorumOf({
      rules,
      seats: members.map((each) => ({
        seat: each.seat,
        role: each.role,
        presence: now.get(each.seat) ?? 'unknown',
        authorised: letters.has(each.seat),
      })),
    });
    present = Math.max(present, quorum.present);
    holds ||= quorum.holds;
  }
  return { present, appointed: members.length, holds, entries };
}
