// Sheets of a workbook in which every cell is text, whatever it begins with, and nothing is lost to XML.
import type { Cell, Sheet } from 'write-excel-file/node';

type Rows = readonly (readonly string[])[];

/** Of a cell (Excel specifications and limits). */
export const CELL_LIMIT = 32_767;
/** What XML cannot hold, what the writer would drop, and what would be taken for an escape (ECMA-376 part 1, 22.9.2.19). */
const UNSAFE =
  /[\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;
export const escapeCell = (text: string): string =>
  text.replace(UNSAFE, (found) =>
    found
      .split('')
      .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
      .join(''),
  );

/** Always a string cell, so that "=1+1" stays three signs and "1.10" two digits after the point. */
const textCell = (text: string, look: Partial<Exclude<Cell, null | undefined>> = {}): Cell =>
  text === ''
    ? null
    : { type: String, value: escapeCell(text).slice(0, CELL_LIMIT), wrap: true, alignVertical: 'top', ...look };

const headCell = (text: string): Cell => textCell(text, { fontWeight: 'bold', backgroundColor: '#E7E6E6' });

/** The first row has the headings and stays in sight. */
export const tableSheet = (name: string, rows: Rows, widths: readonly number[]): Sheet<never> => ({
  sheet: name,
  data: rows.map((cells, at) => cells.map((text) => (at < 1 ? headCell(text) : textCell(text)))),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
});

/** A label in bold beside what it says. */
export const labelledSheet = (name: string, rows: Rows, widths: readonly number[]): Sheet<never> => ({
  sheet: name,
  data: rows.map(([label = '', text = '']) => [headCell(label), textCell(text)]),
  columns: widths.map((width) => ({ width })),
});
