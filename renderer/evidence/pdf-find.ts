// Finds words in a PDF page by page, from the page in view around to it again, over the ends of its lines.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { foldText } from '../../shared/base/search-text.ts';
import { findAll, holds, patternOf, sentenceAround } from './find-words.ts';

/** Folded text of the pages read so far, by number. */
export type PageTexts = Map<number, string>;
/** Texts kept, letters in all: a search through a very long file forgets its beginning. */
const MOST_KEPT = 8_000_000;

/** The text of a page as it is written, lines ended by \n. */
export async function writtenOn(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const given = await pdf.getPage(page);
  const { items } = await given.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

export type Found = {
  readonly page: number;
  /** The sentence in which the words stand first, as a quote. */
  readonly sentence: string;
};

export type SearchRun = {
  readonly known: PageTexts;
  readonly signal: AbortSignal;
  /** How far the search is: the page that is being read. */
  readonly onPage: (page: number) => void;
};

/** The next page, after `from` and around, with the words; undefined where none has them or the search was stopped. */
export async function findPage(
  pdf: PDFDocumentProxy,
  words: string,
  from: number,
  { known, signal, onPage }: SearchRun,
): Promise<Found | undefined> {
  if (patternOf(words) === undefined) return undefined;
  let kept = 0;
  for (let step = 1; step <= pdf.numPages; step++) {
    const page = ((from - 1 + step) % pdf.numPages) + 1;
    if (signal.aborted) return undefined;
    onPage(page);
    // A page that cannot be read has no words.
    const folded = known.get(page) ?? foldText(await writtenOn(pdf, page).catch(() => ''));
    kept += folded.length;
    if (kept < MOST_KEPT) known.set(page, folded);
    if (!holds(folded, words)) continue;
    const written = await writtenOn(pdf, page);
    const [hit] = findAll(written, words, 1);
    return { page, sentence: hit === undefined ? '' : sentenceAround(written, hit) };
  }
  return undefined;
}
