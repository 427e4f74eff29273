// A book that comes to this machine from another: its first runs make it, checked like all that follow.
import type { BookId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { appendRun, emptyBook, type RunText } from '../../shared/book/book.ts';
import { firstState } from '../../shared/book/course.ts';
import { fold } from '../../shared/book/fold.ts';
import { emptyState } from '../../shared/book/state.ts';
import { type LiveBook, liveBook } from './live-book.ts';
import { sortRuns } from './sort-runs.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Kept when it resolves; the live book is nobody's yet. Refuses `book-unknown` where the first run does not begin the
 * book, and what `sortRuns` stops at before that.
 */
export async function beginBook(
  around: Surroundings,
  id: BookId,
  texts: readonly RunText[],
): Promise<Result<LiveBook>> {
  const nothing = emptyState(id, '' as never, '' as never);
  const empty = liveBook({ id, book: emptyBook(id), state: nothing, held: new Map() });
  const { fresh, stopped } = await sortRuns(around, empty, texts);
  const first = fresh[0]?.run.entries[0];
  if (first === undefined || (first.hash as string) !== id)
    return stopped ? { ok: false, refusal: stopped } : refuse('book-unknown');
  const book = emptyBook(id);
  for (const { run, key } of fresh) appendRun(book, { run, key, last: { seq: 0, hash: first.hash } });
  if (firstState(book, around.ciphers.sha256) === undefined) return refuse('book-unknown');
  const state = fold(book, around.ciphers.sha256);
  if (state === undefined) return refuse('book-damaged');
  const stored = await around.store.append(
    id,
    fresh.map(({ run }) => run),
  );
  return stored.ok ? ok(liveBook({ id, book, state, held: new Map() })) : stored;
}
