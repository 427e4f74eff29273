// A part of a page in ten-thousandths: turned with the page, drawn between two points, moved and resized inside it.
import { REGION_WHOLE, type Region } from '../../shared/book/ballot.ts';

/** Degrees clockwise by which the reader has turned a page. */
export type Turn = 0 | 90 | 180 | 270;
const TURNS = [0, 90, 180, 270] as const;

export const turnBy = (turn: Turn, quarters: number): Turn =>
  TURNS[(((TURNS.indexOf(turn) + quarters) % 4) + 4) % 4] ?? 0;
export const isAcross = (turn: Turn): boolean => turn === 90 || turn === 270;

/** Where a region of the unturned page stands once the page is turned. */
export function turnedRegion([left, top, width, height]: Region, turn: Turn): Region {
  const right = REGION_WHOLE - left - width;
  const bottom = REGION_WHOLE - top - height;
  if (turn === 90) return [bottom, left, height, width];
  if (turn === 180) return [right, bottom, width, height];
  if (turn === 270) return [top, right, height, width];
  return [left, top, width, height];
}

/** The region of the unturned page that is seen there on the turned one. */
export const unturnedRegion = (seen: Region, turn: Turn): Region => turnedRegion(seen, turnBy(0, 4 - turn / 90));

/** A smaller one could neither be seen nor taken hold of, ten-thousandths. */
export const LEAST = 100;

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), Math.max(least, most)));

/** Inside the page and not too small, whatever was asked for. */
export function fitted([left, top, width, height]: Region): Region {
  const [wide, high] = [within(width, LEAST, REGION_WHOLE), within(height, LEAST, REGION_WHOLE)];
  return [within(left, 0, REGION_WHOLE - wide), within(top, 0, REGION_WHOLE - high), wide, high];
}

/** In parts of one of the turned page. */
export type Point = { readonly x: number; readonly y: number };

/** The rectangle between two points that may lie in any order, or outside the page. */
export function between(a: Point, b: Point): Region {
  const inside = (value: number): number => Math.min(Math.max(value, 0), 1) * REGION_WHOLE;
  const [left, right] = [Math.min(inside(a.x), inside(b.x)), Math.max(inside(a.x), inside(b.x))];
  const [top, bottom] = [Math.min(inside(a.y), inside(b.y)), Math.max(inside(a.y), inside(b.y))];
  return fitted([left, top, right - left, bottom - top]);
}

export const moved = ([left, top, width, height]: Region, right: number, down: number): Region =>
  fitted([left + right, top + down, width, height]);

/** Grows or shrinks at its right and lower edge, no further than the page. */
export const resized = ([left, top, width, height]: Region, right: number, down: number): Region =>
  fitted([left, top, Math.min(width + right, REGION_WHOLE - left), Math.min(height + down, REGION_WHOLE - top)]);

/** What a keyboard begins with: the middle of the page. */
export const MIDDLE: Region = [2_500, 4_000, 5_000, 2_000];
