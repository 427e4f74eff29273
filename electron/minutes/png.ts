// The image of a personal signature is a file from outside: checked whole before any decoder of a library touches it.
import { crc32, inflateSync } from 'node:zlib';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes; a scanned signature is some 50 KB. */
export const LARGEST_IMAGE = 512 * 1024;
/** Pixels on either side. */
const LONGEST_SIDE = 2000;
/** Samples of a pixel by colour type (PNG, third edition, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const bad = (reason: string): Result<never> => refuse('stamp-image', { reason });

type Chunk = { readonly type: string; readonly data: Buffer };

function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = MAGIC.length;
  while (at < bytes.length) {
    if (at + 12 > bytes.length || chunks.length > 4096) return undefined;
    const length = bytes.readUInt32BE(at);
    if (length > bytes.length - at - 12) return undefined;
    const named = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== bytes.readUInt32BE(at + 8 + length)) return undefined;
    chunks.push({ type: named.subarray(0, 4).toString('latin1'), data: named.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

/** Pixels come to exactly the size that the head announces, and no more is ever unpacked. */
function unpacks(chunks: readonly Chunk[], size: number): boolean {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    return inflateSync(packed, { maxOutputLength: size }).length === size;
  } catch {
    return false;
  }
}

/** Refuses with `stamp-image {reason}`: too-large, not-png, broken, kind (8 bits a sample, not interlaced), pixels. */
export function checkPng(image: Uint8Array): Result<{ readonly width: number; readonly height: number }> {
  if (image.length > LARGEST_IMAGE) return bad('too-large');
  if (!MAGIC.every((byte, at) => image[at] === byte)) return bad('not-png');
  const chunks = chunksOf(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
  const head = chunks?.[0];
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13 || chunks.at(-1)?.type !== 'IEND')
    return bad('broken');
  if (chunks.filter(({ type }) => type === 'IHDR' || type === 'IEND').length !== 2) return bad('broken');
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth, colour, , , interlace] = head.data.subarray(8);
  const samples = SAMPLES[colour ?? -1];
  if (depth !== 8 || samples === undefined || interlace !== 0) return bad('kind');
  const palette = chunks.find(({ type }) => type === 'PLTE');
  if (colour === 3 && (palette === undefined || palette.data.length !== 768))
    // A short palette would let a pixel point outside of it.
    return bad('kind');
  if (width === 0 || height === 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) return bad('pixels');
  return unpacks(chunks, height * (1 + width * samples)) ? ok({ width, height }) : bad('broken');
}
