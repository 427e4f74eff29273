// Whether a vote that everybody saw was carried: what the state itself can tell of a vote.
import { carries } from '../council/vote.ts';
import type { Choice } from './meeting-rulings.ts';
import type { Poll, State } from './state.ts';

/** Raised hands or open votes, once they are closed; of a secret vote the state knows nothing, and this is false. */
export function isCarriedInOpen(state: State, poll: Poll): boolean {
  const rules = state.opened?.rules;
  const { stood, hands, voided, secrecy, subject } = poll;
  if (rules === undefined || stood === undefined || voided || secrecy !== 'open' || subject.of === 'platform')
    return false;
  const cast = poll.entitled.flatMap((seat) => poll.votes[seat]?.choice ?? []);
  const count = (choice: Choice) => cast.filter((each) => each === choice).length;
  const agree = hands?.agree ?? count('agree');
  // The same divisor as of every vote: who voted and then left took part.
  const named = rules.denominator === 'appointed' ? stood.appointed : stood.present;
  const of = Math.max(named.length, agree + (hands?.disagree ?? count('disagree')));
  const side = hands ? hands.presiding : poll.votes[stood.presiding ?? '']?.choice;
  return carries(rules, { agree, of, ...(side ? { presiding: side } : {}) });
}
