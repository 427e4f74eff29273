// A workbook to sheets of texts: cleaned first, then read by the library, with everything odd named by its cell.
import readWorkbook, { type CellValue } from 'read-excel-file/universal';
import { warning } from '../../shared/criteria/finding.ts';
import { Halt, halt, type Placed } from './halt.ts';
import { percentText, plainNumber } from './plain-number.ts';
import { checkSheets, type Sheet, type Sheets } from './sheet.ts';
import type { CleanSheet } from './xlsx-clean-sheet.ts';
import { cleanWorkbook } from './xlsx-parts.ts';

/** Numbers come as the file has them, told apart from texts. */
type Digits = { readonly digits: string };
type Read = CellValue<Digits> | null;

/** A moment at midnight is a date; seconds are as far as a spreadsheet goes. */
function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

function textOf(value: Read, isPercent: boolean): string {
  // The library's types say `typeof Date` where a date comes.
  const read: unknown = value;
  if (read === null || read === undefined) return '';
  if (typeof read === 'string') return read.replace(/\r\n?/g, '\n');
  if (typeof read === 'boolean') return String(read);
  if (read instanceof Date) return isoOf(read);
  const digits = plainNumber((value as Digits).digits);
  return isPercent ? percentText(digits) : digits;
}

function saidOf(sheet: CleanSheet & { readonly name: string }): readonly Placed[] {
  const { name, formulas, hiddenRows, errors } = sheet;
  const at = (place: { readonly row: number; readonly column: number }) => ({ sheet: name, ...place });
  return [
    ...(formulas.first ? [{ ...warning('cells-formulas', '', { count: formulas.count }), ...at(formulas.first) }] : []),
    ...(hiddenRows.first
      ? [{ ...warning('rows-hidden', '', { count: hiddenRows.count }), sheet: name, row: hiddenRows.first.row }]
      : []),
    ...errors.map(({ error, ...place }) => ({ ...warning('cell-error', '', { error }), ...at(place) })),
  ];
}

/** The library names the cell in words of its own only. */
function brokenCell(error: unknown): never {
  const found = /row (\d+), col (\d+)/.exec(error instanceof Error ? error.message : '');
  return halt('xlsx-broken', { part: 'worksheet' }, found ? { row: Number(found[1]), column: Number(found[2]) } : {});
}

/** Rejects with a `Halt`, whatever the bytes are. */
export async function readXlsxSheets(bytes: Uint8Array): Promise<Sheets> {
  const workbook = await cleanWorkbook(bytes);
  const options = { trim: false, parseNumber: (digits: string): Digits => ({ digits }) };
  const read = await readWorkbook(workbook.clean, options).catch((error: unknown) => {
    if (error instanceof Halt) throw error;
    return brokenCell(error);
  });
  const sheets = workbook.sheets.map(({ name, percent }, index): Sheet => {
    const rows = (read[index]?.data ?? []).map((cells, at) => {
      const texts = cells.map((cell, column) => textOf(cell, percent.has(`${at + 1}:${column + 1}`)));
      return { row: at + 1, cells: texts.slice(0, texts.findLastIndex((text) => text.trim() !== '') + 1) };
    });
    return { name, rows: rows.filter(({ cells }) => cells.length > 0) };
  });
  checkSheets(sheets);
  const { warnings, leftOut } = workbook;
  return { format: 'xlsx', sheets, warnings: [...warnings, ...workbook.sheets.flatMap(saidOf)], leftOut };
}
