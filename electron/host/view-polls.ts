// Progress of each poll for everybody: who is done and who is not, never what anybody marked.
import type { Sha256 } from '../../shared/book/entry.ts';
import { fittingKey } from '../../shared/book/fitting-key.ts';
import { platformOf, votingSeats } from '../../shared/book/seating.ts';
import type { Poll, State } from '../../shared/book/state.ts';
import type { PollView, SheetState } from '../../shared/contract/views.ts';
import { roundOf } from '../../shared/results/session-result.ts';

/** How far each seat's screen said it is, by poll and seat; presence, gone with the process. */
export type Marked = ReadonlyMap<string, number>;
export const markedKey = (poll: string, seat: string): string => `${poll}/${seat}`;

function sheetOf(sha256: Sha256, poll: Poll, seat: string, marked: Marked): PollView['sheets'][number] {
  const ballots = Object.values(poll.ballots).filter(
    (ballot) => ballot.seat === seat && ballot.status !== 'superseded',
  );
  const ballot = ballots.find(({ status }) => status !== 'late') ?? ballots[0];
  const vote = poll.votes[seat] !== undefined;
  const entitled = (poll.entitled as readonly string[]).includes(seat);
  const state: SheetState = !entitled
    ? 'not-entitled'
    : ballot
      ? poll.step === 'open'
        ? 'cast'
        : ballot.status
      : vote
        ? 'cast'
        : 'working';
  const count = marked.get(markedKey(poll.poll, seat));
  const shown = poll.step === 'revealed' || poll.step === 'counted';
  return {
    seat,
    state,
    reopened: poll.reopened[seat]?.length ?? 0,
    opened: shown && ballot !== undefined && fittingKey(ballot, sha256) !== undefined,
    ...(ballot ? { ballot: ballot.entry, via: ballot.via } : {}),
    ...(count === undefined || poll.step !== 'open' ? {} : { marked: count }),
  };
}

export const pollViews = (sha256: Sha256, state: State, marked: Marked): readonly PollView[] =>
  Object.values(state.polls).map((poll) => ({
    poll: poll.poll,
    of: poll.subject.of,
    platform: poll.subject.of === 'platform' ? poll.subject.platform : (platformOf(state, poll.subject) ?? ''),
    round: roundOf(poll),
    step: poll.step,
    openedAt: poll.origin.at,
    sheets: votingSeats(state).map(({ seat }) => sheetOf(sha256, poll, seat, marked)),
    setAside: Object.values(poll.ballots)
      .filter(({ status }) => status === 'set-aside' || status === 'unopenable')
      .map(({ entry, code }) => ({ ballot: entry, code: code ?? '' })),
  }));
