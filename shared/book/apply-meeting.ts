// What each ruling of a sitting does to the state: trusted here, judged by `audit`.
import { pollSteps } from './apply-poll.ts';
import type { Head } from './head.ts';
import type { MEETING_RULINGS } from './meeting-rulings.ts';
import type { RulingKind, RulingOf } from './rulings.ts';
import { quorumFor } from './seating.ts';
import type { Origin, Poll, State } from './state.ts';

export type RulingStep<K extends RulingKind> = (state: State, body: RulingOf<K>, origin: Origin, head: Head) => void;

const sittingsOf = ({ meeting }: State): number => Math.max(1, meeting.sittings.length);

export const meetingSteps: { readonly [K in keyof typeof MEETING_RULINGS]: RulingStep<K> } = {
  ...pollSteps,
  'meeting-opened': (state, { presiding }, origin) => {
    state.meeting.opened = { ...origin, presiding };
    state.meeting.presiding = presiding;
    state.meeting.sittings.push({ opened: origin, presiding });
  },
  'meeting-adjourned': (state, { until, note }, origin) => {
    const sitting = state.meeting.sittings.at(-1);
    if (sitting) sitting.adjourned = { ...origin, until, note };
    for (const seat of Object.values(state.seats)) seat.presence = 'unknown';
  },
  'meeting-resumed': (state, { presiding }, origin) => {
    state.meeting.presiding = presiding;
    state.meeting.sittings.push({ opened: origin, presiding });
  },
  'presiding-passed': (state, { seat }, origin) => {
    state.meeting.presiding = seat;
    state.meeting.passed.push({ ...origin, seat });
  },
  'meeting-closed': (state, _, origin) => {
    state.meeting.closed = origin;
  },
  'attendance-marked': (state, { seat, presence, note }, origin) => {
    const at = state.seats[seat];
    if (at === undefined) return;
    at.presence = presence;
    at.attendance.push({ ...origin, presence, note, sitting: sittingsOf(state) });
  },
  'vice-chair-authorised': (state, { seat, letter }, origin) => {
    const at = state.seats[seat];
    if (at) at.authorised = { ...origin, letter };
    state.authorisations.push({ ...origin, seat, letter });
  },
  'authorisation-ended': (state, { seat }, origin) => {
    const at = state.seats[seat];
    if (at) delete at.authorised;
    const last = state.authorisations.findLast((each) => each.seat === seat);
    if (last) last.ended = origin;
  },
  'seat-replaced': (state, { seat, by, ground }, origin) => {
    const old = state.seats[seat];
    if (old === undefined) return;
    old.replaced = { ...origin, by, ground, sittings: state.meeting.sittings.length };
    delete old.authorised;
    state.seats[by] = {
      seat: by,
      role: old.role,
      order: old.order,
      replaces: seat,
      presence: 'unknown',
      attendance: [],
    };
  },
  'poll-opened': (state, body, origin) => {
    const poll: Poll = {
      ...body,
      entitled: [...body.entitled],
      origin,
      step: 'open',
      ballots: {},
      standing: {},
      votes: {},
      reopened: {},
      issued: {},
      paper: {},
      reports: {},
      discussed: {},
    };
    state.polls[body.poll] = poll;
    const { subject } = body;
    const conclusion = subject.of === 'conclusion' ? state.conclusions[subject.conclusion] : undefined;
    if (conclusion) conclusion.poll = body.poll;
    const election = subject.of === 'election' ? state.elections[subject.election] : undefined;
    if (election) election.poll = body.poll;
    // What was opened below quorum is void, whoever opened it.
    const platform = subject.of === 'platform' ? subject.platform : conclusion?.platform;
    const quorum = quorumFor(state, platform === undefined ? {} : { platform });
    if (quorum?.holds !== true) poll.voided = { ...origin, code: quorum?.missing[0]?.code ?? 'book-not-open' };
  },
  'count-agreed': (state, { poll, reports }, origin) => {
    const at = state.polls[poll];
    if (at) at.agreed = { ...origin, reports };
  },
  'criteria-discussed': (state, { poll, criteria }, origin) => {
    const at = state.polls[poll];
    if (at) for (const criterion of criteria) at.discussed[criterion] ??= origin;
  },
  'election-put': (state, body, origin) => {
    state.elections[body.election] = { ...body, origin };
  },
  'conclusion-put': (state, body, origin) => {
    state.conclusions[body.conclusion] = { ...body, origin, reservations: {} };
    const platform = state.platforms[body.platform];
    if (platform) platform.conclusion = body.conclusion;
  },
};
