// A workbook as sheets of rows: formulas, macros, links and pictures stay behind; every row keeps its number.
import { readFile } from 'node:fs/promises';
import { Halt } from '../imports/halt.ts';
import { readXlsxSheets } from '../imports/xlsx-sheets.ts';
import { READ_LIMITS } from './limits.ts';
import type { PlainFile } from './plain-file.ts';
import { stopReading } from './stop-reading.ts';

const TOO_LARGE: ReadonlySet<string> = new Set([
  'file-too-large',
  'zip-entries',
  'zip-inflated',
  'zip-ratio',
  'sheet-rows',
  'sheet-columns',
  'sheet-text',
  'cell-long',
]);

export async function readWorkbook(path: string, size: number): Promise<PlainFile> {
  if (size > READ_LIMITS.workbook) return stopReading('reading-too-large');
  try {
    const { sheets } = await readXlsxSheets(await readFile(path));
    return {
      of: 'sheets',
      isCut: false,
      sheets: sheets.map(({ name, rows }) => {
        const all: (readonly string[])[] = Array.from({ length: rows.at(-1)?.row ?? 0 }, () => []);
        for (const { row, cells } of rows) all[row - 1] = cells;
        return { name, rows: all };
      }),
    };
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    const { code } = error.problem;
    return stopReading(
      code === 'zip-encrypted' ? 'reading-locked' : TOO_LARGE.has(code) ? 'reading-too-large' : 'reading-broken',
    );
  }
}
