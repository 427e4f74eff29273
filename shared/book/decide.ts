// Whether a seat may say this now: what head and envelope show, looked at by the author and again at admission.
import { type Refusal, refusal } from '../base/result.ts';
import { votes } from '../council/roles.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { agreementOf } from './apply-statement.ts';
import { ballotRules } from './decide-ballot.ts';
import { countRules } from './decide-count.ts';
import type { Sha256 } from './entry.ts';
import { revisionsOf } from './evidence-of.ts';
import { keepersOf } from './recorder.ts';
import type { Rule, Speaker } from './rule.ts';
import { hadDevice } from './seat-devices.ts';
import { hasDeclared, isAttending, isRecused } from './seating.ts';
import { isRevealed, mayNameOpenings, roundsOf } from './sitting.ts';
import type { State } from './state.ts';
import type { Statement, StatementKind, StatementOf } from './statements.ts';

const rules: { readonly [K in StatementKind]: Rule<K> } = {
  'interest-declared': (state, { declared }, { seat }) => {
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    for (const each of declared) {
      const wrong = declarationRefusal(state, seat, each);
      if (wrong) return wrong;
    }
    // Said twice at once, the second would be judged on what stood before the first, and could take it back.
    const twice = declared.find(({ platform }, at) => declared.findIndex((each) => each.platform === platform) !== at);
    return twice && refusal('declaration-twice', { platform: state.platforms[twice.platform]?.name ?? '' });
  },
  'interest-explained': (state, { platform }) => (state.platforms[platform] ? undefined : refusal('platform-unknown')),
  'opinion-written': (state, { platform }, { seat }) => opinionRefusal(state, platform, seat),
  'entry-confirmed': (state, { entry }, { head }) => {
    const opinion = state.opinions[entry];
    const sheet = Object.values(state.polls).find((poll) => poll.ballots[entry])?.ballots[entry];
    const by = opinion?.by ?? (sheet?.via === 'paper' ? sheet.by : undefined);
    if (by === undefined) return refusal('entry-unknown');
    if (sheet !== undefined && sheet.status !== 'standing') return refusal('round-closed');
    const role = state.seats[head.seat]?.role ?? 'observer';
    if (!votes(role) && role !== 'administrative-secretary') return refusal('seat-does-not-vote');
    return by === head.seat ? refusal('confirmed-by-same-seat') : undefined;
  },
  ...ballotRules,
  ...countRules,
  'remark-made': (state, { platform, criterion }, { seat }) => {
    if (state.platforms[platform] === undefined) return refusal('platform-unknown');
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (isRecused(state, seat, platform)) return refusal('recused-here');
    if (!isRevealed(state, platform)) return refusal('not-revealed');
    const known =
      criterion === null || (state.criteria && criteriaOf(state.criteria.set).some(({ id }) => id === criterion));
    return known ? undefined : refusal('criterion-unknown', { criterion });
  },
  'evidence-opened': (state, { platform, opened }, { seat }) => {
    const at = state.platforms[platform];
    if (at === undefined) return refusal('platform-unknown');
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (isRecused(state, seat, platform)) return refusal('recused-here');
    if (state.minutes.cut !== undefined) return refusal('minutes-cut');
    // Until then only counts travel, as presence.
    if (!mayNameOpenings(state, platform)) return refusal('not-revealed');
    const known = new Set(Object.values(at.evidence).flatMap((item) => revisionsOf(item).map(({ sha256 }) => sha256)));
    return opened.every((sha256) => known.has(sha256)) ? undefined : refusal('evidence-unknown');
  },
  'vote-cast': (state, { poll, about }, { seat }) => {
    const at = state.polls[poll];
    if (at === undefined || at.subject.of === 'platform') return refusal('poll-unknown');
    if (at.step !== 'open' || at.voided) return refusal('round-closed');
    if (at.by === 'hands') return refusal('vote-by-hands');
    if (at.secrecy === 'secret') return refusal('vote-is-secret');
    if (!at.entitled.includes(seat)) return refusal('not-entitled');
    if (!isAttending(state, state.seats[seat])) return refusal('not-present');
    const put =
      at.subject.of === 'conclusion' ? state.conclusions[at.subject.conclusion] : state.elections[at.subject.election];
    return put?.sha256 === about ? undefined : refusal('stale-object');
  },
  'reservation-made': (state, { conclusion, about }, { seat }) => {
    const at = state.conclusions[conclusion];
    if (at === undefined) return refusal('conclusion-unknown');
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (state.minutes.cut !== undefined) return refusal('minutes-cut');
    return at.sha256 === about ? undefined : refusal('stale-object');
  },
  'minutes-approved': (state, { sha256: content }, { seat }) => {
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (state.minutes.cut !== undefined) return refusal('minutes-cut');
    return state.minutes.written?.sha256 === content ? undefined : refusal('stale-object');
  },
  'takeover-agreed': (state, { term, feed, from }, { seat }) => {
    if (!keepersOf(state).some((keeper) => keeper === seat)) return refusal('not-a-keeper');
    const before = state.agreements[agreementOf(term, seat)];
    if (before === undefined) return undefined;
    const isSame = before.feed === feed && before.from.seq === from.seq && before.from.hash === from.hash;
    return isSame ? undefined : refusal('agreed-to-another', { term });
  },
  'evidence-removed': (state, _, { seat }) => {
    if (state.recalled === undefined) return refusal('evidence-not-recalled');
    return state.removed[seat] ? refusal('evidence-already-removed') : undefined;
  },
};

/**
 * Before the first round of a platform a member may say it anew; from then on only a new conflict is heard, at any time
 * until the conclusion is put, and none is taken back (domain, section 3, "Conflict of interest").
 */
function declarationRefusal(
  state: State,
  seat: string,
  { platform, conflict, criteria }: StatementOf<'interest-declared'>['declared'][number],
): Refusal | undefined {
  const at = state.platforms[platform];
  if (at === undefined) return refusal('platform-unknown');
  if (criteria !== undefined) {
    if (state.opened?.rules.quorum.per !== 'criterion') return refusal('recusal-by-criterion-barred');
    const known = new Set(state.criteria ? criteriaOf(state.criteria.set).map(({ id }) => id) : []);
    const stray = criteria.find((id) => !known.has(id));
    if (!conflict || stray !== undefined) return refusal('criterion-unknown', { criterion: stray ?? '' });
  }
  const begun = roundsOf(state, platform).length > 0;
  // Who comes late has said nothing yet and was issued no ballot.
  if (!begun || !hasDeclared(state, seat, platform)) return undefined;
  const was = state.declarations[seat]?.[platform];
  const before = was?.conflict === true ? was.criteria : [];
  // From the whole platform nothing is wider; from some criteria the platform, or those and more.
  const wider =
    before !== undefined &&
    (criteria === undefined ||
      (before.every((id) => criteria.includes(id)) && criteria.some((id) => !before.includes(id))));
  if (!conflict || !wider) return refusal('declaration-late', { platform: at.name });
  return at.conclusion === undefined ? undefined : refusal('recusal-too-late', { platform: at.name });
}

function opinionRefusal(state: State, platform: string, seat: string): Refusal | undefined {
  if (state.platforms[platform] === undefined) return refusal('platform-unknown');
  if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
  if (isRecused(state, seat, platform)) return refusal('recused-here');
  return isAttending(state, state.seats[seat]) ? refusal('opinion-of-present-member') : undefined;
}

const OWN_ONLY: ReadonlySet<StatementKind> = new Set<StatementKind>([
  'key-released',
  'share-released',
  'opinion-sealed',
  'count-reported',
  'paper-attached',
  'minutes-approved',
  'entry-confirmed',
  'evidence-opened',
  'takeover-agreed',
  'evidence-removed',
]);

/** Of the book and its copies, not of the meeting: heard also when the minutes are fixed. */
const AFTER_CUT: ReadonlySet<StatementKind> = new Set<StatementKind>(['takeover-agreed', 'evidence-removed']);

/** Undefined: it may be said. Otherwise the rule that stands against it. No clock, no device, no other input. */
export function decide(state: State, statement: Statement, who: Speaker, sha256: Sha256): Refusal | undefined {
  const device = state.devices[who.key];
  if (device === undefined || device.unbound !== undefined || device.seat !== who.head.seat)
    return refusal('key-unbound');
  if (state.seats[who.seat] === undefined) return refusal('seat-unknown');
  if (state.seats[who.seat]?.replaced || state.seats[who.head.seat]?.replaced) return refusal('seat-replaced');
  if (who.head.for !== undefined) {
    const role = state.seats[who.head.seat]?.role;
    if (role !== 'secretary' && role !== 'administrative-secretary' && role !== 'chair')
      return refusal('for-not-allowed');
    if (OWN_ONLY.has(statement.kind)) return refusal('own-act-only');
    // Who has a device speaks by it: else the one who records could vote for others, or recuse them. An absent
    // member's letter is the exception; it is read out, never counted.
    if (statement.kind !== 'opinion-written' && hadDevice(state, who.seat)) return refusal('seat-has-device');
  }
  if (state.minutes.cut !== undefined && !AFTER_CUT.has(statement.kind)) return refusal('minutes-cut');
  const { continues } = who.head;
  const former = continues && state.feeds[continues.feed];
  // A device goes on from a feed of its own seat and no other's.
  if (former !== undefined && former.seat !== who.head.seat) return refusal('continues-another');
  const rule = rules[statement.kind] as Rule<StatementKind>;
  return rule(state, statement.body, who, sha256);
}
