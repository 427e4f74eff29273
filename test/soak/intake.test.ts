// Evidence at length: 2 GB in 300 files within bounded memory, and hosts killed many times while they take it in.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf } from '../contract/host-room.ts';
import { killIntake, measureIntake } from '../contract/intake.ts';
import { seeded } from '../helpers/seed.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const MB = 1024 * 1024;

test('[IT1] 300 files, 2 GB in all: taken in with less than 150 MB more memory, one commit', async () => {
  const folder = join(tempFolder('intake'), 'data');
  const seen = await measureIntake(folder, 300, 2_000 * MB, seeded('intake soak'));
  console.log(
    `${seen.files} files, ${Math.round(seen.sent / MB)} MB in ${Math.round(seen.takeMs)} ms; one commit in ${Math.round(seen.addMs)} ms; RSS grew by ${Math.round(seen.growth / MB)} MB over ${Math.round(seen.first / MB)} MB`,
  );
  expect(codeOf(seen.added)).toBe('ok');
  expect(seen.steps).toBe(300);
  expect(seen.growth).toBeLessThan(150 * MB);
});

test('[IT2] thirty hosts killed while they take in 300 files leave no half item', async () => {
  const folder = join(tempFolder('intake'), 'data');
  const { kills, faults, again, inBook } = await killIntake(folder, 300, 600 * MB, 30, seeded('intake kill soak'));
  console.log(`${kills} kills`);
  expect(faults).toEqual([]);
  expect(['ok', 'evidence-same']).toContain(codeOf(again));
  expect(inBook).toBe(300);
});
