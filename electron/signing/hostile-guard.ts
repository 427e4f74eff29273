// Looks over the bytes of a file from outside before the PDF library does: no inflation bomb, no table of a thousand million entries.
import { inflateSync } from 'node:zlib';
import { type Refusal, refusal } from '../../shared/base/result.ts';

export const MAX_PDF_BYTES = 256 * 1024 * 1024;

const MAX_INFLATED = 64 * 1024 * 1024;
const MAX_ENTRIES = 1_000_000;
const MAX_STREAMS = 500_000;
const DICT_WINDOW = 4096;
/** Honest streams lie one after the other; each searching to the end of the file would take for ever. */
const MAX_STREAM_BYTES_PER_BYTE = 4;

const tooComplex = (what: string): Refusal => refusal('pdf-too-complex', { what });

/** The text of the dictionary before a `stream` keyword, names unescaped (ISO 32000-2, 7.3.5). */
function dictBefore(bytes: Buffer, at: number): string {
  const window = bytes.toString('latin1', Math.max(0, at - DICT_WINDOW), at);
  const text = window.slice(Math.max(0, window.lastIndexOf(' obj')));
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const filtersOf = (dict: string): readonly string[] => {
  const value = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dict)?.[1] ?? '';
  return [...value.matchAll(/\/(\w+)/g)].map(([, name]) => name ?? '');
};

/** The inflated length, all zlib members one after the other as the library reads them; undefined if beyond `limit`. */
function inflatedLength(data: Buffer, limit: number): number | undefined {
  let total = 0;
  for (let at = 0; at < data.length; ) {
    try {
      // `info` is missing from the types of the sync form.
      const out: unknown = inflateSync(data.subarray(at), { maxOutputLength: limit - total + 1, info: true });
      const { buffer, engine } = out as { buffer: Buffer; engine: { bytesWritten: number } };
      total += buffer.length;
      at += Math.max(1, engine.bytesWritten);
    } catch (error) {
      const isLimit = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return isLimit ? undefined : total;
    }
    if (total > limit) return undefined;
  }
  return total;
}

/** Entries that a cross-reference stream claims per its widths (ISO 32000-2, 7.5.8.2). */
function tooManyEntries(dict: string, inflated: number): boolean {
  const widths = /\/W\s*\[\s*(\d+)\s+(\d+)\s+(\d+)/.exec(dict);
  const width = widths === null ? 0 : widths.slice(1).reduce((sum, part) => sum + Number(part), 0);
  return width === 0 || inflated / width > MAX_ENTRIES;
}

export type GuardOptions = {
  /** Every compressed stream is measured, not only those that hold objects: for whoever is going to read pages. */
  readonly everyStream?: boolean;
};

/** A refusal for bytes that are too much to parse; undefined if they may be parsed. */
export function hostileReason(pdf: Uint8Array, { everyStream = false }: GuardOptions = {}): Refusal | undefined {
  if (pdf.length > MAX_PDF_BYTES) return refusal('pdf-too-large', { bytes: pdf.length, limit: MAX_PDF_BYTES });
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  let [streams, scanned, inflated] = [0, 0, 0];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    streams += 1;
    const end = bytes.indexOf('endstream', at);
    const data = bytes.subarray(at + 6, end < 0 ? bytes.length : end);
    scanned += data.length;
    if (streams > MAX_STREAMS || scanned > MAX_STREAM_BYTES_PER_BYTE * bytes.length) return tooComplex('streams');
    const dict = dictBefore(bytes, at);
    const isTable = /\/XRef\b/.test(dict);
    const holdsObjects = isTable || /\/ObjStm\b/.test(dict);
    const filters = filtersOf(dict);
    if (!holdsObjects && !(everyStream && filters.includes('FlateDecode'))) continue;
    if (filters.length > 1 || (filters[0] ?? 'FlateDecode') !== 'FlateDecode') return tooComplex('filter');
    const body = data.subarray(data[0] === 13 ? 2 : 1);
    const length = filters.length === 0 ? body.length : inflatedLength(body, MAX_INFLATED - inflated);
    if (length === undefined) return tooComplex('inflation');
    inflated += length;
    if (isTable && tooManyEntries(dict, length)) return tooComplex('entries');
  }
  let entries = 0;
  for (let at = bytes.indexOf(' 00000 n'); at >= 0; at = bytes.indexOf(' 00000 n', at + 8)) entries += 1;
  return entries > MAX_ENTRIES ? tooComplex('entries') : undefined;
}
