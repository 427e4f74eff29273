// Small councils whole: whatever their members mark, the engine and the oracle count the same.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyAssignment, everySymmetric, PASS_FAIL, POINTS, someAssignments } from '../../helpers/every-assignment.ts';
import { seeded } from '../../helpers/seed.ts';
import { isPoints, shippedProfiles, tiedProfiles } from '../../helpers/shipped-profiles.ts';

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);
const passFail = shippedProfiles().filter((rules) => !isPoints(rules));
const points = shippedProfiles().filter(isPoints);

/** Multisets of `members - 1` out of so many ballots, times the ballot of who presides. */
function symmetric(members: number, ballots: number): number {
  let ways = ballots;
  for (let at = 1; at < members; at++) ways = (ways * (ballots + at - 1)) / at;
  return ways;
}

describe('every assignment of marks', { timeout: 120_000 }, () => {
  it('is looked for under every profile that is shipped', () => {
    expect(shippedProfiles().map(({ id }) => id)).toEqual([
      'expert-group',
      'hired-unit',
      'per-ballot-circular-06',
      'per-criterion-three-quarters',
      'points-circular-20',
    ]);
  });

  it('[RB60] is counted by an oracle that imports nothing but itself', () => {
    const folder = new URL('../../helpers/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.startsWith('oracle-'));
    expect(files).toHaveLength(6);
    for (const file of files) {
      const imported = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bfrom '([^']+)'/g)];
      expect(imported.map(([, path = '']) => path).filter((path) => !path.startsWith('./oracle-'))).toEqual([]);
    }
  });

  it.each(passFail)('[RB60] up to 4 members x 3 criteria, met, not met or not applicable: $id', (rules) => {
    for (const members of upTo(4))
      for (const criteria of upTo(3)) {
        const total = everySymmetric({ rules, members, criteria });
        expect(total).toBe(symmetric(members, PASS_FAIL.length ** criteria));
      }
  });

  it.each([...passFail, ...tiedProfiles()])('[RB60] in whatever order they sit, the largest drawn: $id', (rules) => {
    for (const [members, criteria] of [
      [2, 3],
      [4, 1],
      [3, 2],
    ] as const)
      expect(everyAssignment({ rules, members, criteria })).toBe(PASS_FAIL.length ** (members * criteria));
    const random = seeded(`assignments ${rules.id}`);
    for (const members of [3, 4]) someAssignments({ rules, members, criteria: 3 }, random, 2_000);
  });

  it.each(points)('[RB60] points 0, 69, 70, 100, with and without weights, the largest drawn: $id', (rules) => {
    for (const weighted of [false, true]) {
      for (const members of upTo(4))
        for (const criteria of upTo(members > 2 ? 2 : 3)) {
          const total = everySymmetric({ rules, members, criteria, weighted });
          expect(total).toBe(symmetric(members, POINTS.length ** criteria));
        }
      const random = seeded(`points ${rules.id} ${weighted ? 'weighted' : 'even'}`);
      for (const members of [3, 4]) someAssignments({ rules, members, criteria: 3, weighted }, random, 4_000);
    }
  });
});
