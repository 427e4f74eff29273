// The word that was probably meant: the nearest of those that there are, or none.

const folded = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** Longer words are nobody's slip of the finger, and comparing them costs time. */
const LONGEST = 40;

/** Insertions, deletions, replacements and swaps of neighbours between two short words (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same];
      row.push(Math.min(...ways, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** At most a third of its letters wrong, upper case and signs between words apart. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const meant = folded(word);
  const far = words
    .map((each) => ({ each, off: distance(meant, folded(each)) }))
    .filter(({ each, off }) => off <= Math.floor(Math.max(each.length, 3) / 3))
    .sort((a, b) => a.off - b.off);
  return far[0]?.each;
}
