// The books of this machine: listed, read back from the store when first asked for, kept while the host runs.
import type { BookId, FeedId, PublicKey } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { addBranch, appendRun, type Book, emptyBook, type FeedLog } from '../../shared/book/book.ts';
import type { Run } from '../../shared/book/entry.ts';
import { fold } from '../../shared/book/fold.ts';
import { readHead } from '../../shared/book/head.ts';
import type { OwnFeed } from '../../shared/book/write-entry.ts';
import type { Card } from '../../shared/contract/views.ts';
import { openBallots } from '../../shared/seal/open-ballots.ts';
import type { DeviceSecret } from '../seal/node-keys.ts';
import { cardOf } from './card.ts';
import { checkpointOf, readKept, stateIn } from './checkpoint.ts';
import { type HeldFeed, heldFeedFrom, type LiveBook, liveBook } from './live-book.ts';
import { openReplacedBooks } from './replaced-books.ts';
import type { Surroundings } from './surroundings.ts';

export type Books = {
  /** Refuses book-unknown, book-damaged, book-replaced; the same live book each time. */
  readonly open: (book: string) => Promise<Result<LiveBook>>;
  readonly add: (live: LiveBook) => Promise<void>;
  /** Durable when it resolves: the book is opened no more, and its card is gone. */
  readonly replace: (live: LiveBook, by: BookId) => Promise<Result<null>>;
  /** Synchronously, when it is open already. */
  readonly peek: (book: string) => LiveBook | undefined;
  readonly cards: () => Promise<readonly Card[]>;
  /** The card now; the checkpoint of the state when nothing more comes for a while. */
  readonly saveCard: (live: LiveBook) => Promise<void>;
  /**
   * Every counted ballot that can be opened is opened, once after a book was read back. Acts, and views of what was
   * opened, wait for it; what shows nothing of a ballot need not.
   */
  readonly whole: (live: LiveBook) => Promise<void>;
  /** Writes the checkpoints that are due; for closing. */
  readonly keep: () => Promise<void>;
};

/** Quiet time before the folded state is written beside the log, ms. */
const QUIET = 5_000;
/** Books with fewer entries in the recording feed fold faster than a checkpoint is read. */
const WORTH_KEEPING = 100;

async function heldFeeds(around: Surroundings, book: Book): Promise<Map<FeedId, HeldFeed>> {
  const held = new Map<FeedId, HeldFeed>();
  for (const { text } of await around.store.readOwnFeeds(book.id)) {
    const { role, ...kept } = JSON.parse(text) as Omit<OwnFeed, 'seq' | 'hash'> & { role: HeldFeed['role'] };
    const secret = await around.store.readKey('device', kept.key);
    if (secret === null) continue;
    const device = around.openDevice(JSON.parse(new TextDecoder().decode(secret)) as DeviceSecret);
    held.set(kept.feed, heldFeedFrom(around, book, { ...kept, book: book.id }, role, device));
  }
  return held;
}

/** The other side of a fork, whole: what both have in common, then what it says instead. */
const branchedFrom = (log: FeedLog, other: Run): FeedLog => ({
  ...log,
  entries: [...log.entries.slice(0, other.from - 1), ...other.entries],
  commits: [...log.commits.filter(({ seq }) => seq < other.from), ...other.commits],
});

/** Chains were checked when entries came in; the disk is trusted as much as the database's own checks go. */
async function readBack(around: Surroundings, id: BookId): Promise<Result<LiveBook>> {
  const reading = around.store.readBook(id);
  const kept = await readKept(around, id);
  const runs = await reading;
  if (runs.length === 0) return refuse('book-unknown');
  const book = emptyBook(id);
  for (const run of runs) {
    const first = readHead(run.entries[0]?.head ?? '');
    if (!first.ok || first.value.key === undefined) return refuse('book-damaged');
    const last = { seq: run.entries.length, hash: run.entries.at(-1)?.hash ?? ('' as never) };
    appendRun(book, { key: first.value.key as PublicKey, run, last });
  }
  const proofs = await around.store.readForks(id);
  for (const { feed, seq, other } of proofs) {
    const log = book.feeds.get(feed);
    if (log) addBranch(book, { seq, log: branchedFrom(log, other) });
  }
  const forks = new Map(proofs.map(({ feed, seq }) => [feed, seq]));
  const state = stateIn(around, book, kept) ?? fold(book, around.ciphers.sha256);
  if (state === undefined) return refuse('book-damaged');
  return ok(liveBook({ id, book, state, forks, held: await heldFeeds(around, book) }));
}

/** `resume` does what a book that was just read back is owed: a reveal may have been cut off before its keys went out. */
export function openBooks(around: Surroundings, resume: (live: LiveBook) => Promise<void>): Books {
  const open = new Map<string, Promise<Result<LiveBook>>>();
  const ready = new Map<string, LiveBook>();
  const whole = new Map<LiveBook, Promise<void>>();
  const due = new Map<LiveBook, NodeJS.Timeout>();
  /** Without it the next opening is slower, and nothing else: a refusal of the store is no matter here. */
  const saveCheckpoint = async (live: LiveBook): Promise<void> => {
    clearTimeout(due.get(live));
    due.delete(live);
    const kept = checkpointOf(around, live);
    if (kept) await around.store.saveCheckpoint(live.id, kept).catch(() => undefined);
  };
  const saveLater = (live: LiveBook): void => {
    if (live.state.recording.seq < WORTH_KEEPING) return;
    clearTimeout(due.get(live));
    due.set(live, setTimeout(() => void saveCheckpoint(live), QUIET).unref());
  };
  const openAll = async (live: LiveBook): Promise<void> => {
    live.opened = await openBallots(around.ciphers, live.state, live.book, live.opened);
  };
  const saveCard = async (live: LiveBook): Promise<void> => {
    saveLater(live);
    await around.store.saveCard(live.id, JSON.stringify(cardOf(live)));
  };
  const read = async (book: BookId): Promise<Result<LiveBook>> => {
    const live = await readBack(around, book);
    if (live.ok) await resume(live.value);
    return live;
  };
  const replaced = openReplacedBooks(around.store);
  return {
    open: async (book) => {
      if (await replaced.has(book)) return refuse('book-replaced');
      const known = open.get(book) ?? read(book as BookId);
      open.set(book, known);
      const result = await known.catch((error: unknown) => {
        open.delete(book);
        throw error;
      });
      if (result.ok) ready.set(book, result.value);
      else open.delete(book);
      return result;
    },
    add: async (live) => {
      open.set(live.id, Promise.resolve(ok(live)));
      ready.set(live.id, live);
      whole.set(live, Promise.resolve());
      await saveCard(live);
    },
    replace: async (live, by) => await replaced.put(live.id, by),
    whole: async (live) => {
      const opening = whole.get(live) ?? openAll(live);
      whole.set(live, opening);
      await opening;
    },
    keep: async () => {
      await Promise.all([...due.keys()].map(saveCheckpoint));
    },
    peek: (book) => ready.get(book),
    cards: async () => {
      const cards = (await around.store.readCards()).map(({ text }) => JSON.parse(text) as Card);
      const gone = await Promise.all(cards.map(({ book }) => replaced.has(book)));
      return cards.filter((_, at) => gone[at] === false);
    },
    saveCard,
  };
}
