// Reads a spreadsheet as a criteria set: our own template, or any sheet by a mapping of its columns.
import type { CriteriaFileReport, SheetField } from '../../shared/contract/criteria-library.ts';
import { clip, problem, warning } from '../../shared/criteria/finding.ts';
import { readCsvSheets } from './csv-sheets.ts';
import { Halt, type Placed } from './halt.ts';
import type { Asked, FormatReader, Reading } from './reading.ts';
import { previewOf, type Sheet, type Sheets } from './sheet.ts';
import { readGroups } from './sheet-groups.ts';
import { checkMapping, guessMapping, unmappedColumns, type Vocabulary } from './sheet-mapping.ts';
import { mendedIn } from './sheet-mended.ts';
import {
  ASSUMED_OUTCOMES,
  assumeSet,
  findOutcomeSheet,
  findSetSheet,
  readOutcomeSheet,
  readSetSheet,
} from './sheet-set-fields.ts';
import { mapOf, startPlaces } from './sheet-tree.ts';
import { CRITERIA_HEADINGS, CRITERIA_SYNONYMS, foldWord, SHEET_NAMES } from './sheet-words.ts';
import { readXlsxSheets } from './xlsx-sheets.ts';

export const CRITERIA_WORDS: Vocabulary<SheetField> = {
  headings: CRITERIA_HEADINGS,
  synonyms: CRITERIA_SYNONYMS,
  needs: [['vi']],
};

type Table = NonNullable<CriteriaFileReport['table']>;

const isGuide = (name: string): boolean => Object.values(SHEET_NAMES.guide).map(foldWord).includes(foldWord(name));

/** Sheets that nothing was taken from, but for the how-to of our template. */
const unread = (sheets: readonly Sheet[], used: readonly (Sheet | undefined)[]): readonly Placed[] =>
  sheets
    .filter((sheet) => !used.includes(sheet) && !isGuide(sheet.name) && sheet.rows.length > 0)
    .map(({ name }) => ({ ...warning('sheet-unread', '', { name: clip(name) }), sheet: name }));

function chooseMapping(sheets: readonly Sheet[], { mapping }: Asked): Omit<Table, 'sheets'> | undefined {
  if (mapping !== undefined) return { mapping, mapped: 'chosen' };
  return guessMapping(sheets, CRITERIA_WORDS);
}

function judgeSheets({ format, sheets, warnings, leftOut }: Sheets, asked: Asked): Reading {
  const previews = sheets.map(previewOf);
  const first = sheets[0]?.name ?? '';
  const table = chooseMapping(sheets, asked) ?? {
    mapping: { sheet: first, headerRow: 1, columns: [] },
    mapped: 'guessed' as const,
  };
  const beside = { table: { sheets: previews, ...table } };
  const refuse = (problems: readonly Placed[]): Reading => ({
    format,
    beside,
    ok: false,
    problems: [...problems, ...warnings],
  });
  const wrong = checkMapping(table.mapping, sheets);
  if (wrong.length > 0) return refuse(wrong);
  const sheet = sheets.find(({ name }) => name === table.mapping.sheet);
  if (sheet === undefined || !table.mapping.columns.some(({ field }) => field === 'vi'))
    return refuse([{ ...problem('heading-none', ''), ...(sheet === undefined ? {} : { sheet: sheet.name }) }]);

  const others = sheets.filter((each) => each !== sheet);
  const about = findSetSheet(others);
  const rules = findOutcomeSheet(others);
  const places = startPlaces({ sheet: (about ?? sheet).name });
  places.set('groups', { sheet: sheet.name });
  const set = about === undefined ? assumeSet(asked.fileName, {}) : readSetSheet(about, places);
  const name = set.members.find(([key]) => key === 'name_vi')?.[1];
  const groups = readGroups(sheet, table.mapping, typeof name === 'string' ? name : 'Tiêu chí', places);
  const outcomes = rules === undefined ? ASSUMED_OUTCOMES : readOutcomeSheet(rules, places);
  const found = [
    ...set.problems,
    ...(rules === undefined ? [{ ...warning('outcomes-assumed', 'outcome_rules') }] : []),
    ...groups.problems,
    ...mendedIn([sheet, about, rules?.sheet].filter((each) => each !== undefined)),
    ...unmappedColumns(sheet, table.mapping),
    ...unread(sheets, [sheet, about, rules?.sheet]),
  ];
  const value = mapOf([...set.members, ['outcome_rules', outcomes], ['groups', groups.value]]);
  return { format, beside, ok: true, value, placeOf: places.of, warnings: [...warnings, ...found], leftOut };
}

/** Whatever the bytes are, the answer is a value: a file that cannot be opened is a finding with its place. */
async function guarded(format: Sheets['format'], asked: Asked, open: () => Sheets | Promise<Sheets>): Promise<Reading> {
  try {
    return judgeSheets(await open(), asked);
  } catch (error) {
    if (error instanceof Halt) return { format, ok: false, problems: [error.problem] };
    throw error;
  }
}

export const readXlsx: FormatReader = (bytes, asked) => guarded('xlsx', asked, () => readXlsxSheets(bytes));
export const readCsv: FormatReader = (bytes, asked) =>
  guarded('csv', asked, () => readCsvSheets(bytes, asked.fileName));
