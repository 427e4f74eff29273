// The engine against the oracle at length: 100,000 random meetings, and every assignment of marks without leaving out any.
import { describe, expect, it } from 'vitest';
import { everyAssignment, everySymmetric } from '../helpers/every-assignment.ts';
import { playMany, RARE } from '../helpers/random-meeting-many.ts';
import { seeded } from '../helpers/seed.ts';
import { isPoints, shippedProfiles, tiedProfiles } from '../helpers/shipped-profiles.ts';

describe('engine and oracle', () => {
  // In ten parts, so that a run that is stopped has said how far it came.
  it.each(Array.from({ length: 10 }, (_, at) => at + 1))('[RB61] 10,000 random meetings, part %i of 10', (part) => {
    const { acts, rare } = playMany(seeded(`meetings soak ${part}`), 10_000);
    console.log(`${acts} acts; ${[...rare].map(([name, count]) => `${name} ${count}`).join(', ')}`);
    expect(RARE.filter((name) => (rare.get(name) ?? 0) < 20)).toEqual([]);
  });

  const passFail = [...shippedProfiles(), ...tiedProfiles()].filter((rules) => !isPoints(rules));
  it.each(passFail)('[RB60] all 531,441 assignments of 4 members x 3 criteria: $id', (rules) => {
    expect(everyAssignment({ rules, members: 4, criteria: 3 })).toBe(531_441);
  });

  const points = shippedProfiles().filter(isPoints);
  it.each(points)(
    '[RB60] points 0, 69, 70, 100 of 4 members x 3 criteria, whoever of them wrote which: $id',
    (rules) => {
      for (const weighted of [false, true])
        expect(everySymmetric({ rules, members: 4, criteria: 3, weighted })).toBe(2_928_640);
    },
  );
});
