// The order of the matrix's rows, and names short enough for its columns.
import type { CriterionResult } from '../../shared/results/result-types.ts';

/** Most disagreement first; among equals the order of the set. */
export const byDissent = (criteria: readonly CriterionResult[]): readonly CriterionResult[] =>
  [...criteria].sort((a, b) => b.dissent - a.dissent);

/** The last two syllables of a Vietnamese name tell people apart; where they do not, the whole name stands. */
export function shortNames(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const tail = (name: string): string => name.split(/\s+/).slice(-2).join(' ');
  const often = new Map<string, number>();
  for (const [, name] of names) often.set(tail(name), (often.get(tail(name)) ?? 0) + 1);
  return new Map(names.map(([seat, name]) => [seat, often.get(tail(name)) === 1 ? tail(name) : name]));
}
