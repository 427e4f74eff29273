// From counted ballots to the result of a platform: the outcome by both ways of counting, and all that is said beside it.
import { agreementOf } from './agreement.ts';
import { criterionResults, groupResults } from './criterion-results.ts';
import { isPositive, passMarkOf } from './points.ts';
import { pointsResult } from './points-result.ts';
import type { PlatformResult } from './result-types.ts';
import { type Count, tableOf } from './table.ts';
import { tieOf } from './tally.ts';
import { countTable, everyColumn, leftIn, otherCounting, outcomeBy, scoresOn } from './ways.ts';

/** The result of one platform and round. */
export function resultOf(count: Count): PlatformResult {
  const { rules, ballots, set } = count;
  const table = tableOf(count);
  const counted = countTable(table);
  const left = leftIn(counted.verdicts, everyColumn(table));
  const positive = scoresOn(table, left).map((score) => isPositive(score, passMarkOf(rules.scale)));
  const positiveBallots = positive.filter(Boolean).length;
  const tie = tieOf(table, positiveBallots, table.of, positive[table.presiding] ?? false);
  const other = otherCounting(rules.counting, rules.scale.of);
  const criteria = criterionResults(counted);
  return {
    counting: rules.counting,
    outcome: outcomeBy(rules.counting, counted),
    other: { counting: other, outcome: outcomeBy(other, counted) },
    of: table.of,
    denominator: rules.denominator,
    threshold: rules.threshold,
    criteria,
    groups: groupResults(set, counted, criteria),
    positiveBallots,
    ...(tie === undefined ? {} : { tie }),
    ...(rules.scale.of === 'points' ? { points: pointsResult(counted, rules.scale) } : {}),
    agreement: agreementOf(table),
    issued: count.issued,
    returned: count.returned,
    valid: ballots.length,
    invalid: count.invalid,
  };
}
