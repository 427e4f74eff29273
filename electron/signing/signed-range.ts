// The bytes a signature covers: everything but its own /Contents, from the first byte to the end of its revision (ISO 32000-2, 12.8.1).
import { createHash } from 'node:crypto';
import { type PdfDict, PdfNumber, PdfString } from '@libpdf/core';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Digest } from './cms-read.ts';
import type { Resolve } from './pdf-objects.ts';

export type SignedRange = {
  /** The CMS with its padding. */
  readonly contents: Uint8Array;
  /** Where the signed revision ends: the file's length if the signature covers it whole. */
  readonly end: number;
  readonly digest: (algorithm: Digest) => Uint8Array;
};

const MAX_CONTENTS = 1024 * 1024;

/** Undefined unless /ByteRange is four offsets that leave one gap and stay in the file. */
function gapOf(
  dict: PdfDict,
  resolve: Resolve,
  length: number,
): readonly [from: number, to: number, end: number] | undefined {
  const numbers = [...(dict.getArray('ByteRange', resolve) ?? [])].map((item) =>
    item instanceof PdfNumber ? item.value : Number.NaN,
  );
  const [start, from, to, rest, ...more] = numbers;
  if (start !== 0 || from === undefined || to === undefined || rest === undefined || more.length > 0) return undefined;
  if (![from, to, rest].every(Number.isSafeInteger) || from <= 0 || to <= from + 2 || rest <= 0) return undefined;
  return to + rest <= length ? [from, to, to + rest] : undefined;
}

/**
 * Refuses any gap that is not exactly the /Contents string of this dictionary: whatever else stood in it would be
 * shown and not signed. In strict form the string is lower-case hex and the range ends as our revisions end.
 */
export function signedRange(pdf: Uint8Array, dict: PdfDict, resolve: Resolve, strict: boolean): Result<SignedRange> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const gap = gapOf(dict, resolve, bytes.length);
  if (gap === undefined) return refuse('byte-range-malformed');
  const [from, to, end] = gap;
  if (to - from > 2 * MAX_CONTENTS) return refuse('byte-range-malformed');
  const hex = bytes.toString('latin1', from, to);
  const pattern = strict ? /^<(?:[0-9a-f]{2})+>$/ : /^<(?:[0-9a-fA-F]{2})+>$/;
  if (!pattern.test(hex)) return refuse('byte-range-gap');
  const before = bytes.toString('latin1', Math.max(0, from - 16), from);
  if (!(strict ? /\n\/Contents $/ : /\/Contents\s*$/).test(before)) return refuse('byte-range-gap');
  const contents = Buffer.from(hex.slice(1, -1), 'hex');
  const stated = dict.get('Contents', resolve);
  if (!(stated instanceof PdfString) || !contents.equals(stated.bytes)) return refuse('byte-range-gap');
  const tail = bytes.toString('latin1', Math.max(0, end - 16), end);
  if (!(strict ? /\n%%EOF\n$/ : /%%EOF\s{0,2}$/).test(tail)) return refuse('byte-range-not-at-revision-end');
  return ok({
    contents: new Uint8Array(contents),
    end,
    digest: (algorithm) =>
      new Uint8Array(createHash(algorithm).update(bytes.subarray(0, from)).update(bytes.subarray(to, end)).digest()),
  });
}
