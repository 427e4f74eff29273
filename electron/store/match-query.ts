// What somebody typed as a question that the text index understands: nothing typed can be a word of its language.
import { foldText } from '../../shared/base/search-text.ts';

/** Folded words that stand next to each other; `isOpen`: the last one may go on. */
export type Wanted = { readonly words: readonly string[]; readonly isOpen: boolean };

const MOST = 16;
/** Shorter beginnings would be nearly every word. */
const OPEN_FROM = 2;

/** As the index parts a text into words: letters and digits. */
export const wordsIn = (folded: string): readonly string[] => folded.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];

/**
 * Words in quotes belong together in that order; all others may stand anywhere. The last one, unless a blank or a quote
 * ends it, is the beginning of a word. At most 16 are looked for.
 */
export function wantedOf(typed: string): readonly Wanted[] {
  const folded = foldText(typed.replace(/[“”„«»]/g, '"'));
  const parts = folded.split('"');
  return parts
    .flatMap((part, at): readonly Wanted[] => {
      if (at % 2 === 1)
        return [{ words: wordsIn(part), isOpen: at === parts.length - 1 && part !== '' && !/\s$/.test(part) }];
      const singles = part.split(/\s+/).filter((word) => word !== '');
      const isLast = at === parts.length - 1 && !/\s$/.test(part);
      return singles.map((word, place) => ({
        words: wordsIn(word),
        isOpen: isLast && place === singles.length - 1 && (wordsIn(word).at(-1) ?? '').length >= OPEN_FROM,
      }));
    })
    .filter(({ words }) => words.length > 0)
    .slice(0, MOST);
}

/** Words are quoted, so that none of them is an operator (FTS5, section 3); undefined where there is no word. */
export function matchOf(wanted: readonly Wanted[]): string | undefined {
  if (wanted.length === 0) return undefined;
  return wanted.map(({ words, isOpen }) => `"${words.join(' ')}"${isOpen ? ' *' : ''}`).join(' AND ');
}
