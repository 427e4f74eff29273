// What was acknowledged survives the process, at whatever moment it is killed.
import { expect, test } from 'vitest';
import { seeded } from '../../helpers/seed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { crashRounds } from './crash.ts';

test('[ST12] everything acknowledged is there after the process was killed, in an unbroken chain', async () => {
  const { acknowledged, faults } = await crashRounds(tempFolder('crash'), 8, seeded('store crash'));
  console.log(`${acknowledged} acknowledged saves over 8 kills`);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThan(100);
}, 120_000);
