// Where a window may stand: on a screen that is there, large enough, and where its title can be reached.
import type { Bounds } from './kept-state.ts';

export const LEAST = { width: 960, height: 600 } as const;
const FIRST = { width: 1280, height: 800 } as const;
/** So much of a window's top has to lie on a screen, or nobody can move it. */
const REACH = { width: 120, height: 32 } as const;

const overlap = (aStart: number, aLength: number, bStart: number, bLength: number): number =>
  Math.max(0, Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart));

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Bounds for the window, in the same pixels as the screens' work areas.
 *
 * @param kept where it stood last; on a screen that is gone, it comes to the first one
 * @param screens their work areas, the main screen first
 */
export function fittedBounds(kept: Bounds | undefined, screens: readonly Bounds[]): Bounds {
  const sizeOn = (area: Bounds): { readonly width: number; readonly height: number } => ({
    width: between(LEAST.width, kept?.width ?? FIRST.width, Math.max(LEAST.width, area.width)),
    height: between(LEAST.height, kept?.height ?? FIRST.height, Math.max(LEAST.height, area.height)),
  });
  for (const area of screens) {
    if (kept === undefined) break;
    const at = { x: kept.x, y: kept.y, ...sizeOn(area) };
    const isReached =
      overlap(at.x, at.width, area.x, area.width) >= REACH.width &&
      at.y >= area.y &&
      at.y + REACH.height <= area.y + area.height;
    if (isReached) return at;
  }
  const main = screens[0] ?? { x: 0, y: 0, ...FIRST };
  const { width, height } = sizeOn(main);
  const middle = (start: number, length: number, own: number): number =>
    start + Math.max(0, Math.floor((length - own) / 2));
  return { x: middle(main.x, main.width, width), y: middle(main.y, main.height, height), width, height };
}
