// Finds words in a PDF page by page, from the page in view around to it again; accents and capitals do not matter.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { plain } from '../parts/find-panel.tsx';

/** Text of the pages read so far, by number. */
export type PageTexts = Map<number, string>;

async function textOf(pdf: PDFDocumentProxy, page: number, known: PageTexts): Promise<string> {
  const read = known.get(page);
  if (read !== undefined) return read;
  const given = await pdf.getPage(page);
  const { items } = await given.getTextContent();
  const text = plain(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''));
  known.set(page, text);
  return text;
}

/**
 * The next page, after `from` and around, on which the words stand; undefined where none does or the search was stopped.
 *
 * @param onPage how far the search is: the page that is being read
 */
export async function findPage(
  pdf: PDFDocumentProxy,
  words: string,
  from: number,
  {
    known,
    signal,
    onPage,
  }: { readonly known: PageTexts; readonly signal: AbortSignal; readonly onPage: (page: number) => void },
): Promise<number | undefined> {
  const query = plain(words).trim();
  if (query === '') return undefined;
  for (let step = 1; step <= pdf.numPages; step++) {
    const page = ((from - 1 + step) % pdf.numPages) + 1;
    if (signal.aborted) return undefined;
    onPage(page);
    if ((await textOf(pdf, page, known)).includes(query)) return page;
  }
  return undefined;
}
