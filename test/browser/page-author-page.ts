// The page of the author's tests: real IndexedDB, locks and WebCrypto; calls go to the test's recorder by an exposed binding.
import type { Author } from '../../renderer/author/author.ts';
import type { ForeignBallot } from '../../renderer/author/page-kept.ts';
import { openPageSeats, type PageSeats } from '../../renderer/author/page-seats.ts';
import type { Result } from '../../shared/base/result.ts';
import type { Call } from '../../shared/contract/client.ts';

type Bindings = {
  readonly hostCall: (method: string, input: unknown) => Promise<never>;
  readonly hostBallot: (ballot: string) => Promise<Result<ForeignBallot>>;
};
const host = globalThis as unknown as Bindings;

/** What happened in which order: transactions that completed, with their stores, and calls that left. */
const order: string[] = [];
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (names, mode, options) {
  const made = transaction.call(this, names, mode, options);
  if (mode !== 'readwrite') return made;
  const touched: string[] = [];
  const { objectStore } = made;
  made.objectStore = (name: string) => {
    touched.push(name);
    return objectStore.call(made, name);
  };
  made.addEventListener('complete', () => order.push(`${made.durability} ${touched.join('+')}`));
  return made;
};

const call: Call = async (method, input) => {
  order.push(`call ${method}`);
  return await host.hostCall(method, input);
};
const readBallot = async (_book: string, _poll: string, ballot: string) => await host.hostBallot(ballot);

let seats: PageSeats | undefined;
const authors = new Map<string, Author>();
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, one: unknown) => (one instanceof Uint8Array ? { bytes: [...one] } : one)),
  );

const bench = {
  open: async () => {
    const opened = await openPageSeats({
      indexedDB,
      crypto,
      storage: navigator.storage,
      place: { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) },
      now: () => new Date().toISOString(),
    });
    if (!opened.ok) return opened;
    seats = opened.value;
    return { ok: true, value: { held: seats.held(), lasting: seats.lasting } };
  },
  ask: async (code: string) => await seats?.ask(call, code),
  join: async (code: string) => {
    const asked = await seats?.ask(call, code);
    if (!asked?.ok) return asked;
    return await seats?.join(call, code, asked.value);
  },
  enter: async (book: string, seat: string) => await seats?.enter(call, book, seat),
  author: async (book: string, seat: string) => {
    const author = await seats?.author(call, readBallot, book, seat);
    if (author) authors.set(seat, author);
    return author !== undefined;
  },
  act: async (seat: string, name: keyof Author, ...args: readonly unknown[]) => {
    const author = authors.get(seat) as unknown as Record<string, (...given: readonly unknown[]) => unknown>;
    return plain(await author[name]?.(...args));
  },
  sameSheet: async (seat: string, poll: string) => {
    const author = authors.get(seat);
    const first = author?.sheet(poll);
    return first !== undefined && Object.is(first, author?.sheet(poll));
  },
  order: () => order.splice(0),
  /** Everything the browser keeps of this origin, as text; keys that cannot be taken out are `{}`. */
  dump: async () => {
    const databases = await indexedDB.databases();
    const all: unknown[] = [];
    for (const { name } of databases) {
      const request = indexedDB.open(name ?? '');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const got = database.transaction(store).objectStore(store).getAll();
        const rows = await new Promise<unknown[]>((resolve) => {
          got.onsuccess = () => resolve(got.result);
        });
        all.push({ store, rows: plain(rows) });
      }
      database.close();
    }
    return JSON.stringify(all);
  },
  /** A profile restored from yesterday: the newest own entries are gone. */
  lose: async (feed: string, from: number) => {
    const request = indexedDB.open('hoidong');
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const store = database.transaction('entries', 'readwrite').objectStore('entries');
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const all = store.getAllKeys();
      all.onsuccess = () => resolve(all.result);
    });
    for (const key of keys) if (Array.isArray(key) && key[1] === feed && Number(key[2]) >= from) store.delete(key);
    await new Promise((resolve) => store.transaction.addEventListener('complete', resolve));
    database.close();
  },
};
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
