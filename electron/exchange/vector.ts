// Who has what, in as few bytes as show it: feeds by the beginning of their ids, numbers, and 8 bytes of each last hash.
import { concat, fromBase64, fromHex, toBase64, toHex, u64 } from '../../shared/base/bytes.ts';
import type { FeedId } from '../../shared/base/ids.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import type { Vector } from './messages.ts';

/** A hundred feeds fit 2 KB with 4 bytes of each id, and two of a hundred share them once in a million books. */
const SHORTEST = 4;
const WHOLE = 16;
const MARK = 8;

/** Number of a feed's last entry and 8 bytes of its hash, hex. */
export type Tip = { readonly seq: number; readonly mark: string };
export const markOf = (hash: string): string => hash.slice(0, 2 * MARK);

const sorted = (heads: readonly HeadRef[]): readonly HeadRef[] =>
  [...heads].sort((a, b) => (a.feed < b.feed ? -1 : a.feed > b.feed ? 1 : 0));

/** Fewest bytes at which no two of these ids (in their order) begin alike. */
function widthOf(heads: readonly HeadRef[]): number {
  let width = SHORTEST;
  for (const [index, { feed }] of heads.entries()) {
    const before = heads[index - 1]?.feed ?? '';
    while (width < WHOLE && before.slice(0, 2 * width) === feed.slice(0, 2 * width)) width += 1;
  }
  return width;
}

/** Base 128, the least first, the last byte below 128 (LEB128). */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Uint8Array.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}

/** SHA-256 over feed, number and hash of every feed, in the order of their ids: 16 bytes of it. */
function digest(heads: readonly HeadRef[], sha256: Sha256): string {
  const parts = heads.map(({ feed, seq, hash }) => concat(fromHex(feed), u64(seq), fromHex(hash)));
  return toBase64(sha256(...parts).subarray(0, 16));
}

export function writeVector(
  heads: readonly HeadRef[],
  sha256: Sha256,
  more: { readonly isWide?: boolean; readonly stopped?: readonly FeedId[] } = {},
): Vector {
  const inOrder = sorted(heads);
  const width = more.isWide === true ? WHOLE : widthOf(inOrder);
  const rows = inOrder.map(({ feed, seq, hash }) =>
    concat(fromHex(feed.slice(0, 2 * width)), varint(seq), fromHex(markOf(hash))),
  );
  const stopped = more.stopped ?? [];
  return {
    width,
    feeds: toBase64(concat(...rows)),
    all: digest(inOrder, sha256),
    ...(stopped.length > 0 ? { stopped: [...stopped] } : {}),
  };
}

type Row = Tip & { readonly start: string };

/** Undefined for bytes that are no vector. */
function rowsOf({ width, feeds }: Vector): readonly Row[] | undefined {
  const rows: Row[] = [];
  try {
    const bytes = fromBase64(feeds);
    for (let at = 0; at < bytes.length; ) {
      const start = toHex(bytes.subarray(at, at + width));
      at += width;
      let seq = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++];
        if (byte === undefined || scale > 2 ** 35) return undefined;
        seq += (byte % 128) * scale;
        if (byte < 128) break;
      }
      const mark = toHex(bytes.subarray(at, at + MARK));
      at += MARK;
      if (at > bytes.length || seq < 1) return undefined;
      rows.push({ start, seq, mark });
    }
  } catch {
    return undefined;
  }
  return rows;
}

export type Compared = {
  /** What the other side has of the feeds that are here. */
  readonly theirs: ReadonlyMap<FeedId, Tip>;
  /** Entries of feeds that are not here. */
  readonly unknown: number;
  /** Feeds that end at the same number with another hash. */
  readonly differ: readonly FeedId[];
  /** Beginnings fit several feeds, or all looks equal and is not: only whole ids can tell. */
  readonly isUnclear: boolean;
};

/** Undefined for what is no vector. */
export function compareVector(given: Vector, own: readonly HeadRef[], sha256: Sha256): Compared | undefined {
  const rows = rowsOf(given);
  if (rows === undefined) return undefined;
  const byStart = new Map<string, HeadRef[]>();
  for (const head of own) {
    const start = head.feed.slice(0, 2 * given.width);
    byStart.set(start, [...(byStart.get(start) ?? []), head]);
  }
  const theirs = new Map<FeedId, Tip>();
  const differ: FeedId[] = [];
  let unknown = 0;
  let isUnclear = false;
  let equal = 0;
  for (const { start, seq, mark } of rows) {
    const fitting = byStart.get(start) ?? [];
    const [head] = fitting;
    if (fitting.length > 1) isUnclear = true;
    if (head === undefined) unknown += seq;
    else {
      theirs.set(head.feed, { seq, mark });
      if (head.seq === seq && markOf(head.hash) !== mark) differ.push(head.feed);
      else if (head.seq === seq) equal += 1;
    }
  }
  const isEqual = equal === rows.length && equal === own.length;
  if (isEqual && digest(sorted(own), sha256) !== given.all) isUnclear = true;
  return { theirs, unknown, differ, isUnclear: isUnclear && given.width < WHOLE };
}
