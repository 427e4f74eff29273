// A small real replica for tests of the exchange: the store, checked books in memory, who is bound read from the recording feed.

import type { ForkProof, Replica } from '../../electron/exchange/replica.ts';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../electron/seal/node-keys.ts';
import type { Store } from '../../electron/store/store.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import {
  appendRun,
  type Book,
  checkRun,
  type EntryText,
  emptyBook,
  type FeedLog,
  type RunText,
  tipOf,
  wireRun,
} from '../../shared/book/book.ts';
import type { Run } from '../../shared/book/entry.ts';
import { readHead } from '../../shared/book/head.ts';
import { commitFacts, newFeed, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { helloMessage } from '../../shared/seal/device-proof.ts';
import { readWhole } from './read-whole.ts';

export type SmallReplica = Replica & {
  /** Writes facts as one commit of a feed of this device's own. */
  readonly write: (feed: FeedId, facts: readonly { readonly kind: string; readonly body: string }[]) => Promise<void>;
  /** A feed that this machine writes from now on; `book` is empty for the first feed of a new one. */
  readonly holdFeed: (own: OwnFeed, device: DeviceKeys) => void;
  readonly ownFeed: (feed: FeedId) => OwnFeed;
  readonly held: (book: BookId) => Book | undefined;
  /** How often `take` ran, and with how many runs at most. */
  readonly takes: { count: number; most: number };
  /** Refuses everything with this code from now on. */
  refuseAll: string | undefined;
  /** Device that is shown for a book. */
  readonly showAs: (book: BookId, device: DeviceKeys) => void;
  /** Files of a book, as entries would name them, with the seats that may not read them. */
  readonly nameFile: (book: BookId, sha256: string, size: number, closedTo?: readonly SeatId[]) => void;
};

const sha256 = nodeCiphers.sha256;
const AT = '2026-11-24T01:00:00.000Z';

type NamedFile = { readonly sha256: Hash; readonly size: number; readonly closedTo: readonly SeatId[] };

export async function smallReplica(store: Store): Promise<SmallReplica> {
  const books = new Map<BookId, Book>();
  const forks = new Map<BookId, ForkProof[]>();
  const own = new Map<FeedId, { own: OwnFeed; readonly device: DeviceKeys }>();
  const devices = new Map<BookId, DeviceKeys>();
  const files = new Map<BookId, NamedFile[]>();
  const listeners = new Set<(book: BookId) => void>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const tell = (book: BookId): void => {
    for (const told of [...listeners]) told(book);
  };

  for (const id of await store.readBooks()) {
    const book = emptyBook(id);
    for (const run of await store.readBook(id)) {
      const key = readHead(run.entries[0]?.head ?? '');
      if (key.ok && key.value.key) appendRun(book, { key: key.value.key, run, last: { seq: 0, hash: '' as Hash } });
    }
    books.set(id, book);
    const proofs = await store.readForks(id);
    forks.set(
      id,
      proofs.map(({ feed, seq, kept, other }) => ({ feed, seq, kept: wireRun(kept), other: wireRun(other) })),
    );
  }

  /** Keys that are bound now, by the first feed that opened the book. */
  function bound(book: Book): ReadonlyMap<string, SeatId> {
    const [first] = book.feeds.values();
    const keys = new Map<string, SeatId>();
    for (const { head, body } of first?.entries ?? []) {
      const read = readHead(head);
      if (!read.ok || body === null) continue;
      const said = JSON.parse(body) as { seat?: SeatId; key?: string };
      if (read.value.kind === 'device-bound' && said.key && said.seat) keys.set(said.key, said.seat);
      if (read.value.kind === 'device-unbound' && said.key) keys.delete(said.key);
    }
    return keys;
  }

  const proofsOf = (book: BookId): ForkProof[] => {
    const list = forks.get(book) ?? [];
    forks.set(book, list);
    return list;
  };

  async function keepFork(id: BookId, log: FeedLog, other: RunText): Promise<Result<never>> {
    const before: Book = {
      id,
      feeds: new Map([
        [
          log.feed,
          {
            ...log,
            entries: log.entries.slice(0, other.from - 1),
            commits: log.commits.filter(({ seq }) => seq < other.from),
          },
        ],
      ]),
    };
    const checked = await checkRun(before, other, sha256, nodeVerify);
    if (!checked.ok) return checked;
    const known = log.entries[other.from - 1]?.hash;
    if (known === checked.value.run.entries[0]?.hash) return refuse('run-malformed', { why: 'fork' });
    await store.append(id, [checked.value.run]);
    const signed = log.commits.find(({ seq }) => seq >= other.from)?.seq ?? log.entries.length;
    const kept: Run = {
      feed: log.feed,
      from: other.from,
      entries: log.entries.slice(other.from - 1, signed),
      commits: log.commits.filter(({ seq }) => seq === signed),
    };
    const list = proofsOf(id);
    if (!list.some(({ feed }) => feed === log.feed)) {
      list.push({ feed: log.feed, seq: other.from, kept: wireRun(kept), other });
      tell(id);
    }
    return refuse('fork', { feed: log.feed, seq: other.from });
  }

  async function takeRun(id: BookId, book: Book, text: RunText): Promise<Result<Run | undefined>> {
    const feed = text.feed as FeedId;
    const fresh = withoutKnown(book.feeds.get(feed), text);
    if (fresh === undefined) return ok(undefined);
    const log = book.feeds.get(feed);
    if (log && fresh.from <= log.entries.length) return await keepFork(id, log, fresh);
    const stopped = proofsOf(id).find((fork) => fork.feed === feed);
    if (stopped) return refuse('fork', { feed, seq: stopped.seq });
    const checked = await checkRun(book, fresh, sha256, nodeVerify);
    if (!checked.ok) return checked;
    const { key, run } = checked.value;
    const isRecording = [...book.feeds.keys()][0] === feed || book.feeds.size === 0;
    const seat = bound(book).get(key);
    if (!isRecording && seat === undefined) return refuse('key-unbound');
    for (const { head } of run.entries) {
      const read = readHead(head);
      if (read.ok && !isRecording && read.value.seat !== seat) return refuse('seat-not-held');
    }
    appendRun(book, checked.value);
    return ok(run);
  }

  async function take(id: BookId, runs: readonly RunText[]): Promise<Result<{ readonly added: number }>> {
    replica.takes.count += 1;
    replica.takes.most = Math.max(replica.takes.most, runs.length);
    if (replica.refuseAll !== undefined) return refuse(replica.refuseAll as 'store-full');
    const book = books.get(id) ?? emptyBook(id);
    const fresh: Run[] = [];
    let refused: Result<never> | undefined;
    for (const run of runs) {
      const taken = await takeRun(id, book, run);
      if (!taken.ok) {
        refused = taken;
        break;
      }
      if (taken.value) fresh.push(taken.value);
    }
    if (fresh.length > 0) {
      const stored = await store.append(id, fresh);
      if (!stored.ok) return stored;
      books.set(id, book);
      tell(id);
    }
    return refused ?? ok({ added: fresh.reduce((sum, { entries }) => sum + entries.length, 0) });
  }

  const replica: SmallReplica = {
    takes: { count: 0, most: 0 },
    refuseAll: undefined,
    books: async () => [...books.keys()],
    tips: async (id) =>
      [...(books.get(id)?.feeds.values() ?? [])].map((log) => ({ feed: log.feed, ...tipOf(log, sha256) })),
    read: async (id, feed, from, units) => {
      const log = books.get(id)?.feeds.get(feed);
      if (log === undefined || from > log.entries.length) return undefined;
      let to = from - 1;
      let size = 0;
      for (const { seq } of log.commits) {
        if (seq < from) continue;
        for (; to < seq; to++) size += (log.entries[to]?.head.length ?? 0) + (log.entries[to]?.body?.length ?? 64);
        if (size >= units) break;
      }
      const entries = log.entries.slice(from - 1, to);
      const commits = log.commits.filter(({ seq }) => seq >= from && seq <= to);
      return wireRun({ feed, from, entries, commits });
    },
    take: (id, runs) => inTurn(() => take(id, runs)),
    forks: async (id) => forks.get(id) ?? [],
    seatOf: async (id, key) => {
      const book = books.get(id);
      return book && bound(book).get(key);
    },
    prove: async (id, challenge) => {
      const device = devices.get(id);
      if (!device) return undefined;
      return {
        key: toBase64(device.key) as PublicKey,
        sig: toBase64(await device.sign(helloMessage(id, challenge))),
      };
    },
    files: async (id, seat) =>
      (files.get(id) ?? []).filter(({ closedTo }) => seat === undefined || !closedTo.includes(seat)),
    hasFile: (hash) => store.hasBlob(hash),
    readFile: async (hash, start, end) => await readWhole(store, hash, start, end),
    putFile: (hash, size, bytes) => store.putBlob(bytes, { maxBytes: size, expectedSha256: hash }),
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    write: (feed, facts) =>
      inTurn(async () => {
        const held = own.get(feed);
        if (!held) throw new Error('not held');
        const made = facts.map((fact) => ({ ...fact, at: AT }));
        const { run, own: next } = await commitFacts(sha256, held.own, made, held.device.sign, toBase64);
        const id = next.book as BookId;
        const stored = await store.append(id, [run]);
        if (!stored.ok) throw new Error(stored.refusal.code);
        const book = books.get(id) ?? emptyBook(id);
        if (!appendRun(book, { key: held.own.key, run, last: { seq: 0, hash: '' as Hash } })) throw new Error('grown');
        books.set(id, book);
        held.own = next;
        tell(id);
      }),
    holdFeed: (feed, device) => void own.set(feed.feed, { own: feed, device }),
    ownFeed: (feed) => {
      const held = own.get(feed);
      if (!held) throw new Error('not held');
      return held.own;
    },
    held: (id) => books.get(id),
    showAs: (id, device) => void devices.set(id, device),
    nameFile: (id, hash, size, closedTo = []) => {
      files.set(id, [...(files.get(id) ?? []), { sha256: hash as Hash, size, closedTo }]);
    },
  };
  return replica;
}

/** The part of a run that goes on from what is there; undefined where all of it is known. */
function withoutKnown(log: FeedLog | undefined, text: RunText): RunText | undefined {
  let skip = 0;
  const isSame = (entry: EntryText | undefined, at: number): boolean => {
    const known = log?.entries[at];
    return (
      entry !== undefined &&
      known !== undefined &&
      known.head === entry.head &&
      known.body === ('body' in entry ? entry.body : null)
    );
  };
  while (skip < text.entries.length && isSame(text.entries[skip], text.from - 1 + skip)) skip += 1;
  if (skip === text.entries.length) return undefined;
  const from = text.from + skip;
  return { ...text, from, entries: text.entries.slice(skip), commits: text.commits.filter(({ seq }) => seq >= from) };
}

export const startFeed = (book: BookId | '', feed: string, device: DeviceKeys, seat: string): OwnFeed =>
  newFeed(sha256, {
    book,
    feed: feed as FeedId,
    key: toBase64(device.key) as PublicKey,
    seat: seat as SeatId,
    via: 'app',
  });
