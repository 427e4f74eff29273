// Points: the score of a ballot, the mean of scores, and which ballots lie too far off it; exact, in whole numbers.

import type { Scale } from '../council/rules.ts';
import { commonMultiple, type Fraction } from './fraction.ts';
import { type Column, MET, NO_ITEM } from './table.ts';

/** sum(weight * points) over sum(weight) of what the ballot judges; no weight: it judges nothing of it, and has no score. */
export type Score = { readonly sum: number; readonly weight: number };

/** "Not applicable" that did not carry counts as no points (domain, section 3). Sums stay far below 2^53. */
export function scoreOn(columns: readonly Column[], cells: Int8Array, list: readonly number[]): Score {
  let sum = 0;
  let weight = 0;
  for (const at of list) {
    const cell = cells[at] ?? NO_ITEM;
    const each = columns[at]?.weight ?? 0;
    if (cell === NO_ITEM) continue;
    if (cell > 0) sum += each * cell;
    weight += each;
  }
  return { sum, weight };
}

/** What each criterion must come to: with pass or fail, that it is met (1), so that a score reaches it where all are. */
export const passMarkOf = (scale: Scale): number => (scale.of === 'points' ? scale.passMark : MET);

/**
 * Whether a ballot is positive on the criteria of the score, none of them left out. It judges at least one of them, and
 * meets every one that it judges; with points, its score reaches the pass mark. What it is barred from does not hinder.
 */
export const isPositive = ({ sum, weight }: Score, passMark: number): boolean => weight > 0 && sum >= passMark * weight;

export const fractionOf = ({ sum, weight }: Score): Fraction | undefined =>
  weight === 0 ? undefined : { over: BigInt(sum), under: BigInt(weight) };

/** Scores brought to one denominator, `unit` to the point; undefined where there is no score. */
export function evenScores(scores: readonly Score[]): {
  readonly unit: bigint;
  readonly sizes: readonly (bigint | undefined)[];
} {
  const unit = commonMultiple(scores.flatMap(({ weight }) => (weight === 0 ? [] : [weight])));
  return {
    unit,
    sizes: scores.map(({ sum, weight }) => (weight === 0 ? undefined : BigInt(sum) * (unit / BigInt(weight)))),
  };
}

/** Mean of the scores whose place `kept` holds; undefined where none of them is a score. */
export function meanOf(scores: readonly Score[], kept: (place: number) => boolean): Fraction | undefined {
  const { unit, sizes } = evenScores(scores);
  const left = sizes.flatMap((size, at) => (size === undefined || !kept(at) ? [] : [size]));
  if (left.length === 0) return undefined;
  return { over: left.reduce((sum, size) => sum + size, 0n), under: unit * BigInt(left.length) };
}

export const reaches = (mean: Fraction | undefined, passMark: number): boolean =>
  mean !== undefined && mean.over >= BigInt(passMark) * mean.under;

export type SetAside = { readonly places: ReadonlySet<number>; readonly allOff: boolean };

/**
 * The outlier rule: a score further than `percent` per cent of the mean off the mean is set aside, once (Circular
 * 20/2023/TT-BKHCN, domain section 3). Where every one lies so far off, none is set aside, and `allOff` says so.
 */
export function outliersOf(scores: readonly Score[], percent: number): SetAside {
  const places = new Set<number>();
  const { sizes } = evenScores(scores);
  const given = sizes.filter((size) => size !== undefined);
  const count = BigInt(given.length);
  const total = given.reduce((sum, size) => sum + size, 0n);
  for (const [at, size] of sizes.entries()) {
    if (size === undefined) continue;
    const off = size * count - total;
    if ((off < 0n ? -off : off) * 100n > BigInt(percent) * total) places.add(at);
  }
  return places.size > 0 && places.size === given.length
    ? { places: new Set(), allOff: true }
    : { places, allOff: false };
}
