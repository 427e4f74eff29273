// What the store keeps beside runs of entries; every text is the exact text that was given.

import type { BookId, FeedId, Hash } from '../../shared/base/ids.ts';
import type { Run } from '../../shared/book/entry.ts';

/** The last entry held of one feed. */
export type FeedHead = { readonly feed: FeedId; readonly seq: number; readonly hash: Hash };

/** A feed that this device writes; `text` belongs to the host (which key, which seat, whether it still continues). */
export type OwnFeed = { readonly feed: FeedId; readonly text: string };

/** Both sides of a fork from its first differing entry on: `kept` stays in the book, `other` is only proof. */
export type Fork = { readonly feed: FeedId; readonly seq: number; readonly kept: Run; readonly other: Run };

/** What one seat has written, not yet cast, about one item (a criterion, or a field of the ballot) of a poll. */
export type Draft = { readonly item: string; readonly text: string };

/** A book's line in the home list. */
export type Card = { readonly book: BookId; readonly text: string };

/** A derived state of a book as of the head `head`; thrown away when in doubt. */
export type Checkpoint = { readonly head: Hash; readonly text: string };
