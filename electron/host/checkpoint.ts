// The folded state of a book, kept beside its log so that opening does not grow with it: derived, disposable, never trusted
// further than it can be checked, and gone at the first doubt.
import { toHex, utf8 } from '../../shared/base/bytes.ts';
import type { BookId, Hash } from '../../shared/base/ids.ts';
import type { Book } from '../../shared/book/book.ts';
import { isOnCourse } from '../../shared/book/fold.ts';
import type { State } from '../../shared/book/state.ts';
import { StoreFault } from '../store/connect-store.ts';
import type { LiveBook } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

type Around = Pick<Surroundings, 'store' | 'ciphers' | 'version'>;
export type Kept = { readonly head: Hash; readonly text: string };

/** Another format, or a state folded by another version of the program, is another text here. */
const markOf = (around: Around): string => `hoidong/checkpoint/1 ${around.version}`;
const digestOf = (around: Around, text: string): string => toHex(around.ciphers.sha256(utf8(text)));

/** A value that another key protects, or that was changed or moved, is no checkpoint. */
export async function readKept(around: Around, book: BookId): Promise<Kept | null> {
  try {
    return await around.store.readCheckpoint(book);
  } catch (error) {
    if (error instanceof StoreFault && error.refusal.code === 'store-unreadable') return null;
    throw error;
  }
}

/**
 * The state that `fold` would give; undefined where the text is not whole, not of this program, not of this book, or not
 * of the last entry of its recording feed. That entry's hash fixes all that was ruled before it, in every feed; personal
 * bodies, which it does not fix, drop the checkpoint in the store when one comes or goes.
 */
export function stateIn(around: Around, book: Book, kept: Kept | null): State | undefined {
  const log = [...book.feeds.values()].find(({ entries }) => entries.at(-1)?.hash === kept?.head);
  const last = log?.entries.at(-1);
  if (kept === null || log === undefined || last === undefined) return undefined;
  const [mark, digest, text] = kept.text.split('\n', 3);
  if (mark !== markOf(around) || text === undefined || digest !== digestOf(around, text)) return undefined;
  const state = JSON.parse(text) as State;
  const { feed, seq, hash } = state.recording;
  const holds = state.book === book.id && feed === log.feed && seq === log.entries.length && hash === last.hash;
  return holds && isOnCourse(state, book, around.ciphers.sha256) ? state : undefined;
}

/** Undefined where the state is not that of the whole log, or the book is read-only: such a state may yet change. */
export function checkpointOf(around: Around, { book, state }: Pick<LiveBook, 'book' | 'state'>): Kept | undefined {
  const last = book.feeds.get(state.recording.feed)?.entries.at(-1);
  if (state.readOnly !== undefined || last === undefined || last.hash !== state.recording.hash) return undefined;
  const text = JSON.stringify(state);
  return { head: last.hash, text: `${markOf(around)}\n${digestOf(around, text)}\n${text}` };
}
