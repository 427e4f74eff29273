// The books of this machine: listed, read back from the store when first asked for, kept while the host runs.
import type { BookId, FeedId, PublicKey } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { appendRun, type Book, emptyBook } from '../../shared/book/book.ts';
import { fold } from '../../shared/book/fold.ts';
import { readHead } from '../../shared/book/head.ts';
import type { OwnFeed } from '../../shared/book/write-entry.ts';
import type { Card } from '../../shared/contract/views.ts';
import { openBallots } from '../../shared/seal/open-ballots.ts';
import type { DeviceSecret } from '../seal/node-keys.ts';
import { type HeldFeed, heldFeedFrom, type LiveBook } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';
import { cardOf } from './views.ts';

export type Books = {
  /** Refuses book-unknown, book-damaged; the same live book each time. */
  readonly open: (book: string) => Promise<Result<LiveBook>>;
  readonly add: (live: LiveBook) => Promise<void>;
  /** Synchronously, when it is open already. */
  readonly peek: (book: string) => LiveBook | undefined;
  readonly cards: () => Promise<readonly Card[]>;
  readonly saveCard: (live: LiveBook) => Promise<void>;
};

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

/** Chains were checked when entries came in; the disk is trusted as much as the database's own checks go. */
async function readBack(around: Surroundings, id: BookId): Promise<Result<LiveBook>> {
  const runs = await around.store.readBook(id);
  if (runs.length === 0) return refuse('book-unknown');
  const book = emptyBook(id);
  for (const run of runs) {
    const first = readHead(run.entries[0]?.head ?? '');
    if (!first.ok || first.value.key === undefined) return refuse('book-damaged');
    const last = { seq: run.entries.length, hash: run.entries.at(-1)?.hash ?? ('' as never) };
    appendRun(book, { key: first.value.key as PublicKey, run, last });
  }
  const state = fold(book, around.ciphers.sha256);
  if (state === undefined) return refuse('book-damaged');
  const opened = await openBallots(around.ciphers, state, book);
  return ok({ id, book, state, opened, held: await heldFeeds(around, book), last: Promise.resolve() });
}

export function openBooks(around: Surroundings): Books {
  const open = new Map<string, Promise<Result<LiveBook>>>();
  const ready = new Map<string, LiveBook>();
  const saveCard = async (live: LiveBook): Promise<void> => {
    await around.store.saveCard(live.id, JSON.stringify(cardOf(live)));
  };
  return {
    open: async (book) => {
      const known = open.get(book) ?? readBack(around, book as BookId);
      open.set(book, known);
      const result = await known;
      if (result.ok) ready.set(book, result.value);
      else open.delete(book);
      return result;
    },
    add: async (live) => {
      open.set(live.id, Promise.resolve(ok(live)));
      ready.set(live.id, live);
      await saveCard(live);
    },
    peek: (book) => ready.get(book),
    cards: async () => (await around.store.readCards()).map(({ text }) => JSON.parse(text) as Card),
    saveCard,
  };
}
