// The decision margin against counting every single variation again, and what it says in cases that a hand can check.
import { describe, expect, it } from 'vitest';
import type { Counting } from '../../../shared/council/rules.ts';
import { marginOf } from '../../../shared/results/margin.ts';
import { resultOf } from '../../../shared/results/outcome.ts';
import type { Count } from '../../../shared/results/table.ts';
import { seeded } from '../../helpers/seed.ts';
import { longAbsences, longCriteria, longMargin, longMarks } from './every-change.ts';
import { barredFrom, givenCount, pointsRules, scoresOf, seat, setOf } from './given.ts';
import { randomCount, type Wanted } from './random-count.ts';

const WAYS: readonly (readonly [Wanted['scale'], Counting])[] = [
  ['pass-fail', 'per-criterion'],
  ['pass-fail', 'per-ballot'],
  ['points', 'mean'],
  ['points', 'per-ballot'],
];
const LONG = 120_000;

describe('against every single variation', () => {
  it.each(WAYS)(
    '[RE7] small councils, %s counted %s: every absence, mark and criterion',
    (scale, counting) => {
      const random = seeded(`margin ${scale} ${counting}`);
      let loose = 0;
      const runs = scale === 'points' ? 60 : 400;
      for (let run = 0; run < runs; run++) {
        const wanted: Wanted = {
          scale,
          counting,
          members: random.integer(1, scale === 'points' ? 5 : 8),
          criteria: random.integer(1, scale === 'points' ? 3 : 6),
          good: random.pick([55, 85, 95]),
          notApplicable: random.pick([0, 10, 50]),
          leaning: 20,
        };
        const count = randomCount(random, wanted);
        const found = marginOf(count);
        expect(found, `seed ${random.seed}, run ${run}`).toEqual(longMargin(count));
        if (!found.firm) loose += 1;
      }
      expect(loose, `seed ${random.seed}`).toBeGreaterThan(runs / 10);
      expect(loose, `seed ${random.seed}`).toBeLessThan(runs);
    },
    LONG,
  );

  it.each(WAYS)(
    '[RE7] 15 members, 120 criteria, %s counted %s',
    (scale, counting) => {
      const random = seeded(`large margin ${scale} ${counting}`);
      const wanted = { scale, counting, members: 15, criteria: 120, good: 97 } as const;
      const draw = (): Count =>
        randomCount(random, { ...wanted, notApplicable: random.pick([0, 5]), leaning: random.pick([0, 5]) });
      let count = draw();
      // Most councils of this size are firm: one that is not says more.
      for (let run = 0; run < 300 && marginOf(count).marks.length === 0; run++) count = draw();
      const { absent, marks, criteria } = marginOf(count);
      const drawn = Array.from({ length: 2 }, () => `c${random.integer(0, 119)}`);
      // Every number on every mark would be 180,000 counts: with points two criteria are drawn, the soak takes all.
      const only =
        scale === 'points' ? [...new Set([...drawn, ...marks.slice(0, 1).map((each) => each.criterion)])] : undefined;
      expect(marks.length, `seed ${random.seed}`).toBeGreaterThan(0);
      expect(absent, `seed ${random.seed}`).toEqual(longAbsences(count));
      expect(criteria, `seed ${random.seed}`).toEqual(longCriteria(count));
      expect(
        marks.filter(({ criterion }) => only?.includes(criterion) ?? true),
        `seed ${random.seed}`,
      ).toEqual(longMarks(count, only));
    },
    LONG,
  );
});

describe('cases by hand', () => {
  const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

  it('[RE8] seven of seven for everything: nothing turns it but a whole criterion', () => {
    // More than 3/4 of seven is six, of six five: one doubt or one empty chair changes nothing.
    expect(marginOf(givenCount(setOf('cc'), times(7, 'yy'), {}, { presiding: 0 }))).toEqual({
      firm: true,
      absent: { count: 0, seats: [] },
      marks: [],
      criteria: ['c0', 'c1'],
    });
  });

  it('[RE8] six of seven on one criterion: each of its six marks, and nobody else, holds it up', () => {
    const count = givenCount(setOf('cc'), ['yn', ...times(6, 'yy')], {}, { presiding: 0 });
    // Five of six present clear 3/4 still, so no absence turns it.
    expect(marginOf(count)).toEqual({
      firm: false,
      absent: { count: 0, seats: [] },
      marks: [{ criterion: 'c1', changes: 6 }],
      criteria: ['c0', 'c1'],
    });
  });

  it('[RE8] four of four: one absence leaves three of three, one doubt three of four, which is not enough', () => {
    const margin = marginOf(givenCount(setOf('c'), times(4, 'y'), {}, { presiding: 0 }));
    expect(margin).toMatchObject({ absent: { count: 0 }, marks: [{ criterion: 'c0', changes: 4 }] });
  });

  it('[RE8] a silent member in the room can be what stands against it', () => {
    const count = givenCount(setOf('c'), times(6, 'y'), {}, { presiding: 0, present: 8 });
    expect(marginOf(count).absent).toEqual({ count: 2, seats: [seat(6), seat(7)] });
  });

  it('[RE8] a tie hangs on the seat that presides', () => {
    const majority = { threshold: { comparator: 'more-than', numerator: 1, denominator: 2 } } as const;
    const margin = marginOf(givenCount(setOf('c'), ['y', 'y', 'n', 'n'], majority, { presiding: 0 }));
    expect(margin.absent).toEqual({ count: 2, seats: [seat(0), seat(1)] });
    // Either "met" withdrawn turns it; a "not met" made "met" only makes it three of four.
    expect(margin.marks).toEqual([{ criterion: 'c0', changes: 2 }]);
  });

  it('[RE8] of a secret ballot only the number of members is known', () => {
    const margin = marginOf(givenCount(setOf('cc'), ['yy', 'y ', 'yy'], {}, barredFrom({ 1: ['c1'] })));
    expect(margin.absent.seats).toEqual([]);
    const count = givenCount(setOf('c'), times(6, 'y'), {}, { present: 8 });
    expect(marginOf(count).absent).toEqual({ count: 2, seats: [] });
  });

  it('[RE8] one more "not applicable" can leave a criterion out, one less bring it back', () => {
    const set = setOf('cc');
    const rules = pointsRules({ outlier: null });
    // More than 3/4 of four is all four. With the first criterion in, the mean is 52.50; without it, 80.
    const three = scoresOf(set, [
      [100, 80],
      [null, 80],
      [null, 80],
      [null, 80],
    ]);
    const four = scoresOf(set, [
      [null, 80],
      [null, 80],
      [null, 80],
      [null, 80],
    ]);
    expect(marginOf(givenCount(set, three, rules, { presiding: 0 }))).toMatchObject({
      marks: [{ criterion: 'c0', changes: 1 }],
    });
    expect(marginOf(givenCount(set, four, rules, { presiding: 0 })).marks).toContainEqual({
      criterion: 'c0',
      changes: 4,
    });
  });

  it('[RE8] under the outlier rule 0 and 100 do not suffice: between them a ballot stays and pulls the mean down', () => {
    const set = setOf('c');
    const withSeventh = (points: number) =>
      givenCount(set, scoresOf(set, [...Array.from({ length: 6 }, () => [71]), [points]]), pointsRules());
    // At 0 and at 100 the seventh is set aside and 71 is left; at 60 it stays, and the mean is 69.43.
    const outcomes = [0, 60, 69, 100].map((points) => resultOf(withSeventh(points)).outcome.outcome);
    expect(outcomes).toEqual(['all', 'none', 'all', 'all']);
    expect(marginOf(withSeventh(69)).marks).toEqual([{ criterion: 'c0', changes: 7 }]);
  });
});
