// What the count says of each criterion and each group, in the order of the set.
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { decimalText } from './fraction.ts';
import { meanOf, reaches } from './points.ts';
import type { CriterionPoints, CriterionResult, GroupResult, Verdict } from './result-types.ts';
import { type Column, NO_ITEM, NOT_APPLICABLE, passOn, type Table } from './table.ts';
import { marksOf, verdictOf } from './tally.ts';
import { type Counted, leftIn, scoresOn } from './ways.ts';

/** Decimal places of everything that is said in points. */
export const POINTS_PLACES = 2;

/** Where a mark on a column stands: 1 met or at least its pass, 0 below it, -1 not applicable; undefined: barred. */
export function sideOf({ rules: { scale }, columns }: Table, at: number, cell?: number): number | undefined {
  if (cell === undefined || cell === NO_ITEM) return undefined;
  if (cell === NOT_APPLICABLE || scale.of === 'pass-fail') return cell;
  return cell >= passOn(scale, columns[at]?.criterion) ? 1 : 0;
}

/** Voters outside the largest side. */
function dissentOn(table: Table, at: number): number {
  const sides = [0, 0, 0];
  for (const { cells } of table.lines) {
    const side = sideOf(table, at, cells[at]);
    if (side !== undefined) sides[side + 1] = (sides[side + 1] ?? 0) + 1;
  }
  return sides.reduce((sum, each) => sum + each, 0) - Math.max(...sides);
}

function pointsOn({ table, aside }: Counted, at: number, passMark: number) {
  const given = table.lines.flatMap(({ cells }) => (cells[at] === NO_ITEM ? [] : [Math.max(0, cells[at] ?? 0)]));
  const mean = meanOf(scoresOn(table, [at]), (place) => !aside.places.has(place));
  const points: CriterionPoints = {
    sum: given.reduce((sum, each) => sum + each, 0),
    ballots: given.length,
    least: given.length === 0 ? 0 : Math.min(...given),
    most: given.length === 0 ? 0 : Math.max(...given),
    mean: mean === undefined ? null : decimalText(mean, POINTS_PLACES),
  };
  return { points, reached: reaches(mean, passMark) };
}

function criterionResult(counted: Counted, { criterion, of, noQuorum }: Column, at: number): CriterionResult {
  const { table, verdicts } = counted;
  const { presiding: _, ...marks } = marksOf(table, at);
  const { scale } = table.rules;
  const common = { criterion: criterion.id, ...marks, of, dissent: dissentOn(table, at) };
  const short = noQuorum ? { noQuorum: true as const } : {};
  if (scale.of === 'pass-fail') return { ...common, ...verdictOf(table, at, marksOf(table, at)), ...short };
  const { points, reached } = pointsOn(counted, at, passOn(scale, criterion));
  const byMean: Verdict = reached && !noQuorum ? 'met' : 'not-met';
  return { ...common, verdict: verdicts[at] === 'left-out' ? 'left-out' : byMean, points, ...short };
}

export const criterionResults = (counted: Counted): readonly CriterionResult[] =>
  counted.table.columns.map((column, at) => criterionResult(counted, column, at));

export function groupResults(
  set: CriteriaSet,
  { table, verdicts, aside }: Counted,
  results: readonly CriterionResult[],
): readonly GroupResult[] {
  let start = 0;
  return set.groups.map(({ id, criteria }) => {
    const columns = criteria.map((_, at) => start + at);
    start += criteria.length;
    const count = (verdict: Verdict) => columns.filter((at) => results[at]?.verdict === verdict).length;
    const tally = {
      group: id,
      met: count('met'),
      notMet: count('not-met'),
      leftOut: count('left-out'),
      of: criteria.length,
    };
    if (table.rules.scale.of === 'pass-fail') return tally;
    const rest = leftIn(verdicts, columns);
    const mean = meanOf(scoresOn(table, rest), (place) => !aside.places.has(place));
    return { ...tally, mean: mean === undefined ? null : decimalText(mean, POINTS_PLACES) };
  });
}
