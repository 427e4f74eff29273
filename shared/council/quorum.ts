// Whether a sitting can judge a platform: how many seats are needed, how many are there, and what is still missing.
import { type Refusal, refusal } from '../base/result.ts';
import { type Role, votes } from './roles.ts';
import { type CouncilRules, clears, needed } from './rules.ts';

export type Presence = 'present' | 'online' | 'absent' | 'excused' | 'left' | 'unknown';

export type QuorumSeat = {
  readonly seat: string;
  readonly role: Role;
  readonly presence: Presence;
  /** Recused from the platform in question; leave it out when the quorum of the whole meeting is asked. */
  readonly recused?: boolean;
  /** A vice-chair who holds the chair's written authorisation (giấy ủy quyền) for this meeting. */
  readonly authorised?: boolean;
};

export type Quorum = {
  readonly holds: boolean;
  /** Voting seats that attend (in the room or online) and are not recused. */
  readonly present: number;
  /** Voting seats appointed, less the recused. */
  readonly appointed: number;
  /** The smallest `present` for which the share holds. */
  readonly needed: number;
  readonly missing: readonly Refusal[];
};

export const attends = (presence: Presence): boolean => presence === 'present' || presence === 'online';

/** Who presides: the chair, or a vice-chair with the chair's written authorisation; a recused one cannot. */
function chairMissing(seats: readonly QuorumSeat[]): Refusal | undefined {
  const presiding = seats.filter(
    (seat) => seat.role === 'chair' || (seat.role === 'vice-chair' && seat.authorised === true),
  );
  const attending = presiding.filter((seat) => attends(seat.presence));
  if (attending.some((seat) => seat.recused !== true)) return undefined;
  return refusal(attending.length > 0 ? 'chair-recused' : 'chair-absent');
}

/**
 * Quorum of a meeting or, with `recused` filled in, of one platform. Source: the council's rules (`rules.source`), by
 * default present >= 2/3 of the appointed, and the chair, and the secretary (domain, section 3, "Quorum"). Only voting
 * seats count. A recused member leaves both sides (domain, section 3, "Conflict of interest": "leaves the
 * denominator"). A recused secretary still writes the minutes, so being there is enough; a recused chair does not
 * preside over the platform (our reading, no text settles it).
 *
 * `missing` codes: quorum-short {more, present, appointed, needed}, chair-absent, chair-recused, secretary-absent.
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
  const present = voting.filter((seat) => attends(seat.presence)).length;
  const least = needed(rules.quorum.share, appointed);
  const missing: Refusal[] = [];
  if (!clears(rules.quorum.share, present, appointed))
    missing.push(refusal('quorum-short', { more: least - present, present, appointed, needed: least }));
  const chair = rules.quorum.chair === 'required' ? chairMissing(seats) : undefined;
  if (chair !== undefined) missing.push(chair);
  const secretaryIn = seats.some((seat) => seat.role === 'secretary' && attends(seat.presence));
  if (rules.quorum.secretary === 'required' && !secretaryIn) missing.push(refusal('secretary-absent'));
  return { holds: missing.length === 0, present, appointed, needed: least, missing };
}
