// The decision margin against counting every single variation again, and what it says in cases that a hand can check.
import { describe, expect, it } from 'vitest';
import type { Counting } from '../../../shared/council/rules.ts';
import { marginOf } from '../../../shared/results/margin.ts';
import { seeded } from '../../helpers/seed.ts';
import { longMargin } from './every-change.ts';
import { randomCount, type Wanted } from './random-count.ts';

const WAYS: readonly (readonly [Wanted['scale'], Counting])[] = [
  ['pass-fail', 'per-criterion'],
  ['pass-fail', 'per-ballot'],
  ['points', 'mean'],
  ['points', 'per-ballot'],
];

describe('against every single variation', () => {
  it.each(WAYS)('[RE7] small councils, %s counted %s: every absence, mark and criterion', (scale, counting) => {
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
      };
      const count = randomCount(random, wanted);
      const found = marginOf(count);
      expect(found, `seed ${random.seed}, run ${run}`).toEqual(longMargin(count));
      if (!found.firm) loose += 1;
    }
    expect(loose, `seed ${random.seed}`).toBeGreaterThan(runs / 10);
    expect(loose, `seed ${random.seed}`).toBeLessThan(runs);
  });
});
