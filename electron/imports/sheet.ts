// A sheet of cells as texts, each at the row and column it has in the file, whatever program wrote it.
import type { SheetPreview } from '../../shared/contract/criteria-library.ts';
import { halt, type Placed } from './halt.ts';

export type SheetRow = {
  /** From 1, as the spreadsheet program shows it. */
  readonly row: number;
  /** Line of a text file where the row begins. */
  readonly line?: number;
  /** By column, from the first one; numbers as plain decimals, dates ISO 8601, booleans `true` and `false`. */
  readonly cells: readonly string[];
};

export type Sheet = {
  readonly name: string;
  /** Rows that hold something, in their order. */
  readonly rows: readonly SheetRow[];
};

export type Sheets = {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
  readonly warnings: readonly Placed[];
  /** Parts of the file that are not kept, by name. */
  readonly leftOut: readonly string[];
};

/**
 * `cell` and `text` in UTF-16 units: one cell, and all of them together. `cells`: filled ones of all sheets; `grid`: last
 * row times last column, of all sheets, because readers fill the gaps. A set of 500 criteria has 12,000 cells.
 */
export const SHEET_LIMITS = {
  ...{ rows: 20_000, columns: 200, cell: 32_768, text: 8_000_000 },
  ...{ cells: 100_000, grid: 500_000 },
} as const;

export const placeOfCell = (sheet: Pick<Sheet, 'name'>, { row, line }: SheetRow, column?: number) => ({
  sheet: sheet.name,
  row,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});

export function checkPlace(sheet: string, row: number, column: number): void {
  const { rows, columns } = SHEET_LIMITS;
  if (row > rows) halt('sheet-rows', { given: row, limit: rows }, { sheet, row, column });
  if (column > columns) halt('sheet-columns', { given: column, limit: columns }, { sheet, row, column });
}

/** Refuses cells, rows and whole files beyond the limits, with the first such place. */
export function checkSheets(sheets: readonly Sheet[]): void {
  let text = 0;
  for (const sheet of sheets)
    for (const row of sheet.rows) {
      checkPlace(sheet.name, row.row, row.cells.length);
      for (const [at, cell] of row.cells.entries()) {
        const place = placeOfCell(sheet, row, at + 1);
        if (cell.length > SHEET_LIMITS.cell)
          halt('cell-long', { length: cell.length, limit: SHEET_LIMITS.cell }, place);
        text += cell.length;
        if (text > SHEET_LIMITS.text) halt('sheet-text', { limit: SHEET_LIMITS.text }, place);
      }
    }
}

const PREVIEW = { rows: 20, columns: 30, text: 200 } as const;
const cut = (text: string): string => (text.length > PREVIEW.text ? `${text.slice(0, PREVIEW.text)}…` : text);

/** The first rows as they stand, empty ones too, so that the number of a row is its place in the list. */
export function previewOf({ name, rows }: Sheet): SheetPreview {
  const rowCount = rows.at(-1)?.row ?? 0;
  const columnCount = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const shown = Array.from({ length: Math.min(rowCount, PREVIEW.rows) }, (_, at) => {
    return (rows.find(({ row }) => row === at + 1)?.cells ?? []).slice(0, PREVIEW.columns).map(cut);
  });
  return { name: cut(name), rows: shown, rowCount, columnCount };
}
