// Whether a sitting can judge a platform: how many seats are needed, how many are there, and what is still missing.
import { type Refusal, refusal } from '../base/result.ts';
import { type Role, votes } from './roles.ts';
import type { CouncilRules } from './rules.ts';
import { clears, needed } from './share.ts';

export type Presence = 'present' | 'online' | 'absent' | 'excused' | 'left' | 'unknown';

export type QuorumSeat = {
  readonly seat: string;
  readonly role: Role;
  readonly presence: Presence;
  /** Recused from what is asked about; leave it out when the quorum of the whole meeting is asked. */
  readonly recused?: boolean;
  /** A vice-chair who holds the chair's written authorisation (giấy ủy quyền) for this meeting. */
  readonly authorised?: boolean;
};

export type Quorum = {
  readonly holds: boolean;
  /** Voting seats that attend (in the room, or online where that counts) and are not recused. */
  readonly present: number;
  /** Voting seats appointed, less the recused. */
  readonly appointed: number;
  /** The smallest `present` for which the share holds. */
  readonly needed: number;
  readonly missing: readonly Refusal[];
};

/** In the room; online as well where the rules let that count (domain, section 3, "Who votes"). */
export const attends = (presence: Presence, rules: Pick<CouncilRules, 'online'>): boolean =>
  presence === 'present' || (presence === 'online' && rules.online === 'counts');

const mayPreside = (seat: QuorumSeat, rules: CouncilRules): boolean =>
  seat.role === 'chair' ||
  (seat.role === 'vice-chair' && seat.authorised === true && rules.quorum.viceChair === 'with-authorisation');

/** Who presides: the chair, or a vice-chair with the chair's written authorisation; a recused one cannot. */
function chairMissing(seats: readonly QuorumSeat[], rules: CouncilRules): Refusal | undefined {
  const attending = seats.filter((seat) => mayPreside(seat, rules) && attends(seat.presence, rules));
  if (attending.some((seat) => seat.recused !== true)) return undefined;
  return refusal(attending.length > 0 ? 'chair-recused' : 'chair-absent');
}

/** Reviewers (ủy viên phản biện) that are not recused: one of them, or all, where the rules ask for it. */
function reviewersMissing(seats: readonly QuorumSeat[], rules: CouncilRules): Refusal | undefined {
  if (rules.quorum.reviewers === 'not-required') return undefined;
  const reviewers = seats.filter(({ role, recused }) => role === 'reviewer' && recused !== true);
  const there = reviewers.filter(({ presence }) => attends(presence, rules)).length;
  const least = rules.quorum.reviewers === 'one' ? 1 : Math.max(1, reviewers.length);
  return there >= least ? undefined : refusal('reviewers-absent', { more: least - there });
}

/**
 * Quorum of a meeting or, with `recused` filled in, of one platform or criterion. Source: the council's rules
 * (`rules.source`), by default present >= 2/3 of the appointed, and the chair, and the secretary (domain, section 3,
 * "Quorum"). Only voting seats count. A recused member leaves both sides (domain, section 3, "Conflict of interest":
 * "leaves the denominator"). A recused secretary still writes the minutes, so being there is enough; a recused chair
 * does not preside over the platform (our reading, no text settles it).
 *
 * `missing` codes: quorum-short {more, present, appointed, needed}, chair-absent, chair-recused, secretary-absent,
 * reviewers-absent {more}.
 */
export function quorumOf({
  rules,
  seats,
}: {
  readonly rules: CouncilRules;
  readonly seats: readonly QuorumSeat[];
}): Quorum {
  const voting = seats.filter((seat) => votes(seat.role) && seat.recused !== true);
  const appointed = voting.length;
  const present = voting.filter((seat) => attends(seat.presence, rules)).length;
  const least = needed(rules.quorum.share, appointed);
  const missing: Refusal[] = [];
  if (!clears(rules.quorum.share, present, appointed))
    missing.push(refusal('quorum-short', { more: least - present, present, appointed, needed: least }));
  const chair = rules.quorum.chair === 'required' ? chairMissing(seats, rules) : undefined;
  if (chair !== undefined) missing.push(chair);
  const secretaryIn = seats.some((seat) => seat.role === 'secretary' && attends(seat.presence, rules));
  if (rules.quorum.secretary === 'required' && !secretaryIn) missing.push(refusal('secretary-absent'));
  const reviewers = reviewersMissing(seats, rules);
  if (reviewers !== undefined) missing.push(reviewers);
  return { holds: missing.length === 0, present, appointed, needed: least, missing };
}
