// JSON from outside, looked over before it is parsed: nested or split up far beyond what the format has, it is not parsed.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `{` and `[`, `}` and `]` differ by one bit each. */
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;
const isSplitting = (byte: number): boolean => byte === 0x2c || byte === 0x3a;

/** Whether the bytes stay within `depth` levels and so many `marks` (brackets, commas, colons) outside of texts. */
export function isBounded(bytes: Uint8Array, { depth, marks }: { readonly depth: number; readonly marks: number }) {
  let level = 0;
  let seen = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
      continue;
    }
    if (byte === QUOTE) inText = true;
    else if (isOpening(byte)) level += 1;
    else if (isClosing(byte)) level -= 1;
    else if (!isSplitting(byte)) continue;
    seen += 1;
    if (level > depth || seen > marks) return false;
  }
  return true;
}
