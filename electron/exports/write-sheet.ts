// Writes a criteria set as a workbook or its table as CSV; without a set, the empty template to fill in.
import writeWorkbook from 'write-excel-file/node';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { clip, type Problem, warning } from '../../shared/criteria/finding.ts';
import { under } from '../../shared/criteria/value.ts';
import { treeOfSet } from '../../shared/criteria/write-set.ts';
import type { Language } from '../../shared/lang/say.ts';
import { SET_LABELS, SHEET_NAMES } from '../imports/sheet-words.ts';
import { CRITERIA_FIELDS, criteriaRows, outcomeRows, setRows } from './criteria-rows.ts';
import { csvText } from './csv-text.ts';
import { guideRows } from './guide-sheet.ts';
import { CELL_LIMIT, escapeCell, labelledSheet, tableSheet } from './text-cells.ts';

/** `left`: what the format cannot keep, with its path in the set. */
export type WrittenSheet = { readonly bytes: Uint8Array; readonly left: readonly Problem[] };

const WIDTHS: Readonly<Record<string, number>> = {
  vi: 60,
  en: 50,
  levels: 40,
  unit: 10,
  comparator: 10,
  threshold: 12,
};
const widthOf = (field: string): number => WIDTHS[field] ?? (/^(guidance|evidence)/.test(field) ? 40 : 18);

/** What is written into the file, whole: every field of a set has its cell. */
export async function writeXlsx(set: CriteriaSet | undefined, language: Language): Promise<WrittenSheet> {
  const criteria = criteriaRows(set, language);
  const sheets = [
    labelledSheet(SHEET_NAMES.set[language], setRows(set, language), [26, 90]),
    tableSheet(SHEET_NAMES.criteria[language], criteria, CRITERIA_FIELDS.map(widthOf)),
    tableSheet(SHEET_NAMES.outcomes[language], outcomeRows(set, language), [28, 20, 60, 60]),
    labelledSheet(SHEET_NAMES.guide[language], guideRows(language), [34, 110]),
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
