// The nearest place above a path, whatever signs its keys are made of.
import { expect, it } from 'vitest';
import { nearestIn } from '../../../electron/imports/value-tree.ts';

const places = new Map([
  ['a', 1],
  ['a.b[2]', 2],
]);

it.each([
  ['a.b[2].c', 'a.b[2]'],
  ['a.b[3]', 'a'],
  ['a.x', 'a'],
  // Found by fuzzing (seed 799023028): the search never ended at a key with a bracket in it.
  ['a.x]y', 'a'],
  ['a[x', 'a'],
  ['x]', ''],
  ['x[y]z.]', ''],
  ['.', ''],
])('[BD6] above %s stands %s', (path, place) => {
  expect(nearestIn(places, path)).toBe(place);
});
