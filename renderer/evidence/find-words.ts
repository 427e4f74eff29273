// Finds words in a text over the ends of its lines: without diacritics and capitals, with words parted by a hyphen whole.
import { foldText, type Stretch } from '../../shared/base/search-text.ts';
import { QUOTE_LIMIT } from '../../shared/book/ballot.ts';

/** A word may be parted at the end of a line, or carry a soft hyphen that is not drawn. */
const PARTED = '(?:\\u00ad|[-\\u2010\\u00ad]\\n)?';
/** Longer than what may be quoted, nothing is looked for. */
const MOST_LETTERS = 2 * QUOTE_LIMIT;

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Matches folded text; undefined where nothing is looked for. Each letter stands once, so it takes linear time. */
export function patternOf(words: string): RegExp | undefined {
  const parts = foldText(words).slice(0, MOST_LETTERS).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return undefined;
  const letterOf = (letter: string): string =>
    /[-\u2010\u2011]/.test(letter) ? '[-\\u2010\\u2011]\\n?' : escaped(letter);
  const source = parts.map((part) => [...part].map(letterOf).join(PARTED)).join('\\s+');
  return new RegExp(source, 'gu');
}

/** Whether the words stand in a folded text. */
export const holds = (folded: string, words: string): boolean => patternOf(words)?.test(folded) ?? false;

/** Where the words stand in a text as it is written, UTF-16 units; at most so many places. */
export function findAll(text: string, words: string, most = 200): readonly Stretch[] {
  const pattern = patternOf(words);
  if (pattern === undefined || !holds(foldText(text), words)) return [];
  const at: Stretch[] = [];
  let folded = '';
  for (const letter of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const plain = foldText(letter[0]);
    for (let unit = 0; unit < plain.length; unit++)
      at.push({ from: letter.index, to: letter.index + letter[0].length });
    folded += plain;
  }
  const found: Stretch[] = [];
  for (const hit of folded.matchAll(pattern)) {
    const [first, last] = [at[hit.index], at[hit.index + hit[0].length - 1]];
    if (first !== undefined && last !== undefined) found.push({ from: first.from, to: last.to });
    if (found.length >= most) break;
  }
  return found;
}

/** What was selected as one line of words that can be cited: parted words whole, no longer than a quote may be. */
export function tidyQuote(text: string): string {
  const line = text
    .replace(/[\u00ad\u2010-]\r?\n\s*(?=\p{Ll})/gu, '')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  if (line.length <= QUOTE_LIMIT) return line;
  const cut = line.slice(0, QUOTE_LIMIT);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_LIMIT / 2)).toWellFormed();
}

/** The sentence in which a stretch begins, tidied. */
export function sentenceAround(text: string, { from }: Stretch): string {
  // A line's end is no sentence's end; as long as before, so that places stay what they are.
  const sentences = new Intl.Segmenter('vi', { granularity: 'sentence' }).segment(text.replace(/[\n\r]/g, ' '));
  const sentence = sentences.containing(from);
  return sentence === undefined ? '' : tidyQuote(text.slice(sentence.index, sentence.index + sentence.segment.length));
}
