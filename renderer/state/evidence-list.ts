// A list of evidence set against the files that were taken in: what belongs to which, and what would be filled in.
import { foldText } from '../../shared/base/search-text.ts';
import { cleanLine } from '../../shared/base/text.ts';
import { EVIDENCE_KINDS, LABELS } from '../../shared/book/rulings.ts';
import { isSecretLabel } from '../../shared/book/secret-mark.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import { LANGUAGES, sentences } from '../../shared/lang/say.ts';
import { dayOf } from '../../shared/lang/when.ts';
import type { IntakeRow } from './intake.ts';

export type ListRow = OutputOf<'evidence.read-list'>['rows'][number];
export type Matched = { readonly row: ListRow; readonly key: number; readonly fills: Partial<IntakeRow> };
export type Unmatched = { readonly row: ListRow; readonly why: 'none' | 'several' | 'twice' | 'secret' };
export type Matches = {
  readonly matched: readonly Matched[];
  readonly unmatched: readonly Unmatched[];
  /** Keys of rows that the list says nothing of. */
  readonly untold: readonly number[];
};

const plain = (text: string): string => foldText(text.normalize('NFC')).replace(/\\/g, '/').replace(/\s+/g, ' ').trim();
const stem = (name: string): string => name.replace(/\.[^./]{1,8}$/, '');
const base = (name: string): string => name.replace(/^.*\//, '');

/** By hash; else by the whole path, the name, the name without its ending: the first of these that says anything. */
function rowsFor({ sha256, file }: ListRow, rows: readonly IntakeRow[]): readonly IntakeRow[] {
  if (sha256 !== '') return rows.filter((row) => (row.sha256 as string) === sha256.toLowerCase());
  const wanted = plain(file);
  if (wanted === '') return [];
  const ways: readonly ((row: IntakeRow) => boolean)[] = [
    ({ fileName }) => plain(fileName) === wanted,
    ({ fileName }) => base(plain(fileName)) === base(wanted),
    ({ fileName }) => stem(base(plain(fileName))) === stem(base(wanted)),
  ];
  for (const way of ways) {
    const found = rows.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

const words = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** One of a few values, by its code or by its words in either language; nothing where it is neither. */
function oneOf<T extends string>(typed: string, values: readonly T[], sentence: (value: T) => readonly string[]) {
  const wanted = words(typed);
  return wanted === '' ? undefined : values.find((value) => [value, ...sentence(value)].map(words).includes(wanted));
}
const both = LANGUAGES.map(sentences);
const kindOf = (typed: string) => oneOf(typed, EVIDENCE_KINDS, (kind) => both.map((t) => t(`kind.${kind}`)));
const labelOf = (typed: string) => oneOf(typed, LABELS, (label) => both.map((t) => t(`label.${label}`)));

/** Only what the list says; what it leaves empty, or says in a way nobody knows, stays. */
function fillsOf(row: ListRow): Partial<IntakeRow> {
  const kind = kindOf(row.kind);
  const label = labelOf(row.label);
  const date = /^\d{4}-\d\d-\d\d$/.test(row.date) ? dayOf('vi', row.date) : row.date;
  return {
    ...(cleanLine(row.title) === '' ? {} : { title: cleanLine(row.title).slice(0, 300) }),
    ...(kind === undefined ? {} : { kind }),
    ...(cleanLine(row.supplier) === '' ? {} : { supplier: cleanLine(row.supplier).slice(0, 300) }),
    ...(date === '' ? {} : { date: date.slice(0, 20) }),
    ...(label === undefined ? {} : { label }),
    ...(row.criteria.length === 0 ? {} : { criteria: row.criteria.join(', ').slice(0, 4_000) }),
  };
}

/** What a cell says of kind or circulation that is none of ours. */
export const strangeWords = (row: ListRow): readonly string[] => [
  ...(row.kind !== '' && kindOf(row.kind) === undefined ? [row.kind] : []),
  ...(row.label !== '' && !isSecretLabel(row.label) && labelOf(row.label) === undefined ? [row.label] : []),
];

export function matchList(list: readonly ListRow[], rows: readonly IntakeRow[]): Matches {
  const matched: Matched[] = [];
  const unmatched: Unmatched[] = [];
  const told = new Set<number>();
  for (const row of list) {
    const found = rowsFor(row, rows);
    const [one] = found;
    if (isSecretLabel(row.label) || isSecretLabel(row.title)) unmatched.push({ row, why: 'secret' });
    else if (one === undefined) unmatched.push({ row, why: 'none' });
    else if (found.length > 1) unmatched.push({ row, why: 'several' });
    else if (told.has(one.key)) unmatched.push({ row, why: 'twice' });
    else {
      told.add(one.key);
      matched.push({ row, key: one.key, fills: fillsOf(row) });
    }
  }
  return { matched, unmatched, untold: rows.filter(({ key }) => !told.has(key)).map(({ key }) => key) };
}

/** Rows with what the list says of them. */
export function applyList(rows: readonly IntakeRow[], { matched }: Matches): readonly IntakeRow[] {
  const fills = new Map(matched.map(({ key, fills: part }) => [key, part]));
  return rows.map((row) => ({ ...row, ...fills.get(row.key) }));
}
