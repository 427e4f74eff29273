// What one link of the exchange says of itself, for the trust bar and for whoever composes.
import type { BookId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';

export type FeedWord = { readonly feed: string; readonly code: string };

export type BookOnLink = {
  readonly book: BookId;
  /** Whom the other side speaks for here; neither where it was let in by the composition alone. */
  readonly key?: PublicKey;
  readonly seat?: SeatId;
  /** Both have said what they have. */
  readonly isCompared: boolean;
  /** Entries of this machine that the other side has not said to hold durably. */
  readonly ahead: number;
  /** Entries that the other side has and this machine lacks. */
  readonly behind: number;
  /** The other side holds all that this machine has. */
  readonly isWhole: boolean;
  /** Feeds whose device signed two things at this number; both are kept and the feed goes no further. */
  readonly stopped: readonly { readonly feed: string; readonly seq: number }[];
  readonly refused: readonly FeedWord[];
  readonly refusedThere: readonly FeedWord[];
  /** Why nothing more of this book goes over this link. */
  readonly why?: Refusal;
};

export type FileOnWay = { readonly sha256: string; readonly at: number; readonly size: number };

export type ExchangeState = {
  /** `ended` has `why` where it was not closed by this machine. */
  readonly word: 'greeting' | 'linked' | 'ended';
  readonly why?: Refusal;
  /** Of the program at the other side. */
  readonly version?: string;
  /** When the last message came, by the clock of `now`, ms. */
  readonly heardAt: number;
  /** The other machine's clock minus this one's, ms, and the way there and back that it was measured over. */
  readonly drift?: number;
  readonly roundTrip?: number;
  readonly books: readonly BookOnLink[];
  readonly files: { readonly onWay: readonly FileOnWay[]; readonly waiting: number };
  /** What was refused on this link, counted; never what it said. */
  readonly refused: readonly { readonly why: Refusal; readonly count: number }[];
};
