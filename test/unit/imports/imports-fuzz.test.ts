// Criteria files damaged at random, for a few seconds: every one ends in a sound set or in findings (ten minutes in the soak).
import { expect, it } from 'vitest';
import { seeded } from '../../helpers/seed.ts';
import { fuzzFiles, seedsFor, told } from './fuzz-imports.ts';

it('[BD5] files of every format, damaged for five seconds, end in a sound set or in findings', {
  timeout: 60_000,
}, async () => {
  const fuzzed = await fuzzFiles(seedsFor(5_000, seeded('fuzzed imports')));
  console.log(told(fuzzed));
  expect(fuzzed.found).toEqual([]);
  expect(fuzzed.files).toBeGreaterThan(20);
  // A fuzz test that is refused by the first look at every file, or by none, tests little.
  expect(fuzzed.ended.get('read')).toBeGreaterThan(0);
  expect(fuzzed.ended.size).toBeGreaterThan(5);
});
