// What a recording feed may rule about the recording itself, forks, clocks and what goes home.
import { type Refusal, refusal } from '../base/result.ts';
import type { RulingRule } from './decide-meeting.ts';
import type { PassingKind } from './passing-rulings.ts';
import { speaksFor } from './recorder.ts';
import type { RulingOf } from './rulings.ts';
import { isEnded, pollUnderWay } from './sitting.ts';
import type { Poll, State } from './state.ts';

export const passingRules: { readonly [K in PassingKind]: RulingRule<K> } = {
  // Judged with the book at hand, by its course: a state alone does not know the ways that were not taken.
  'recording-passed': () => undefined,
  'recording-handed-over': (state, { term, seat, feed, key }) => {
    const wrong = handedRefusal(state, term);
    if (wrong) return wrong;
    if (feed === state.recording.feed || state.feeds[feed] || state.passings.some((each) => each.from.feed === feed))
      return refusal('wrong-feed', { feed, seq: 1 });
    return speaksFor(state, { seat, key }) ? undefined : refusal('passing-device');
  },
  'poll-spoiled': (state, { poll, proof }) => {
    const at = state.polls[poll];
    if (at === undefined || !isHidden(at)) return refusal('poll-unknown');
    if (at.voided) return refusal('poll-voided');
    // What is revealed on the way that counts is known to all anyhow.
    if (at.step !== 'open' && at.step !== 'closed') return refusal('poll-step', { step: at.step });
    const former = state.passings.find(({ from }) => from.feed === proof.feed);
    const isTail = former ? proof.seq > former.from.seq : state.passings.length > 0;
    return isTail && proof.feed !== state.recording.feed ? undefined : refusal('not-in-void-tail');
  },
  'feed-forked': (state, { feed }) => {
    const at = state.feeds[feed];
    if (at === undefined) return refusal('feed-unknown');
    return at.forked ? refusal('feed-already-forked') : undefined;
  },
  // Printed, so it stands before what is read back.
  'clocks-compared': (state, { machines }) => {
    if (state.meeting.opened === undefined) return refusal('meeting-not-open');
    return machines.every(({ seat }) => state.seats[seat]) ? undefined : refusal('seat-unknown');
  },
  'evidence-recalled': (state) => (pollUnderWay(state) ? refusal('another-poll-open') : undefined),
};

function handedRefusal(state: State, term: number): Refusal | undefined {
  const next = state.recording.term + 1;
  return term === next ? undefined : refusal('passing-term', { term: next - 1 });
}

/** Open sheets are seen as they are cast; all others are hidden until the reveal. */
export const isHidden = ({ subject, secrecy }: Pick<RulingOf<'poll-opened'>, 'subject' | 'secrecy'>): boolean =>
  secrecy === 'secret' || (subject.of === 'platform' && secrecy === 'blind');

/** Polls that a void tail could still spoil. */
export const mayBeSpoiled = (state: State): readonly Poll[] =>
  Object.values(state.polls).filter(
    (poll) => isHidden(poll) && !isEnded(poll) && (poll.step === 'open' || poll.step === 'closed'),
  );
