// What the count says in points: the scores, the mean with and without the ballots that lie too far off it.
import type { Scale } from '../council/rules.ts';
import { POINTS_PLACES } from './criterion-results.ts';
import { decimalText, type Fraction } from './fraction.ts';
import { fractionOf, meanOf } from './points.ts';
import type { BallotScore, PointsResult } from './result-types.ts';
import { type Counted, everyColumn, leftIn, scoresOn } from './ways.ts';

const textOf = (fraction: Fraction | undefined): string | null =>
  fraction === undefined ? null : decimalText(fraction, POINTS_PLACES);

export function pointsResult(
  { table, verdicts, aside }: Counted,
  { passMark, outlier }: Extract<Scale, { of: 'points' }>,
): PointsResult {
  const list = leftIn(verdicts, everyColumn(table));
  const scores = scoresOn(table, list);
  const said = table.lines.map(({ seat }, at): BallotScore => {
    const score = scores[at];
    return { ...(seat === undefined ? {} : { seat }), score: score === undefined ? null : textOf(fractionOf(score)) };
  });
  return {
    passMark,
    mean: textOf(meanOf(scores, (at) => !aside.places.has(at))),
    meanWithAll: textOf(meanOf(scores, () => true)),
    outlier,
    outliers: said.filter((_, at) => aside.places.has(at)),
    allOff: aside.allOff,
    scores: said,
  };
}
