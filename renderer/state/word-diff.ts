// Which words of two texts differ: a longest common run of words, what is left is taken out or put in.

export type Piece = { readonly text: string; readonly differs: boolean };
export type WordDiff = { readonly before: readonly Piece[]; readonly after: readonly Piece[] };

/** Cells of the table; beyond it the middle is said to differ as a whole. */
const MOST = 1_000_000;

/** 99,5 is one word: a figure that changed by a digit is another figure. */
const wordsIn = (text: string): readonly string[] =>
  text.match(/\s+|[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** Neighbours that say alike are one piece; a space between two that differ goes with them. */
function joined(words: readonly string[], kept: ReadonlySet<number>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [at, text] of words.entries()) {
    const isBetween = /^\s+$/.test(text) && at > 0 && at < words.length - 1 && !kept.has(at - 1) && !kept.has(at + 1);
    const differs = !kept.has(at) || isBetween;
    const last = pieces.at(-1);
    if (last?.differs === differs) pieces[pieces.length - 1] = { text: last.text + text, differs };
    else pieces.push({ text, differs });
  }
  return pieces;
}

export function wordDiff(before: string, after: string): WordDiff {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const [rows, columns] = [old.length - head - tail, now.length - head - tail];
  const [inOld, inNow] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < head; at++) {
    inOld.add(at);
    inNow.add(at);
  }
  for (let at = 1; at <= tail; at++) {
    inOld.add(old.length - at);
    inNow.add(now.length - at);
  }
  if (rows > 0 && columns > 0 && rows * columns <= MOST) {
    const width = columns + 1;
    /** `best[r][c]`: the longest run that is common from word r and word c on. */
    const best = new Uint16Array((rows + 1) * width);
    const from = (row: number, column: number): number => best[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row--)
      for (let column = columns - 1; column >= 0; column--)
        best[row * width + column] =
          old[head + row] === now[head + column]
            ? from(row + 1, column + 1) + 1
            : Math.max(from(row + 1, column), from(row, column + 1));
    let [row, column] = [0, 0];
    while (row < rows && column < columns) {
      if (old[head + row] === now[head + column]) {
        inOld.add(head + row++);
        inNow.add(head + column++);
      } else if (from(row + 1, column) >= from(row, column + 1)) row++;
      else column++;
    }
  }
  return { before: joined(old, inOld), after: joined(now, inNow) };
}
