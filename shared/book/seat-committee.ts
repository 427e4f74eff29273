// Seats the counting committee once the vote that elects it is closed.
import { carries } from '../council/vote.ts';
import type { Choice } from './meeting-rulings.ts';
import type { Origin, Poll, State } from './state.ts';

const allSit = (state: State, members: readonly string[]): boolean =>
  members.every((seat) => state.seats[seat] !== undefined && state.seats[seat].replaced === undefined);

/** Elected, and all three still of the council: with fewer no two might be left to count. */
export const isCommitteeWhole = (state: State): boolean =>
  state.committee !== undefined && allSit(state, state.committee.members);

/** The committee sits from the moment the vote on it is closed and carried. */
export function seatCommittee(state: State, poll: Poll, origin: Origin): void {
  const rules = state.opened?.rules;
  if (poll.subject.of !== 'election' || rules === undefined || poll.voided || isCommitteeWhole(state)) return;
  const election = state.elections[poll.subject.election];
  const { stood, hands } = poll;
  if (election === undefined || stood === undefined || !allSit(state, election.members)) return;
  const count = (choice: Choice) => Object.values(poll.votes).filter((vote) => vote.choice === choice).length;
  const agree = hands?.agree ?? count('agree');
  // The same divisor as of every vote: who raised a hand and then left took part.
  const named = rules.denominator === 'appointed' ? stood.appointed : stood.present;
  const of = Math.max(named.length, agree + (hands?.disagree ?? count('disagree')));
  const side = hands ? hands.presiding : poll.votes[stood.presiding ?? '']?.choice;
  if (carries(rules, { agree, of, ...(side ? { presiding: side } : {}) }))
    state.committee = { members: election.members, head: election.head, origin };
}
