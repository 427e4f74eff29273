// Where a session stands, read off its state: one phase, one screen.

import { quorumIn } from '../../shared/book/seating.ts';
import { signerFields } from '../../shared/book/signers.ts';
import { isAdjourned, pollUnderWay } from '../../shared/book/sitting.ts';
import type { State } from '../../shared/book/state.ts';
import type { Phase } from '../../shared/contract/phases.ts';
import { isCounted, pollsOf } from '../../shared/results/session-result.ts';

const platformsOf = (state: State) => Object.values(state.platforms);

/** A sitting after the first, until the roll has been called so far that it may decide anything. */
const isBeginningAnew = (state: State): boolean =>
  state.meeting.sittings.length > 1 && quorumIn(state)?.holds !== true && pollUnderWay(state) === undefined;

export function phaseOf(state: State): Phase {
  const { sealed, signatures } = state.minutes;
  if (sealed) return signatures.length >= signerFields(state).length ? 'done' : 'signing';
  if (state.meeting.closed) return 'signing';
  if (isAdjourned(state) || isBeginningAnew(state)) return 'attendance';
  if (state.minutes.written) return 'minutes';
  if (state.meeting.opened === undefined) return 'prepare';
  // What was voided counts for nothing.
  const polls = Object.values(state.polls).filter((poll) => poll.subject.of === 'platform' && !poll.voided);
  if (polls.some((poll) => poll.step === 'open')) return 'scoring';
  if (polls.some((poll) => poll.step === 'closed' || poll.step === 'revealed')) return 'reveal';
  if (polls.length === 0) return 'attendance';
  const uncounted = platformsOf(state).some(({ platform }) =>
    pollsOf(state, platform).every((poll) => !isCounted(poll)),
  );
  if (uncounted) return 'scoring';
  // Counted is not yet discussed: the matrix stays before everybody until the chair puts a conclusion, and what somebody
  // is still writing about a conclusion is not swept away by the closing of its vote.
  return platformsOf(state).some(({ conclusion }) => conclusion !== undefined) ? 'conclusion' : 'reveal';
}
