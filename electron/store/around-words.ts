// The words around what was found in a text: one line of it, with what was found standing between two pieces, every second one.
import { foldText } from '../../shared/base/search-text.ts';
import type { Wanted } from './match-query.ts';

/** Characters of a line, and before the first thing found. */
const LINE = 160;
const BEFORE = 48;
/** Places of one word that are looked at. */
const MOST = 200;

type Word = { readonly folded: string; readonly from: number; readonly to: number };
type Stretch = { readonly from: number; readonly to: number; readonly of: number };

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu)].map(({ 0: word, index }) => {
    return { folded: foldText(word), from: index, to: index + word.length };
  });
}

function placesOf(words: readonly Word[], { words: wanted, isOpen }: Wanted, of: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at + wanted.length <= words.length && found.length < MOST; at++) {
    const fits = wanted.every((word, more) => {
      const here = words[at + more]?.folded ?? '';
      return isOpen && more === wanted.length - 1 ? here.startsWith(word) : here === word;
    });
    const [first, last] = [words[at], words[at + wanted.length - 1]];
    if (fits && first && last) found.push({ from: first.from, to: last.to, of });
  }
  return found;
}

/** Neighbours with nothing but blanks between them are one. */
function joined(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const next of stretches) {
    const last = kept.at(-1);
    if (last && next.from < last.to) continue;
    if (last && text.slice(last.to, next.from).trim() === '') kept[kept.length - 1] = { ...last, to: next.to };
    else kept.push(next);
  }
  return kept;
}

/** The line where most of what is wanted stands together; of equal ones the first. Nothing found: the text's beginning. */
export function aroundWords(text: string, wanted: readonly Wanted[]): readonly string[] {
  const words = wordsOf(text);
  const all = wanted.flatMap((one, of) => placesOf(words, one, of)).sort((a, b) => a.from - b.from || b.to - a.to);
  let best: readonly Stretch[] = [];
  let most = 0;
  for (const [at, first] of all.entries()) {
    const near = all.slice(at, at + MOST).filter(({ to }) => to - first.from <= LINE - BEFORE);
    const kinds = new Set(near.map(({ of }) => of)).size;
    if (kinds > most) [best, most] = [near.length > 0 ? near : [first], kinds];
  }
  if (best.length === 0 && all[0] !== undefined) best = [all[0]];
  const shown = joined(text, best);
  const from = Math.max(0, (shown[0]?.from ?? 0) - BEFORE);
  const to = Math.min(text.length, Math.max(from + LINE, shown.at(-1)?.to ?? 0));
  const blank = (piece: string): string => piece.replace(/\s+/g, ' ');
  const pieces: string[] = [];
  let at = from;
  for (const stretch of shown) {
    pieces.push(blank(text.slice(at, stretch.from)), blank(text.slice(stretch.from, stretch.to)));
    at = stretch.to;
  }
  pieces.push(blank(text.slice(at, to)));
  const [head = '', tail = ''] = [pieces[0], pieces.at(-1)];
  if (from > 0) pieces[0] = `…${head.replace(/^\S*\s/, '')}`;
  if (to < text.length)
    pieces[pieces.length - 1] = `${(pieces.length === 1 ? (pieces[0] ?? '') : tail).replace(/\s\S*$/, '')}…`;
  return pieces;
}
