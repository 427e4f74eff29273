// Who sits, who may vote on a platform, who holds shares: the council's questions asked of a state.
import type { SeatId } from '../base/ids.ts';
import { attends, type Quorum, quorumOf } from '../council/quorum.ts';
import { votes } from '../council/roles.ts';
import type { Poll, Seat, State, Stood } from './state.ts';

export const seatsInOrder = (state: State): readonly Seat[] =>
  Object.values(state.seats).sort((a, b) => a.order - b.order || (a.seat < b.seat ? -1 : 1));

/** Who sits and votes: appointed, and not replaced since. */
export const votingSeats = (state: State): readonly Seat[] =>
  seatsInOrder(state).filter((seat) => votes(seat.role) && seat.replaced === undefined);

/** In the room, or online where the rules let that count. Nobody attends before the book is opened. */
export const isAttending = (state: State, seat: Pick<Seat, 'presence'> | undefined): boolean =>
  seat !== undefined && state.opened !== undefined && attends(seat.presence, state.opened.rules);

/** Takes no part in the platform at all. */
export const isRecused = (state: State, seat: string, platform: string): boolean => {
  const declared = state.declarations[seat]?.[platform];
  return declared?.conflict === true && declared.criteria === undefined;
};

/** Criteria of a platform that a seat does not judge though it judges the rest. */
export const barredCriteria = (state: State, seat: string, platform: string): readonly string[] => {
  const declared = state.declarations[seat]?.[platform];
  return declared?.conflict === true ? (declared.criteria ?? []) : [];
};

export const hasDeclared = (state: State, seat: string, platform: string): boolean =>
  state.declarations[seat]?.[platform] !== undefined;

const mayJudge = (state: State, seat: string, platform: string): boolean =>
  hasDeclared(state, seat, platform) && !isRecused(state, seat, platform);

/** What a poll is about: a platform, or nothing but the meeting (an election). Undefined: unknown. */
export function platformOf(state: State, subject: Poll['subject']): string | undefined {
  if (subject.of === 'platform') return subject.platform;
  return subject.of === 'conclusion' ? state.conclusions[subject.conclusion]?.platform : undefined;
}

/**
 * Who is issued a ballot or may vote, in the order of the table: voting, attending, declared, not recused. Ballots on a
 * platform may come from a distance where the rules say so; a vote never does.
 */
export function entitledTo(state: State, subject: Poll['subject']): readonly SeatId[] {
  const platform = platformOf(state, subject);
  const distance = subject.of === 'platform' && state.opened?.rules.casting === 'from-a-distance';
  return votingSeats(state)
    .filter((seat) => distance || isAttending(state, seat))
    .filter((seat) => platform === undefined || mayJudge(state, seat.seat, platform))
    .map((seat) => seat.seat);
}

export const entitledSeats = (state: State, platform: string): readonly SeatId[] =>
  entitledTo(state, { of: 'platform', platform, round: 1 });

/** Voting seats that attend and have not said yet whether they have a conflict on this platform. */
export const undeclaredSeats = (state: State, platform: string): readonly SeatId[] =>
  votingSeats(state)
    .filter((seat) => isAttending(state, seat) && !hasDeclared(state, seat.seat, platform))
    .map((seat) => seat.seat);

/** What the quorum is asked for; nothing of it: the whole meeting. */
export type QuorumOf = {
  readonly platform?: string;
  readonly criterion?: string;
  /** Whoever has put a ballot into it took part, also after leaving the room. */
  readonly poll?: Pick<Poll, 'subject' | 'standing' | 'votes'>;
};

/** Quorum of the meeting, of one platform once its recused members have left, or of one criterion. Undefined before the book is opened. */
export function quorumFor(state: State, { platform, criterion, poll }: QuorumOf): Quorum | undefined {
  if (state.opened === undefined) return undefined;
  const out = (seat: string): boolean =>
    platform !== undefined &&
    (isRecused(state, seat, platform) ||
      (criterion !== undefined && barredCriteria(state, seat, platform).includes(criterion)));
  const { rules } = state.opened;
  // From a distance nobody is part of a quorum; votes are never cast from there.
  const near = rules.casting === 'attending' || poll?.subject.of !== 'platform';
  const took = (seat: string): boolean =>
    poll !== undefined && (poll.votes[seat] !== undefined || (near && poll.standing[seat] !== undefined));
  const seats = votingSeats(state).map(({ seat, role, presence, authorised }) => ({
    seat,
    role,
    presence: took(seat) ? ('present' as const) : presence,
    recused: out(seat),
    authorised: authorised !== undefined,
  }));
  return quorumOf({ rules, seats });
}

export const quorumIn = (state: State, platform?: string): Quorum | undefined =>
  quorumFor(state, platform === undefined ? {} : { platform });

const isAuthorised = (state: State, { role, authorised }: Seat): boolean =>
  role === 'vice-chair' && authorised !== undefined && state.opened?.rules.quorum.viceChair === 'with-authorisation';

/** May take the chair: the chair, or a vice-chair with the chair's written authorisation; both only while they sit. */
export const mayPreside = (state: State, seat: string): boolean => {
  const at = state.seats[seat];
  return at !== undefined && at.replaced === undefined && (at.role === 'chair' || isAuthorised(state, at));
};

/** Whose side settles a tie: who presides, unless recused or away; then an authorised vice-chair who is there; else nobody. */
export function presidingOver(state: State, platform?: string): SeatId | undefined {
  const isThere = (seat: Seat): boolean =>
    isAttending(state, seat) && (platform === undefined || !isRecused(state, seat.seat, platform));
  const now = state.seats[state.meeting.presiding ?? ''];
  // A vice-chair whose authorisation has ended presides no more.
  const may = now !== undefined && (state.opened?.rules.quorum.chair !== 'required' || mayPreside(state, now.seat));
  if (may && isThere(now)) return now.seat;
  return votingSeats(state).find((seat) => isAuthorised(state, seat) && isThere(seat))?.seat;
}

/** The council at this moment, as the close of a poll fixes it. */
export function standingOf(state: State, poll: Poll): Stood {
  const platform = platformOf(state, poll.subject);
  const took = (seat: SeatId): boolean =>
    isAttending(state, state.seats[seat]) || poll.standing[seat] !== undefined || poll.votes[seat] !== undefined;
  const appointed = votingSeats(state)
    .map(({ seat }) => seat)
    .filter((seat) => platform === undefined || !isRecused(state, seat, platform));
  const presiding = presidingOver(state, platform);
  const barred =
    poll.subject.of === 'platform'
      ? appointed.flatMap((seat) => {
          const criteria = barredCriteria(state, seat, platform ?? '');
          return criteria.length === 0 ? [] : [[seat, criteria] as const];
        })
      : [];
  // Asked now: later nobody knows any more who was there without a ballot, or held an authorisation.
  const noQuorum = [...new Set(barred.flatMap(([, criteria]) => criteria))].filter(
    (criterion) => quorumFor(state, { platform: platform ?? '', criterion, poll })?.holds !== true,
  );
  return {
    present: poll.entitled.filter(took),
    appointed,
    ...(presiding === undefined ? {} : { presiding }),
    barred: Object.fromEntries(barred),
    ...(noQuorum.length === 0 ? {} : { noQuorum }),
  };
}

/** Who is asked to hold a share, in this order. */
export const HOLDER_ROLES = ['chair', 'secretary', 'vice-chair', 'reviewer', 'member'] as const;

/**
 * Seats that may hold shares of a poll, in the order in which they are asked: chair and secretary first, then a
 * vice-chair or others to stand in where one of them is the author; or the counting committee, its head first. Only
 * seats with a device of their own can hold.
 */
export function holderSeats(state: State): readonly SeatId[] {
  const shares = state.opened?.rules.shares ?? 'none';
  if (shares === 'none') return [];
  const bound = votingSeats(state).filter((seat) => seat.device !== undefined && isAttending(state, seat));
  if (shares === 'counting-committee') {
    const { head, members = [] } = state.committee ?? {};
    const mine = bound.filter(({ seat }) => members.includes(seat)).map(({ seat }) => seat);
    return mine.sort((a, b) => Number(b === head) - Number(a === head));
  }
  const ordered = HOLDER_ROLES.flatMap((role) => bound.filter((seat) => seat.role === role));
  return ordered.slice(0, 3).map((seat) => seat.seat);
}

/** For an absent member's sealed marks, which may come before anybody has arrived: the same order, there or not. */
export function opinionHolders(state: State): readonly SeatId[] {
  if ((state.opened?.rules.shares ?? 'none') === 'none') return [];
  const bound = votingSeats(state).filter((seat) => seat.device !== undefined);
  return HOLDER_ROLES.flatMap((role) => bound.filter((seat) => seat.role === role))
    .slice(0, 3)
    .map((seat) => seat.seat);
}

export type Holder = { readonly seat: SeatId; readonly kem: string };

/** The two holders of one author's ballot, never the author; none where there are not two. */
export function holdersOf(state: State, poll: Pick<Poll, 'holders'>, author: SeatId): readonly Holder[] {
  const holders: Holder[] = [];
  for (const seat of poll.holders) {
    const device = state.devices[state.seats[seat]?.device ?? ''];
    if (seat !== author && device !== undefined && holders.length < 2) holders.push({ seat, kem: device.kem });
  }
  return holders.length === 2 ? holders : [];
}

/** The threshold in force: the set's own, or the one set for this session; null where nobody set one. */
export function thresholdOf(
  state: State,
  criterion: { readonly id: string; readonly threshold: string | null },
): string | null {
  const set = Object.hasOwn(state.thresholds, criterion.id) ? state.thresholds[criterion.id] : undefined;
  return criterion.threshold ?? set?.threshold ?? null;
}
