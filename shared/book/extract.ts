// The proof extract: all heads up to a cut, the bodies that the printed numbers stand on, hashes for the rest.
import { z } from 'zod';
import type { BookId, FeedId } from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText, type VerifySignature } from './book.ts';
import type { Entry, Sha256 } from './entry.ts';
import { recordingFeedOf } from './fold.ts';
import { feedId, type HeadRef, hashText, readHead, seqNumber } from './head.ts';

/** Largest extract read, UTF-16 units: 15 members, 120 criteria and several platforms stay far below. */
export const EXTRACT_LIMIT = 64 * 1024 * 1024;

const entryText = z.union([
  z.strictObject({ head: z.string(), body: z.string() }),
  z.strictObject({ head: z.string(), bodyHash: hashText }),
]);
const extractSchema = z.strictObject({
  format: z.literal('hoidong/extract/1'),
  book: hashText,
  feeds: z
    .array(
      z.strictObject({
        feed: feedId,
        from: z.literal(1),
        entries: z.array(entryText).min(1).max(100_000),
        commits: z
          .array(z.strictObject({ seq: seqNumber, sig: z.string().regex(/^[A-Za-z0-9_-]{86}$/) }))
          .min(1)
          .max(100_000),
      }),
    )
    .min(1)
    .max(1_000),
});
export type Extract = {
  readonly format: 'hoidong/extract/1';
  readonly book: string;
  readonly feeds: readonly RunText[];
};

/** Personal words that are not printed anywhere: why somebody has a conflict of interest. */
const WITHHELD: ReadonlySet<string> = new Set(['interest-explained']);

function entryOf({ head, body, bodyHash }: Entry): RunText['entries'][number] {
  const read = readHead(head);
  const withheld = body === null || !read.ok || WITHHELD.has(read.value.kind);
  return withheld ? { head, bodyHash } : { head, body };
}

/** Feeds in the order of their ids, each up to the head that the cut names; the cut's own feed up to `cut.seq`. */
export function extractOf(book: Book, heads: readonly HeadRef[]): Extract {
  const feeds = [...heads]
    .sort((a, b) => (a.feed < b.feed ? -1 : 1))
    .map(({ feed, seq }): RunText => {
      const log = book.feeds.get(feed as FeedId);
      return {
        feed,
        from: 1,
        entries: (log?.entries ?? []).slice(0, seq).map(entryOf),
        commits: (log?.commits ?? []).filter((commit) => commit.seq <= seq),
      };
    });
  return { format: 'hoidong/extract/1', book: book.id, feeds };
}

/** Everything of a book, as far as it is here: for keeping, comparing and handing on. */
export const wholeBook = (book: Book): Extract =>
  extractOf(
    book,
    [...book.feeds.values()].map(({ feed, entries }) => ({
      feed,
      seq: entries.length,
      hash: entries.at(-1)?.hash ?? ('' as never),
    })),
  );

/**
 * Reads an extract as a hostile file: shape, chains, signatures. Refuses extract-too-large, extract-malformed, and
 * whatever `checkRun` refuses; a book in which nothing was recorded is `extract-without-recording`.
 */
export async function readExtract(text: string, sha256: Sha256, verify: VerifySignature): Promise<Result<Book>> {
  if (text.length > EXTRACT_LIMIT) return refuse('extract-too-large', { limit: EXTRACT_LIMIT });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('extract-malformed', { why: 'json' });
  }
  const parsed = extractSchema.safeParse(value);
  if (!parsed.success) return refuse('extract-malformed', { why: parsed.error.issues[0]?.path.join('.') ?? '' });
  const book = emptyBook(parsed.data.book as string as BookId);
  for (const feed of parsed.data.feeds) {
    if (book.feeds.has(feed.feed)) return refuse('extract-malformed', { why: feed.feed });
    const checked = await checkRun(book, feed, sha256, verify);
    if (!checked.ok) return checked;
    appendRun(book, checked.value);
  }
  return recordingFeedOf(book) ? ok(book) : refuse('extract-without-recording');
}
