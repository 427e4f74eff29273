// A session's line on the home screen: what, when, where it stands and what it waits for. Nothing of a sheet is in it.
import { entitledSeats, isAttending, quorumIn, undeclaredSeats, votingSeats } from '../../shared/book/seating.ts';
import { signerFields } from '../../shared/book/signers.ts';
import { isAdjourned, pollUnderWay } from '../../shared/book/sitting.ts';
import type { Poll, State } from '../../shared/book/state.ts';
import type { Card, Waiting } from '../../shared/contract/views.ts';
import { decidingPoll, isCounted, mayBeShown, pollsOf } from '../../shared/results/session-result.ts';
import type { LiveBook } from './live-book.ts';
import { phaseOf } from './phase.ts';

const waiting = (what: Waiting['for'], count = 0): Waiting => ({ for: what, count });

function duringPoll(poll: Poll): Waiting {
  if (poll.step === 'open') {
    const left = poll.entitled.filter((seat) => !poll.votes[seat] && !poll.standing[seat]).length;
    if (poll.subject.of !== 'platform') return waiting('votes', left);
    return left > 0 ? waiting('ballots', left) : waiting('closing-round');
  }
  if (poll.step === 'closed') return waiting('reveal');
  const keyless = Object.values(poll.ballots).filter(
    (ballot) => ballot.status === 'counted' && ballot.key === undefined,
  );
  return waiting('keys', keyless.length);
}

/** Present, none recorded, before the first round: who is missing and who has not declared. */
function beforeRound(state: State, platform: string): Waiting {
  const quorum = quorumIn(state, platform);
  if (quorum === undefined || !quorum.holds) return waiting('quorum');
  if (state.opened?.rules.committee === 'three' && state.committee === undefined) return waiting('committee');
  const undeclared = undeclaredSeats(state, platform).length;
  return undeclared > 0 ? waiting('declarations', undeclared) : waiting('round', entitledSeats(state, platform).length);
}

function afterMinutes(state: State): Waiting {
  const written = state.minutes.written?.sha256;
  const left = votingSeats(state).filter(
    (seat) => isAttending(state, seat) && state.minutes.approvals[seat.seat]?.sha256 !== written,
  );
  return left.length > 0 ? waiting('approvals', left.length) : waiting('closing');
}

export function waitingOf(state: State): Waiting {
  const { minutes, meeting } = state;
  if (minutes.sealed) {
    const signed = new Set(minutes.signatures.map(({ field }) => field));
    const wanted = signerFields(state).find((field) => !signed.has(field));
    if (wanted === undefined) return waiting('nothing');
    if (state.opened?.rules.body === 'hired-unit') return waiting('signature-unit');
    return waiting(wanted === 'ThuKy' ? 'signature-secretary' : 'signature-chair');
  }
  if (meeting.closed) return waiting('sealing');
  if (meeting.opened === undefined) return waiting('opening');
  if (isAdjourned(state)) return waiting('adjourned');
  if (minutes.written) return afterMinutes(state);
  const running = pollUnderWay(state);
  if (running) return duringPoll(running);
  const platforms = Object.values(state.platforms);
  const counted = Object.values(state.polls).filter((poll) => poll.subject.of === 'platform' && isCounted(poll));
  if (counted.some((poll) => !mayBeShown(state, poll))) return waiting('count');
  const unscored = platforms.find(({ platform }) => !pollsOf(state, platform).some(isCounted));
  if (unscored) return beforeRound(state, unscored.platform);
  const open = platforms.filter(({ conclusion }) => conclusion === undefined);
  return open.length > 0 ? waiting('conclusion', open.length) : waiting('minutes');
}

/** Of rounds that were counted; how many there are is said in the room. */
const countedBallots = (state: State): number =>
  Object.values(state.polls)
    .filter((poll) => poll.subject.of === 'platform' && isCounted(poll))
    .reduce((sum, { ballots }) => sum + Object.values(ballots).filter(({ status }) => status === 'counted').length, 0);

export function cardOf(live: LiveBook): Card {
  const { opened, described, meeting, criteria } = live.state;
  return {
    book: live.id,
    kind: opened?.bookKind ?? 'session',
    subject: described?.subject ?? '',
    council: described?.council ?? '',
    openedAt: opened?.origin.at ?? '',
    ...(meeting.opened ? { meetingAt: meeting.opened.at } : {}),
    phase: phaseOf(live.state),
    waits: waitingOf(live.state),
    ...(criteria
      ? {
          set: {
            ...{ id: criteria.set.id, version: criteria.set.version, sha256: criteria.sha256 },
            ballots: countedBallots(live.state),
            sealed: live.state.minutes.sealed !== undefined,
          },
        }
      : {}),
    scored: Object.values(live.state.platforms)
      .filter(({ platform }) => decidingPoll(live.state, platform) !== undefined)
      .map(({ platform, name }) => ({ platform, name })),
  };
}
