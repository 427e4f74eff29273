// The store of this machine: books, drafts, keys and files, durable when a promise resolves.
import { randomBytes } from 'node:crypto';
import type { BookId, FeedId, Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Run } from '../../shared/book/entry.ts';
import { type Blobs, openBlobs } from './blobs.ts';
import { type Ask, connectInline, connectWorker, StoreFault } from './connect-store.ts';
import { coveredText, type Edge, edgeOf, type ProtectPair, UnreadableValue } from './protect.ts';
import type { CallName, Calls } from './requests.ts';
import { fromRows, type RowRun, toRows } from './row.ts';
import type { Card, Checkpoint, Draft, FeedHead, Fork, OwnFeed } from './shapes.ts';

export type StoreOptions = {
  readonly folder: string;
  /** `store-worker.ts`, or its bundle */
  readonly worker: URL;
  /** Identity by default. */
  readonly protect?: ProtectPair;
  /** `inline` runs SQLite in this thread: for measurements, never beside a window. */
  readonly mode?: 'worker' | 'inline';
  /** Quiet time before the write-ahead file is put into the database, ms. */
  readonly idleMs?: number;
  /** For the folder's own secret, made once. */
  readonly randomBytes?: (size: number) => Uint8Array;
};

/** Saves give refusals (`store-full` …); what a read meets beyond "nothing there" is a `StoreFault`, thrown. */
export type Store = Blobs & {
  /**
   * Adds entries in one transaction, with the card of the home list and the feeds this device now writes. Entries that
   * are there with the same hash are passed over; one kept without its body gets it, unless it was erased. The store
   * checks neither hashes nor signatures: whoever appends has.
   * Refuses, adding nothing: `gap {feed, expected, found}`, `fork {feed, seq}` (the other side is kept as proof).
   */
  readonly append: (
    book: BookId,
    runs: readonly Run[],
    also?: { readonly card?: string; readonly ownFeeds?: readonly OwnFeed[] },
  ) => Promise<Result<{ readonly added: number }>>;
  /** All feeds of a book from their first entry, in the order in which they first came; none for an unknown book. */
  readonly readBook: (book: BookId) => Promise<readonly Run[]>;
  /** Ids of all books that have an entry. */
  readonly readBooks: () => Promise<readonly BookId[]>;
  /** One feed from `from` on; no entries where there is nothing. */
  readonly readFeed: (book: BookId, feed: FeedId, from?: number) => Promise<Run>;
  readonly readHeads: (book: BookId) => Promise<readonly FeedHead[]>;
  readonly readForks: (book: BookId) => Promise<readonly Fork[]>;
  readonly readOwnFeeds: (book: BookId) => Promise<readonly OwnFeed[]>;
  /** Drops a body for good and rewrites the file, so that its text is gone from the disk; head and hash stay. */
  readonly eraseBody: (book: BookId, feed: FeedId, seq: number) => Promise<Result<null>>;
  readonly saveDraft: (book: BookId, seat: string, poll: string, item: string, text: string) => Promise<Result<null>>;
  readonly readDrafts: (book: BookId, seat: string, poll: string) => Promise<readonly Draft[]>;
  readonly dropDrafts: (book: BookId, seat: string, poll: string) => Promise<Result<null>>;
  /** Texts of all drafts, of whatever book and seat. */
  readonly readAllDrafts: () => Promise<readonly string[]>;
  readonly saveCard: (book: BookId, text: string) => Promise<Result<null>>;
  readonly readCards: () => Promise<readonly Card[]>;
  readonly saveCheckpoint: (book: BookId, checkpoint: Checkpoint) => Promise<Result<null>>;
  readonly readCheckpoint: (book: BookId) => Promise<Checkpoint | null>;
  readonly saveSetting: (name: string, text: string) => Promise<Result<null>>;
  readonly readSetting: (name: string) => Promise<string | null>;
  /** Texts of all settings. */
  readonly readSettings: () => Promise<readonly string[]>;
  /** Durable before any entry saved after it. Never overwrites: other bytes under that id are refused `key-exists`. */
  readonly saveKey: (kind: string, id: string, bytes: Uint8Array) => Promise<Result<null>>;
  readonly readKey: (kind: string, id: string) => Promise<Uint8Array | null>;
  /** Ids of all keys of a kind, sorted. */
  readonly listKeys: (kind: string) => Promise<readonly string[]>;
  /** Gone from the file when resolved, not only from the table. */
  readonly dropKey: (kind: string, id: string) => Promise<Result<null>>;
  /** Reads every page of both files; throws `store-damaged` on the first that is wrong. Seconds for a large store. */
  readonly check: () => Promise<void>;
  /** Answers what was asked before, then frees the folder. */
  readonly close: () => Promise<void>;
};

const nothing = <T>(result: Result<T>): Result<null> => (result.ok ? ok(null) : result);
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** An edge whose unreadable values carry a code. */
function carefully<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    throw new StoreFault({ code: 'store-unreadable', params: { place: error.place } }, error);
  }
}

/**
 * Opens the folder, creating what is missing.
 * Refuses `store-newer {found, known}`, `store-in-use`, `store-damaged`, `store-unreachable`, `store-full`,
 * `store-needs-node`, `store-unreadable {place}` and `data-key-elsewhere` for values of another key.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const serve = { folder: options.folder, idleMs: options.idleMs ?? 1_000 };
  const asked = options.mode === 'inline' ? await connectInline(serve) : await connectWorker(options.worker, serve);
  if (!asked.ok) return asked;
  const edge = edgeOf(options.protect);
  const values = storeOver(asked.value, edge);
  try {
    const blobs = await openBlobs(options.folder, values, asked.value, edge, options.randomBytes ?? randomBytes);
    if (blobs.ok) return ok({ ...values, ...blobs.value });
    await values.close();
    return blobs;
  } catch (error) {
    await values.close();
    if (error instanceof StoreFault) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function storeOver(ask: Ask, edge: Edge): Omit<Store, keyof Blobs> {
  const read = async <N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> => {
    const result = await ask(name, input);
    if (!result.ok) throw new StoreFault(result.refusal);
    return result.value;
  };
  const cover = (text: string, place: string) => coveredText(edge, text, place);
  const uncover = (value: Uint8Array, place: string) => carefully(() => edge.uncoverText(value, place));
  const unpack = (book: BookId, rows: readonly RowRun[]) => carefully(() => fromRows(book, rows, edge));
  const draftPlace = (book: string, seat: string, poll: string, item: string) =>
    `draft/${book}/${seat}/${poll}/${item}`;

  return {
    async append(book, runs, also = {}) {
      const card = also.card === undefined ? null : cover(also.card, `card/${book}`);
      const ownFeeds = (also.ownFeeds ?? []).map(({ feed, text }) => ({
        feed,
        value: cover(text, `own/${book}/${feed}`),
      }));
      return ask('append', { book, runs: toRows(book, runs, edge), card, ownFeeds });
    },
    async readBook(book) {
      return unpack(book, await read('readFeeds', { book, feed: null, from: 1 }));
    },
    readBooks: async () => (await read('readBooks', {})) as readonly BookId[],
    async readFeed(book, feed, from = 1) {
      const [run] = unpack(book, await read('readFeeds', { book, feed, from }));
      return run ?? { feed, from, entries: [], commits: [] };
    },
    async readHeads(book) {
      const heads = await read('readHeads', { book });
      return heads.map(({ feed, seq, hash }) => ({ feed: feed as FeedId, seq, hash: hash as Hash }));
    },
    async readForks(book) {
      const runs = unpack(book, await read('readForks', { book }));
      const forks: Fork[] = [];
      for (let at = 0; at < runs.length; at += 2) {
        const [kept, other] = runs.slice(at, at + 2);
        if (kept && other) forks.push({ feed: kept.feed, seq: kept.from, kept, other });
      }
      return forks;
    },
    async readOwnFeeds(book) {
      const rows = await read('readOwnFeeds', { book });
      return rows.map(({ feed, value }) => ({ feed: feed as FeedId, text: uncover(value, `own/${book}/${feed}`) }));
    },
    eraseBody: async (book, feed, seq) => nothing(await ask('eraseBody', { book, feed, seq })),
    async saveDraft(book, seat, poll, item, text) {
      const value = cover(text, draftPlace(book, seat, poll, item));
      return nothing(await ask('saveDraft', { book, seat, poll, item, value }));
    },
    async readDrafts(book, seat, poll) {
      const rows = await read('readDrafts', { book, seat, poll });
      return rows.map(({ item, value }) => ({ item, text: uncover(value, draftPlace(book, seat, poll, item)) }));
    },
    async readAllDrafts() {
      const rows = await read('readAllDrafts', {});
      return rows.map(({ book, seat, poll, item, value }) => uncover(value, draftPlace(book, seat, poll, item)));
    },
    dropDrafts: async (book, seat, poll) => nothing(await ask('dropDrafts', { book, seat, poll })),
    saveCard: async (book, text) => nothing(await ask('saveCard', { book, value: cover(text, `card/${book}`) })),
    async readCards() {
      const rows = await read('readCards', {});
      return rows.map(({ book, value }) => ({ book: book as BookId, text: uncover(value, `card/${book}`) }));
    },
    saveCheckpoint: async (book, { head, text }) =>
      nothing(await ask('saveCheckpoint', { book, head, value: cover(text, `checkpoint/${book}/${head}`) })),
    async readCheckpoint(book) {
      const row = await read('readCheckpoint', { book });
      if (!row) return null;
      return { head: row.head as Hash, text: uncover(row.value, `checkpoint/${book}/${row.head}`) };
    },
    saveSetting: async (name, text) =>
      nothing(await ask('saveSetting', { name, value: cover(text, `setting/${name}`) })),
    async readSetting(name) {
      const value = await read('readSetting', { name });
      return value && uncover(value, `setting/${name}`);
    },
    async readSettings() {
      return (await read('readSettings', {})).map(({ name, value }) => uncover(value, `setting/${name}`));
    },
    async saveKey(kind, id, bytes) {
      const place = `key/${kind}/${id}`;
      const saved = await ask('saveKey', { kind, id, value: edge.coverBytes(bytes, place) });
      if (!saved.ok) return saved;
      const { found } = saved.value;
      if (found === null) return ok(null);
      const before = carefully(() => edge.uncoverBytes(found, place));
      return sameBytes(before, bytes) ? ok(null) : refuse('key-exists', { kind, id });
    },
    async readKey(kind, id) {
      const value = await read('readKey', { kind, id });
      return value && carefully(() => edge.uncoverBytes(value, `key/${kind}/${id}`));
    },
    listKeys: (kind) => read('listKeys', { kind }),
    dropKey: async (kind, id) => nothing(await ask('dropKey', { kind, id })),
    async check() {
      await read('check', {});
    },
    async close() {
      await read('close', {});
    },
  };
}
