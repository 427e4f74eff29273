// Ten minutes of damaged criteria files and lists of evidence; HOIDONG_FUZZ_SECONDS says another time.
import { expect, it } from 'vitest';
import { seeded } from '../helpers/seed.ts';
import { fuzzFiles, seedsFor, told } from '../unit/imports/fuzz-imports.ts';

const seconds = Number(process.env['HOIDONG_FUZZ_SECONDS'] ?? 600);

it(`[BD5] files of every format, damaged for ${seconds} s, end in a sound set or in findings`, async () => {
  const fuzzed = await fuzzFiles(seedsFor(seconds * 1_000, seeded('fuzzed imports')));
  console.log(told(fuzzed));
  expect(fuzzed.found).toEqual([]);
  expect(fuzzed.files).toBeGreaterThan(seconds * 5);
  expect(fuzzed.ended.get('read')).toBeGreaterThan(fuzzed.files / 20);
  // Megabytes: the heap of the worker may be 192, and buffers lie beside it.
  expect(fuzzed.growth).toBeLessThan(500);
});
