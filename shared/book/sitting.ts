// Whether the council sits now, and whether something is being voted on.
import { type Refusal, refusal } from '../base/result.ts';
import type { Poll, State } from './state.ts';

export const isAdjourned = (state: State): boolean => state.meeting.sittings.at(-1)?.adjourned !== undefined;

/** Undefined while a sitting is under way. */
export function inMeeting(state: State): Refusal | undefined {
  if (state.meeting.opened === undefined) return refusal('meeting-not-open');
  if (state.meeting.closed) return refusal('meeting-closed');
  return isAdjourned(state) ? refusal('meeting-adjourned') : undefined;
}

/** Nothing more comes of it: counted, voided, or a vote of raised hands or open names that is closed. */
export const isEnded = ({ step, voided, subject, secrecy }: Poll): boolean =>
  voided !== undefined || step === 'counted' || (subject.of !== 'platform' && secrecy === 'open' && step === 'closed');

export const pollUnderWay = (state: State): Poll | undefined =>
  Object.values(state.polls).find((poll) => !isEnded(poll));

/** Every round of a platform as it was opened, the void ones too. */
export const roundsOf = (state: State, platform: string): readonly Poll[] =>
  Object.values(state.polls).filter(({ subject }) => subject.of === 'platform' && subject.platform === platform);

/** Number of the next round of a platform; what was voided counts for nothing. */
export const nextRound = (state: State, platform: string): number =>
  roundsOf(state, platform).filter(({ voided }) => voided === undefined).length + 1;

/** How a vote on a conclusion or an election is taken by the rules; a committee is always elected in the open. */
export function votingWay(
  state: State,
  of: 'conclusion' | 'election',
): { readonly by: 'devices' | 'hands'; readonly secrecy: 'open' | 'secret' } {
  const vote = state.opened?.rules.vote ?? 'open';
  return {
    by: vote === 'hands' ? 'hands' : 'devices',
    secrecy: vote === 'secret' && of === 'conclusion' ? 'secret' : 'open',
  };
}

/**
 * Whether it may be told who has opened which evidence of the platform: at once where the rules say so, else once
 * something was revealed and no later round is still sealed; until then it could tell where a mark comes from.
 */
export function mayNameOpenings(state: State, platform: string): boolean {
  if (state.opened?.rules.openings === 'named-at-once') return true;
  const rounds = roundsOf(state, platform).filter(({ voided }) => voided === undefined);
  return rounds.length > 0 && rounds.every(({ step }) => step === 'revealed' || step === 'counted');
}

/** Marks of a round of the platform may be known to all. */
export const isRevealed = (state: State, platform: string): boolean =>
  roundsOf(state, platform).some(
    ({ step, voided, agreed }) =>
      step === 'counted' && voided === undefined && (agreed !== undefined || state.opened?.rules.committee !== 'three'),
  );
