// A long text stretch by stretch: which bytes, in which encoding, and no letter torn in two.
import type { ByteSource } from './byte-source.ts';

/** Bytes of one stretch. Even, so that UTF-16 is not torn. */
export const TEXT_STRETCH = 256 * 1024;
/** A letter of UTF-8 may go on for three bytes after its first (RFC 3629). */
const MORE = 3;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

const isMore = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** By its mark, else UTF-8 where the beginning is that, else the code page of old Vietnamese Windows. */
export function encodingOf(head: Uint8Array, isWhole: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole });
    return 'utf-8';
  } catch {
    return 'windows-1258';
  }
}

/** Signs that turn the order of what follows: named instead of obeyed, so that a text cannot look like another one. */
const shown = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`)
    .normalize('NFC');

/**
 * Each letter belongs to the stretch in which its first byte lies.
 *
 * @param bytes of the stretch and up to three more
 */
export function decodeStretch(bytes: Uint8Array, isFirst: boolean, encoding: Encoding): string {
  if (encoding !== 'utf-8') return shown(new TextDecoder(encoding).decode(bytes.subarray(0, TEXT_STRETCH)));
  let [from, to] = [0, Math.min(bytes.length, TEXT_STRETCH)];
  while (!isFirst && from < MORE && isMore(bytes[from])) from++;
  while (to < bytes.length && isMore(bytes[to])) to++;
  return shown(new TextDecoder().decode(bytes.subarray(from, to)));
}

export type TextSource = {
  readonly encoding: Encoding;
  readonly length: number;
  readonly stretches: number;
  /** From 0. */
  readonly read: (stretch: number) => Promise<string>;
};

export function openText(source: ByteSource): TextSource {
  const head = source.first.subarray(0, TEXT_STRETCH);
  const encoding = encodingOf(head, head.length >= source.length);
  return {
    encoding,
    length: source.length,
    stretches: Math.max(1, Math.ceil(source.length / TEXT_STRETCH)),
    read: async (stretch) => {
      const begin = stretch * TEXT_STRETCH;
      const end = Math.min(source.length, begin + TEXT_STRETCH + MORE);
      return begin >= end ? '' : decodeStretch(await source.read(begin, end), stretch === 0, encoding);
    },
  };
}
