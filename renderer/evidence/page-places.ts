// Where the pages of a long file lie above each other, without drawing any of them.

/** Heights and tops in CSS pixels; index 0 is the row of page `first`. */
export type Places = {
  readonly first: number;
  readonly perRow: 1 | 2;
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly total: number;
};

/** Room between two pages, CSS pixels. */
export const GAP = 12;
/** Pages laid out at once: an element may not be higher than some 33 million pixels, and a page may be 3,000 high. */
export const SECTION = 2_000;
/** How near to the end of a section the next one is laid out, pages. */
const EDGE = 200;

export type Rows = { readonly first: number; readonly perRow: 1 | 2 };
const ONE_BELOW_THE_OTHER: Rows = { first: 1, perRow: 1 };

/**
 * @param count pages from `first` on
 * @param width of one page
 * @param shapes height over width, of the pages whose shape is known by now (by page number)
 * @param usual the shape of all others: the first page's
 */
export function placesOf(
  count: number,
  width: number,
  shapes: ReadonlyMap<number, number>,
  usual: number,
  { first, perRow }: Rows = ONE_BELOW_THE_OTHER,
): Places {
  const heightOf = (page: number): number =>
    page < first + count ? Math.round(width * (shapes.get(page) ?? usual)) : 0;
  const heights = Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
    const page = first + row * perRow;
    return perRow === 1 ? heightOf(page) : Math.max(heightOf(page), heightOf(page + 1));
  });
  let top = 0;
  const tops = heights.map((height) => {
    const here = top;
    top += height + GAP;
    return here;
  });
  return { first, perRow, tops, heights, total: Math.max(0, top - GAP) };
}

/** The section around a page; begins with an odd page, so that facing pages stay together. Short files have one. */
export function sectionAround(page: number, all: number): { readonly first: number; readonly count: number } {
  if (all <= SECTION) return { first: 1, count: all };
  const wanted = Math.min(Math.max(1, page - SECTION / 2), all - SECTION + 1);
  const first = wanted - ((wanted + 1) % 2);
  return { first, count: Math.min(SECTION, all - first + 1) };
}

/** Whether a page lies so near to the end of its section, or outside of it, that another one should be laid out. */
export const isAtEdge = (page: number, first: number, count: number, all: number): boolean =>
  (first > 1 && page < first + EDGE) || (first + count - 1 < all && page > first + count - 1 - EDGE);

const rowOf = ({ first, perRow }: Places, page: number): number => Math.floor((page - first) / perRow);
export const topOf = (places: Places, page: number): number => places.tops[rowOf(places, page)] ?? 0;

/** The first page of the row that lies at this distance from the top; the gap below a row belongs to it. */
export function pageAt({ tops, first, perRow }: Places, distance: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return first + low * perRow;
}

/** A spot that stays what it is when everything grows: so far into this page. */
export type Spot = { readonly page: number; readonly part: number };

export function spotAt(places: Places, distance: number): Spot {
  const page = pageAt(places, distance);
  const row = rowOf(places, page);
  const height = places.heights[row] ?? 0;
  const into = distance - (places.tops[row] ?? 0);
  return { page, part: height === 0 ? 0 : Math.min(1, Math.max(0, into / height)) };
}

export const distanceOf = (places: Places, { page, part }: Spot): number =>
  topOf(places, page) + part * (places.heights[rowOf(places, page)] ?? 0);
