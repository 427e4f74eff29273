// What the one who records may rule while the council sits: sittings, attendance, who presides, what is put to a vote.
import { type Refusal, refusal } from '../base/result.ts';
import { votes } from '../council/roles.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { agreementRefusal } from './decide-count.ts';
import { openingRefusal, pollRules } from './decide-poll.ts';
import type { Sha256 } from './entry.ts';
import type { MEETING_RULINGS } from './meeting-rulings.ts';
import { isCarriedInOpen } from './open-vote.ts';
import { recorderOf } from './recorder.ts';
import type { RulingKind, RulingOf } from './rulings.ts';
import { isCommitteeWhole } from './seat-committee.ts';
import { isAttending, mayPreside, platformOf, presidingOver } from './seating.ts';
import { inMeeting, isAdjourned, pollUnderWay, roundsOf } from './sitting.ts';
import type { State } from './state.ts';
import { electionText, textHash } from './text-hash.ts';

/** Undefined: it may be ruled. */
export type RulingRule<K extends RulingKind> = (state: State, body: RulingOf<K>, sha256: Sha256) => Refusal | undefined;

const presidingRefusal = (state: State, seat: string): Refusal | undefined => {
  const at = state.seats[seat];
  if (at === undefined) return refusal('seat-unknown');
  if (at.replaced) return refusal('seat-replaced');
  if (state.opened?.rules.quorum.chair !== 'required') return undefined;
  return mayPreside(state, seat) ? undefined : refusal('may-not-preside');
};

/** The last round of a platform that counts for something; undefined where none was counted. */
const lastCounted = (state: State, platform: string) =>
  roundsOf(state, platform).findLast(({ step, voided }) => step === 'counted' && voided === undefined);

export const meetingRules: { readonly [K in keyof typeof MEETING_RULINGS | 'ruled']: RulingRule<K> } = {
  ...pollRules,
  ruled: () => undefined,
  'meeting-opened': (state, { presiding }) => {
    if (state.criteria === undefined) return refusal('criteria-missing');
    if (Object.keys(state.platforms).length === 0) return refusal('platform-missing');
    if (state.meeting.opened) return refusal('meeting-already-open');
    const open = criteriaOf(state.criteria.set).find(
      (criterion) =>
        criterion.kind === 'measured' && criterion.threshold === null && !Object.hasOwn(state.thresholds, criterion.id),
    );
    return presidingRefusal(state, presiding) ?? (open ? refusal('threshold-open', { criterion: open.id }) : undefined);
  },
  'meeting-adjourned': (state) => inMeeting(state) ?? (pollUnderWay(state) ? refusal('another-poll-open') : undefined),
  'meeting-resumed': (state, { presiding }) => {
    if (state.meeting.closed) return refusal('meeting-closed');
    return isAdjourned(state) ? presidingRefusal(state, presiding) : refusal('meeting-not-adjourned');
  },
  'presiding-passed': (state, { seat }) => {
    const wrong = inMeeting(state) ?? presidingRefusal(state, seat);
    if (wrong) return wrong;
    if (!isAttending(state, state.seats[seat])) return refusal('not-present');
    // Passed on while votes are seen, it would choose whose side settles a tie.
    const poll = pollUnderWay(state);
    const leads = poll?.step === 'open' && presidingOver(state, platformOf(state, poll.subject));
    return leads && leads === state.meeting.presiding ? refusal('another-poll-open') : undefined;
  },
  'meeting-closed': (state) => {
    const wrong = inMeeting(state);
    if (wrong) return wrong;
    if (pollUnderWay(state)) return refusal('another-poll-open');
    return state.minutes.written ? undefined : refusal('minutes-not-written');
  },
  'attendance-marked': (state, { seat }) => {
    const at = state.seats[seat];
    const wrong = inMeeting(state);
    if (wrong) return wrong;
    if (at === undefined) return refusal('seat-unknown');
    return at.replaced ? refusal('seat-replaced') : undefined;
  },
  'vice-chair-authorised': (state, { seat }) => {
    if (state.meeting.closed) return refusal('meeting-closed');
    if (state.opened?.rules.quorum.viceChair !== 'with-authorisation') return refusal('authorisation-barred');
    const at = state.seats[seat];
    if (at === undefined || at.replaced) return refusal('seat-unknown');
    if (at.role !== 'vice-chair') return refusal('not-a-vice-chair');
    return at.authorised ? refusal('already-authorised') : undefined;
  },
  'authorisation-ended': (state, { seat }) => (state.seats[seat]?.authorised ? undefined : refusal('not-authorised')),
  'seat-replaced': (state, { seat, by }) => {
    const at = state.seats[seat];
    if (at === undefined) return refusal('seat-unknown');
    if (at.replaced) return refusal('seat-replaced');
    if (!votes(at.role)) return refusal('seat-does-not-vote');
    if (state.seats[by]) return refusal('seat-taken');
    // The feed that rules is bound to this seat.
    if (recorderOf(state) === seat) return refusal('recorder-stays');
    if (state.meeting.closed) return refusal('meeting-closed');
    return state.meeting.opened === undefined || isAdjourned(state) ? undefined : refusal('replaced-in-sitting');
  },
  'poll-opened': openingRefusal,
  'count-agreed': (state, { poll, reports }) => agreementRefusal(state, poll, reports),
  'criteria-discussed': (state, { poll, criteria }) => {
    const at = state.polls[poll];
    if (at === undefined || at.subject.of !== 'platform') return refusal('poll-unknown');
    if (at.step !== 'counted') return refusal('not-revealed');
    const known = new Set(state.criteria ? criteriaOf(state.criteria.set).map(({ id }) => id) : []);
    const stray = criteria.find((id) => !known.has(id));
    return stray === undefined ? inMeeting(state) : refusal('criterion-unknown', { criterion: stray });
  },
  'election-put': (state, { election, members, head, sha256 }, hash) => {
    const wrong = inMeeting(state);
    if (wrong) return wrong;
    if (state.opened?.rules.committee !== 'three') return refusal('committee-barred');
    // One of whom somebody has left the council can no longer count: another is elected.
    if (isCommitteeWhole(state)) return refusal('committee-elected');
    if (state.elections[election]) return refusal('poll-known');
    if (pollUnderWay(state)) return refusal('another-poll-open');
    const three = new Set<string>(members);
    if (members.length !== 3 || three.size !== 3 || !three.has(head)) return refusal('committee-malformed');
    const away = members.find(
      (seat) => !votes(state.seats[seat]?.role ?? 'observer') || !isAttending(state, state.seats[seat]),
    );
    if (away !== undefined) return refusal('not-present');
    return textHash(hash, electionText({ members, head })) === sha256 ? undefined : refusal('stale-object');
  },
  'conclusion-put': (state, { platform, text, sha256 }, hash) => {
    const wrong = inMeeting(state);
    if (wrong) return wrong;
    const last = lastCounted(state, platform);
    if (last === undefined) return refusal('platform-not-counted');
    if (state.opened?.rules.committee === 'three' && last.agreed === undefined) return refusal('count-not-agreed');
    if (pollUnderWay(state)) return refusal('another-poll-open');
    // Once carried it stands: whoever puts the words could put others until he likes the vote.
    const before = state.conclusions[state.platforms[platform]?.conclusion ?? ''];
    const vote = before?.poll === undefined ? undefined : state.polls[before.poll];
    if (vote && isCarriedInOpen(state, vote)) return refusal('conclusion-voted');
    return textHash(hash, text) === sha256 ? undefined : refusal('stale-object');
  },
};
