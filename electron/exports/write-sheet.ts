// Writes a criteria set as a workbook or its table as CSV; without a set, the empty template to fill in.
import writeWorkbook, { type Cell, type Sheet } from 'write-excel-file/node';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { clip, type Problem, warning } from '../../shared/criteria/finding.ts';
import { under } from '../../shared/criteria/value.ts';
import { treeOfSet } from '../../shared/criteria/write-set.ts';
import type { Language } from '../../shared/lang/say.ts';
import { SET_LABELS, SHEET_NAMES } from '../imports/sheet-words.ts';
import { CRITERIA_FIELDS, criteriaRows, outcomeRows, type Rows, setRows } from './criteria-rows.ts';
import { csvText } from './csv-text.ts';
import { guideRows } from './guide-sheet.ts';

/** `left`: what the format cannot keep, with its path in the set. */
export type WrittenSheet = { readonly bytes: Uint8Array; readonly left: readonly Problem[] };

/** Of a cell (Excel specifications and limits). */
const CELL_LIMIT = 32_767;
/** What XML cannot hold, what the writer would drop, and what would be taken for an escape (ECMA-376 part 1, 22.9.2.19). */
const UNSAFE =
  /[\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const escapeCell = (text: string): string =>
  text.replace(UNSAFE, (found) =>
    found
      .split('')
      .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
      .join(''),
  );

/** Always a string cell, so that "=1+1" stays three signs and "1.10" two digits after the point. */
const textCell = (text: string, look: Partial<Exclude<Cell, null | undefined>> = {}): Cell =>
  text === '' ? null : { type: String, value: escapeCell(text).slice(0, CELL_LIMIT), wrap: true, alignVertical: 'top', ...look };

const headCell = (text: string): Cell => textCell(text, { fontWeight: 'bold', backgroundColor: '#E7E6E6' });

const WIDTHS: Readonly<Record<string, number>> = {
  vi: 60,
  en: 50,
  levels: 40,
  unit: 10,
  comparator: 10,
  threshold: 12,
};
const widthOf = (field: string): number => WIDTHS[field] ?? (/^(guidance|evidence)/.test(field) ? 40 : 18);

const sheet = (name: string, rows: Rows, widths: readonly number[], headRows: 0 | 1): Sheet<never> => ({
  sheet: name,
  data: rows.map((cells, at) => cells.map((text) => (at < headRows ? headCell(text) : textCell(text)))),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: headRows,
});

/** A label in bold beside what it says. */
const labelled = (name: string, rows: Rows, widths: readonly number[]): Sheet<never> => ({
  sheet: name,
  data: rows.map(([label = '', text = '']) => [headCell(label), textCell(text)]),
  columns: widths.map((width) => ({ width })),
});

/** What is written into the file, whole: every field of a set has its cell. */
export async function writeXlsx(set: CriteriaSet | undefined, language: Language): Promise<WrittenSheet> {
  const criteria = criteriaRows(set, language);
  const sheets = [
    labelled(SHEET_NAMES.set[language], setRows(set, language), [26, 90]),
    sheet(SHEET_NAMES.criteria[language], criteria, CRITERIA_FIELDS.map(widthOf), 1),
    sheet(SHEET_NAMES.outcomes[language], outcomeRows(set, language), [28, 20, 60, 60], 1),
    labelled(SHEET_NAMES.guide[language], guideRows(language), [34, 110]),
  ];
  // Only twenty levels with long names can be more than a cell holds.
  const left = criteria.flat().filter((text) => escapeCell(text).length > CELL_LIMIT);
  const findings = left.map((text) =>
    warning('cell-too-long-to-write', 'groups', { length: text.length, limit: CELL_LIMIT, begin: clip(text) }),
  );
  return { bytes: new Uint8Array(await writeWorkbook(sheets).toBuffer()), left: findings };
}

/** The table of criteria alone; what a set has beside it is named. */
export function writeCsv(set: CriteriaSet | undefined, language: Language): WrittenSheet {
  const bytes = csvText(criteriaRows(set, language));
  if (set === undefined) return { bytes, left: [] };
  const tree = treeOfSet(set);
  const keys = tree instanceof Map ? [...tree.keys()].filter((key) => key !== 'groups') : [];
  const name = (key: string): string =>
    key in SET_LABELS ? SET_LABELS[key as keyof typeof SET_LABELS][language] : (BESIDE[key]?.[language] ?? key);
  return { bytes, left: keys.map((key) => warning('csv-keeps', under('', key), { what: name(key) })) };
}

const BESIDE: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  legal_basis_vi: SET_LABELS.legal,
  promulgation: { vi: 'Quyết định ban hành', en: 'Promulgation' },
  outcome_rules: { vi: 'Quy tắc kết quả', en: 'Outcome rules' },
};
