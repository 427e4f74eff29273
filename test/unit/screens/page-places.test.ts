// Where the pages of a long file lie, and which of them is in view.
import { describe, expect, test } from 'vitest';
import { distanceOf, GAP, pageAt, placesOf, spotAt } from '../../../renderer/evidence/page-places.ts';

const even = placesOf(400, 500, new Map(), 1.4);

describe('pages under each other', () => {
  test('[SX8] every page lies below the one before, with room between', () => {
    expect(even.heights[0]).toBe(700);
    expect(even.tops.slice(0, 3)).toEqual([0, 700 + GAP, 2 * (700 + GAP)]);
    expect(even.total).toBe(400 * (700 + GAP) - GAP);
  });

  test('[SX8] the page at a distance is the one that begins at or above it', () => {
    for (const page of [1, 2, 57, 399, 400]) {
      const top = even.tops[page - 1] ?? 0;
      expect(pageAt(even, top)).toBe(page);
      expect(pageAt(even, top + 699)).toBe(page);
    }
    expect(pageAt(even, -50)).toBe(1);
    expect(pageAt(even, 10_000_000)).toBe(400);
  });

  test('[SX8] a page of another shape moves those below it only', () => {
    const one = placesOf(5, 500, new Map([[3, 0.5]]), 1.4);
    expect(one.tops.slice(0, 3)).toEqual(even.tops.slice(0, 3));
    expect(one.tops[3]).toBe((even.tops[2] ?? 0) + 250 + GAP);
  });

  test('[SX8] the same spot of the same page is found again at another size', () => {
    const spot = spotAt(even, (even.tops[200] ?? 0) + 350);
    expect(spot).toEqual({ page: 201, part: 0.5 });
    const larger = placesOf(400, 1_000, new Map(), 1.4);
    expect(distanceOf(larger, spot)).toBe((larger.tops[200] ?? 0) + 700);
  });

  test('[SX8] a file without pages has no height', () => {
    expect(placesOf(0, 500, new Map(), 1.4).total).toBe(0);
  });
});
