// Where the pages of a long file lie above each other, without drawing any of them.

/** Heights and tops in CSS pixels; index 0 is page 1. */
export type Places = {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly total: number;
};

/** Room between two pages, CSS pixels. */
export const GAP = 12;

/**
 * @param shapes height over width, of the pages whose shape is known by now (by page number)
 * @param usual the shape of all others: the first page's
 */
export function placesOf(count: number, width: number, shapes: ReadonlyMap<number, number>, usual: number): Places {
  const heights = Array.from({ length: count }, (_, at) => Math.round(width * (shapes.get(at + 1) ?? usual)));
  let top = 0;
  const tops = heights.map((height) => {
    const here = top;
    top += height + GAP;
    return here;
  });
  return { tops, heights, total: Math.max(0, top - GAP) };
}

/** The page (from 1) that lies at this distance from the top; the gap below a page belongs to it. */
export function pageAt({ tops }: Places, distance: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A spot that stays what it is when everything grows: so far into this page. */
export type Spot = { readonly page: number; readonly part: number };

export function spotAt(places: Places, distance: number): Spot {
  const page = pageAt(places, distance);
  const height = places.heights[page - 1] ?? 0;
  const into = distance - (places.tops[page - 1] ?? 0);
  return { page, part: height === 0 ? 0 : Math.min(1, Math.max(0, into / height)) };
}

export const distanceOf = (places: Places, { page, part }: Spot): number =>
  (places.tops[page - 1] ?? 0) + part * (places.heights[page - 1] ?? 0);
