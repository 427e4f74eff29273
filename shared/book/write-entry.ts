// Writes the next entry of one's own feed and says what its commit must sign.
import { fromBase64 } from '../base/bytes.ts';
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../base/ids.ts';
import { commitMessage, type Entry, feedStart, makeEntry, type Run, type Sha256 } from './entry.ts';
import { type Head, type HeadRef, type Via, writeHead } from './head.ts';

/** A feed of our own and where it stands. */
export type OwnFeed = {
  /** Empty only until the first entry of a new book is written. */
  readonly book: BookId | '';
  readonly feed: FeedId;
  readonly key: PublicKey;
  readonly seat: SeatId;
  readonly via: Via;
  readonly seq: number;
  readonly hash: Hash;
  /** Before entry 1 only: the feed of this device that was known up to there, and is never written again. */
  readonly continues?: HeadRef;
};

export type NewFact = {
  readonly kind: string;
  /** Exact text, as `writeBody` gives it. */
  readonly body: string;
  /** The author's clock, ISO 8601 UTC with milliseconds: a claim. */
  readonly at: string;
  readonly seen?: { readonly seq: number; readonly hash: Hash };
  readonly for?: SeatId;
  readonly via?: Via;
};

/** `continues`: after a restore, a copied data folder, or where a peer shows a higher head of a feed of ours. */
export const newFeed = (sha256: Sha256, feed: Omit<OwnFeed, 'seq' | 'hash'>): OwnFeed => ({
  ...feed,
  seq: 0,
  hash: feedStart(sha256, feed.feed, fromBase64(feed.key)),
});

/** The entry, the feed as it then stands, and the message that the device signs for a commit that ends here. */
export function nextEntry(
  sha256: Sha256,
  own: OwnFeed,
  fact: NewFact,
): { readonly entry: Entry; readonly own: OwnFeed; readonly message: Uint8Array } {
  const seq = own.seq + 1;
  const head: Head = {
    v: 1,
    book: own.book as Hash | '',
    feed: own.feed,
    seq,
    at: fact.at,
    seat: own.seat,
    via: fact.via ?? own.via,
    kind: fact.kind,
    ...(fact.seen ? { seen: fact.seen } : {}),
    ...(fact.for ? { for: fact.for } : {}),
    ...(seq === 1 ? { key: own.key } : {}),
    ...(seq === 1 && own.continues ? { continues: own.continues } : {}),
  };
  const entry = makeEntry(sha256, own.hash, writeHead(head), fact.body);
  const book = own.book === '' ? (entry.hash as string as BookId) : own.book;
  const message = commitMessage(own.book, own.feed, seq, entry.hash);
  const { continues: _, ...rest } = own;
  return { entry, own: { ...rest, book, seq, hash: entry.hash }, message };
}

/** Several facts as one commit: one signature over the last head, one save. */
export async function commitFacts(
  sha256: Sha256,
  own: OwnFeed,
  facts: readonly NewFact[],
  sign: (message: Uint8Array) => Promise<Uint8Array>,
  toBase64: (bytes: Uint8Array) => string,
): Promise<{ readonly run: Run; readonly own: OwnFeed }> {
  if (own.book === '' && facts.length > 1) throw new Error('the first entry of a book is a commit of its own');
  const entries: Entry[] = [];
  let now = own;
  let message = new Uint8Array() as Uint8Array;
  for (const fact of facts) {
    const next = nextEntry(sha256, now, fact);
    entries.push(next.entry);
    now = next.own;
    message = next.message;
  }
  const sig = toBase64(await sign(message));
  return { own: now, run: { feed: own.feed, from: own.seq + 1, entries, commits: [{ seq: now.seq, sig }] } };
}
