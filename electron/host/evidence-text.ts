// The text of a session's evidence: read in the background while somebody wants it, indexed, searched by whoever may see it.
import { evidenceOf } from '../../shared/book/evidence-of.ts';
import type { Evidence, State } from '../../shared/book/state.ts';
import type { ReadingView, SearchHit } from '../../shared/contract/evidence-methods.ts';
import type { IndexAnswer } from '../store/text-index.ts';
import type { Closed } from './closed-platforms.ts';
import type { Desk } from './desk.ts';
import type { LiveBook } from './live-book.ts';

/** Milliseconds that the reading goes on after nobody looks at it any more: a panel is soon opened again. */
const GRACE = 60_000;
/** Books whose index stays in memory. */
const MOST_BOOKS = 2;
/** Types of files that hold no words. */
const WORDLESS = /^(image|audio|video)\//;

export type EvidenceText = {
  /** Somebody looks on: the reading goes on until the returned stop, and a little longer. */
  readonly wanted: (book: string) => () => void;
  /** What of the open platforms has been read; begins where it has not. */
  readonly view: (live: LiveBook, closed: Closed) => ReadingView;
  /** In what has been read so far of the open platforms. */
  readonly search: (live: LiveBook, closed: Closed, typed: string) => Promise<{ hits: SearchHit[]; more: boolean }>;
};

/** Why a file is not searched, or not wholly (a refusal code); undefined: all of it is. */
type Outcome = string | undefined;
type BookText = {
  readonly done: Map<string, Outcome>;
  wanting: number;
  grace: NodeJS.Timeout | undefined;
  running: AbortController | undefined;
  /** Of the index, when `done` was begun. */
  generation: number;
};

/** Newest revisions only: marks are given on them. */
const itemsOf = (state: State, closed: Closed): readonly Evidence[] =>
  Object.values(state.platforms)
    .filter(({ platform }) => !closed.has(platform))
    .flatMap(evidenceOf);

const filesOf = (items: readonly Evidence[]): readonly string[] => [...new Set(items.map(({ sha256 }) => sha256))];

export function openEvidenceText(desk: Desk, fault: (error: unknown) => unknown): EvidenceText {
  const { store, evidenceReader, texts } = desk.around;
  const books = new Map<string, BookText>();

  function bookText(book: string): BookText {
    const found = books.get(book) ?? {
      done: new Map(),
      wanting: 0,
      grace: undefined,
      running: undefined,
      generation: texts.generation(),
    };
    // The last one used stands last.
    books.delete(book);
    books.set(book, found);
    const idle = [...books].filter(([, { wanting, grace, running }]) => wanting === 0 && !grace && !running);
    for (const [old] of idle.slice(0, Math.max(0, books.size - MOST_BOOKS))) {
      if (old === book) continue;
      books.delete(old);
      texts.forget(old).catch(fault);
    }
    if (found.generation !== texts.generation()) {
      found.done.clear();
      found.generation = texts.generation();
    }
    return found;
  }

  const isWanted = ({ wanting, grace }: BookText): boolean => wanting > 0 || grace !== undefined;

  function linger(text: BookText): void {
    clearTimeout(text.grace);
    text.grace = setTimeout(() => {
      text.grace = undefined;
      if (text.wanting === 0) text.running?.abort();
    }, GRACE);
    text.grace.unref();
  }

  async function readFile(
    book: string,
    { sha256, mediaType }: Evidence,
    { signal }: AbortController,
  ): Promise<Outcome | 'reading-stopped'> {
    // Looked at when it was taken in: no worker need begin for it.
    if (WORDLESS.test(mediaType)) return 'reading-kind';
    const file = await store.pathOfBlob(sha256);
    if (file === undefined) return 'reading-gone';
    const full = new AbortController();
    let came = 0;
    const adding: Promise<unknown>[] = [];
    const read = await evidenceReader.words(
      file,
      (pieces) => {
        came += pieces.length;
        adding.push(texts.add(book, sha256, pieces).then((how) => how === 'full' && full.abort()));
      },
      AbortSignal.any([signal, full.signal]),
    );
    await Promise.all(adding);
    if (full.signal.aborted) return 'reading-full';
    if (read.ok) return read.value.isCut ? 'reading-cut' : undefined;
    const { code } = read.refusal;
    return code !== 'reading-stopped' && came > 0 ? 'reading-cut' : code;
  }

  /** The next file that has not been read, the one that came last first. */
  async function nextOf(book: string, text: BookText): Promise<Evidence | undefined> {
    const opened = await desk.books.open(book);
    if (!opened.ok) return undefined;
    const items = [...itemsOf(opened.value.state, new Set())].sort((a, b) => (a.origin.at < b.origin.at ? 1 : -1));
    return items.find(({ sha256 }) => !text.done.has(sha256));
  }

  const broken = (error: unknown): Outcome => {
    fault(error);
    return 'reading-broken';
  };

  async function readOn(book: string, text: BookText): Promise<void> {
    if (text.running !== undefined) return;
    const mine = new AbortController();
    text.running = mine;
    try {
      for (;;) {
        const item = isWanted(text) && !mine.signal.aborted ? await nextOf(book, text) : undefined;
        if (item === undefined) return;
        const { sha256 } = item;
        const { generation } = text;
        const isFull = [...text.done.values()].includes('reading-full');
        const outcome = await (isFull ? 'reading-full' : readFile(book, item, mine).catch(broken));
        if (outcome === 'reading-stopped') {
          // Begun again from its first page when it is wanted again.
          await texts.drop(book, sha256);
          return;
        }
        if (generation === texts.generation()) text.done.set(sha256, outcome);
        else bookText(book);
        desk.changed(book, 'reading');
      }
    } finally {
      text.running = undefined;
    }
  }

  function begin(book: string, text: BookText): void {
    readOn(book, text).catch(fault);
  }

  function hitsIn(items: readonly Evidence[], found: IndexAnswer): SearchHit[] {
    return items.flatMap(({ platform, evidence, sha256, number, title }) =>
      found.hits
        .filter((hit) => hit.sha256 === sha256)
        .map(({ page, around }) => {
          return { platform, evidence, sha256, number, title, around, ...(page === 0 ? {} : { page }) };
        }),
    );
  }

  return {
    wanted(book) {
      const text = bookText(book);
      text.wanting += 1;
      return () => {
        text.wanting -= 1;
        linger(text);
      };
    },
    view({ id, state }, closed) {
      const text = bookText(id);
      if (isWanted(text)) begin(id, text);
      const files = filesOf(itemsOf(state, closed));
      const read = files.filter((sha256) => text.done.has(sha256));
      return {
        done: read.length,
        total: files.length,
        unread: read.flatMap((sha256) => {
          const code = text.done.get(sha256);
          return code === undefined ? [] : [{ sha256, code }];
        }),
      };
    },
    async search({ id, state }, closed, typed) {
      const text = bookText(id);
      linger(text);
      begin(id, text);
      const items = itemsOf(state, closed);
      const found = await texts.search(id, typed, filesOf(items));
      if (found !== undefined) return { hits: hitsIn(items, found), more: found.more };
      desk.changed(id, 'reading');
      return { hits: [], more: false };
    },
  };
}
