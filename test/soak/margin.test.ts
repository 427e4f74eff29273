// The decision margin at length: every number on every mark of a large meeting, and thousands of small ones.
import { expect, test } from 'vitest';
import type { Counting } from '../../shared/council/rules.ts';
import { marginOf } from '../../shared/results/margin.ts';
import { seeded } from '../helpers/seed.ts';
import { longMargin } from '../unit/results/every-change.ts';
import { randomCount, type Wanted } from '../unit/results/random-count.ts';

const WAYS: readonly (readonly [Wanted['scale'], Counting])[] = [
  ['pass-fail', 'per-criterion'],
  ['pass-fail', 'per-ballot'],
  ['points', 'mean'],
  ['points', 'per-ballot'],
];
const LONG = 3_600_000;

test.each(WAYS)(
  '[RE7] 2,000 small meetings, %s counted %s: every single variation counted again',
  (scale, counting) => {
    const random = seeded(`margin soak ${scale} ${counting}`);
    for (let run = 0; run < 2_000; run++) {
      const count = randomCount(random, {
        scale,
        counting,
        members: random.integer(1, 7),
        criteria: random.integer(1, 5),
        good: random.pick([55, 85, 95]),
        notApplicable: random.pick([0, 10, 50]),
        leaning: 20,
      });
      expect(marginOf(count), `seed ${random.seed}, run ${run}`).toEqual(longMargin(count));
    }
  },
  LONG,
);

test.each(WAYS)(
  '[RE7] 15 members, 120 criteria, %s counted %s: every number on every mark',
  (scale, counting) => {
    const random = seeded(`large margin soak ${scale} ${counting}`);
    const count = randomCount(random, {
      scale,
      counting,
      members: 15,
      criteria: 120,
      good: 97,
      notApplicable: 5,
      leaning: 5,
    });
    expect(marginOf(count), `seed ${random.seed}`).toEqual(longMargin(count));
  },
  LONG,
);
