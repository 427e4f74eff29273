// What is said and never written: the newest presence of each book, the rest in order, and neither faster than people move.
import type { BookId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { allowance } from '../../shared/contract/allowance.ts';
import type { Note } from './messages.ts';

/** Whose note it is: as the link has shown, never as the note claims. */
export type NoteFrom = { readonly book: BookId; readonly seat?: SeatId; readonly key?: PublicKey };

/** Presence goes out no more often than this, ms. */
const PAUSE = 250;
/** Notes other than presence that may wait. */
const MOST_WAITING = 16;
const COMING = { atOnce: 40, perSecond: 10 };
const GOING = { atOnce: 20, perSecond: 8 };

export type NotesOut = { readonly tell: (book: BookId, note: Note) => void; readonly stop: () => void };

export function notesOut(
  say: (book: BookId, note: Note) => void,
  now: () => number,
  after: (ms: number, work: () => void) => () => void,
): NotesOut {
  const newest = new Map<BookId, Note>();
  const waiting: (readonly [BookId, Note])[] = [];
  const mayGo = allowance(GOING, now);
  let stop: (() => void) | undefined;

  const flush = (): void => {
    stop = undefined;
    while (waiting.length > 0 && mayGo(1)) {
      const [book, note] = waiting.shift() as (typeof waiting)[number];
      say(book, note);
    }
    for (const [book, note] of newest) {
      if (!mayGo(1)) break;
      newest.delete(book);
      say(book, note);
    }
    if (waiting.length > 0 || newest.size > 0) wait();
  };
  const wait = (): void => {
    stop ??= after(PAUSE, flush);
  };

  return {
    tell: (book, note) => {
      if (note.kind === 'presence') newest.set(book, note);
      else if (waiting.length < MOST_WAITING) waiting.push([book, note]);
      wait();
    },
    stop: () => stop?.(),
  };
}

/** Passes on what comes at a human pace; what comes faster is dropped, and nothing waits. */
export function notesIn(heard: (from: NoteFrom, note: Note) => void, now: () => number): typeof heard {
  const mayCome = allowance(COMING, now);
  return (from, note) => {
    if (mayCome(1)) heard(from, note);
  };
}
