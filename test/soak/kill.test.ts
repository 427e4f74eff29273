// The kill tests at length: host and store, fifty lives each.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from '../contract/host-kill.ts';
import { seeded } from '../helpers/seed.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { crashRounds } from '../unit/store/crash.ts';

test('[K1] fifty killed hosts lose nothing that they acknowledged, and the meeting goes on', async () => {
  const folder = join(tempFolder('kill'), 'data');
  mkdirSync(folder);
  const { acknowledged, faults, sheets } = await killRounds(folder, 50, seeded('host kill soak'));
  console.log(`${acknowledged} acknowledgements over 50 kills`);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThan(200);
  expect(sheets).toBe(5);
});

test('[ST12] fifty killed writers lose nothing that the store acknowledged', async () => {
  const { acknowledged, faults } = await crashRounds(tempFolder('crash'), 50, seeded('store crash soak'));
  console.log(`${acknowledged} acknowledged saves over 50 kills`);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThan(1_000);
});
