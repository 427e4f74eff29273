// In strict form an increment after the first signature does one thing: it fills one reserved field, written as we write it.
import type { Revision } from './revisions.ts';

const MAX_FIELD_TEXT = 4096;

function objectText(bytes: Buffer, offset: number): string | undefined {
  const text = bytes.toString('latin1', offset, Math.min(bytes.length, offset + MAX_FIELD_TEXT));
  const end = text.indexOf('\nendobj\n');
  return end < 0 ? undefined : text.slice(0, end);
}

/** The field's own text without what filling changes: the look (first /AP) and the value (first /V). */
const unfilled = (text: string): string =>
  text.replace(/\n\/AP <<\n\/N \d+ 0 R\n>>/, '').replace(/\n\/V \d+ 0 R(?=\n)/, '');

/**
 * Whether `revision` only adds new objects and rewrites exactly one earlier one, a signature field that was empty,
 * with all of its text kept but /AP and /V. Reading the text itself leaves no room for keys written twice, which
 * readers understand differently.
 */
function fillsOneField(bytes: Buffer, earlier: readonly Revision[], revision: Revision): boolean {
  const size = earlier.at(-1)?.size ?? 0;
  const rewritten = [...revision.objects].filter(([number]) => number < size);
  const [only, ...more] = rewritten;
  if (only === undefined || more.length > 0) return false;
  const [number, offset] = only;
  const before = earlier.findLast(({ objects }) => objects.has(number))?.objects.get(number);
  const was = before === undefined ? undefined : objectText(bytes, before);
  const now = objectText(bytes, offset);
  if (was === undefined || now === undefined || !/\n\/FT \/Sig\n/.test(was)) return false;
  return !/\n\/V /.test(was) && /\n\/V \d+ 0 R\n/.test(now) && unfilled(was) === unfilled(now);
}

/** Whether every revision after the one that ends at `firstSigned` is a signing of ours. */
export function onlySignings(pdf: Uint8Array, revisions: readonly Revision[], firstSigned: number): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  return revisions.every(
    (revision, index) => revision.end <= firstSigned || fillsOneField(bytes, revisions.slice(0, index), revision),
  );
}
