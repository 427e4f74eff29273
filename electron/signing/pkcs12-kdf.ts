// The key derivation of PKCS#12 (RFC 7292 appendix B.2), used for its MAC and for the old password-based ciphers.
import { createHash } from 'node:crypto';

/** What the derived bytes are for (RFC 7292 B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export type KdfHash = 'sha1' | 'sha256' | 'sha384' | 'sha512';
/** Output and block length in bytes. */
const SIZES: Record<KdfHash, readonly [u: number, v: number]> = {
  sha1: [20, 64],
  sha256: [32, 64],
  sha384: [48, 128],
  sha512: [64, 128],
};

/** BMPString with two zero bytes at its end (RFC 7292 B.1): UTF-16BE. */
export function bmpPassword(password: string): Uint8Array {
  const bytes = Buffer.from(`${password}\0`, 'utf16le');
  return bytes.swap16();
}

/** `bytes` repeated up to the next whole number of blocks; empty stays empty. */
function fill(bytes: Uint8Array, block: number): Buffer {
  const length = Math.ceil(bytes.length / block) * block;
  return Buffer.alloc(length, bytes.length === 0 ? 0 : bytes);
}

/** Adds `b` + 1 to a big-endian block, modulo its size (RFC 7292 B.2 step 6C). */
function addOne(block: Buffer, b: Buffer): void {
  let carry = 1;
  for (let at = block.length - 1; at >= 0; at -= 1) {
    const sum = (block[at] ?? 0) + (b[at] ?? 0) + carry;
    block[at] = sum & 0xff;
    carry = sum >> 8;
  }
}

/** @param iterations checked by the caller against a limit: each is one hash */
export function deriveKey(
  hash: KdfHash,
  purpose: number,
  { password, salt, iterations }: { password: Uint8Array; salt: Uint8Array; iterations: number },
  length: number,
): Uint8Array {
  const [, v] = SIZES[hash];
  const diversifier = Buffer.alloc(v, purpose);
  const input = Buffer.concat([fill(salt, v), fill(password, v)]);
  const output: Buffer[] = [];
  for (let have = 0; have < length; ) {
    let a = createHash(hash).update(diversifier).update(input).digest();
    for (let round = 1; round < iterations; round += 1) a = createHash(hash).update(a).digest();
    output.push(a);
    have += a.length;
    const b = fill(a, v).subarray(0, v);
    for (let at = 0; at < input.length; at += v) addOne(input.subarray(at, at + v), b);
  }
  return new Uint8Array(Buffer.concat(output).subarray(0, length));
}
