// What the rules advise about who sits: said beside the members, never refused (domain, section 3, "Size" and "Roles").
import { type Role, votes } from './roles.ts';
import type { CouncilRules } from './rules.ts';

/** `few` and `many`: voting members outside the range; `even`: sides can be even; the others count roles. */
export type Advice = {
  readonly about: 'few' | 'many' | 'even' | 'vice-chairs' | 'reviewers';
  readonly count: number;
  /** What the rules name: the least or the most; the count itself where the number is even. */
  readonly named: number;
};

/** @param roles of everybody who sits, voting or not */
export function adviceFor(
  { size, roles: wanted }: Pick<CouncilRules, 'size' | 'roles'>,
  roles: readonly Role[],
): readonly Advice[] {
  const voting = roles.filter(votes).length;
  const viceChairs = roles.filter((role) => role === 'vice-chair').length;
  const reviewers = roles.filter((role) => role === 'reviewer').length;
  const found: readonly (Advice | false)[] = [
    voting < size.least && { about: 'few', count: voting, named: size.least },
    voting > size.most && { about: 'many', count: voting, named: size.most },
    size.even === 'warned' && voting > 0 && voting % 2 === 0 && { about: 'even', count: voting, named: voting },
    viceChairs > wanted.viceChairs && { about: 'vice-chairs', count: viceChairs, named: wanted.viceChairs },
    reviewers < wanted.reviewers && { about: 'reviewers', count: reviewers, named: wanted.reviewers },
  ];
  return found.filter((each) => each !== false);
}
