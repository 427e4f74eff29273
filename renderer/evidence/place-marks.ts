// What the viewers are told to show on a page or picture, and what they tell when somebody points at a place there.
import type { Region } from '../../shared/book/ballot.ts';

/** Something cited: a region of a page, words on it, or both. Of pictures the page is 1. */
export type PlaceMark = {
  readonly page: number;
  readonly region?: Region;
  readonly quote?: string;
  /** Read out with it. */
  readonly label: string;
  /** It is what somebody wants to see: its page turns to the region once for each such object. */
  readonly aim?: object | undefined;
};

/** While a region is being pointed at. */
export type Drawing = {
  readonly page: number;
  /** Undefined until the first stroke. */
  readonly region: Region | undefined;
  readonly onRegion: (page: number, region: Region) => void;
  /** Enter, or the end of it in another way. */
  readonly onTake: () => void;
  /** Escape. */
  readonly onCancel: () => void;
};

/** Words that somebody selected, tidied; not longer than a quote may be. */
export type Selected = { readonly page: number; readonly quote: string };

export type Pointing = {
  readonly marks?: readonly PlaceMark[] | undefined;
  readonly drawing?: Drawing | undefined;
  readonly onSelect?: ((selected: Selected) => void) | undefined;
};
