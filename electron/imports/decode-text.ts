// Bytes of an imported file to text: UTF-8 only, with or without a byte order mark; other encodings are named, not guessed.
import { fromUtf8 } from '../../shared/base/bytes.ts';
import { type Problem, problem } from '../../shared/criteria/finding.ts';

export const FILE_LIMIT = 8 * 1024 * 1024;

/** A problem whose line is known before any path is. */
export type LineProblem = Problem & { readonly line?: number };

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: LineProblem };

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
}

/** No UTF-8 character contains the byte 0x0A, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || utf8Text(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
}

export function decodeText(bytes: Uint8Array): Decoded {
  const no = (found: LineProblem): Decoded => ({ ok: false, problem: found });
  if (bytes.length > FILE_LIMIT) return no(problem('file-too-large', '', { bytes: bytes.length, limit: FILE_LIMIT }));
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return no(problem('encoding-utf16', ''));
  if (bytes.includes(0)) {
    // Latin text in UTF-16 without a mark has a zero in every second byte; anything else with zeros is no text.
    const zeros = bytes.subarray(0, 64).filter((byte) => byte === 0).length;
    return no(problem(zeros * 4 > Math.min(bytes.length, 64) ? 'encoding-utf16' : 'file-not-text', ''));
  }
  const text = utf8Text(startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes);
  if (text === undefined) return no({ ...problem('encoding-not-utf8', ''), line: firstBadLine(bytes) });
  if (text.trim() === '') return no(problem('file-empty', ''));
  return { ok: true, text };
}
