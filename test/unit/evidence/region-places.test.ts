// Regions of a page: the same spot of the paper however it is turned, and never outside of it.
import { describe, expect, test } from 'vitest';
import {
  between,
  fitted,
  LEAST,
  moved,
  resized,
  type Turn,
  turnBy,
  turnedRegion,
  unturnedRegion,
} from '../../../renderer/evidence/region-places.ts';
import { isRegion, REGION_WHOLE, type Region } from '../../../shared/book/ballot.ts';
import { seeded } from '../../helpers/seed.ts';

const TURNS: readonly Turn[] = [0, 90, 180, 270];
const REGION: Region = [1_000, 2_000, 3_000, 500];

describe('regions under rotation', () => {
  test('[VW3] a quarter to the right brings the lower edge to the left', () => {
    expect(turnedRegion(REGION, 90)).toEqual([7_500, 1_000, 500, 3_000]);
    expect(turnedRegion(REGION, 180)).toEqual([6_000, 7_500, 3_000, 500]);
    expect(turnedRegion(REGION, 270)).toEqual([2_000, 6_000, 500, 3_000]);
  });

  test('[VW3] what is drawn on a turned page is kept unturned, and comes back where it was drawn', () => {
    for (const turn of TURNS) expect(turnedRegion(unturnedRegion(REGION, turn), turn)).toEqual(REGION);
  });

  test('[VW3] four quarters are none', () => {
    expect(TURNS.map((turn) => turnBy(turn, 1))).toEqual([90, 180, 270, 0]);
    expect(turnBy(0, -1)).toBe(270);
  });
});

describe('drawing', () => {
  test('[VW4] two points in any order, also outside the page, give a region of the page', () => {
    expect(between({ x: 0.5, y: 0.5 }, { x: 0.1, y: 0.2 })).toEqual([1_000, 2_000, 4_000, 3_000]);
    expect(between({ x: -1, y: -1 }, { x: 2, y: 2 })).toEqual([0, 0, REGION_WHOLE, REGION_WHOLE]);
    expect(between({ x: 1, y: 1 }, { x: 1, y: 1 })).toEqual([REGION_WHOLE - LEAST, REGION_WHOLE - LEAST, LEAST, LEAST]);
  });

  test('[VW4] moved and resized by any steps it stays a region that a ballot takes', () => {
    const { integer, chance } = seeded('regions');
    let region: Region = REGION;
    for (let step = 0; step < 2_000; step++) {
      const [right, down] = [integer(-3_000, 3_000), integer(-3_000, 3_000)];
      region = chance(50) ? moved(region, right, down) : resized(region, right, down);
      expect(isRegion(region), region.join()).toBe(true);
      expect(isRegion(unturnedRegion(region, TURNS[step % 4] ?? 0))).toBe(true);
    }
  });

  test('[VW4] moving keeps the size, resizing the upper left corner', () => {
    expect(moved(REGION, 200, -200)).toEqual([1_200, 1_800, 3_000, 500]);
    expect(moved(REGION, 9_000, 0)).toEqual([7_000, 2_000, 3_000, 500]);
    expect(resized(REGION, -200, 200)).toEqual([1_000, 2_000, 2_800, 700]);
    expect(resized(REGION, 9_999, 0)).toEqual([1_000, 2_000, 9_000, 500]);
    expect(fitted([-5, 0.4, 1, 20_000])).toEqual([0, 0, LEAST, REGION_WHOLE]);
  });
});
