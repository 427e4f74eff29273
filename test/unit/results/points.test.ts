// Points: weights, pass mark, "not applicable", the outlier rule, and the texts that are read; by hand and against fractions.
import { describe, expect, it } from 'vitest';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { commonMultiple, decimalText } from '../../../shared/results/fraction.ts';
import { seeded } from '../../helpers/seed.ts';
import { barredFrom, bothWays, countOf, pointsRules, scoresOf, setOf } from './given.ts';
import { randomCount } from './random-count.ts';

const column = (points: readonly number[]) =>
  scoresOf(
    setOf('c'),
    points.map((each) => [each]),
  );

/** The set `letters` with these weights. */
function weighted(letters: string, weights: readonly number[]) {
  const set = setOf(letters);
  const groups = set.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((criterion, at) => ({ ...criterion, weight: weights[at] ?? 1 })),
  }));
  return { ...set, groups };
}

describe('scores and means', () => {
  it('[RE5] a score is the weighted mean of its points, the mean that of the scores', () => {
    const set = weighted('cc', [7_500, 2_500]);
    const { points } = countOf(
      set,
      scoresOf(set, [
        [80, 40],
        [60, 100],
      ]),
      pointsRules({ outlier: null }),
    );
    expect(points).toMatchObject({
      mean: '70.00',
      meanWithAll: '70.00',
      outlier: null,
      outliers: [],
      scores: [{ score: '70.00' }, { score: '70.00' }],
    });
  });

  it.each([
    [[70, 70, 70], 'all'],
    [[70, 70, 69], 'none'],
    [[71, 70, 69], 'all'],
    [[100, 100, 9], 'none'],
    [[100, 100, 10], 'all'],
  ])('[RE5] points %j without an outlier rule, pass mark 70: %s; exactly the mark is enough', (given, outcome) => {
    expect(countOf(setOf('c'), column(given), pointsRules({ outlier: null })).outcome.outcome).toBe(outcome);
  });

  it('[RE5] 69.995 is read as 70.00 and does not pass', () => {
    const sheets = column([...Array.from({ length: 199 }, () => 70), 69]);
    const result = countOf(setOf('c'), sheets, pointsRules({ outlier: null }));
    expect(result).toMatchObject({ points: { mean: '70.00' }, outcome: { outcome: 'none' } });
  });

  it('[RE5] "not applicable" that did not carry counts as no points; one that carried leaves every score', () => {
    const set = setOf('cc');
    const lone = countOf(
      set,
      scoresOf(set, [
        [90, null],
        [90, 90],
        [90, 90],
        [90, 90],
      ]),
      pointsRules({ outlier: null }),
    );
    expect(lone.points?.scores.map(({ score }) => score)).toEqual(['45.00', '90.00', '90.00', '90.00']);
    expect(lone.criteria[1]).toMatchObject({
      verdict: 'not-met',
      notApplicable: 1,
      points: { sum: 270, ballots: 4, least: 0, most: 90, mean: '67.50' },
    });
    const carried = countOf(
      set,
      scoresOf(set, [
        [90, null],
        [90, null],
        [90, null],
        [90, null],
      ]),
      pointsRules(),
    );
    expect(carried.points?.mean).toBe('90.00');
    expect(carried.criteria[1]?.verdict).toBe('left-out');
    expect(bothWays(carried)).toEqual({ mean: 'all', 'per-ballot': 'all' });
  });

  it('[RE4] a ballot is scored on what it judges; one that judges nothing has no score and pulls nothing down', () => {
    const set = setOf('cc');
    const result = countOf(
      set,
      scoresOf(set, [
        [80, 60],
        [undefined, 90],
        [undefined, undefined],
      ]),
      pointsRules({ outlier: null }),
      barredFrom({ 1: ['c0'], 2: ['c0', 'c1'] }),
    );
    expect(result.points).toMatchObject({
      mean: '80.00',
      scores: [{ score: '70.00' }, { score: '90.00' }, { score: null }],
    });
    expect(result.positiveBallots).toBe(2);
  });

  it('[RE5] no ballot: no mean, and nothing holds, even a pass mark of 0', () => {
    const result = countOf(setOf('c'), [], pointsRules({ passMark: 0 }));
    expect(result.points).toMatchObject({ mean: null, meanWithAll: null, scores: [] });
    expect(result.outcome.outcome).toBe('none');
  });

  it('[RE5] "except a tag" asks for the mean of the others', () => {
    const set = setOf('cp');
    const result = countOf(
      set,
      scoresOf(set, [
        [90, 10],
        [80, 20],
        [70, 0],
      ]),
      pointsRules({ outlier: null }),
    );
    expect(bothWays(result)).toEqual({ mean: 'but-popular', 'per-ballot': 'but-popular' });
  });
});

describe('the outlier rule', () => {
  it('[RE6] a ballot more than 20 % off the mean is set aside, once, and the mean is taken again', () => {
    const result = countOf(setOf('c'), column([90, 80, 80, 80, 30]), pointsRules());
    // Mean 72: 90 lies 25 % above, 30 far below. 80 lies 11 % above.
    expect(result.points).toMatchObject({
      meanWithAll: '72.00',
      mean: '80.00',
      outliers: [{ score: '90.00' }, { score: '30.00' }],
      allOff: false,
    });
    expect(result.criteria[0]?.points).toMatchObject({ sum: 360, ballots: 5, mean: '80.00' });
  });

  it('[RE6] exactly 20 % off stays', () => {
    expect(countOf(setOf('c'), column([80, 120 - 40, 96, 64]), pointsRules()).points?.outliers).toEqual([]);
    expect(countOf(setOf('c'), column([80, 80, 97, 63]), pointsRules()).points?.outliers).toHaveLength(2);
  });

  it('[RE6] once only: what lies off the second mean stays', () => {
    // Mean 68.75, so 60 stays and 10 goes. Of the rest the mean is 77.14, and 60 lies 22 % below it.
    const { points } = countOf(setOf('c'), column([10, 60, 80, 80, 80, 80, 80, 80]), pointsRules());
    expect(points).toMatchObject({ meanWithAll: '68.75', mean: '77.14', outliers: [{ score: '10.00' }] });
  });

  it('[RE6] where every ballot lies off, none is set aside, and it is said', () => {
    const { points } = countOf(setOf('c'), column([0, 100]), pointsRules());
    expect(points).toMatchObject({ mean: '50.00', meanWithAll: '50.00', outliers: [], allOff: true });
  });

  it('[RE6] it is decided on all criteria, and holds for the question without the tag', () => {
    const set = setOf('cp');
    // On both: 90, 90, 50; mean 76.67, so the third lies off, though on the first criterion alone it is the best.
    const result = countOf(
      set,
      scoresOf(set, [
        [69, 100],
        [69, 100],
        [100, 0],
      ]),
      pointsRules({ passMark: 79 }),
    );
    expect(result.points?.outliers).toHaveLength(1);
    expect(result.outcome.outcome).toBe('all');
    // With the third the mean of the first criterion is 79.33; without it 69.
    expect(result.criteria[0]).toMatchObject({ verdict: 'not-met', points: { mean: '69.00', sum: 238 } });
  });

  it('[RE6] by ballots, those that were set aside are counted still', () => {
    const result = countOf(setOf('c'), column([90, 80, 80, 80, 30]), { ...pointsRules(), counting: 'per-ballot' });
    expect(result).toMatchObject({ positiveBallots: 4, outcome: { outcome: 'all' }, other: { counting: 'mean' } });
  });
});

describe('against fractions', () => {
  /** Sum of weight * points over sum of weights as a pair, added up with one denominator for all: the product of all. */
  it('[RE5, RE6] means of random meetings, seeded, with the product of all weights as the one denominator', () => {
    const random = seeded('means by products');
    for (let run = 0; run < 300; run++) {
      const count = randomCount(random, {
        scale: 'points',
        counting: 'mean',
        members: random.integer(1, 6),
        criteria: random.integer(1, 5),
        good: 80,
        notApplicable: random.pick([0, 30]),
        leaning: 20,
      });
      const result = countOf(count.set, [], {}, count);
      const left = new Set(
        result.criteria.filter(({ verdict }) => verdict !== 'left-out').map(({ criterion }) => criterion),
      );
      const scores = count.ballots.flatMap(({ ballot }) => {
        let sum = 0n;
        let weights = 0n;
        for (const { id, weight = 1 } of criteriaOf(count.set)) {
          const item = ballot.items[id];
          if (item === undefined || !left.has(id)) continue;
          sum += BigInt(weight) * BigInt(item.points ?? 0);
          weights += BigInt(weight);
        }
        return weights === 0n ? [] : [{ sum, weights }];
      });
      const under = scores.reduce((product, { weights }) => product * weights, 1n);
      const over = scores.reduce((total, { sum, weights }) => total + (sum * under) / weights, 0n);
      const text = scores.length === 0 ? null : decimalText({ over, under: under * BigInt(scores.length) }, 2);
      expect(result.points?.meanWithAll, `seed ${random.seed}, run ${run}`).toBe(text);
      const { scale } = count.rules;
      const percent = scale.of === 'points' ? scale.outlier : null;
      const n = BigInt(scores.length);
      const off = scores.filter(({ sum, weights }) => {
        const distance = (sum * under * n) / weights - over;
        return percent !== null && (distance < 0n ? -distance : distance) * 100n > BigInt(percent) * over;
      });
      const isAll = off.length > 0 && off.length === scores.length;
      expect(result.points?.allOff, `seed ${random.seed}, run ${run}`).toBe(isAll);
      expect(result.points?.outliers.length, `seed ${random.seed}, run ${run}`).toBe(isAll ? 0 : off.length);
    }
  });
});

describe('decimal texts', () => {
  it.each([
    [1n, 3n, 2, '0.33'],
    [2n, 3n, 2, '0.67'],
    [1n, 200n, 2, '0.01'],
    [1n, 201n, 2, '0.00'],
    [-1n, 2_000n, 3, '-0.001'],
    [-1n, 2_001n, 3, '0.000'],
    [-4n, 3n, 3, '-1.333'],
    [100n, 1n, 2, '100.00'],
    [5n, 2n, 0, '3'],
  ])('[RE5] %i/%i with %i places is %s', (over, under, places, text) => {
    expect(decimalText({ over, under }, places)).toBe(text);
  });

  it('[RE5] least common multiples', () => {
    expect([commonMultiple([]), commonMultiple([4, 6]), commonMultiple([10_000, 9_999])]).toEqual([
      1n,
      12n,
      99_990_000n,
    ]);
  });
});
