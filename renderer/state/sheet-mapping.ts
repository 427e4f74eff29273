// Which column of a sheet is what, while somebody chooses: one field a column, one column a field.
import { foldText } from '../../shared/base/search-text.ts';
import type { SheetField, SheetMapping, SheetPreview } from '../../shared/contract/criteria-library.ts';

/** 1 is A, 27 is AA: as spreadsheets name their columns. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export const fieldOf = (mapping: SheetMapping, column: number): SheetField | undefined =>
  mapping.columns.find((each) => each.column === column)?.field;

/** The column takes the field away from any other one; without a field it is left out. */
export function withColumn(mapping: SheetMapping, column: number, field: SheetField | undefined): SheetMapping {
  const others = mapping.columns.filter((each) => each.column !== column && each.field !== field);
  const columns = field === undefined ? others : [...others, { field, column }];
  return { ...mapping, columns: columns.toSorted((one, other) => one.column - other.column) };
}

/** What stood before somebody began with a column. */
export type Begun = { readonly column: number; readonly mapping: SheetMapping };

/**
 * Arrows walk a list through fields that other columns have; each step begins again from what stood before the first one,
 * so that only the field at which the walk ends is taken from anybody.
 */
export function beginAt(begun: Begun | undefined, mapping: SheetMapping, column: number): Begun {
  const isSame =
    begun?.column === column && begun.mapping.sheet === mapping.sheet && begun.mapping.headerRow === mapping.headerRow;
  return isSame ? begun : { column, mapping };
}

/** @param headerRow 0: the sheet has no names of columns */
export const withHeader = (mapping: SheetMapping, headerRow: number): SheetMapping => ({ ...mapping, headerRow });

const headingsOf = (sheet: SheetPreview | undefined, row: number): readonly string[] =>
  (sheet?.rows[row - 1] ?? []).map((cell) => foldText(cell.trim()));

/** Another sheet: what was chosen goes along by the names of the columns, and what has no such name there is left out. */
export function withSheet(mapping: SheetMapping, sheets: readonly SheetPreview[], name: string): SheetMapping {
  const next = sheets.find((sheet) => sheet.name === name);
  if (next === undefined || name === mapping.sheet) return mapping;
  const before = headingsOf(
    sheets.find((sheet) => sheet.name === mapping.sheet),
    mapping.headerRow,
  );
  const headerRow = mapping.headerRow === 0 ? 0 : Math.min(mapping.headerRow, Math.max(1, next.rowCount));
  const after = headingsOf(next, headerRow);
  const columns = mapping.columns.flatMap(({ field, column }) => {
    const heading = before[column - 1] ?? '';
    const at = heading === '' ? -1 : after.indexOf(heading);
    return at < 0 ? [] : [{ field, column: at + 1 }];
  });
  return { sheet: name, headerRow, columns };
}

const SHOWN = 60;

/** The words of a row, for choosing the one with the names of the columns. */
export function rowWords(row: readonly string[]): string {
  const words = row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ');
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}
