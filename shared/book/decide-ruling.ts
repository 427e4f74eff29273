// Whether the one who records may rule this now: asked before it is written, and by `audit` ever after.
import { tag, toHex, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import { type Refusal, refusal } from '../base/result.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { Sha256 } from './entry.ts';
import { fittingKey } from './fitting-key.ts';
import type { Ruling, RulingKind, RulingOf } from './rulings.ts';
import { entitledSeats, holderSeats, quorumIn, seatsInOrder, undeclaredSeats } from './seating.ts';
import type { Poll, State } from './state.ts';

type Rule<K extends RulingKind> = (state: State, body: RulingOf<K>, sha256: Sha256) => Refusal | undefined;
const free = () => undefined;
const TEXT = tag('hoidong/text/1');
/** What a vote or a reservation names: the hash of the very words. */
export const textHash = (sha256: Sha256, text: string): string => toHex(sha256(TEXT, utf8(text)));

const beforeMeeting = (state: State) => (state.meeting.opened ? refusal('meeting-already-open') : undefined);
const inMeeting = (state: State): Refusal | undefined => {
  if (state.meeting.opened === undefined) return refusal('meeting-not-open');
  return state.meeting.closed ? refusal('meeting-closed') : undefined;
};
const stepIs = (state: State, poll: string, ...steps: readonly Poll['step'][]): Refusal | undefined => {
  const at = state.polls[poll];
  if (at === undefined) return refusal('poll-unknown');
  return steps.includes(at.step) ? undefined : refusal('poll-step', { step: at.step });
};

const rules: { readonly [K in RulingKind]: Rule<K> } = {
  'book-opened': (state) => (state.opened ? refusal('book-already-open') : undefined),
  'session-described': beforeMeeting,
  'criteria-loaded': (state, { sha256, set }, hash) => {
    const ids = criteriaOf(set).map(({ id }) => id);
    if (new Set(ids).size !== ids.length || set.outcomes.at(-1)?.when.is !== 'otherwise')
      return refusal('criteria-unsound');
    const named = toHex(hash(utf8(canonical(set as Parameters<typeof canonical>[0]))));
    return beforeMeeting(state) ?? (named === sha256 ? undefined : refusal('stale-object'));
  },
  'threshold-set': (state, { criterion }) => {
    const found = state.criteria && criteriaOf(state.criteria.set).find(({ id }) => id === criterion);
    return (
      beforeMeeting(state) ?? (found?.kind === 'measured' ? undefined : refusal('criterion-unknown', { criterion }))
    );
  },
  'seat-appointed': (state, { seat, role }) => {
    if (state.seats[seat]) return refusal('seat-taken');
    const single = role === 'chair' || role === 'secretary';
    const taken = single && Object.values(state.seats).some((other) => other.role === role);
    return beforeMeeting(state) ?? (taken ? refusal('role-taken', { role }) : undefined);
  },
  'person-named': (state, { seat }) => (state.seats[seat] ? undefined : refusal('seat-unknown')),
  'device-bound': (state, { seat, key, consent }) => {
    if (state.seats[seat] === undefined) return refusal('seat-unknown');
    if (state.devices[key]) return refusal('device-known');
    if (state.seats[seat].device !== undefined) return refusal('seat-has-device');
    const last = Object.values(state.devices).findLast((device) => device.seat === seat);
    if (last === undefined) return undefined;
    if (consent === undefined) return refusal('consent-missing');
    const chair = seatsInOrder(state).find(({ role }) => role === 'chair')?.device;
    return consent.key === last.key || consent.key === chair ? undefined : refusal('consent-of-another');
  },
  'device-unbound': (state, { key }) => (state.devices[key] ? undefined : refusal('device-unknown')),
  'platform-added': beforeMeeting,
  'value-measured': (state, { platform, criterion }) => {
    if (state.platforms[platform] === undefined) return refusal('platform-unknown');
    const found = state.criteria && criteriaOf(state.criteria.set).find(({ id }) => id === criterion);
    if (found?.kind !== 'measured') return refusal('criterion-unknown', { criterion });
    return pollBegun(state, platform) ? refusal('round-already-opened') : undefined;
  },
  'evidence-added': (state, { platform }) => (state.platforms[platform] ? undefined : refusal('platform-unknown')),
  'meeting-opened': (state, { presiding }) => {
    if (state.criteria === undefined) return refusal('criteria-missing');
    if (Object.keys(state.platforms).length === 0) return refusal('platform-missing');
    if (state.seats[presiding] === undefined) return refusal('seat-unknown');
    const open = criteriaOf(state.criteria.set).find(
      (criterion) =>
        criterion.kind === 'measured' && criterion.threshold === null && !Object.hasOwn(state.thresholds, criterion.id),
    );
    return beforeMeeting(state) ?? (open ? refusal('threshold-open', { criterion: open.id }) : undefined);
  },
  'attendance-marked': (state, { seat }) =>
    inMeeting(state) ?? (state.seats[seat] ? undefined : refusal('seat-unknown')),
  'poll-opened': pollRefusal,
  ruled: free,
  'round-closed': (state, { poll, upTo, counted, setAside }) => {
    const step = stepIs(state, poll, 'open');
    if (step) return step;
    if (!namesRuledHeads(state, upTo)) return refusal('heads-differ');
    const at = state.polls[poll] as Poll;
    if (at.subject.of === 'conclusion') return undefined;
    const standing = new Set<string>(Object.values(at.standing));
    const named = [...counted, ...setAside.map(({ hash }) => hash)];
    const complete = new Set<string>(named).size === named.length && named.length === standing.size;
    return complete && named.every((hash) => standing.has(hash)) ? undefined : refusal('round-list-differs');
  },
  'ballot-set-aside': (state, { poll, ballot }) =>
    stepIs(state, poll, 'closed') ??
    (state.polls[poll]?.ballots[ballot]?.status === 'counted' ? undefined : refusal('ballot-not-counted')),
  'ballot-unopenable': (state, { poll, ballot }, hash) => {
    const step = stepIs(state, poll, 'revealed');
    if (step) return step;
    const at = state.polls[poll]?.ballots[ballot];
    if (at?.status !== 'counted') return refusal('ballot-not-counted');
    return fittingKey(at, hash) ? refusal('ballot-openable') : undefined;
  },
  // Votes on a conclusion are open: revealed, such a poll would wait for ever for keys that nobody has.
  revealed: (state, { poll }) =>
    state.polls[poll]?.subject.of === 'platform' ? stepIs(state, poll, 'closed') : refusal('poll-unknown'),
  counted: (state, { poll }, hash) => {
    const step = stepIs(state, poll, 'revealed');
    if (step) return step;
    const waiting = Object.values(state.polls[poll]?.ballots ?? {}).some(
      (ballot) => ballot.status === 'counted' && fittingKey(ballot, hash) === undefined,
    );
    return waiting ? refusal('keys-missing') : undefined;
  },
  'conclusion-put': (state, { platform, text, sha256 }, hash) => {
    const meeting = inMeeting(state);
    if (meeting) return meeting;
    const counted = Object.values(state.polls).some(
      (poll) => poll.subject.of === 'platform' && poll.subject.platform === platform && poll.step === 'counted',
    );
    if (!counted) return refusal('platform-not-counted');
    return textHash(hash, text) === sha256 ? undefined : refusal('stale-object');
  },
  // Also after the closing, until the cut: a reservation may still come, and stale minutes could never be sealed.
  'minutes-written': (state) => (state.meeting.opened ? undefined : refusal('meeting-not-open')),
  'meeting-closed': (state) => inMeeting(state) ?? (state.minutes.written ? undefined : refusal('minutes-not-written')),
  'signer-named': (state, { seat }) => (state.seats[seat] ? undefined : refusal('seat-unknown')),
  'minutes-cut': (state) => {
    if (state.meeting.closed === undefined) return refusal('meeting-not-closed');
    if (state.minutes.cut) return refusal('minutes-cut');
    return state.minutes.signers['ThuKy'] && state.minutes.signers['ChuToa'] ? undefined : refusal('signers-missing');
  },
  'minutes-sealed': (state) => {
    if (state.minutes.cut === undefined) return refusal('minutes-not-cut');
    return state.minutes.sealed ? refusal('minutes-already-sealed') : undefined;
  },
  'signature-added': (state, { before }) => {
    const newest = state.minutes.signatures.at(-1)?.after ?? state.minutes.sealed?.sha256;
    if (newest === undefined) return refusal('minutes-not-sealed');
    return newest === before ? undefined : refusal('signature-on-older-file');
  },
  'body-erased': (state, { feed, seq }) =>
    state.personal[`${feed}/${seq}`] ? undefined : refusal('body-not-personal', { feed, seq }),
};

/** The heads of all feeds as far as they are ruled, each once: what a close is about. */
function namesRuledHeads(state: State, named: RulingOf<'round-closed'>['upTo']): boolean {
  const feeds = new Set<string>(named.map(({ feed }) => feed));
  if (feeds.size !== named.length || named.length !== Object.keys(state.feeds).length) return false;
  return named.every(({ feed, seq, hash }) => {
    const ruledTo = state.feeds[feed]?.ruledTo;
    return ruledTo?.seq === seq && ruledTo.hash === hash;
  });
}

const pollBegun = (state: State, platform: string): boolean =>
  Object.values(state.polls).some((poll) => poll.subject.of === 'platform' && poll.subject.platform === platform);

function pollRefusal(state: State, body: RulingOf<'poll-opened'>): Refusal | undefined {
  const meeting = inMeeting(state);
  if (meeting) return meeting;
  if (state.polls[body.poll]) return refusal('poll-known');
  const { subject } = body;
  const platform = subject.of === 'platform' ? subject.platform : state.conclusions[subject.conclusion]?.platform;
  if (platform === undefined || state.platforms[platform] === undefined) return refusal('platform-unknown');
  const open = Object.values(state.polls).some(
    (poll) => poll.step !== 'counted' && !(poll.subject.of === 'conclusion' && poll.step === 'closed'),
  );
  if (open) return refusal('another-poll-open');
  const waiting = undeclaredSeats(state, platform);
  if (waiting.length > 0) return refusal('declarations-missing', { count: waiting.length });
  const quorum = quorumIn(state, platform);
  if (quorum === undefined || !quorum.holds) return quorum?.missing[0] ?? refusal('book-not-open');
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
  if (!same(body.entitled, entitledSeats(state, platform))) return refusal('entitled-differ');
  if (subject.of === 'conclusion') return body.secrecy === 'open' ? undefined : refusal('secrecy-differs');
  if (body.secrecy !== state.opened?.rules.secrecy) return refusal('secrecy-differs');
  return same(body.holders, holderSeats(state)) ? undefined : refusal('holders-differ');
}

/** Undefined: it may be ruled. */
export function decideRuling(state: State, ruling: Ruling, sha256: Sha256): Refusal | undefined {
  if (state.opened === undefined && ruling.kind !== 'book-opened') return refusal('book-not-open');
  const afterCut =
    ruling.kind === 'minutes-sealed' || ruling.kind === 'signature-added' || ruling.kind === 'body-erased';
  if (state.minutes.cut && !afterCut && ruling.kind !== 'minutes-cut') return refusal('minutes-cut');
  const rule = rules[ruling.kind] as Rule<RulingKind>;
  return rule(state, ruling.body, sha256);
}
