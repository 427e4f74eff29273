// How wide the columns of an appendix are and how large its letters: measured, so that fifteen members fit on a page.
import type { Column, Row, Table } from '../../shared/minutes/content.ts';
import type { Faces } from './fonts.ts';
import { wrap } from './lines.ts';
import { heightOfLine } from './page.ts';

export const cell = { paddingX: 3, paddingY: 2, border: 0.5 } as const;

export type TablePlan = {
  readonly size: number;
  readonly hashSize: number;
  /** Points inside the padding, one for each column; with paddings and borders they fill the room exactly. */
  readonly widths: readonly number[];
  /** Estimated heights in points; the layout itself may differ by a line where it breaks at a hyphen. */
  readonly head: number;
  readonly rows: readonly number[];
};

const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5] as const;
/** A row that is one cell over the whole width. */
export const spans = ({ style }: Row): boolean => style === 'group' || style === 'note';
/** The cells of such a row read on as one: number, then name. */
export const groupText = (row: Row): string => row.cells.filter((text) => text !== '').join('. ');

/** Half an em is the width of a digit: 32 hex digits are set to the width of 32 digits. */
export const hashWidth = (size: number): number => 16 * size;
const hashSizeFor = (size: number): number => Math.min(size, 8.5);

/**
 * Share of the room that columns of running text want together; the letters shrink before these do: to 9.5 pt for a
 * comfortable share, further only for the least one.
 */
const COMFORT = { share: 0.42, least: 9.5 } as const;
const TEXT_SHARE = 0.32;

/** Points over the measured width of a word: for the rounding of sums. */
const SLACK = 0.1;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

type Measured = { readonly word: number; readonly whole: number; readonly letters: number };

/** Plain letters may be the wider ones: bold Tinos kerns "11" closer, and a date lost its last digit ("23/11/202|6"). */
const widest = (text: string, faces: Faces): number =>
  Math.max(faces.width(text, 1, 'bold'), faces.width(text, 1, 'normal'));

/** Widths at 1 pt: of the longest word and the longest cell. */
function measureColumn(table: Table, at: number, faces: Faces): Measured {
  let [word, whole, letters] = [0, 0, 0];
  const words = (text: string) => {
    for (const one of text.split(/\s+/)) word = Math.max(word, widest(one, faces));
  };
  words(table.columns[at]?.label ?? '');
  for (const row of table.rows) {
    if (spans(row)) continue;
    const text = row.cells[at] ?? '';
    words(text);
    whole = Math.max(whole, ...text.split('\n').map((line) => widest(line, faces)));
    letters += text.length;
  }
  return { word, whole, letters };
}

/** What a column asks for at a size of letters; 'text' asks for little and gets what is left. */
function wish(column: Column, measured: Measured, widestMark: number, size: number): number {
  const word = measured.word * size + SLACK;
  switch (column.width) {
    case 'number':
      return Math.max(word, Math.min(measured.whole, 5) * size);
    case 'mark':
      // Members' columns are of one width; a count beside them, with a head of one letter, does not need it.
      return Math.max(measured.word * 2 < widestMark ? measured.word : widestMark, 1.1) * size + SLACK;
    case 'short':
      return Math.max(word, Math.min(measured.whole, 8) * size + SLACK);
    case 'hash':
      return hashWidth(hashSizeFor(size));
    case 'text':
      return Math.max(Math.min(measured.word, 12), Math.min(measured.whole, 10)) * size + SLACK;
  }
}

/**
 * What is left goes to columns of running and of short text, by the square root of their letters so that none starves,
 * and to none more than its longest cell takes; what then remains goes to the running text.
 */
function shareOut(
  columns: readonly Column[],
  measured: readonly Measured[],
  wishes: readonly number[],
  size: number,
  left: number,
) {
  const widths = [...wishes];
  const wants = columns.map(({ width }, at) =>
    width === 'text' || width === 'short' ? Math.max(0, (measured[at]?.whole ?? 0) * size - (wishes[at] ?? 0)) : 0,
  );
  let rest = left;
  for (let round = 0; round < columns.length && rest > 0; round += 1) {
    const weights = wants.map((want, at) => (want > 0 ? Math.sqrt(Math.max(measured[at]?.letters ?? 1, 1)) : 0));
    const all = sum(weights);
    if (all === 0) break;
    const shared = rest;
    for (const [at, weight] of weights.entries()) {
      const given = Math.min(wants[at] ?? 0, (shared * weight) / all);
      widths[at] = (widths[at] ?? 0) + given;
      wants[at] = (wants[at] ?? 0) - given;
      rest -= given;
    }
  }
  const kind = ['text', 'short'].find((one) => columns.some(({ width }) => width === one)) ?? columns[0]?.width;
  const takers = columns.filter(({ width }) => width === kind).length;
  return widths.map((width, at) => (columns[at]?.width === kind ? width + rest / takers : width));
}

/** Lines of text in a column, long words cut as the layout cuts them. */
function linesIn(text: string, room: number, size: number, bold: boolean, faces: Faces): number {
  const measure = (line: string) => faces.width(line, size, bold ? 'bold' : 'normal');
  const lines = wrap(text, Math.max(room, 1), measure);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line) / Math.max(room, 1))), 0);
}

const heightOf = (lines: number, size: number): number => lines * heightOfLine(size) + 2 * cell.paddingY + cell.border;

function rowHeight(row: Row, widths: readonly number[], size: number, faces: Faces): number {
  if (spans(row)) return heightOf(linesIn(groupText(row), sum(widths), size, row.style === 'group', faces), size);
  const bold = row.style === 'total';
  return heightOf(
    Math.max(1, ...widths.map((width, at) => linesIn(row.cells[at] ?? '', width, size, bold, faces))),
    size,
  );
}

function headHeight(columns: readonly Column[], widths: readonly number[], size: number, faces: Faces): number {
  return heightOf(
    Math.max(1, ...columns.map((one, at) => linesIn(one.label, widths[at] ?? 1, size, true, faces))),
    size,
  );
}

/** @param room points between the margins. */
export function planTable(table: Table, room: number, faces: Faces): TablePlan {
  const { columns } = table;
  const inside = room - columns.length * 2 * cell.paddingX - (columns.length + 1) * cell.border;
  const measured = columns.map((_, at) => measureColumn(table, at, faces));
  const widestMark = Math.max(0, ...columns.map((one, at) => (one.width === 'mark' ? (measured[at]?.word ?? 0) : 0)));
  const wishesAt = (size: number) =>
    columns.map((column, at) => wish(column, measured[at] ?? { word: 0, whole: 0, letters: 0 }, widestMark, size));
  const texts = columns.filter((column) => column.width === 'text').length;
  const fits = (size: number, share: number) => {
    const wishes = wishesAt(size);
    const fixed = sum(wishes.filter((_, at) => columns[at]?.width !== 'text'));
    const longest = sum(wishes) - fixed;
    return inside - fixed >= Math.max(longest, texts > 0 ? share * inside : 0);
  };
  const size =
    SIZES.find((size) => size >= COMFORT.least && fits(size, COMFORT.share)) ??
    SIZES.find((size) => fits(size, TEXT_SHARE)) ??
    7.5;
  const wishes = wishesAt(size);
  const left = inside - sum(wishes);
  const shrunk = wishes.map((width) => (width * inside) / sum(wishes));
  const widths = left >= 0 ? shareOut(columns, measured, wishes, size, left) : shrunk;
  return {
    size,
    hashSize: hashSizeFor(size),
    widths,
    head: headHeight(columns, widths, size, faces),
    rows: table.rows.map((row) => rowHeight(row, widths, size, faces)),
  };
}
