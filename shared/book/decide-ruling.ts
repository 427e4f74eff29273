// Whether the one who records may rule this now: asked before it is written, and by `audit` ever after.
import { toHex, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import { type Refusal, refusal } from '../base/result.ts';
import { checkSet } from '../criteria/check-set.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { meetingRules, type RulingRule } from './decide-meeting.ts';
import { passingRules } from './decide-passing.ts';
import type { Sha256 } from './entry.ts';
import { evidenceOf } from './evidence-of.ts';
import type { Ruling, RulingKind } from './rulings.ts';
import { votingSeats } from './seating.ts';
import { signerFields } from './signers.ts';
import { isAdjourned, pollUnderWay, roundsOf } from './sitting.ts';
import type { State } from './state.ts';

const beforeMeeting = (state: State) => (state.meeting.opened ? refusal('meeting-already-open') : undefined);
const rules: { readonly [K in RulingKind]: RulingRule<K> } = {
  'book-opened': (state) => (state.opened ? refusal('book-already-open') : undefined),
  'session-described': beforeMeeting,
  'criteria-loaded': (state, { sha256, set }, hash) => {
    // What no reader of files would take: levels out of order, weights on some, conditions in a circle.
    if (checkSet(set).some(({ severity }) => severity === 'error')) return refusal('criteria-unsound');
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
    const chair = votingSeats(state).find(({ role }) => role === 'chair')?.device;
    return consent.key === last.key || consent.key === chair ? undefined : refusal('consent-of-another');
  },
  'device-unbound': (state, { key }) => {
    const device = state.devices[key];
    if (device === undefined) return refusal('device-unknown');
    // Unbound, it could no longer give the key: whoever records would silence a ballot.
    const under = pollUnderWay(state);
    return under?.standing[device.seat] === undefined ? undefined : refusal('device-in-use');
  },
  'platform-added': beforeMeeting,
  'value-measured': (state, { platform, criterion }) => {
    if (state.platforms[platform] === undefined) return refusal('platform-unknown');
    const found = state.criteria && criteriaOf(state.criteria.set).find(({ id }) => id === criterion);
    if (found?.kind !== 'measured') return refusal('criterion-unknown', { criterion });
    return roundsOf(state, platform).length > 0 ? refusal('round-already-opened') : undefined;
  },
  'evaluated-before': (state, { platform, book }) => {
    if (state.platforms[platform] === undefined) return beforeMeeting(state) ?? refusal('platform-unknown');
    return beforeMeeting(state) ?? ((book as string) === state.book ? refusal('before-itself') : undefined);
  },
  'evidence-added': (state, { platform, evidence, number, revision }) => {
    const at = state.platforms[platform];
    if (at === undefined) return refusal('platform-unknown');
    // The minutes would list what nobody could have looked at.
    if (state.meeting.closed) return refusal('meeting-closed');
    const known = at.evidence[evidence];
    const isNext = revision === (known?.revision ?? 0) + 1;
    // A number names one item for ever: "Minh chứng 4" in a ballot must not become another file.
    const isNumbered = known ? known.number === number : !evidenceOf(at).some((item) => item.number === number);
    return isNext && isNumbered ? undefined : refusal('evidence-out-of-order', { number });
  },
  ...meetingRules,
  ...passingRules,
  // Also after the closing, until the cut: a reservation may still come, and stale minutes could never be sealed.
  'minutes-written': (state) => {
    if (state.meeting.opened === undefined) return refusal('meeting-not-open');
    // They fix the numbers, and what is under way has none yet.
    if (pollUnderWay(state)) return refusal('minutes-while-voting');
    return isAdjourned(state) ? refusal('minutes-while-adjourned') : undefined;
  },
  'signer-named': (state, { seat }) => (state.seats[seat] ? undefined : refusal('seat-unknown')),
  'minutes-cut': (state) => {
    if (state.meeting.closed === undefined) return refusal('meeting-not-closed');
    if (state.minutes.cut) return refusal('minutes-cut');
    return signerFields(state).every((field) => state.minutes.signers[field]) ? undefined : refusal('signers-missing');
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

/** What is left to do once the minutes are fixed; a second cut has a refusal of its own. */
const AFTER_CUT: ReadonlySet<RulingKind> = new Set<RulingKind>([
  'minutes-cut',
  'minutes-sealed',
  'signature-added',
  'body-erased',
  'ruled',
  'feed-forked',
  'recording-handed-over',
  'recording-passed',
  'evidence-recalled',
]);
/** Until the other device goes on it can still be given to one more. */
const AFTER_HANDING: ReadonlySet<RulingKind> = new Set<RulingKind>(['recording-handed-over', 'recording-passed']);

/** Undefined: it may be ruled. */
export function decideRuling(state: State, ruling: Ruling, sha256: Sha256): Refusal | undefined {
  if (state.opened === undefined && ruling.kind !== 'book-opened') return refusal('book-not-open');
  if (state.handed && !AFTER_HANDING.has(ruling.kind)) return refusal('recording-given-away');
  if (state.minutes.cut && !AFTER_CUT.has(ruling.kind)) return refusal('minutes-cut');
  const rule = rules[ruling.kind] as RulingRule<RulingKind>;
  return rule(state, ruling.body, sha256);
}
