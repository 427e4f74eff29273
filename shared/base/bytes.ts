// Bytes and their text forms: hex for hashes and ids, base64url (RFC 4648 section 5, no padding) for everything longer.
import { base64urlnopad, hex } from '@scure/base';

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Throws on half a surrogate pair: the encoder would write U+FFFD for it, and two texts would have one hash. Text from
 * outside is asked with `isWellFormed()` first.
 */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new Error('not well-formed UTF-16');
  return encoder.encode(text);
}
/** Throws on bytes that are not UTF-8: text is never guessed. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);
/** By table: where the engine has no hex of its own, the library's way takes half the time of a merge. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += PAIRS[byte];
  return text;
}
/** Throws on anything but an even number of lower- or upper-case hex digits. */
export const fromHex = (text: string): Uint8Array => lowerHex(text) ?? hex.decode(text);

/** 0 to 15; 16 for what is no lower-case hex digit. */
const digitOf = (code: number): number =>
  code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : 16;

function lowerHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    const high = digitOf(text.charCodeAt(2 * at));
    const low = digitOf(text.charCodeAt(2 * at + 1));
    if (high > 15 || low > 15) return undefined;
    bytes[at] = high * 16 + low;
  }
  return bytes;
}
export const toBase64 = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);
/** Throws on anything but canonical base64url without padding. */
export const fromBase64 = (text: string): Uint8Array => base64urlnopad.decode(text);

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Unsigned 32 bits, big-endian. */
export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Unsigned 64 bits, big-endian; the value is a safe integer. */
export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** A domain-separation tag: its ASCII text and one zero byte (design: "tags end in 0x00"). */
export const tag = (text: string): Uint8Array => utf8(`${text}\0`);

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
