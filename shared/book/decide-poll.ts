// What the one who records may rule on a poll: open, issue, close, void, reveal, count.
import { type Refusal, refusal } from '../base/result.ts';
import type { Sha256 } from './entry.ts';
import { fittingKey } from './fitting-key.ts';
import type { Choice, PollKind } from './meeting-rulings.ts';
import type { RulingKind, RulingOf } from './rulings.ts';
import { isCommitteeWhole } from './seat-committee.ts';
import { hadDevice } from './seat-devices.ts';
import {
  entitledTo,
  hasDeclared,
  holderSeats,
  isAttending,
  platformOf,
  presidingOver,
  quorumFor,
  undeclaredSeats,
} from './seating.ts';
import { inMeeting, nextRound, pollUnderWay, roundsOf, votingWay } from './sitting.ts';
import type { Conclusion, Poll, State } from './state.ts';

type Rule<K extends RulingKind> = (state: State, body: RulingOf<K>, sha256: Sha256) => Refusal | undefined;

const stepIs = (state: State, poll: string, step: Poll['step']): Refusal | undefined => {
  const at = state.polls[poll];
  if (at === undefined) return refusal('poll-unknown');
  if (at.voided) return refusal('poll-voided');
  return at.step === step ? undefined : refusal('poll-step', { step: at.step });
};

/** Ballots in it are sealed: all but open votes and raised hands. */
const isSealed = ({ subject, secrecy }: Pick<Poll, 'subject' | 'secrecy'>): boolean =>
  subject.of === 'platform' || secrecy === 'secret';

/** The quorum of what a poll is about, as it is now. Undefined: it holds. */
export function quorumRefusal(state: State, poll: Poll): Refusal | undefined {
  const platform = platformOf(state, poll.subject);
  const quorum = quorumFor(state, { ...(platform === undefined ? {} : { platform }), poll });
  return quorum?.holds ? undefined : (quorum?.missing[0] ?? refusal('book-not-open'));
}

export const pollRules: { readonly [K in PollKind]: Rule<K> } = {
  'ballot-issued': (state, { poll, seat }) => {
    const step = stepIs(state, poll, 'open');
    if (step) return step;
    const at = state.polls[poll] as Poll;
    if (at.subject.of !== 'platform') return refusal('poll-unknown');
    if (at.entitled.includes(seat)) return refusal('already-issued');
    if (!hasDeclared(state, seat, at.subject.platform)) return refusal('declarations-missing', { count: 1 });
    return entitledTo(state, at.subject).includes(seat) ? undefined : refusal('not-entitled');
  },
  'paper-issued': (state, { poll, seat, number }) => {
    const step = stepIs(state, poll, 'open');
    if (step) return step;
    const at = state.polls[poll] as Poll;
    if (at.subject.of !== 'platform') return refusal('poll-unknown');
    if (!at.entitled.includes(seat)) return refusal('not-entitled');
    // Who has a device speaks by it: else the one who records could vote for others.
    if (hadDevice(state, seat)) return refusal('seat-has-device');
    const taken = Object.values(state.polls).some(({ paper }) =>
      Object.values(paper).some((each) => each.number === number),
    );
    return taken || at.paper[seat] ? refusal('paper-number-taken', { number }) : undefined;
  },
  'round-closed': closeRefusal,
  'poll-voided': (state, { poll }) => {
    const step = stepIs(state, poll, 'open');
    if (step) return step;
    return quorumRefusal(state, state.polls[poll] as Poll) ? undefined : refusal('quorum-holds');
  },
  'ballot-set-aside': (state, { poll, ballot }) =>
    stepIs(state, poll, 'closed') ??
    // In open scoring everybody has seen what it says.
    (state.polls[poll]?.secrecy === 'open' ? refusal('ballot-seen') : undefined) ??
    (state.polls[poll]?.ballots[ballot]?.status === 'counted' ? undefined : refusal('ballot-not-counted')),
  'ballot-unopenable': (state, { poll, ballot }, hash) => {
    const step = stepIs(state, poll, 'revealed');
    if (step) return step;
    const at = state.polls[poll]?.ballots[ballot];
    if (at?.status !== 'counted') return refusal('ballot-not-counted');
    return fittingKey(at, hash) ? refusal('ballot-openable') : undefined;
  },
  // Revealed, an open vote would wait for ever for keys that nobody has.
  revealed: (state, { poll }) => {
    const at = state.polls[poll];
    return at !== undefined && isSealed(at) ? stepIs(state, poll, 'closed') : refusal('poll-unknown');
  },
  counted: (state, { poll }, hash) => {
    const step = stepIs(state, poll, 'revealed');
    if (step) return step;
    const waiting = Object.values(state.polls[poll]?.ballots ?? {}).some(
      (ballot) => ballot.status === 'counted' && fittingKey(ballot, hash) === undefined,
    );
    return waiting ? refusal('keys-missing') : undefined;
  },
  'hands-counted': (state, { poll, agree, disagree, abstain, presiding }) => {
    const step = stepIs(state, poll, 'open');
    if (step) return step;
    const at = state.polls[poll] as Poll;
    if (at.by !== 'hands') return refusal('vote-by-devices');
    const wrong = handsRefusal(state, at, { agree, disagree, abstain });
    if (wrong || presiding === null) return wrong;
    // It settles a tie: so it is the word of one who may vote here, and one of the hands.
    const seat = presidingOver(state, platformOf(state, at.subject));
    const isOne = seat !== undefined && at.entitled.includes(seat) && { agree, disagree, abstain }[presiding] > 0;
    return isOne ? undefined : refusal('presiding-hand-differs');
  },
};

/** Every hand of those entitled who are there, once: also at the close, or who goes would leave the divisor. */
function handsRefusal(
  state: State,
  { entitled }: Poll,
  { agree, disagree, abstain }: Pick<RulingOf<'hands-counted'>, Choice>,
): Refusal | undefined {
  const there = entitled.filter((seat) => isAttending(state, state.seats[seat])).length;
  const raised = agree + disagree + abstain;
  return raised === there ? undefined : refusal('hands-differ', { raised, present: there });
}

function closeRefusal(state: State, body: RulingOf<'round-closed'>): Refusal | undefined {
  const step = stepIs(state, body.poll, 'open');
  if (step) return step;
  if (!namesRuledHeads(state, body.upTo)) return refusal('heads-differ');
  const at = state.polls[body.poll] as Poll;
  const quorum = quorumRefusal(state, at);
  if (quorum) return quorum;
  if (at.by === 'hands') return at.hands ? handsRefusal(state, at, at.hands) : refusal('hands-not-counted');
  if (!isSealed(at)) return undefined;
  const standing = new Set<string>(Object.values(at.standing));
  const named = [...body.counted, ...body.setAside.map(({ hash }) => hash)];
  const complete = new Set<string>(named).size === named.length && named.length === standing.size;
  if (!complete || !named.every((hash) => standing.has(hash))) return refusal('round-list-differs');
  // A sheet of paper counts once a second seat has looked at what was entered.
  const isUnseen = (hash: string) => at.ballots[hash]?.via === 'paper' && !at.ballots[hash]?.confirmedBy;
  if (body.counted.some(isUnseen)) return refusal('paper-not-confirmed');
  // Any other is set aside by an act of its own that says why.
  return body.setAside.every(({ hash }) => isUnseen(hash)) ? undefined : refusal('round-list-differs');
}

/** The heads of all feeds as far as they are ruled, each once: what a close is about. */
function namesRuledHeads(state: State, named: RulingOf<'round-closed'>['upTo']): boolean {
  const feeds = new Set<string>(named.map(({ feed }) => feed));
  if (feeds.size !== named.length || named.length !== Object.keys(state.feeds).length) return false;
  return named.every(({ feed, seq, hash }) => {
    const ruledTo = state.feeds[feed]?.ruledTo;
    return ruledTo?.seq === seq && ruledTo.hash === hash;
  });
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

export function openingRefusal(state: State, body: RulingOf<'poll-opened'>): Refusal | undefined {
  const meeting = inMeeting(state);
  if (meeting) return meeting;
  if (state.polls[body.poll]) return refusal('poll-known');
  if (pollUnderWay(state)) return refusal('another-poll-open');
  const { subject } = body;
  const wrong =
    subject.of === 'platform'
      ? roundRefusal(state, subject)
      : subject.of === 'conclusion'
        ? conclusionRefusal(state.conclusions[subject.conclusion], state)
        : voteRefusal(state.elections[subject.election], state);
  if (wrong) return wrong;
  const platform = platformOf(state, subject);
  if (subject.of !== 'election' && (platform === undefined || state.platforms[platform] === undefined))
    return refusal('platform-unknown');
  const waiting = platform === undefined ? [] : undeclaredSeats(state, platform);
  if (waiting.length > 0) return refusal('declarations-missing', { count: waiting.length });
  const quorum = quorumFor(state, platform === undefined ? {} : { platform });
  if (quorum === undefined || !quorum.holds) return quorum?.missing[0] ?? refusal('book-not-open');
  if (!same(body.entitled, entitledTo(state, subject))) return refusal('entitled-differ');
  return secrecyRefusal(state, body);
}

function secrecyRefusal(state: State, { subject, secrecy, by, holders }: RulingOf<'poll-opened'>): Refusal | undefined {
  const { rules } = state.opened ?? {};
  if (rules === undefined) return refusal('book-not-open');
  if (subject.of === 'platform') {
    if (by !== 'devices') return refusal('vote-by-devices');
    if (secrecy !== rules.secrecy) return refusal('secrecy-differs');
  } else {
    const way = votingWay(state, subject.of);
    if (by !== way.by) return refusal('vote-differs', { vote: rules.vote });
    if (secrecy !== way.secrecy) return refusal('secrecy-differs');
  }
  const wanted = isSealed({ subject, secrecy }) ? holderSeats(state) : [];
  return same(holders, wanted) ? undefined : refusal('holders-differ');
}

/** A round of a platform: the next one, within the number the rules allow, before its conclusion is put. */
function roundRefusal(
  state: State,
  { platform, round }: Extract<Poll['subject'], { readonly of: 'platform' }>,
): Refusal | undefined {
  const { rules } = state.opened ?? {};
  const at = state.platforms[platform];
  if (rules === undefined || at === undefined) return refusal('platform-unknown');
  if (rules.committee === 'three' && !isCommitteeWhole(state)) return refusal('committee-missing');
  if (at.conclusion !== undefined) return refusal('conclusion-standing', { platform: at.name });
  const last = roundsOf(state, platform).findLast(({ voided }) => voided === undefined);
  const next = nextRound(state, platform);
  if (round !== next) return refusal('round-differs', { round: next });
  if (round > rules.rounds.most) return refusal('rounds-exhausted', { most: rules.rounds.most });
  return rules.committee === 'three' && last !== undefined && last.agreed === undefined
    ? refusal('count-not-agreed')
    : undefined;
}

const conclusionRefusal = (put: Conclusion | undefined, state: State): Refusal | undefined =>
  // Another has been put since: the council votes on the words that stand.
  put !== undefined && state.platforms[put.platform]?.conclusion !== put.conclusion
    ? refusal('stale-object')
    : voteRefusal(put, state);

const voteRefusal = (put: { readonly poll?: string } | undefined, state: State): Refusal | undefined => {
  if (put === undefined) return refusal('conclusion-unknown');
  const before = put.poll === undefined ? undefined : state.polls[put.poll];
  return before === undefined || before.voided ? undefined : refusal('conclusion-voted');
};
