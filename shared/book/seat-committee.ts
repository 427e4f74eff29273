// Seats the counting committee once the vote that elects it is closed.
import { isCarriedInOpen } from './open-vote.ts';
import type { Origin, Poll, State } from './state.ts';

const allSit = (state: State, members: readonly string[]): boolean =>
  members.every((seat) => state.seats[seat] !== undefined && state.seats[seat].replaced === undefined);

/** Elected, and all three still of the council: with fewer no two might be left to count. */
export const isCommitteeWhole = (state: State): boolean =>
  state.committee !== undefined && allSit(state, state.committee.members);

/** The committee sits from the moment the vote on it is closed and carried. */
export function seatCommittee(state: State, poll: Poll, origin: Origin): void {
  if (poll.subject.of !== 'election' || isCommitteeWhole(state)) return;
  const election = state.elections[poll.subject.election];
  if (election === undefined || !allSit(state, election.members)) return;
  if (isCarriedInOpen(state, poll)) state.committee = { members: election.members, head: election.head, origin };
}
