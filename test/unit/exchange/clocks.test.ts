// Drift between two clocks, from four moments, over ways of every length.
import { expect, test } from 'vitest';
import { openClocks } from '../../../electron/exchange/clocks.ts';
import { seeded } from '../../helpers/seed.ts';

test('[XC15] the drift is right to half of what the way may hide, and the shortest way is believed', () => {
  const random = seeded('clocks');
  for (let round = 0; round < 200; round++) {
    let now = random.integer(0, 10_000);
    const skew = random.integer(-200_000_000, 200_000_000);
    const start = 1_780_000_000_000;
    const wall = () => start + now;
    const clocks = openClocks(() => now, wall);
    for (let at = 0; at < random.integer(1, 12); at++) {
      const question = clocks.ask();
      now += random.integer(0, 300);
      const came = wall() + skew;
      now += random.integer(0, 20);
      const left = wall() + skew;
      now += random.integer(0, 300);
      clocks.answered(question, came, left);
    }
    const best = clocks.best();
    expect(Math.abs((best?.drift ?? Number.NaN) - skew)).toBeLessThanOrEqual((best?.roundTrip ?? 0) / 2 + 1);
  }
});

test('[XC15] a clock that is set on the way, an answer nobody asked for, and one from the future say nothing', () => {
  let now = 0;
  let set = 0;
  const clocks = openClocks(
    () => now,
    () => now + set,
  );
  clocks.answered(77, 5, 5);
  const first = clocks.ask();
  now += 50;
  set += 3_600_000;
  clocks.answered(first, 25, 25);
  const second = clocks.ask();
  now += 50;
  clocks.answered(second, 0, 1_000_000);
  clocks.answered(second, 25, 25);
  expect(clocks.best()).toBeUndefined();
});
