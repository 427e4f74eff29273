// Packs runs of entries into one transferable buffer, so that a bulk of megabytes crosses to the worker without a copy.
import type { BookId, FeedId, Hash } from '../../shared/base/ids.ts';
import type { Commit, Entry, Run } from '../../shared/book/entry.ts';
import type { Edge } from './protect.ts';

/**
 * Rows one after another: hash (32 bytes), body hash (32), signature, head, body.
 * `lengths` holds three numbers a row for the last three; -1 = there is none.
 */
export type PackedRuns = {
  readonly runs: readonly { readonly feed: string; readonly from: number; readonly count: number }[];
  readonly lengths: Int32Array;
  readonly bytes: Uint8Array;
};

/** One row of a packed run, as views on its buffer. */
export type Row = {
  readonly hash: Uint8Array;
  readonly bodyHash: Uint8Array;
  readonly sig: Uint8Array | null;
  readonly head: Uint8Array;
  readonly body: Uint8Array | null;
};

export type RowRun = { readonly feed: string; readonly from: number; readonly rows: readonly Row[] };

const HASH = 32;
type Part = string | Uint8Array;
const sizeOf = (part: Part): number => (typeof part === 'string' ? Buffer.byteLength(part, 'utf8') : part.byteLength);

/** @throws RangeError for what is not lower-case hex of that many bytes: a wrong id is a fault of the caller */
export function hexBytes(hex: string, bytes: number): Uint8Array {
  if (hex.length !== bytes * 2 || !/^[0-9a-f]*$/.test(hex)) throw new RangeError(`not ${bytes} bytes of hex: ${hex}`);
  return Buffer.from(hex, 'hex');
}

function signatureBytes(sig: string): Uint8Array {
  const bytes = Buffer.from(sig, 'base64url');
  if (bytes.byteLength !== 64) throw new RangeError(`a signature has 64 bytes, not ${bytes.byteLength}`);
  return bytes;
}

const placeOf = (book: string, feed: string, seq: number, column: 'sig' | 'head' | 'body'): string =>
  `${column}/${book}/${feed}/${seq}`;

/** @throws RangeError when ids, hashes, seqs or signatures have no proper form, or a commit lies outside its run */
export function packRuns(book: BookId, runs: readonly Run[], edge: Edge): PackedRuns {
  const parts: Part[] = [];
  const lengths: number[] = [];
  let total = 0;
  for (const run of runs) {
    if (!Number.isSafeInteger(run.from) || run.from < 1) throw new RangeError(`a feed counts from 1, not ${run.from}`);
    hexBytes(run.feed, 16);
    const commits = new Map(run.commits.map((commit) => [commit.seq, commit.sig]));
    for (const seq of commits.keys())
      if (seq < run.from || seq >= run.from + run.entries.length) throw new RangeError(`commit ${seq} outside its run`);
    run.entries.forEach((entry, index) => {
      const seq = run.from + index;
      const sig = commits.get(seq);
      const kept: readonly (Part | null)[] = [
        sig === undefined ? null : edge.coverBytes(signatureBytes(sig), placeOf(book, run.feed, seq, 'sig')),
        edge.coverText(entry.head, placeOf(book, run.feed, seq, 'head')),
        entry.body === null ? null : edge.coverText(entry.body, placeOf(book, run.feed, seq, 'body')),
      ];
      parts.push(hexBytes(entry.hash, HASH), hexBytes(entry.bodyHash, HASH));
      total += 2 * HASH;
      for (const part of kept) {
        const size = part === null ? -1 : sizeOf(part);
        lengths.push(size);
        if (part === null) continue;
        parts.push(part);
        total += size;
      }
    });
  }
  // A buffer of its own: a pooled one cannot be transferred.
  const bytes = Buffer.allocUnsafeSlow(total);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += bytes.write(part, at, 'utf8');
    else {
      bytes.set(part, at);
      at += part.byteLength;
    }
  }
  const list = runs.map((run) => ({ feed: run.feed, from: run.from, count: run.entries.length }));
  return { runs: list, lengths: Int32Array.from(lengths), bytes };
}

/** The rows of packed runs, without copying. */
export function rowsOf(packed: PackedRuns): RowRun[] {
  const bytes = Buffer.from(packed.bytes.buffer, packed.bytes.byteOffset, packed.bytes.byteLength);
  let at = 0;
  let next = 0;
  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const takeNext = (): Uint8Array | null => {
    const length = packed.lengths[next++] ?? -1;
    return length < 0 ? null : take(length);
  };
  return packed.runs.map(({ feed, from, count }) => {
    const rows: Row[] = [];
    for (let index = 0; index < count; index++) {
      const hash = take(HASH);
      const bodyHash = take(HASH);
      const sig = takeNext();
      const head = takeNext() ?? new Uint8Array();
      rows.push({ hash, bodyHash, sig, head, body: takeNext() });
    }
    return { feed, from, rows };
  });
}

/** Rows as read from the database, packed for the way back. */
export function packRows(runs: readonly RowRun[]): PackedRuns {
  const lengths: number[] = [];
  let total = 0;
  for (const run of runs)
    for (const row of run.rows) {
      total += 2 * HASH;
      for (const part of [row.sig, row.head, row.body]) {
        lengths.push(part === null ? -1 : part.byteLength);
        total += part?.byteLength ?? 0;
      }
    }
  const bytes = Buffer.allocUnsafeSlow(total);
  let at = 0;
  for (const run of runs)
    for (const row of run.rows)
      for (const part of [row.hash, row.bodyHash, row.sig, row.head, row.body]) {
        if (part === null) continue;
        bytes.set(part, at);
        at += part.byteLength;
      }
  const list = runs.map((run) => ({ feed: run.feed, from: run.from, count: run.rows.length }));
  return { runs: list, lengths: Int32Array.from(lengths), bytes };
}

const hashOf = (bytes: Uint8Array): Hash =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex') as Hash;

/** Packed rows as runs again. */
export function unpackRuns(book: BookId, packed: PackedRuns, edge: Edge): Run[] {
  return rowsOf(packed).map(({ feed, from, rows }) => {
    const commits: Commit[] = [];
    const entries = rows.map((row, index): Entry => {
      const seq = from + index;
      if (row.sig !== null) {
        const sig = edge.uncoverBytes(row.sig, placeOf(book, feed, seq, 'sig'));
        commits.push({ seq, sig: Buffer.from(sig).toString('base64url') });
      }
      return {
        head: edge.uncoverText(row.head, placeOf(book, feed, seq, 'head')),
        body: row.body === null ? null : edge.uncoverText(row.body, placeOf(book, feed, seq, 'body')),
        bodyHash: hashOf(row.bodyHash),
        hash: hashOf(row.hash),
      };
    });
    return { feed: feed as FeedId, from, entries, commits };
  });
}
