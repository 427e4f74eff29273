// What reading a file found, as the screen lists it: errors first, each with its place in words.
import type { CriteriaFileReport, FileFinding } from '../../shared/contract/criteria-library.ts';
import { columnName } from './sheet-mapping.ts';
import type { Words } from './words.ts';

export const FINDING_FILTERS = ['all', 'error', 'warning'] as const;
export type FindingFilter = (typeof FINDING_FILTERS)[number];

export const countOf = (findings: readonly FileFinding[], filter: FindingFilter): number =>
  findings.filter(({ severity }) => filter === 'all' || severity === filter).length;

/** Errors before warnings; inside in the order of the file. */
export const inSight = (findings: readonly FileFinding[], filter: FindingFilter): readonly FileFinding[] =>
  findings
    .filter(({ severity }) => filter === 'all' || severity === filter)
    .toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));

/** As somebody looks for it in the file: sheet, row and the letter of the column, or the line. */
export function placeOf({ sheet, row, column, line }: FileFinding, { t }: Pick<Words, 't'>): string {
  const parts = [
    ...(sheet === undefined || sheet === '' ? [] : [t('load.place.sheet', { sheet })]),
    ...(row === undefined ? [] : [t('load.place.row', { row })]),
    ...(column === undefined ? [] : [t('load.place.column', { column: columnName(column) })]),
    ...(line === undefined ? [] : [t('load.place.line', { line })]),
  ];
  if (parts.length === 0) return t('load.place.whole');
  const words = parts.join(', ');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** Without a set the file is refused as a whole; with one it can be taken in. */
export type Verdict = 'refused' | 'ready' | 'known';

export const verdictOf = ({ set, known }: CriteriaFileReport): Verdict => {
  if (set === undefined) return 'refused';
  return known === undefined ? 'ready' : 'known';
};
