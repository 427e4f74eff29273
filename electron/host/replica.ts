// This host's books as the exchange sees them: what is here, what may be read by whom, and how more of it comes in.

import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import { type FeedLog, type RunText, wireRun } from '../../shared/book/book.ts';
import type { Run } from '../../shared/book/entry.ts';
import { helloMessage } from '../../shared/seal/device-proof.ts';
import type { Replica } from '../exchange/replica.ts';
import { beginBook } from './begin-book.ts';
import { filesIn } from './book-files.ts';
import { closedTo, NOTHING_CLOSED } from './closed-platforms.ts';
import type { Desk } from './desk.ts';
import type { LiveBook } from './live-book.ts';
import { beginSeatFeeds } from './seat-device.ts';
import { takeRuns } from './take-runs.ts';

/** Whole commits from an entry on: as many as go into so many UTF-16 units, and one in any case. */
function commitsFrom({ feed, entries, commits }: FeedLog, from: number, units: number): Run | undefined {
  if (from > entries.length) return undefined;
  let end = 0;
  let weight = 0;
  let at = from - 1;
  for (const { seq } of commits) {
    if (seq < from) continue;
    for (; at < seq; at++) weight += (entries[at]?.head.length ?? 0) + (entries[at]?.body?.length ?? 64);
    if (end > 0 && weight > units) break;
    end = seq;
  }
  return {
    feed,
    from,
    entries: entries.slice(from - 1, end),
    commits: commits.filter(({ seq }) => seq >= from && seq <= end),
  };
}

/** The device by which this machine speaks in a book: that of its seat, else of its recording. */
function speaking({ held, state }: LiveBook) {
  const all = [...held.values()].filter(({ own }) => {
    const device = state.devices[own.key];
    return device !== undefined && device.unbound === undefined;
  });
  return (
    all.find(({ role, own }) => role === 'seat' && own.via === 'app') ?? all.find(({ role }) => role === 'recording')
  );
}

export function openReplica(desk: Desk): Replica {
  const { around } = desk;
  const { store } = around;
  const opened = async (book: BookId): Promise<LiveBook | undefined> => {
    const found = await desk.books.open(book);
    return found.ok ? found.value : undefined;
  };

  /** Two links may bring one new book at the same moment. */
  const beginning = new Map<BookId, Promise<Result<{ readonly added: number }>>>();
  async function begin(id: BookId, runs: readonly RunText[]): Promise<Result<{ readonly added: number }>> {
    const begun = await beginBook(around, id, runs);
    if (!begun.ok) return begun;
    await desk.books.add(begun.value);
    const added = [...begun.value.book.feeds.values()].reduce((sum, { entries }) => sum + entries.length, 0);
    // What stopped the first list, if anything did, stops it again here.
    const rest = await takeMore(id, runs);
    return rest.ok ? ok({ added: added + rest.value.added }) : rest;
  }

  const takeMore = async (id: BookId, runs: readonly RunText[]): Promise<Result<{ readonly added: number }>> =>
    await desk.inBook(id, async (live) => {
      const taken = await takeRuns(around, live, runs);
      await beginSeatFeeds(around, live);
      return taken;
    });

  async function take(id: BookId, runs: readonly RunText[]): Promise<Result<{ readonly added: number }>> {
    await beginning.get(id);
    const found = await desk.books.open(id);
    if (found.ok || found.refusal.code !== 'book-unknown') return await takeMore(id, runs);
    const begun = begin(id, runs).finally(() => beginning.delete(id));
    beginning.set(id, begun);
    return await begun;
  }

  return {
    books: async () => (await desk.books.cards()).map(({ book }) => book as BookId),
    tips: async (book) => await store.readHeads(book),
    read: async (book, feed, from, units) => {
      const log = (await opened(book))?.book.feeds.get(feed as FeedId);
      const run = log && commitsFrom(log, from, units);
      return run && wireRun(run);
    },
    take,
    forks: async (book) =>
      (await store.readForks(book)).map(({ feed, seq, kept, other }) => ({
        feed,
        seq,
        kept: wireRun(kept),
        other: wireRun(other),
      })),
    seatOf: async (book, key) => {
      const device = (await opened(book))?.state.devices[key];
      return device === undefined || device.unbound !== undefined ? undefined : device.seat;
    },
    prove: async (book, challenge) => {
      const live = await opened(book);
      const held = live && speaking(live);
      if (live === undefined || held === undefined) return undefined;
      const sig = toBase64(await held.device.sign(helloMessage(live.id, challenge)));
      return { key: held.own.key as PublicKey, sig };
    },
    files: async (book, seat?: SeatId) => {
      const live = await opened(book);
      if (live === undefined) return [];
      const closed = seat === undefined ? NOTHING_CLOSED : closedTo(live.state, { who: 'seat', book, seat });
      const named = filesIn(live.state, closed);
      const sized = await Promise.all(
        named.map(async ({ sha256, size }) => ({ sha256, size: size ?? (await store.sizeOfBlob(sha256)) })),
      );
      return sized.flatMap(({ sha256, size }) => (size === undefined ? [] : [{ sha256, size }]));
    },
    hasFile: async (sha256) => await store.hasBlob(sha256),
    readFile: async (sha256, start, end) => {
      const found = await store.openBlob(sha256, { start, end: end - 1 });
      if (!found.ok) return undefined;
      const parts: Buffer[] = [];
      for await (const part of found.value.stream) parts.push(part as Buffer);
      return Buffer.concat(parts);
    },
    putFile: async (sha256, size, bytes) => {
      const kept = await store.putBlob(bytes, { maxBytes: size, expectedSha256: sha256 });
      if (kept.ok) for (const { book } of await desk.books.cards()) desk.changed(book);
      return kept;
    },
    onChange: (told) => desk.onBook((book) => told(book as BookId)),
  };
}
