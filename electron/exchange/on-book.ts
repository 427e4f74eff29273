// What the parts of one link know of a book on it.
import type { BookId, FeedId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import type { BookOnLink } from './exchange-state.ts';
import type { Vector } from './messages.ts';

/** Whom the other side has shown itself to be in this book. */
export type Shown = { readonly key?: PublicKey; readonly seat?: SeatId };

export type SharedBook = {
  readonly n: number;
  readonly book: BookId;
  shown: Shown;
  /** This side's vector; from now on the other may send what is lacking. */
  readonly vector: (isWide?: boolean) => Promise<Vector>;
  readonly heardVector: (vector: Vector) => Promise<void>;
  readonly heardRuns: (list: readonly RunText[], units: number) => Promise<void>;
  readonly heardTook: (tips: readonly (readonly [FeedId, number, string])[]) => void;
  readonly heardAgain: (feed: FeedId, from: number) => void;
  readonly heardFork: (runs: readonly [RunText, RunText]) => Promise<void>;
  readonly heardRefused: (feed: FeedId, code: string) => void;
  /** The book is another here, or there is room on the wire: sends what the other side lacks. */
  readonly push: () => Promise<void>;
  /** It waits for room on the wire. */
  readonly isBlocked: () => boolean;
  /** The book has changed here: what was not taken for want of a binding is asked for once more, and the rest is sent. */
  readonly changed: () => Promise<void>;
  readonly state: () => BookOnLink;
  /** Nothing more of it on this link; `tell` says so to the other side. */
  readonly drop: (why: Refusal, tell: boolean) => void;
  readonly isDropped: () => boolean;
  /** The other side knows the book's number on this link. */
  readonly isKnownThere: () => boolean;
};
