// The entries that the recording feeds say in the order of the book, up to each cut: what whoever checks a book walks through.
import type { Book } from './book.ts';
import { courseOf } from './course.ts';
import type { Entry, Sha256 } from './entry.ts';

/** Void entries are not among them. */
export const recordedEntries = (book: Book, sha256: Sha256): readonly Entry[] =>
  (courseOf(book, sha256)?.segments ?? []).flatMap(({ entries, upTo }) => entries.slice(0, upTo ?? entries.length));
