// Where the newcomer stands in a rehearsal and the one thing to do next, read off the session as the screens see it.
import type { Refusal } from '../../shared/base/result.ts';
import type { Phase } from '../../shared/contract/phases.ts';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { ConclusionView, PollView, SessionView } from '../../shared/contract/views.ts';
import { platformAtHand, roundOf, seatOf } from './session.ts';
import { nextField } from './signatures.ts';

export const STEPS = [
  'prepare',
  'attendance',
  'interest',
  'score',
  'reveal',
  'discuss',
  'vote',
  'minutes',
  'sign',
] as const;
export type GuideStep = (typeof STEPS)[number];

export type GuideAct =
  | 'open'
  | 'call'
  | 'declare'
  | 'declare-wait'
  | 'round'
  | 'mark'
  | 'fill'
  | 'cast'
  | 'cast-wait'
  | 'close'
  | 'reveal'
  | 'keys-wait'
  | 'put'
  | 'vote-open'
  | 'vote'
  | 'vote-wait'
  | 'vote-close'
  | 'write'
  | 'rewrite'
  | 'approve'
  | 'approve-wait'
  | 'end'
  | 'seal'
  | 'sign-secretary'
  | 'sign-chair';

export type Guided = {
  readonly step: GuideStep;
  readonly act: GuideAct;
  /** Where it is done. */
  readonly screen: Phase;
  /** Seats that are waited for. */
  readonly waiting: readonly string[];
  /** Why the rules stand against it now. */
  readonly barred?: Refusal | undefined;
};

export type OwnSheet = {
  /** Criteria that carry a mark. */
  readonly marked: number;
  /** Criteria that still stand in the way of casting. */
  readonly left: number;
  /** Cast from here, whether or not the recording device has said so yet. */
  readonly isCast?: boolean;
};

/** Marks of one's own before the rest may be filled in by the sample: enough to have felt the keys. */
export const OWN_MARKS = 3;

const SCREENS: Readonly<Record<GuideStep, Phase>> = {
  prepare: 'attendance',
  attendance: 'attendance',
  interest: 'attendance',
  score: 'scoring',
  reveal: 'reveal',
  discuss: 'conclusion',
  vote: 'conclusion',
  minutes: 'minutes',
  sign: 'signing',
};

const told = (step: GuideStep, act: GuideAct, more: Partial<Guided> = {}): Guided => ({
  step,
  act,
  screen: SCREENS[step],
  waiting: [],
  ...more,
});

const left = (poll: PollView): readonly string[] =>
  entitledIn(poll)
    .filter(({ state }) => !isIn(state))
    .map(({ seat }) => seat);

const mayStill = (session: SessionView, poll: PollView): boolean => left(poll).some((seat) => seat === session.me.seat);

function begin(session: SessionView): Guided | undefined {
  const platform = platformAtHand(session);
  if (session.meeting.openedAt === undefined) return told('prepare', 'open');
  if (session.seats.some(({ presence }) => presence === 'unknown')) return told('attendance', 'call');
  const mine = seatOf(session, session.me.seat);
  if (mine?.votes === true && session.platforms.some((each) => mine.declared[each.platform] === undefined))
    return told('interest', 'declare');
  const undeclared = platform?.undeclared ?? [];
  const hasBegun = platform !== undefined && roundOf(session, platform.platform) !== undefined;
  return undeclared.length > 0 && !hasBegun ? told('interest', 'declare-wait', { waiting: undeclared }) : undefined;
}

function score(session: SessionView, sheet: OwnSheet | undefined): Guided | undefined {
  const platform = platformAtHand(session);
  if (platform === undefined) return undefined;
  const poll = roundOf(session, platform.platform);
  if (poll === undefined) {
    const may = session.possible?.openRound[platform.platform];
    return told('score', 'round', { barred: may?.possible === false ? may.why : undefined });
  }
  if (poll.step === 'counted') return undefined;
  if (poll.step === 'closed') return told('reveal', 'reveal');
  if (poll.step === 'revealed')
    return told('reveal', 'keys-wait', {
      waiting: poll.sheets.filter(({ state, opened }) => state === 'counted' && !opened).map(({ seat }) => seat),
    });
  if (mayStill(session, poll) && sheet?.isCast !== true) {
    if (sheet === undefined || sheet.left === 0) return told('score', 'cast');
    return told('score', sheet.marked < OWN_MARKS ? 'mark' : 'fill');
  }
  const waiting = left(poll);
  return waiting.length > 0 ? told('score', 'cast-wait', { waiting }) : told('reveal', 'close');
}

function conclude(session: SessionView): Guided | undefined {
  const conclusion: ConclusionView | undefined = platformAtHand(session)?.conclusion;
  if (conclusion === undefined) return told('discuss', 'put');
  const poll = session.polls.find((each) => each.poll === conclusion.poll);
  if (poll === undefined) return told('vote', 'vote-open');
  if (poll.step !== 'open') return undefined;
  if (mayStill(session, poll)) return told('vote', 'vote');
  const waiting = left(poll);
  return waiting.length > 0 ? told('vote', 'vote-wait', { waiting }) : told('vote', 'vote-close');
}

function end(session: SessionView): Guided | undefined {
  const { minutes, meeting, seats } = session;
  if (minutes.file === undefined && meeting.closedAt === undefined) {
    if (minutes.written === undefined) return told('minutes', 'write');
    if (minutes.written.stale) return told('minutes', 'rewrite');
    const approved = new Set(minutes.approvals.filter(({ stale }) => !stale).map(({ seat }) => seat));
    const waiting = seats
      .filter(({ seat, votes, presence }) => votes && presence === 'present' && !approved.has(seat))
      .map(({ seat }) => seat);
    if (waiting.some((seat) => seat === session.me.seat)) return told('minutes', 'approve');
    if (waiting.length > 0) return told('minutes', 'approve-wait', { waiting });
    return told('sign', 'end');
  }
  if (minutes.file === undefined) return told('sign', 'seal');
  const next = nextField(session);
  if (next === undefined) return undefined;
  return told('sign', next === 'ThuKy' ? 'sign-secretary' : 'sign-chair');
}

/** Undefined once everybody who signs has signed. */
export function guidedBy(session: SessionView, sheet: OwnSheet | undefined): Guided | undefined {
  const { minutes, meeting } = session;
  // Minutes are written only when nothing before them is missing.
  const isEnding = minutes.written !== undefined || minutes.file !== undefined || meeting.closedAt !== undefined;
  return isEnding ? end(session) : (begin(session) ?? score(session, sheet) ?? conclude(session) ?? end(session));
}
