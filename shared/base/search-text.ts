// Text as it is searched: without diacritics and capitals, so that "kiem thu" finds "Kiểm thử", in the words' own places.

/** Canonical parts, marks off, small letters. đ and Đ have no parts, so they are named. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** What is looked for: each word by itself, in any order. */
export const searchWords = (typed: string): readonly string[] => foldText(typed).split(/\s+/).filter(Boolean);

/** @param folded by `foldText`, once, however often it is searched */
export const holdsWords = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word));

/**
 * All words in one line, but for those that the head of the text has: in a long text single words stand everywhere.
 *
 * @param head folded, e.g. the name of what the lines belong to
 * @param lines folded
 */
export function holdsInOneLine(head: string, lines: readonly string[], words: readonly string[]): boolean {
  const left = words.filter((word) => !head.includes(word));
  return left.length === 0 || lines.some((line) => holdsWords(line, left));
}

/** A stretch of a text, UTF-16 units. */
export type Stretch = { readonly from: number; readonly to: number };

/**
 * Where a folded word stands first in a text as it is written. Every letter with its marks is folded by itself, because
 * folding changes how long a text is.
 */
export function findWord(text: string, word: string): Stretch | undefined {
  if (word === '') return undefined;
  const at: Stretch[] = [];
  let folded = '';
  for (const letter of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const plain = foldText(letter[0]);
    for (let unit = 0; unit < plain.length; unit++)
      at.push({ from: letter.index, to: letter.index + letter[0].length });
    folded += plain;
  }
  const first = folded.indexOf(word);
  const from = at[first]?.from;
  const to = at[first + word.length - 1]?.to;
  return first < 0 || from === undefined || to === undefined ? undefined : { from, to };
}

/** Words around a hit: as much as fits a line. */
export type Excerpt = { readonly before: string; readonly hit: string; readonly after: string };

const AROUND = 48;

/** The words as they were typed, else the longest one that a text holds, with what stands around it on its line. */
export function excerptOf(text: string, words: readonly string[]): Excerpt | undefined {
  for (const word of [words.join(' '), ...words.toSorted((one, other) => other.length - one.length)]) {
    const found = findWord(text, word);
    if (found === undefined) continue;
    const { from, to } = found;
    const head = text.slice(Math.max(0, from - AROUND), from);
    const tail = text.slice(to, to + AROUND);
    const before = head.slice(head.lastIndexOf('\n') + 1);
    const end = tail.indexOf('\n');
    const after = end < 0 ? tail : tail.slice(0, end);
    const isCutBefore = before.length === head.length && from > AROUND;
    const isCutAfter = end < 0 && to + AROUND < text.length;
    return {
      before: isCutBefore ? `…${before.replace(/^\S*\s/, '')}` : before,
      hit: text.slice(from, to),
      after: isCutAfter ? `${after.replace(/\s\S*$/, '')}…` : after,
    };
  }
  return undefined;
}
