// Shares of a council: compared by whole numbers only, never as fractions.
import { z } from 'zod';

/** `more-than` 3/4 of n holds when 4 * count > 3 * n; `at-least` 1/1 means all. */
export const shareRule = z.strictObject({
  comparator: z.enum(['more-than', 'at-least']),
  numerator: z.int().min(0).max(100),
  denominator: z.int().min(1).max(100),
});
export type ShareRule = z.output<typeof shareRule>;

/** Integers only (design, section 6). A share of nobody never holds. */
export function clears(rule: ShareRule, count: number, of: number): boolean {
  if (of <= 0) return false;
  const left = count * rule.denominator;
  const right = of * rule.numerator;
  return rule.comparator === 'more-than' ? left > right : left >= right;
}

/** The smallest count that clears the rule for `of` people; `of + 1` where none does. */
export function needed(rule: ShareRule, of: number): number {
  for (let count = 0; count <= of; count++) if (clears(rule, count, of)) return count;
  return of + 1;
}

/** More than half, however it is written: the one rule under which sides can be even. */
export const isMajority = (rule: ShareRule): boolean =>
  rule.comparator === 'more-than' && rule.numerator * 2 === rule.denominator;

/** Half for and half not, under a majority rule: the chair's side may decide (domain, section 3, "Tie"). */
export const isTie = (rule: ShareRule, count: number, of: number): boolean =>
  of > 0 && isMajority(rule) && count * 2 === of;
