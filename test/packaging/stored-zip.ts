// Writes a zip of files as they are (APPNOTE 4.3.7, 4.3.12, 4.3.16; method 0), with Unix modes, for a mirror of our own.
import { crc32 } from 'node:zlib';

export type ZipFile = {
  readonly name: string;
  readonly bytes: Buffer /** Unix permissions, e.g. 0o755. */;
  readonly mode: number;
};

/** Fields in order, each with its width in bytes, little endian. */
function record(fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

const UNIX = 3 << 8;
const REGULAR = 0o100000;

export function storedZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, mode } of files) {
    const title = Buffer.from(name);
    const shared = [
      [2, 0x0800],
      [2, 0],
      [4, 0x0021_0000],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, title.length],
      [2, 0],
    ] as const;
    const local = Buffer.concat([record([[4, 0x0403_4b50], [2, 20], ...shared]), title, bytes]);
    const attributes = ((REGULAR | mode) << 16) >>> 0;
    directory.push(
      record([
        [4, 0x0201_4b50],
        [2, UNIX | 20],
        [2, 20],
        ...shared,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, attributes],
        [4, offset],
      ]),
      title,
    );
    bodies.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record([
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...bodies, ...directory, end]);
}
