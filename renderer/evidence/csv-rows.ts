// Reads rows of a CSV (RFC 4180) from a text that comes in stretches; what looks like a formula is text like any other.

/** A row that goes on for longer is cut there: a quote that is never closed must not take the whole file, letters. */
const MOST_ROW = 200_000;
/** Cells of a row that are kept; nobody reads on to the right of that. */
export const MOST_COLUMNS = 200;
/** Letters of a cell that are shown. */
const MOST_CELL = 500;

export type Separator = ',' | ';' | '\t';

/** The one that stands most often in the first lines. */
export function separatorOf(text: string): Separator {
  const head = text.slice(0, 5_000);
  const count = (sign: string): number => head.split(sign).length;
  const [best = ','] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a));
  return best;
}

export type ReadRows = {
  readonly rows: readonly (readonly string[])[];
  /** The beginning of a row whose end has not come yet. */
  readonly rest: string;
};

/** @param isEnd no more will come: what is left is the last row */
export function readRows(text: string, separator: Separator, isEnd: boolean): ReadRows {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  let begun = 0;
  const put = (): void => {
    if (row.length < MOST_COLUMNS) row.push(cell.length > MOST_CELL ? `${cell.slice(0, MOST_CELL)}…` : cell);
    cell = '';
  };
  const end = (next: number): void => {
    put();
    rows.push(row);
    row = [];
    begun = next;
    isQuoted = false;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (at - begun >= MOST_ROW) end(at);
    if (isQuoted) {
      if (sign !== '"') cell += cell.length <= MOST_CELL ? sign : '';
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) put();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++;
      end(at + 1);
    } else cell += cell.length <= MOST_CELL ? sign : '';
  }
  const rest = text.slice(begun);
  if (!isEnd) return { rows, rest };
  if (rest !== '') end(text.length);
  return { rows, rest: '' };
}
