// How far the ballots agree: on how many criteria all of them do, and Krippendorff's alpha for nominal data.
import { sideOf } from './criterion-results.ts';
import { decimalText, type Fraction } from './fraction.ts';
import type { Agreement, NoAlpha } from './result-types.ts';
import type { Table } from './table.ts';

export type Alpha = {
  /** Undefined with `why`. */
  readonly alpha?: Fraction;
  readonly why?: NoAlpha;
  /** Items with at least two values: only these are used. */
  readonly units: number;
  /** Values of these items. */
  readonly values: number;
};

/**
 * Krippendorff's alpha for nominal data, any number of raters, values missing or not (K. Krippendorff, "Computing
 * Krippendorff's Alpha-Reliability", 2011, section C). One list for each item: the values it was given, the missing ones
 * left out. Exact:
 *
 *     alpha = 1 - (n - 1) * sum over items of (m^2 - sum of k^2) / (m - 1) / (n^2 - sum of K^2)
 *
 * with m values of an item, k of them alike, n values in all, K of them alike.
 */
export function nominalAlpha(items: readonly (readonly number[])[]): Alpha {
  const used = items.filter((values) => values.length > 1);
  const n = used.reduce((sum, values) => sum + values.length, 0);
  const size = { units: used.length, values: n };
  if (n === 0) return { ...size, why: 'one-rater' };
  /** m -> sum over items of m values: so few fractions are added up, not one for each item. */
  const apart = new Map<number, number>();
  const totals = new Map<number, number>();
  for (const values of used) {
    const alike = new Map<number, number>();
    for (const value of values) alike.set(value, (alike.get(value) ?? 0) + 1);
    for (const [value, count] of alike) totals.set(value, (totals.get(value) ?? 0) + count);
    apart.set(values.length, (apart.get(values.length) ?? 0) + unlike(values.length, alike));
  }
  const expected = BigInt(unlike(n, totals));
  if (expected === 0n) return { ...size, why: 'no-variation' };
  const observed = [...apart].reduce((sum, [m, count]) => plus(sum, { over: BigInt(count), under: BigInt(m - 1) }), {
    over: 0n,
    under: 1n,
  });
  const under = observed.under * expected;
  return { ...size, alpha: { over: under - BigInt(n - 1) * observed.over, under } };
}

/** Ordered pairs of two different values among so many. */
const unlike = (count: number, alike: ReadonlyMap<number, number>): number =>
  [...alike.values()].reduce((left, each) => left - each * each, count * count);

const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/**
 * Of the valid ballots of a round. "Not applicable" is a value of its own: the member has judged, and differs from one
 * who says met or not met. A criterion that a seat is barred from is a missing value: there is no judgement. With points
 * the value is the side of what a criterion passes at, because alpha for nominal data knows no distance and 84 beside 85 would be as
 * far apart as 0 beside 100.
 */
export function agreementOf(table: Table): Agreement {
  const items = table.columns.map((_, at) =>
    table.lines.flatMap(({ cells }) => {
      const side = sideOf(table, at, cells[at]);
      return side === undefined ? [] : [side];
    }),
  );
  const { alpha, why, units, values } = nominalAlpha(items);
  return {
    unanimous: items.filter((given) => given.length > 1 && given.every((side) => side === given[0])).length,
    units,
    values,
    alpha: alpha === undefined ? null : decimalText(alpha, 3),
    ...(why === undefined ? {} : { why }),
  };
}
