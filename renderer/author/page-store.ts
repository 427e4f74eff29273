// What a page keeps of its seats, in IndexedDB: keys, drafts, ballot keys and its own signed entries, durable when resolved.
import type { BookId, FeedId, Hash, SeatId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';
import type { Draft } from '../../shared/book/ballot.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import type { PageSecret } from '../seal/page-keys.ts';

export type SeatRecord = {
  readonly book: BookId;
  readonly seat: SeatId;
  readonly name: string;
  /** Handles of keys that cannot be taken out. */
  readonly secret: PageSecret;
  readonly feed: FeedId;
  /** Where a feed of this device was found to go on elsewhere (a restored profile), the head its successor names. */
  readonly continues?: HeadRef;
  /** Earlier feeds of this device and how far each was taken. */
  readonly earlier: readonly { readonly feed: FeedId; readonly upTo: number }[];
  /** Own entries that the recording device has acknowledged. */
  readonly received: number;
  /** Farthest entry of the recording feed checked here, and why it is no longer believed. */
  readonly pinned?: { readonly feed?: FeedId; readonly seq: number; readonly hash: Hash };
  readonly stopped?: Refusal;
  /** False until the host has bound the keys. */
  readonly joined: boolean;
  readonly handedOver?: true;
  /** Revisions of evidence that were opened here: nobody else's knowledge until they may be named. */
  readonly opened?: readonly { readonly platform: string; readonly sha256: string }[];
};

export type DraftRecord = {
  readonly book: BookId;
  readonly seat: SeatId;
  readonly poll: string;
  readonly draft: Draft;
};
export type KeyRecord = {
  readonly book: BookId;
  readonly seat: SeatId;
  readonly commit: string;
  readonly poll: string;
  readonly key: Uint8Array;
};
/** Exact text, as it was signed and as it is sent, the same bytes each time. */
export type EntryRecord = {
  readonly book: BookId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly kind: string;
  readonly head: string;
  readonly body: string;
  readonly bodyHash: Hash;
  readonly hash: Hash;
  readonly sig: string;
};

/** One transaction: all of it is on disk, or nothing. */
export type Write = {
  readonly seat?: SeatRecord;
  readonly drafts?: readonly DraftRecord[];
  readonly dropDrafts?: readonly Pick<DraftRecord, 'book' | 'seat' | 'poll'>[];
  readonly keys?: readonly KeyRecord[];
  /** Added, never replaced: an entry that is there already ends the transaction. */
  readonly entry?: EntryRecord;
};

export type PageStore = {
  readonly seats: () => Promise<readonly SeatRecord[]>;
  readonly drafts: (book: BookId, seat: SeatId) => Promise<readonly DraftRecord[]>;
  readonly keys: (book: BookId, seat: SeatId) => Promise<readonly KeyRecord[]>;
  readonly entries: (book: BookId, feed: FeedId) => Promise<readonly EntryRecord[]>;
  readonly write: (write: Write) => Promise<void>;
  readonly close: () => void;
};

const VERSION = 1;
const STORES: Readonly<Record<string, string[]>> = {
  seats: ['book', 'seat'],
  drafts: ['book', 'seat', 'poll'],
  keys: ['book', 'seat', 'commit'],
  entries: ['book', 'feed', 'seq'],
};

const answer = async <T>(request: IDBRequest<T>): Promise<T> =>
  await new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

const completed = async (transaction: IDBTransaction): Promise<void> =>
  await new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB: transaction ended'));
  });

async function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, VERSION);
  request.onupgradeneeded = () => {
    for (const [store, keyPath] of Object.entries(STORES)) request.result.createObjectStore(store, { keyPath });
  };
  const database = await answer(request);
  // A newer page in another tab waits for this one to let go.
  database.onversionchange = () => database.close();
  return database;
}

/** Rejects where the browser keeps nothing at all (some private windows) or the store is from a newer version. */
export async function openPageStore(factory: IDBFactory, name = 'hoidong'): Promise<PageStore> {
  const database = await openDatabase(factory, name);
  const all = async <T>(store: string, prefix: readonly string[]): Promise<readonly T[]> => {
    const range = prefix.length === 0 ? null : IDBKeyRange.bound([...prefix], [...prefix, []]);
    return (await answer(database.transaction(store).objectStore(store).getAll(range))) as T[];
  };
  return {
    seats: async () => await all('seats', []),
    drafts: async (book, seat) => await all('drafts', [book, seat]),
    keys: async (book, seat) => await all('keys', [book, seat]),
    entries: async (book, feed) => await all('entries', [book, feed]),
    write: async ({ seat, drafts = [], dropDrafts = [], keys = [], entry }) => {
      // `strict`: complete only after the operating system was asked to flush to the disk.
      const transaction = database.transaction(Object.keys(STORES), 'readwrite', { durability: 'strict' });
      const done = completed(transaction);
      if (seat) transaction.objectStore('seats').put(seat);
      for (const draft of drafts) transaction.objectStore('drafts').put(draft);
      for (const { book, seat: of, poll } of dropDrafts) transaction.objectStore('drafts').delete([book, of, poll]);
      for (const key of keys) transaction.objectStore('keys').put(key);
      if (entry) transaction.objectStore('entries').add(entry);
      await done;
    },
    close: () => database.close(),
  };
}
