// Two thousand random meetings played on the engine and on the oracle at once.
import { expect, test } from 'vitest';
import { playMany, RARE } from '../../helpers/random-meeting-many.ts';
import { seeded } from '../../helpers/seed.ts';

test('[RB61] 2,000 random meetings: engine and oracle allow, count and conclude the same', { timeout: 300_000 }, () => {
  const { acts, allowed, rare } = playMany(seeded('meetings'), 2_000);
  console.log(
    `${acts} acts, ${allowed} of them allowed; ${[...rare].map(([name, in_]) => `${name} ${in_}`).join(', ')}`,
  );
  expect(acts).toBeGreaterThan(100_000);
  // Both answers are common, and whatever is rare did come up.
  expect(allowed / acts).toBeGreaterThan(0.5);
  expect(allowed / acts).toBeLessThan(0.97);
  expect(RARE.filter((name) => (rare.get(name) ?? 0) < 5)).toEqual([]);
});
