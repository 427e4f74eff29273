// Where the pages of a long file lie, and which of them is in view.
import { describe, expect, test } from 'vitest';
import {
  distanceOf,
  GAP,
  isAtEdge,
  pageAt,
  placesOf,
  sectionAround,
  spotAt,
  topOf,
} from '../../../renderer/evidence/page-places.ts';

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

describe('two pages side by side, and very many pages', () => {
  test('[VW5] facing pages share a row as high as the higher of them', () => {
    const two = placesOf(5, 500, new Map([[4, 2]]), 1.4, { first: 1, perRow: 2 });
    expect(two.heights).toEqual([700, 1_000, 700]);
    expect(pageAt(two, (two.tops[1] ?? 0) + 5)).toBe(3);
    expect(topOf(two, 4)).toBe(topOf(two, 3));
    expect(distanceOf(two, { page: 4, part: 0.5 })).toBe((two.tops[1] ?? 0) + 500);
  });

  test('[VW6] of 30,000 pages only a section is laid out, around any page, and no element grows too high', () => {
    const all = 30_000;
    for (const page of [1, 2, 999, 1_001, 15_000, 29_500, all]) {
      const { first, count } = sectionAround(page, all);
      expect(first % 2).toBe(1);
      expect(page).toBeGreaterThanOrEqual(first);
      expect(page).toBeLessThan(first + count);
      expect(isAtEdge(page, first, count, all), `${page}`).toBe(false);
      const places = placesOf(count, 3_000, new Map(), 1.5, { first, perRow: 1 });
      expect(places.total).toBeLessThan(33_000_000);
      expect(pageAt(places, topOf(places, page))).toBe(page);
    }
    expect(sectionAround(57, 400)).toEqual({ first: 1, count: 400 });
  });

  test('[VW6] near to the end of a section another is laid out, at the ends of the file none', () => {
    const { first, count } = sectionAround(15_000, 30_000);
    expect(isAtEdge(first + 3, first, count, 30_000)).toBe(true);
    expect(isAtEdge(first + count - 3, first, count, 30_000)).toBe(true);
    expect(isAtEdge(1, 1, 2_000, 30_000)).toBe(false);
    expect(isAtEdge(400, 1, 400, 400)).toBe(false);
  });
});
