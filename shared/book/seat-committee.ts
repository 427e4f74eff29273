// Seats the counting committee once the vote that elects it is closed.
import { carries } from '../council/vote.ts';
import type { Origin, Poll, State } from './state.ts';

/** The committee sits from the moment the vote on it is closed and carried. */
export function seatCommittee(state: State, poll: Poll, origin: Origin): void {
  const rules = state.opened?.rules;
  if (poll.subject.of !== 'election' || rules === undefined || poll.voided || state.committee) return;
  const election = state.elections[poll.subject.election];
  const presides = poll.stood?.presiding;
  const side = poll.hands ? poll.hands.presiding : presides === undefined ? undefined : poll.votes[presides]?.choice;
  const agree = poll.hands?.agree ?? Object.values(poll.votes).filter(({ choice }) => choice === 'agree').length;
  const count = { agree, of: poll.stood?.present.length ?? 0, ...(side ? { presiding: side } : {}) };
  if (election && carries(rules, count)) state.committee = { members: election.members, head: election.head, origin };
}
