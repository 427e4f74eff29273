// Entries in SQL: appended once, never changed but for a body that arrives later or is erased.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { hexBytes, hexOf } from './hex.ts';
import type { Database } from './load-sqlite.ts';
import type { Row, RowRun } from './row.ts';

const FEED_SPAN = 2 ** 32;
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

type FeedRow = { readonly number: number; readonly feed: Uint8Array };
/** A row as one value and its lengths: a buffer for each of five columns takes twice the time of the read itself. */
const WHOLE = `length(sig) AS sig, length(head) AS head, length(body) AS body,
  CAST(hash || body_hash || coalesce(sig, x'') || head || coalesce(body, x'') AS BLOB) AS bytes`;
type Whole = {
  readonly bytes: Uint8Array;
  readonly sig: number | null;
  readonly head: number;
  readonly body: number | null;
};

function rowOf({ bytes, sig, head, body }: Whole): Row {
  const afterSig = 64 + (sig ?? 0);
  return {
    hash: bytes.subarray(0, 32),
    bodyHash: bytes.subarray(32, 64),
    sig: sig === null ? null : bytes.subarray(64, afterSig),
    head: bytes.subarray(afterSig, afterSig + head),
    body: body === null ? null : bytes.subarray(afterSig + head),
  };
}

/** The calls on entries, over one open file. */
export function entryRows(db: Database) {
  const addBook = db.prepare('INSERT INTO books (book) VALUES (?) ON CONFLICT DO NOTHING');
  const findBook = db.prepare('SELECT number FROM books WHERE book = ?').pluck();
  const listBooks = db.prepare<[], Uint8Array>('SELECT book FROM books ORDER BY number').pluck();
  const addFeed = db.prepare('INSERT INTO feeds (book, feed) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const findFeed = db.prepare('SELECT number FROM feeds WHERE book = ? AND feed = ?').pluck();
  const listFeeds = db.prepare<[number], FeedRow>('SELECT number, feed FROM feeds WHERE book = ? ORDER BY number');
  const lastPlace = db.prepare('SELECT max(place) FROM entries WHERE place > ? AND place < ?').pluck();
  const lastOfEach = db.prepare<[number], { feed: Uint8Array; seq: number; hash: Uint8Array }>(
    `SELECT feed, place & 4294967295 AS seq, hash FROM feeds JOIN entries ON place =
       (SELECT max(place) FROM entries WHERE place > number << 32 AND place < (number + 1) << 32)
     WHERE book = ? ORDER BY number`,
  );
  const hashAt = db.prepare('SELECT hash FROM entries WHERE place = ?').pluck();
  const add = db.prepare(
    'INSERT INTO entries (place, hash, body_hash, sig, head, body) VALUES (?, ?, ?, ?, CAST(? AS BLOB), CAST(? AS BLOB))',
  );
  const fill = db.prepare(
    'UPDATE entries SET sig = coalesce(sig, ?), body = CASE WHEN erased THEN NULL ELSE coalesce(body, CAST(? AS BLOB)) END WHERE place = ?',
  );
  const between = db.prepare<[number, number], Whole>(
    `SELECT ${WHOLE} FROM entries WHERE place >= ? AND place < ? ORDER BY place`,
  );
  const erase = db.prepare('UPDATE entries SET body = NULL, erased = 1 WHERE place = ?');
  const eraseFork = db.prepare('UPDATE forks SET body = NULL WHERE place = ?');
  const addFork = db.prepare(
    'INSERT INTO forks (place, hash, body_hash, sig, head, body) VALUES (?, ?, ?, ?, CAST(? AS BLOB), CAST(? AS BLOB))',
  );
  const forkPlaces = db.prepare('SELECT place FROM forks WHERE place > ? AND place < ? ORDER BY place').pluck();
  const forksBetween = db.prepare<[number, number], Whole>(
    `SELECT ${WHOLE} FROM forks WHERE place >= ? AND place < ? ORDER BY place`,
  );
  const dropCheckpoint = db.prepare('DELETE FROM checkpoints WHERE book = ?');
  const dropCheckpointOf = db.prepare('DELETE FROM checkpoints WHERE book = (SELECT book FROM books WHERE number = ?)');
  const lacksBody = db.prepare('SELECT 1 FROM entries WHERE place = ? AND body IS NULL AND NOT erased').pluck();

  const bookNumber = (book: string): number | undefined => {
    const found = findBook.get(hexBytes(book, 32));
    return typeof found === 'number' ? found : undefined;
  };
  const feedNumber = (book: number, feed: string): number | undefined => {
    const found = findFeed.get(book, hexBytes(feed, 16));
    return typeof found === 'number' ? found : undefined;
  };
  const headSeq = (feed: number): number => {
    const place = lastPlace.get(feed * FEED_SPAN, (feed + 1) * FEED_SPAN);
    return typeof place === 'number' ? place - feed * FEED_SPAN : 0;
  };
  const feedsOf = (book: string): readonly FeedRow[] => {
    const number = bookNumber(book);
    return number === undefined ? [] : listFeeds.all(number);
  };

  function appendRun(book: number, run: RowRun): Result<number> {
    addFeed.run(book, hexBytes(run.feed, 16));
    const feed = feedNumber(book, run.feed) ?? 0;
    const last = headSeq(feed);
    if (run.from > last + 1) return refuse('gap', { feed: run.feed, expected: last + 1, found: run.from });
    let added = 0;
    for (const [index, row] of run.rows.entries()) {
      const seq = run.from + index;
      const place = feed * FEED_SPAN + seq;
      if (seq > last) {
        add.run(place, row.hash, row.bodyHash, row.sig, row.head, row.body);
        added++;
      } else if (!same(hashAt.get(place) as Uint8Array, row.hash)) return refuse('fork', { feed: run.feed, seq });
      else if (row.sig !== null || row.body !== null) {
        // What the book was folded without, the state kept beside it does not know.
        if (row.body !== null && lacksBody.get(place) !== undefined) dropCheckpointOf.run(book);
        fill.run(row.sig, row.body, place);
      }
    }
    return ok(added);
  }

  return {
    /** Adds what is not there yet. Refuses `gap {feed, expected, found}` and `fork {feed, seq}`; then nothing is added. */
    append(bookId: string, runs: readonly RowRun[]): Result<number> {
      addBook.run(hexBytes(bookId, 32));
      const book = bookNumber(bookId) ?? 0;
      let added = 0;
      for (const run of runs) {
        const done = appendRun(book, run);
        if (!done.ok) return done;
        added += done.value;
      }
      return ok(added);
    },

    /**
     * Keeps the entries that differ, up to the first signature that covers the first of them: one proof stops a feed,
     * so only the first is kept and nobody can fill the disk with forks.
     */
    keepFork(bookId: string, runs: readonly RowRun[], feed: string, seq: number): void {
      const book = bookNumber(bookId);
      const number = book === undefined ? undefined : feedNumber(book, feed);
      if (number === undefined) return; // the feed was new in the refused call and is gone with it
      if (forkPlaces.get(number * FEED_SPAN, (number + 1) * FEED_SPAN) !== undefined) return;
      for (const run of runs) {
        if (run.feed !== feed || seq < run.from || seq >= run.from + run.rows.length) continue;
        for (const [index, row] of run.rows.slice(seq - run.from).entries()) {
          addFork.run(number * FEED_SPAN + seq + index, row.hash, row.bodyHash, row.sig, row.head, row.body);
          if (row.sig !== null) return;
        }
        return;
      }
    },

    readFeeds(book: string, feed: string | null, from: number): RowRun[] {
      const wanted = feedsOf(book).filter((row) => feed === null || hexOf(row.feed) === feed);
      return wanted.map((row) => ({
        feed: hexOf(row.feed),
        from,
        rows: between.all(row.number * FEED_SPAN + from, (row.number + 1) * FEED_SPAN).map(rowOf),
      }));
    },

    readBooks: () => listBooks.all().map(hexOf),

    readHeads(book: string) {
      return lastOfEach
        .all(bookNumber(book) ?? 0)
        .map(({ feed, seq, hash }) => ({ feed: hexOf(feed), seq, hash: hexOf(hash) }));
    },

    readForks(book: string): RowRun[] {
      const runs: RowRun[] = [];
      for (const { number, feed } of feedsOf(book)) {
        const end = (number + 1) * FEED_SPAN;
        const first = forkPlaces.get(number * FEED_SPAN, end);
        if (typeof first !== 'number') continue;
        const from = first - number * FEED_SPAN;
        runs.push({ feed: hexOf(feed), from, rows: between.all(first, end).map(rowOf) });
        runs.push({ feed: hexOf(feed), from, rows: forksBetween.all(first, end).map(rowOf) });
      }
      return runs;
    },

    /** Refuses `entry-unknown`. The derived checkpoint goes too: it may hold what the body said. */
    eraseBody(book: string, feed: string, seq: number): Result<Record<never, never>> {
      const bookAt = bookNumber(book);
      const feedAt = bookAt === undefined ? undefined : feedNumber(bookAt, feed);
      const place = (feedAt ?? 0) * FEED_SPAN + seq;
      if (feedAt === undefined || erase.run(place).changes === 0) return refuse('entry-unknown', { feed, seq });
      eraseFork.run(place);
      dropCheckpoint.run(hexBytes(book, 32));
      return ok({});
    },
  };
}
