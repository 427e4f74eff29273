// Where a session stands, read off its state: one phase, one screen.
import type { State } from '../../shared/book/state.ts';
import type { Phase } from '../../shared/contract/phases.ts';
import { pollsOf } from '../../shared/results/session-result.ts';

const platformsOf = (state: State) => Object.values(state.platforms);

export function phaseOf(state: State): Phase {
  if (state.minutes.sealed) return state.minutes.signatures.length >= 2 ? 'done' : 'signing';
  if (state.meeting.closed) return 'signing';
  if (state.minutes.written) return 'minutes';
  if (state.meeting.opened === undefined) return 'prepare';
  const polls = Object.values(state.polls).filter((poll) => poll.subject.of === 'platform');
  if (polls.some((poll) => poll.step === 'open')) return 'scoring';
  if (polls.some((poll) => poll.step === 'closed' || poll.step === 'revealed')) return 'reveal';
  if (polls.length === 0) return 'attendance';
  const uncounted = platformsOf(state).some(({ platform }) =>
    pollsOf(state, platform).every((poll) => poll.step !== 'counted'),
  );
  if (uncounted) return 'scoring';
  // Counted is not yet discussed: the matrix stays before everybody until the chair puts a conclusion, and what somebody
  // is still writing about a conclusion is not swept away by the closing of its vote.
  return platformsOf(state).some(({ conclusion }) => conclusion !== undefined) ? 'conclusion' : 'reveal';
}
