// Criteria with levels in a count: their own pass, and only their own points.
import { expect, test } from 'vitest';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { marginOf } from '../../../shared/results/margin.ts';
import { resultOf } from '../../../shared/results/outcome.ts';
import type { Count } from '../../../shared/results/table.ts';
import { givenCount, pointsRules, scoresOf, setOf } from './given.ts';

/** Two criteria, the first with these levels. */
function countOf(levels: readonly number[], pass: number, rows: readonly (readonly [number, number])[]): Count {
  const plain = setOf('cc');
  const set: CriteriaSet = {
    ...plain,
    groups: plain.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((criterion, at) => {
        if (at > 0) return { ...criterion, notApplicable: false };
        const { kind: _, ...rest } = criterion as Extract<typeof criterion, { kind: 'pass-fail' }>;
        const named = levels.map((points) => ({ points, name: { vi: `mức ${points}`, en: '' } }));
        return { ...rest, notApplicable: false, kind: 'points' as const, levels: named, pass };
      }),
    })),
  };
  const none = givenCount(set, [], pointsRules({ outlier: null }));
  return { ...none, ballots: scoresOf(set, rows), issued: rows.length, returned: rows.length };
}

test('[AT12] a criterion with levels is met from its own pass on, also where sides are compared', () => {
  const result = resultOf(countOf([0, 40, 80], 40, [[40, 80], [80, 80], [40, 80]])); // biome-ignore format: a table
  expect(result.criteria.map(({ verdict, dissent }) => [verdict, dissent])).toEqual([
    ['met', 0],
    ['met', 0],
  ]);
  expect(result.agreement.unanimous).toBe(2);
});

test('[AT11] the margin gives only points of its levels: a fall to 0 that nobody can mark turns nothing', () => {
  // The mean is 72.5 of 70: from 60 to 50 a member takes five from the mean of one ballot, not enough to turn two.
  const turning = ({ marks }: ReturnType<typeof marginOf>) =>
    marks.map(({ criterion, changes }) => [criterion, changes]);
  const rows = [[60, 85], [60, 85]] as const; // biome-ignore format: a table
  expect(turning(marginOf(countOf([55, 60], 60, rows)))).toEqual([['c1', 2]]);
  expect(turning(marginOf(countOf([0, 60], 60, rows)))).toEqual([
    ['c0', 2],
    ['c1', 2],
  ]);
});
