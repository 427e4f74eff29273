// The orders in which criteria are read: of the set, by disagreement, by distance from the threshold; and short names.
import { needed, type ShareRule } from '../../shared/council/share.ts';
import type { CriterionResult, PlatformResult } from '../../shared/results/result-types.ts';

export const ORDERS = ['spread', 'distance', 'set'] as const;
export type Order = (typeof ORDERS)[number];

/** Most disagreement first; among equals the order of the set. */
export const byDissent = (criteria: readonly CriterionResult[]): readonly CriterionResult[] =>
  [...criteria].sort((a, b) => b.dissent - a.dissent);

/**
 * How many marks, each changed on its own, stand between this verdict and the other one: 1 is as close as it gets. With
 * points the distance of the mean from the pass mark, in hundredths of a point.
 */
export function distanceOf(
  row: CriterionResult,
  { threshold, points }: Pick<PlatformResult, 'threshold' | 'points'>,
): number {
  if (points !== undefined)
    return row.points?.mean == null
      ? Number.MAX_SAFE_INTEGER
      : Math.abs(hundredths(row.points.mean) - points.passMark * 100);
  return row.verdict === 'left-out' ? row.notApplicable - needed(threshold, row.of) + 1 : distanceBy(threshold, row);
}

const distanceBy = (threshold: ShareRule, { met, of }: CriterionResult): number => {
  const least = needed(threshold, of);
  return met >= least ? met - least + 1 : least - met;
};

/** "78.50" or "7" in hundredths; exact, because the text has at most two decimals. */
function hundredths(decimal: string): number {
  const [whole = '0', part = ''] = decimal.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0').slice(0, 2));
}

/** Nearest to the threshold first; among equals the more divided, then the order of the set. */
export function byDistance(
  criteria: readonly CriterionResult[],
  result: Pick<PlatformResult, 'threshold' | 'points'>,
): readonly CriterionResult[] {
  const far = new Map(criteria.map((row) => [row.criterion, distanceOf(row, result)]));
  return [...criteria].sort(
    (a, b) => (far.get(a.criterion) ?? 0) - (far.get(b.criterion) ?? 0) || b.dissent - a.dissent,
  );
}

export const inOrder = (
  order: Order,
  criteria: readonly CriterionResult[],
  result: PlatformResult,
): readonly CriterionResult[] =>
  order === 'set' ? criteria : order === 'spread' ? byDissent(criteria) : byDistance(criteria, result);

/** The last two syllables of a Vietnamese name tell people apart; where they do not, the whole name stands. */
export function shortNames(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const tail = (name: string): string => name.split(/\s+/).slice(-2).join(' ');
  const often = new Map<string, number>();
  for (const [, name] of names) often.set(tail(name), (often.get(tail(name)) ?? 0) + 1);
  return new Map(names.map(([seat, name]) => [seat, often.get(tail(name)) === 1 ? tail(name) : name]));
}
