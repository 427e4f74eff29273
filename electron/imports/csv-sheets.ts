// CSV text (RFC 4180; also with ";" or tabs) to one sheet of texts with the line of every row.
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { clip } from '../../shared/criteria/finding.ts';
import { decodeText } from './decode-text.ts';
import { Halt, halt } from './halt.ts';
import { checkSheets, SHEET_LIMITS, type Sheet, type Sheets } from './sheet.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** Lines and characters from the beginning that are looked at. */
const LOOKED = { lines: 30, text: 64 * 1024 } as const;

/** How many of a sign stand outside quotes in each of the first lines that are not empty. */
function countsOf(text: string, sign: string): readonly number[] {
  const bare = text.slice(0, LOOKED.text).replace(/"[^"]*"/g, '');
  const lines = bare.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, LOOKED.lines).map((line) => line.split(sign).length - 1);
}

/** The sign that most lines have equally often; a comma where nothing says otherwise. */
export function sniffDelimiter(text: string): string {
  const score = (sign: string): number => {
    const counts = countsOf(text, sign).filter((count) => count > 0);
    const alike = Map.groupBy(counts, (count) => count);
    return Math.max(0, ...[...alike].map(([count, lines]) => count * lines.length));
  };
  return DELIMITERS.reduce((best, sign) => (score(sign) > score(best) ? sign : best));
}

/** What our own files put before a text that a spreadsheet program would run; taken off again here. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

type Row = { readonly info: { readonly lines: number }; readonly record: readonly string[] };

function parseRows(text: string, delimiter: string, name: string): readonly Row[] {
  // Before anything is made of them: a file of nothing but commas is millions of cells.
  const signs = text.split(delimiter).length + text.split('\n').length;
  if (signs > SHEET_LIMITS.grid) halt('sheet-cells', { limit: SHEET_LIMITS.grid }, { sheet: name });
  const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: false, bom: false } as const;
  try {
    // The types of `info` do not say that records come with it.
    return parse(text, { ...options, max_record_size: 2_000_000 }) as unknown as readonly Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return halt('cell-long', { length: 2_000_000, limit: SHEET_LIMITS.cell }, { sheet: name, line });
    return halt('csv-broken', {}, { sheet: name, line });
  }
}

/** `name` becomes the name of the sheet. Throws a `Halt`, whatever the bytes are. */
export function readCsvSheets(bytes: Uint8Array, name: string): Sheets {
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Halt(decoded.problem);
  const title = clip(name.replace(/\.[^.]*$/, ''));
  // Spreadsheet programs name the sign in a line of its own.
  const whole = decoded.text.replace(/\r\n?/g, '\n');
  const named = /^sep=([,;\t])\n/i.exec(whole);
  const text = named === null ? whole : whole.slice(named[0].length);
  const before = named === null ? 0 : 1;
  let end = before;
  const rows = parseRows(text, named?.[1] ?? sniffDelimiter(text), title).map(({ info, record }, at) => {
    const line = end + 1;
    end = before + info.lines;
    const cells = record.map(unguarded);
    return { row: before + at + 1, line, cells: cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1) };
  });
  const sheet: Sheet = { name: title, rows: rows.filter(({ cells }) => cells.length > 0) };
  checkSheets([sheet]);
  return { format: 'csv', sheets: [sheet], warnings: [], leftOut: [] };
}
