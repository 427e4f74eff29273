// Which column of a sheet is what: by our own headings, by what others call them, or as somebody chose.
import { createHash } from 'node:crypto';
import type { SheetPreview } from '../../shared/contract/criteria-library.ts';
import { clip, problem, warning } from '../../shared/criteria/finding.ts';
import type { Language } from '../../shared/lang/say.ts';
import type { Placed } from './halt.ts';
import { placeOfCell, type Sheet, type SheetRow } from './sheet.ts';
import { foldWord } from './sheet-words.ts';

type Column<F extends string> = { readonly field: F; readonly column: number };
export type Mapping<F extends string> = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: Column<F>[];
};
export type Mapped<F extends string> = {
  readonly mapping: Mapping<F>;
  readonly mapped: 'template' | 'guessed';
};

/** The words of one kind of sheet. */
export type Vocabulary<F extends string> = {
  readonly headings: Readonly<Record<F, Readonly<Record<Language, string>>>>;
  readonly synonyms: Readonly<Record<F, readonly string[]>>;
  /** Without one of each of these a row of headings is none of ours. */
  readonly needs: readonly (readonly F[])[];
};

const LOOKED_ROWS = 40;
/** Columns that number the rows: nothing is lost with them. */
const ORDER = ['stt', 'tt', 'so tt', 'so thu tu'];

const fieldsOf = <F extends string>({ headings }: Vocabulary<F>): readonly F[] => Object.keys(headings) as F[];

function exactly<F extends string>(words: Vocabulary<F>, heading: string): F | undefined {
  return fieldsOf(words).find((field) =>
    [words.headings[field].vi, words.headings[field].en].map(foldWord).includes(heading),
  );
}

/** Each field once: by our own heading before by anybody else's, the first column of several. */
function matchRow<F extends string>(
  words: Vocabulary<F>,
  { cells }: SheetRow,
): readonly (Column<F> & { ours: boolean })[] {
  const found = new Map<F, Column<F> & { ours: boolean }>();
  const folded = cells.map(foldWord);
  const takeAll = (fieldOf: (heading: string) => F | undefined, ours: boolean): void => {
    for (const [at, heading] of folded.entries()) {
      const field = heading === '' ? undefined : fieldOf(heading);
      const taken = [...found.values()].some(({ column }) => column === at + 1);
      if (field !== undefined && !found.has(field) && !taken) found.set(field, { field, column: at + 1, ours });
    }
  };
  takeAll((heading) => exactly(words, heading), true);
  takeAll((heading) => fieldsOf(words).find((field) => words.synonyms[field].includes(heading)), false);
  return [...found.values()].sort((a, b) => a.column - b.column);
}

/** The row that names most columns, of all sheets; undefined where none names what is needed. */
export function guessMapping<F extends string>(sheets: readonly Sheet[], words: Vocabulary<F>): Mapped<F> | undefined {
  let best: (Mapped<F> & { score: number }) | undefined;
  for (const sheet of sheets)
    for (const row of sheet.rows.slice(0, LOOKED_ROWS)) {
      const columns = matchRow(words, row);
      const has = (field: F): boolean => columns.some((each) => each.field === field);
      const score = columns.length;
      if (!words.needs.every((any) => any.some(has)) || score <= (best?.score ?? 0)) continue;
      // Two are chance: a template has all of its own headings.
      const mapped = columns.length > 2 && columns.every(({ ours }) => ours) ? 'template' : 'guessed';
      const plain = columns.map(({ field, column }) => ({ field, column }));
      best = { mapping: { sheet: sheet.name, headerRow: row.row, columns: plain }, mapped, score };
    }
  return best === undefined ? undefined : { mapping: best.mapping, mapped: best.mapped };
}

/** What is wrong with a mapping that was chosen. */
export function checkMapping<F extends string>(
  { sheet: name, columns }: Mapping<F>,
  sheets: readonly Sheet[],
): readonly Placed[] {
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) return [problem('mapping-sheet', '', { name: clip(name) })];
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return columns.flatMap(({ field, column }, at): readonly Placed[] => {
    const twice = columns.findIndex((each) => each.field === field || each.column === column) < at;
    if (twice) return [{ ...problem('mapping-twice', '', { field }), sheet: name, column }];
    return column > width ? [{ ...problem('mapping-column', '', { column }), sheet: name, column }] : [];
  });
}

/** Headings of columns that nothing is taken from, where they have a name and stand over something. */
export function unmappedColumns<F extends string>(sheet: Sheet, { headerRow, columns }: Mapping<F>): readonly Placed[] {
  const head = sheet.rows.find(({ row }) => row === headerRow);
  const below = sheet.rows.filter(({ row }) => row > headerRow);
  return (head?.cells ?? []).flatMap((heading, at): readonly Placed[] => {
    const used = columns.some(({ column }) => column === at + 1);
    if (
      head === undefined ||
      used ||
      heading.trim() === '' ||
      ORDER.includes(foldWord(heading)) ||
      !below.some(({ cells }) => (cells[at] ?? '').trim() !== '')
    )
      return [];
    return [{ ...warning('column-unmapped', '', { heading: clip(heading) }), ...placeOfCell(sheet, head, at + 1) }];
  });
}

/**
 * A name for sheets with the same headings: a mapping that was chosen is remembered under the key of what was guessed
 * (or of the first row, where nothing was). The same from a whole sheet and from its preview.
 */
export function headingKey(sheet: Pick<SheetPreview, 'rows'>, headerRow: number): string {
  const head = sheet.rows[Math.max(0, headerRow - 1)] ?? [];
  const words = head.slice(0, 30).map((text) => foldWord(text.slice(0, 100)));
  return createHash('sha256')
    .update(JSON.stringify(words.slice(0, words.findLastIndex(Boolean) + 1)))
    .digest('hex');
}
