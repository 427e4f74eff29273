// What the store of this machine keeps and gives back: books, drafts, keys, settings; files beside them.
import type { BookId, FeedId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { Run } from '../../shared/book/entry.ts';
import type { Blobs } from './blobs.ts';
import type { Card, Checkpoint, Draft, FeedHead, Fork, OwnFeed } from './shapes.ts';

/** Saves give refusals (`store-full` …); what a read meets beyond "nothing there" is a `StoreFault`, thrown. */
export type Values = {
  /**
   * Adds entries in one transaction, with the card of the home list and the feeds this device now writes. Entries that
   * are there with the same hash are passed over; one kept without its body gets it, unless it was erased. The store
   * checks neither hashes nor signatures: whoever appends has.
   * Refuses, adding nothing: `gap {feed, expected, found}`, `fork {feed, seq}` (the other side is kept as proof).
   */
  readonly append: (
    book: BookId,
    runs: readonly Run[],
    also?: { readonly card?: string; readonly ownFeeds?: readonly OwnFeed[] },
  ) => Promise<Result<{ readonly added: number }>>;
  /** All feeds of a book from their first entry, in the order in which they first came; none for an unknown book. */
  readonly readBook: (book: BookId) => Promise<readonly Run[]>;
  /** Ids of all books that have an entry. */
  readonly readBooks: () => Promise<readonly BookId[]>;
  /** One feed from `from` on; no entries where there is nothing. */
  readonly readFeed: (book: BookId, feed: FeedId, from?: number) => Promise<Run>;
  readonly readHeads: (book: BookId) => Promise<readonly FeedHead[]>;
  readonly readForks: (book: BookId) => Promise<readonly Fork[]>;
  readonly readOwnFeeds: (book: BookId) => Promise<readonly OwnFeed[]>;
  /** Drops a body for good and rewrites the file, so that its text is gone from the disk; head and hash stay. */
  readonly eraseBody: (book: BookId, feed: FeedId, seq: number) => Promise<Result<null>>;
  readonly saveDraft: (book: BookId, seat: string, poll: string, item: string, text: string) => Promise<Result<null>>;
  readonly readDrafts: (book: BookId, seat: string, poll: string) => Promise<readonly Draft[]>;
  readonly dropDrafts: (book: BookId, seat: string, poll: string) => Promise<Result<null>>;
  /** Texts of all drafts, of whatever book and seat. */
  readonly readAllDrafts: () => Promise<readonly string[]>;
  readonly saveCard: (book: BookId, text: string) => Promise<Result<null>>;
  readonly readCards: () => Promise<readonly Card[]>;
  readonly saveCheckpoint: (book: BookId, checkpoint: Checkpoint) => Promise<Result<null>>;
  readonly readCheckpoint: (book: BookId) => Promise<Checkpoint | null>;
  readonly saveSetting: (name: string, text: string) => Promise<Result<null>>;
  readonly readSetting: (name: string) => Promise<string | null>;
  /** Texts of all settings. */
  readonly readSettings: () => Promise<readonly string[]>;
  /** Durable before any entry saved after it. Never overwrites: other bytes under that id are refused `key-exists`. */
  readonly saveKey: (kind: string, id: string, bytes: Uint8Array) => Promise<Result<null>>;
  readonly readKey: (kind: string, id: string) => Promise<Uint8Array | null>;
  /** Ids of all keys of a kind, sorted. */
  readonly listKeys: (kind: string) => Promise<readonly string[]>;
  /** Gone from the file when resolved, not only from the table. */
  readonly dropKey: (kind: string, id: string) => Promise<Result<null>>;
  /** Reads every page of both files; throws `store-damaged` on the first that is wrong. Seconds for a large store. */
  readonly check: () => Promise<void>;
  /** Answers what was asked before, then frees the folder. */
  readonly close: () => Promise<void>;
};

export type Store = Blobs & Values;
