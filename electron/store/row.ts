// One stored entry on its way between the edge and SQLite, and the runs of a book as such rows.
import type { BookId, FeedId, Hash } from '../../shared/base/ids.ts';
import type { Commit, Entry, Run } from '../../shared/book/entry.ts';
import { hexBytes, hexOf } from './hex.ts';
import type { Edge } from './protect.ts';

/** A value as it is stored; a string stands for its UTF-8 bytes and is encoded only where it is written. */
export type Part = string | Uint8Array;

export type Row = {
  /** 32 bytes each */
  readonly hash: Uint8Array;
  readonly bodyHash: Uint8Array;
  readonly sig: Uint8Array | null;
  readonly head: Part;
  readonly body: Part | null;
};

export type RowRun = { readonly feed: string; readonly from: number; readonly rows: readonly Row[] };

type Column = 'sig' | 'head' | 'body';
const placeOf = (book: string, feed: string, seq: number, column: Column): string => `${column}/${book}/${feed}/${seq}`;

function signatureBytes(sig: string): Uint8Array {
  const bytes = Buffer.from(sig, 'base64url');
  if (bytes.byteLength !== 64) throw new RangeError(`a signature has 64 bytes, not ${bytes.byteLength}`);
  return bytes;
}

/** @throws RangeError when ids, hashes, seqs or signatures have no proper form, or a commit lies outside its run */
export function toRows(book: BookId, runs: readonly Run[], edge: Edge): RowRun[] {
  return runs.map(({ feed, from, entries, commits }) => {
    if (!Number.isSafeInteger(from) || from < 1) throw new RangeError(`a feed counts from 1, not ${from}`);
    hexBytes(feed, 16);
    const sigs = new Map(commits.map((commit) => [commit.seq, commit.sig]));
    for (const seq of sigs.keys())
      if (seq < from || seq >= from + entries.length) throw new RangeError(`commit ${seq} lies outside its run`);
    const rows = entries.map((entry, index): Row => {
      const place = (column: Column) => placeOf(book, feed, from + index, column);
      const sig = sigs.get(from + index);
      return {
        hash: hexBytes(entry.hash, 32),
        bodyHash: hexBytes(entry.bodyHash, 32),
        sig: sig === undefined ? null : edge.coverBytes(signatureBytes(sig), place('sig')),
        head: edge.coverText(entry.head, place('head')),
        body: entry.body === null ? null : edge.coverText(entry.body, place('body')),
      };
    });
    return { feed, from, rows };
  });
}

const uncoverPart = (part: Part, place: string, edge: Edge): string =>
  edge.uncoverText(typeof part === 'string' ? Buffer.from(part) : part, place);

/** Rows as the runs they were. */
export function fromRows(book: BookId, runs: readonly RowRun[], edge: Edge): Run[] {
  return runs.map(({ feed, from, rows }) => {
    const commits: Commit[] = [];
    const entries = rows.map((row, index): Entry => {
      const seq = from + index;
      const place = (column: Column) => placeOf(book, feed, seq, column);
      if (row.sig !== null)
        commits.push({ seq, sig: Buffer.from(edge.uncoverBytes(row.sig, place('sig'))).toString('base64url') });
      return {
        head: uncoverPart(row.head, place('head'), edge),
        body: row.body === null ? null : uncoverPart(row.body, place('body'), edge),
        bodyHash: hexOf(row.bodyHash) as Hash,
        hash: hexOf(row.hash) as Hash,
      };
    });
    return { feed: feed as FeedId, from, entries, commits };
  });
}
