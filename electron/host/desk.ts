// The host while it runs: its books, who is here, who watches what; every change goes through `inBook`.
import { type Result, refusal } from '../../shared/base/result.ts';
import type { Peer } from '../../shared/contract/host.ts';
import type { ViewName } from '../../shared/contract/views.ts';
import { type Books, openBooks } from './books.ts';
import { type CriteriaLibrary, openLibrary } from './library.ts';
import { inTurn, type LiveBook } from './live-book.ts';
import { settle } from './rounds.ts';
import { openSessionDrafts, type SessionDrafts } from './session-drafts.ts';
import type { Surroundings } from './surroundings.ts';
import type { Presences } from './view-session.ts';

type Watch = {
  /** Empty: of every book. */
  readonly book: string;
  readonly view: ViewName;
  readonly peer: Peer;
  readonly show: () => void;
};

export type Desk = {
  readonly around: Surroundings;
  readonly books: Books;
  readonly drafts: SessionDrafts;
  readonly library: CriteriaLibrary;
  /** One act of one book at a time; afterwards what follows of itself is done, and every watch of the book is shown anew. */
  readonly inBook: <T>(book: string, act: (live: LiveBook) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly presences: (live: LiveBook) => Presences;
  readonly arrived: (peer: Peer, live: LiveBook, seat: string) => void;
  /** Ids of the links at which this seat sits now: a page may be open twice. */
  readonly linksOf: (book: string, seat: string) => readonly string[];
  readonly mark: (live: LiveBook, place: string, marked: number) => void;
  readonly watch: (watch: Watch) => () => void;
  readonly left: (peer: Peer) => void;
  /** Ends the links of whoever sat there: that person has left the council. */
  readonly dismiss: (book: string, seat: string) => void;
  /** How the machine that records a book can be reached from here now; `lost` until somebody says otherwise. */
  readonly setLink: (book: string, link: 'linked' | 'lost') => void;
  /** Told after every change of a book, until the returned stop is called. */
  readonly onBook: (told: (book: string) => void) => () => void;
  /** With `view` only that view of the book is shown anew: no other holds what changed. */
  readonly changed: (book: string, view?: ViewName) => void;
};

/** Gives a fault its number; the same one however often it is asked. */
export type NumberFault = (error: unknown) => string;

export function openDesk(around: Surroundings, fault: NumberFault): Desk {
  /** Whether the disk took the last save is not known: the book is shown and not written until it is read anew. */
  const endWriting = (live: LiveBook, thrown: unknown): Error => {
    // Only what is an object keeps its number on the way to the dispatcher.
    const error = thrown instanceof Error ? thrown : new Error('', { cause: thrown });
    if (live.unsure) live.state.readOnly ??= refusal('fault', { number: fault(error) });
    return error;
  };
  const books = openBooks(around, async (live) => {
    const before = live.state.recording.seq;
    try {
      await settle(around, live);
      if (live.state.recording.seq !== before) await books.saveCard(live);
    } catch (error) {
      fault(endWriting(live, error));
    }
  });
  const watches = new Set<Watch>();
  const marked = new Map<string, Map<string, number>>();
  /** Links by book and seat. */
  const seated = new Map<Peer, { readonly book: string; readonly seat: string }>();
  const links = new Map<string, 'linked' | 'lost'>();
  const listeners = new Set<(book: string) => void>();
  const changed = (book: string, view?: ViewName): void => {
    if (view === undefined) for (const told of [...listeners]) told(book);
    for (const watch of watches) {
      const isOf = watch.book === book || watch.book === '';
      if (isOf && (view === undefined || watch.view === view)) watch.show();
    }
  };
  return {
    around,
    books,
    drafts: openSessionDrafts(around),
    library: openLibrary(around),
    changed,
    inBook: async (book, act) => {
      const opened = await books.open(book);
      if (!opened.ok) return opened;
      const live = opened.value;
      return await inTurn(live, async () => {
        await books.whole(live);
        const before = live.state.recording.seq;
        try {
          const result = await act(live);
          await settle(around, live);
          if (live.state.recording.seq !== before) await books.saveCard(live);
          return result;
        } catch (error) {
          throw endWriting(live, error);
        } finally {
          changed(book);
        }
      });
    },
    presences: (live) => ({
      marked: marked.get(live.id) ?? new Map(),
      link: links.get(live.id) ?? 'lost',
      here: new Set([...seated.values()].filter(({ book }) => book === live.id).map(({ seat }) => seat)),
    }),
    arrived: (peer, live, seat) => {
      seated.set(peer, { book: live.id, seat });
      changed(live.id);
    },
    linksOf: (book, seat) => [...seated].filter(([, at]) => at.book === book && at.seat === seat).map(([{ id }]) => id),
    mark: (live, place, count) => {
      const counts = marked.get(live.id) ?? new Map<string, number>();
      marked.set(live.id, counts.set(place, count));
      changed(live.id);
    },
    setLink: (book, link) => {
      if (links.get(book) === link) return;
      links.set(book, link);
      changed(book, 'session');
    },
    onBook: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    watch: (watch) => {
      watches.add(watch);
      watch.show();
      return () => watches.delete(watch);
    },
    dismiss: (book, seat) => {
      for (const [peer, at] of [...seated]) if (at.book === book && at.seat === seat) peer.leave('seat-replaced');
    },
    left: (peer) => {
      const was = seated.get(peer);
      seated.delete(peer);
      if (was) changed(was.book);
    },
  };
}

/** Makes a handler of an act on one live book, done in that book's turn. */
export const actsOf =
  (desk: Desk) =>
  <I extends { readonly book: string }, T>(work: (live: LiveBook, input: I, peer: Peer) => Promise<Result<T>>) =>
  async (peer: Peer, input: I): Promise<Result<T>> =>
    await desk.inBook(input.book, async (live) => await work(live, input, peer));
