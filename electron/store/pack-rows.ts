// Packs rows into one buffer, so that a bulk of megabytes crosses between threads without being copied.
import type { Part, Row, RowRun } from './row.ts';

/**
 * Rows one after another: hash (32 bytes), body hash (32), signature, head, body.
 * `lengths` holds three numbers a row for the last three; -1 = there is none.
 */
export type PackedRows = {
  readonly runs: readonly { readonly feed: string; readonly from: number; readonly count: number }[];
  readonly lengths: Int32Array;
  readonly bytes: Uint8Array;
};

/** Room that is surely enough: counting the UTF-8 bytes of a text first would take as long as writing them. */
const roomFor = (part: Part | null): number =>
  part === null ? 0 : typeof part === 'string' ? part.length * 3 : part.byteLength;

export function packRows(runs: readonly RowRun[]): PackedRows {
  const rows = runs.flatMap((run) => run.rows);
  let size = rows.length * 64;
  for (const row of rows) size += roomFor(row.sig) + roomFor(row.head) + roomFor(row.body);
  const room = Buffer.allocUnsafeSlow(size); // a buffer of its own: a pooled one cannot be handed over
  const lengths = new Int32Array(rows.length * 3).fill(-1);
  let at = 0;
  for (const [index, row] of rows.entries()) {
    room.set(row.hash, at);
    room.set(row.bodyHash, at + 32);
    at += 64;
    for (const [column, part] of [row.sig, row.head, row.body].entries()) {
      if (part === null) continue;
      let length = part.length;
      if (typeof part === 'string') length = room.write(part, at, 'utf8');
      else room.set(part, at);
      lengths[index * 3 + column] = length;
      at += length;
    }
  }
  const list = runs.map((run) => ({ feed: run.feed, from: run.from, count: run.rows.length }));
  return { runs: list, lengths, bytes: room.subarray(0, at) };
}

/** The rows again, as views on the packed buffer. */
export function unpackRows(packed: PackedRows): RowRun[] {
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
      const hash = take(32);
      const bodyHash = take(32);
      const sig = takeNext();
      const head = takeNext() ?? new Uint8Array();
      rows.push({ hash, bodyHash, sig, head, body: takeNext() });
    }
    return { feed, from, rows };
  });
}
