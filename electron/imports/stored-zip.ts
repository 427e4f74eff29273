// Writes a zip of texts as they are (APPNOTE 4.3.7, 4.3.12, 4.3.16; method 0): a clean workbook for the reader.
import { crc32 } from 'node:zlib';

type Field = readonly [width: 2 | 4, value: number];

/** Fields in order, each with its width in bytes, little endian. */
function record(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

/** Midnight of 1 January 1980, the first moment that a zip can say. */
const DOS_TIME: readonly Field[] = [
  [2, 0],
  [2, 0x0021],
];

export function storedZip(parts: ReadonlyMap<string, string>): ArrayBuffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const size: readonly Field[] = [
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
    ];
    // Needs version 2.0; names are UTF-8; stored; no extra field.
    const head: readonly Field[] = [[2, 20], [2, 0x0800], [2, 0], ...DOS_TIME, ...size, [2, title.length], [2, 0]];
    const local = [record([4, 0x0403_4b50], ...head), title, bytes];
    directory.push(record([4, 0x0201_4b50], [2, 20], ...head, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    bodies.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = parts.size;
  const end = record([4, 0x0605_4b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  const whole = new Uint8Array(offset + size + end.length);
  let at = 0;
  for (const piece of [...bodies, ...directory, end]) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}
