// The entries that the recording feeds say in the order of the book, up to each cut: what whoever checks a book walks through.
import type { FeedId } from '../base/ids.ts';
import type { Book } from './book.ts';
import { courseOf } from './course.ts';
import type { Entry, Run, Sha256 } from './entry.ts';

/** Void entries are not among them. */
export const recordedEntries = (book: Book, sha256: Sha256): readonly Entry[] =>
  (courseOf(book, sha256)?.segments ?? []).flatMap(({ entries, upTo }) => entries.slice(0, upTo ?? entries.length));

/**
 * What is shown next to who has checked the recording up to before number `from` of `feed` (undefined: the first feed):
 * whole commits, about `most` entries; from the cut on the feed that took the recording over, from its beginning.
 * Undefined: there is no more. Another feed than the course's begins again at the first.
 */
export function shownNext(
  book: Book,
  sha256: Sha256,
  at: { readonly feed?: string | undefined; readonly from: number },
  most: number,
): Run | undefined {
  const segments = courseOf(book, sha256)?.segments ?? [];
  const index = segments.findIndex(({ feed }) => feed === at.feed);
  const place = Math.max(0, index);
  const now = segments[place];
  if (now === undefined) return undefined;
  const end = now.upTo ?? now.entries.length;
  const from = index === -1 && at.feed !== undefined ? 1 : at.from;
  if (from <= end) return stretch(book, now.feed, now.entries, from, end, most);
  const next = segments[place + 1];
  return next && stretch(book, next.feed, next.entries, 1, next.upTo ?? next.entries.length, most);
}

/** Ends where a signature stands. */
function stretch(
  book: Book,
  feed: FeedId,
  entries: readonly Entry[],
  from: number,
  end: number,
  most: number,
): Run | undefined {
  const logs = [book.feeds.get(feed), book.forks?.get(feed)?.log];
  const signed = (logs.find((log) => log?.entries === entries)?.commits ?? []).filter(
    ({ seq }) => seq >= from && seq <= end,
  );
  const last = (signed.findLast(({ seq }) => seq < from + most) ?? signed[0])?.seq;
  if (last === undefined) return undefined;
  const commits = signed.filter(({ seq }) => seq <= last);
  return { feed, from, entries: entries.slice(from - 1, last), commits };
}
