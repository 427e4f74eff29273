// Reads a list of evidence from a spreadsheet: what each file is, row by row, with everything wrong at its cell.
import { cleanLine } from '../../shared/base/text.ts';
import type { EvidenceField, EvidenceMapping, EvidenceOutputs } from '../../shared/contract/evidence-methods.ts';
import { clip } from '../../shared/criteria/finding.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import type { Language } from '../../shared/lang/say.ts';
import { readCsvSheets } from './csv-sheets.ts';
import {
  EVIDENCE_KIND_WORDS,
  EVIDENCE_LIST_WORDS,
  type EvidenceCode,
  evidenceKindOf,
  evidenceLabelOf,
  isoDate,
  isSecret,
} from './evidence-words.ts';
import { fileKindOf } from './file-kind.ts';
import { Halt, type Placed } from './halt.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { checkMapping, guessMapping, type Vocabulary } from './sheet-mapping.ts';
import { readTags } from './sheet-syntax.ts';
import { EVIDENCE_HEADINGS, EVIDENCE_SYNONYMS } from './sheet-words.ts';
import { readXlsxSheets } from './xlsx-sheets.ts';

export type EvidenceList = EvidenceOutputs['evidence.read-list'];
type Row = EvidenceList['rows'][number];
type ListFinding = EvidenceList['findings'][number];

const WORDS: Vocabulary<EvidenceField> = {
  headings: EVIDENCE_HEADINGS,
  synonyms: EVIDENCE_SYNONYMS,
  needs: [['file', 'sha256']],
};
const LINE_LIMIT = 300;
const CRITERION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

type Params = Readonly<Record<string, string | number>>;
const worded = (code: EvidenceCode, params: Params, language: Language): string =>
  EVIDENCE_LIST_WORDS[code][language].replace(/\{([a-z]+)\}/g, (hole, name: string) => String(params[name] ?? hole));

const choicesIn = (at: 0 | 1): string =>
  Object.values(EVIDENCE_KIND_WORDS)
    .map((words) => words[at])
    .join(', ');

type Note = (severity: ListFinding['severity'], code: EvidenceCode, field: EvidenceField, params?: Params) => void;

/** Undefined where the row is left out. A field that cannot be read comes empty, with an error at its cell. */
function readRow(row: number, text: (field: EvidenceField) => string, note: Note): Row | undefined {
  const given = (field: EvidenceField): Params => ({ given: clip(text(field)) });
  if (isSecret(text('label'))) {
    note('error', 'secret', 'label', given('label'));
    return undefined;
  }
  const short = (field: 'title' | 'supplier' | 'file'): string => {
    const { length } = text(field);
    if (length <= LINE_LIMIT) return text(field);
    note('error', 'long', field, { length, limit: LINE_LIMIT });
    return '';
  };
  const known = <T extends string>(field: 'kind' | 'label' | 'date', read: (text: string) => T | undefined): T | '' => {
    if (text(field) === '') return '';
    const value = read(text(field));
    if (value === undefined) note('error', field, field, given(field));
    return value ?? '';
  };
  const sha256 = text('sha256').toLowerCase();
  const isHex = /^[0-9a-f]{64}$/.test(sha256);
  if (sha256 !== '' && !isHex) note('error', 'hash', 'sha256');
  // Lists often name files with their folder; an upload has none.
  const file = short('file').split(/[\\/]/).at(-1) ?? '';
  if (file === '' && sha256 === '') note('error', 'nameless', 'file');
  const criteria = readTags(text('criteria'));
  for (const id of criteria.filter((each) => !CRITERION.test(each)))
    note('error', 'criterion', 'criteria', { given: clip(id) });
  return {
    ...{ row, file, sha256: isHex ? sha256 : '', title: short('title'), supplier: short('supplier') },
    kind: known('kind', evidenceKindOf),
    date: known('date', isoDate),
    label: known('label', evidenceLabelOf),
    criteria: [...new Set(criteria.filter((each) => CRITERION.test(each)))],
  };
}

function readRows(sheet: Sheet, mapping: EvidenceMapping): Pick<EvidenceList, 'rows' | 'findings'> {
  const columns = new Map(mapping.columns.map(({ field, column }) => [field, column]));
  const findings: ListFinding[] = [];
  const rows: Row[] = [];
  const first = new Map<string, number>();
  const textIn = (row: SheetRow) => (field: EvidenceField) => cleanLine(row.cells[(columns.get(field) ?? 0) - 1] ?? '');
  for (const each of sheet.rows) {
    // Ids may stand one a line: a line break is a sign there, and white space everywhere else.
    const cell = textIn(each);
    const text = (field: EvidenceField): string =>
      field === 'criteria' ? (each.cells[(columns.get(field) ?? 0) - 1] ?? '') : cell(field);
    if (each.row <= mapping.headerRow || ![...columns.keys()].some((field) => cell(field) !== '')) continue;
    const note: Note = (severity, code, field, params = {}) => {
      const column = columns.get(field);
      const choices = code === 'kind';
      findings.push({
        severity,
        row: each.row,
        ...(column === undefined ? {} : { column }),
        vi: worded(code, choices ? { ...params, choices: choicesIn(0) } : params, 'vi'),
        en: worded(code, choices ? { ...params, choices: choicesIn(1) } : params, 'en'),
      });
    };
    const read = readRow(each.row, text, note);
    if (read === undefined) continue;
    const name = read.sha256 === '' ? read.file : read.sha256;
    const before = first.get(name);
    if (name !== '' && before !== undefined) note('warning', 'twice', 'file', { first: before });
    else first.set(name, each.row);
    rows.push(read);
  }
  return { rows, findings };
}

const asFinding = (found: Placed): ListFinding => ({
  severity: found.severity,
  row: found.row ?? found.line ?? 0,
  ...(found.column === undefined ? {} : { column: found.column }),
  vi: wordFinding(found, 'vi'),
  en: wordFinding(found, 'en'),
});

const headingsOf = (sheet: Sheet | undefined, headerRow: number): readonly string[] =>
  (sheet?.rows.find(({ row }) => row === headerRow)?.cells ?? []).map(clip);

/** Whatever the bytes are, the answer is a value; a file that cannot be read has no rows and says why in row 0. */
export async function readEvidenceList(
  bytes: Uint8Array,
  fileName: string,
  chosen?: EvidenceMapping,
): Promise<EvidenceList> {
  const nothing = {
    rows: [],
    headings: [],
    mapping: { sheet: '', headerRow: 0, columns: [] },
    mapped: 'guessed',
  } as const;
  try {
    const isZip = fileKindOf(bytes, fileName) === 'zip';
    const { sheets, warnings } = isZip ? await readXlsxSheets(bytes) : readCsvSheets(bytes, fileName);
    const guess = chosen === undefined ? guessMapping(sheets, WORDS) : { mapping: chosen, mapped: 'chosen' as const };
    const first = sheets[0];
    const { mapping, mapped } = guess ?? {
      mapping: { sheet: first?.name ?? '', headerRow: first?.rows[0]?.row ?? 0, columns: [] },
      mapped: 'guessed' as const,
    };
    const sheet = sheets.find(({ name }) => name === mapping.sheet);
    const head = {
      mapping: { ...mapping, columns: [...mapping.columns] },
      mapped,
      headings: headingsOf(sheet, mapping.headerRow),
    };
    const said = warnings.map(asFinding);
    const wrong = checkMapping(mapping, sheets);
    if (sheet === undefined || wrong.length > 0)
      return { ...head, rows: [], findings: [...wrong.map(asFinding), ...said] };
    const isNamed = mapping.columns.some(({ field }) => field === 'file' || field === 'sha256');
    if (!isNamed) {
      const none = { vi: worded('headings', {}, 'vi'), en: worded('headings', {}, 'en') };
      return { ...head, rows: [], findings: [{ severity: 'error', row: mapping.headerRow, ...none }, ...said] };
    }
    const { rows, findings } = readRows(sheet, head.mapping);
    return { ...head, rows, findings: [...findings, ...said] };
  } catch (error) {
    if (error instanceof Halt)
      return { ...nothing, mapping: { ...nothing.mapping, columns: [] }, findings: [asFinding(error.problem)] };
    throw error;
  }
}
