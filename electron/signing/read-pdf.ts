// Reads what a minutes file carries besides its signatures: the attachment, the first revision, the printed words.
import type { PDF } from '@libpdf/core';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { contentOf, embeddedFiles } from './embedded-files.ts';
import { hostileReason } from './hostile-guard.ts';
import { loadForReading } from './pdf-objects.ts';
import { readRevisions } from './revisions.ts';

const MAX_MARKS = 64;
/** A gap wider than this part of the type size separates words, as a narrow space (0.25 em in Tinos) does. */
const WORD_GAP = 0.15;

/**
 * The file as it was rendered, before any increment: its first revision, which is of our strict form even if others
 * added theirs. Refuses files that do not begin with one.
 */
export function baseRevision(pdf: Uint8Array): Result<Uint8Array> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const mark = '\n%%EOF\n';
  // A compressed stream may contain the mark by chance; then what is before it is no file.
  for (
    let at = bytes.indexOf(mark), tries = 0;
    at >= 0 && tries < MAX_MARKS;
    at = bytes.indexOf(mark, at + 1), tries += 1
  ) {
    const prefix = pdf.subarray(0, at + mark.length);
    if (readRevisions(prefix)?.length === 1) return ok(prefix);
  }
  return refuse('structure-not-own-form');
}

async function attachmentOf(bytes: Uint8Array, name: string, maxBytes: number): Promise<Result<Uint8Array>> {
  const pdf = await loadForReading(bytes);
  const [file, ...more] = embeddedFiles(pdf).filter((candidate) => candidate.name === name);
  if (file === undefined) return refuse('attachment-missing', { name });
  return more.length > 0 ? refuse('attachment-damaged', { name }) : contentOf(file, pdf, maxBytes);
}

/**
 * An embedded file by its name; it must be the same in the first and in the last revision, so that neither a later
 * signer nor anybody else can put another in its place. Never inflates more than `maxBytes`.
 */
export async function readAttachment(
  pdf: Uint8Array,
  name: string,
  { maxBytes }: { readonly maxBytes: number },
): Promise<Result<Uint8Array>> {
  const hostile = hostileReason(pdf);
  if (hostile !== undefined) return { ok: false, refusal: hostile };
  const base = baseRevision(pdf);
  if (!base.ok) return base;
  try {
    const first = await attachmentOf(base.value, name, maxBytes);
    if (!first.ok) return first;
    const last = await attachmentOf(pdf, name, maxBytes);
    if (!last.ok) return last;
    return Buffer.from(first.value).equals(last.value) ? first : refuse('attachment-changed', { name });
  } catch {
    return refuse('pdf-damaged');
  }
}

type PageText = ReturnType<PDF['extractText']>[number];

function wordsOfPage({ lines }: PageText): readonly string[] {
  const words: string[] = [];
  for (const { spans } of lines) {
    let [word, right] = ['', Number.POSITIVE_INFINITY];
    const flush = (): void => {
      if (word !== '') words.push(word.normalize('NFC'));
      word = '';
    };
    for (const { chars, fontSize } of spans)
      for (const { char, bbox } of chars) {
        if (bbox.x - right > fontSize * WORD_GAP || bbox.x < right - fontSize || /^\s*$/.test(char)) flush();
        word += char.trim();
        right = bbox.x + bbox.width;
      }
    flush();
  }
  return words;
}

/**
 * The printed words of each page in reading order, NFC, so that two files can be compared word by word. The library
 * does not bound the work that a hostile font asks for: files from outside are read apart (read-apart.ts).
 */
export async function wordsOf(pdf: Uint8Array): Promise<Result<readonly (readonly string[])[]>> {
  const hostile = hostileReason(pdf, { everyStream: true });
  if (hostile !== undefined) return { ok: false, refusal: hostile };
  try {
    const document = await loadForReading(pdf);
    return ok(document.extractText().map(wordsOfPage));
  } catch {
    return refuse('pdf-damaged');
  }
}
