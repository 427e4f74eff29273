// How a citation stands in the minutes: "Minh chứng 4, tr. 12: “…”". Regions are on the screen; on paper nobody can follow them.
import type { Citation } from '../book/ballot.ts';
import { type CitedItem, factsOf } from '../book/citation.ts';
import { insideSentence } from './sentence.ts';

/** An item that is not in the list keeps a question mark, so that the citation does not vanish. */
export function citeWords(cite: Citation, items: readonly CitedItem[]): string {
  const { number, revision, page, sheet, isRegion, time, quote } = factsOf(cite, items);
  const place = [
    `Minh chứng ${number ?? '?'}`,
    revision === undefined ? '' : `bản ${revision}`,
    page === undefined ? '' : `tr. ${page}`,
    sheet === undefined ? '' : `trang tính ${sheet}`,
    time === undefined ? '' : `phút ${time}`,
    isRegion ? 'vùng đánh dấu' : '',
  ];
  const words = quote === undefined ? '' : `: “${insideSentence(quote)}”`;
  return `${place.filter(Boolean).join(', ')}${words}`;
}
