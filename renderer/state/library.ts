// The library of criteria sets as the screens know it: sifted, ordered, named by its state.
import { foldText, holdsInOneLine, searchWords } from '../../shared/base/search-text.ts';
import type { LibraryRow } from '../../shared/contract/criteria-library.ts';
import { type Answer, useAnswer } from './use-answer.ts';
import type { Words } from './words.ts';

export const useLibrary = (): Answer<'library.list'> => useAnswer('library.list');

/** A draft has a name, an id and a version only once somebody has typed them. */
export const nameOf = ({ name, id }: Pick<LibraryRow, 'name' | 'id'>, { of, t }: Pick<Words, 'of' | 't'>): string =>
  of(name).trim() || id || t('library.unnamed');

/** What one looks for. A copy of a sample that is being written is a draft, and is marked as a sample besides. */
export const LIBRARY_FILTERS = ['all', 'draft', 'promulgated', 'sample'] as const;
export type LibraryFilter = (typeof LIBRARY_FILTERS)[number];

/** How a set stands, in one word; `shipped`: comes with the application and is no sample. */
export type SetStanding = 'sample' | 'draft' | 'promulgated' | 'shipped';

export function standingOf({
  state,
  sample,
  promulgation,
}: Pick<LibraryRow, 'state' | 'sample' | 'promulgation'>): SetStanding {
  if (state === 'draft') return 'draft';
  if (state === 'promulgated' || promulgation !== undefined) return 'promulgated';
  return sample ? 'sample' : 'shipped';
}

const isOf = (row: LibraryRow, filter: LibraryFilter): boolean => {
  if (filter === 'all') return true;
  return filter === 'sample' ? row.sample : standingOf(row) === filter;
};

const RANK: Readonly<Record<SetStanding, number>> = { draft: 0, promulgated: 1, shipped: 2, sample: 3 };
const vietnamese = new Intl.Collator('vi', { numeric: true });

/** What is being worked on first, newest first; then what is in force, newest decision first; samples last, by name. */
export function inOrder(rows: readonly LibraryRow[]): readonly LibraryRow[] {
  const when = (row: LibraryRow): string => row.promulgation?.date ?? row.savedAt ?? '';
  return rows.toSorted((one, other) => {
    const rank = RANK[standingOf(one)] - RANK[standingOf(other)];
    if (rank !== 0) return rank;
    if (when(one) !== when(other)) return when(one) < when(other) ? 1 : -1;
    return vietnamese.compare(one.name.vi, other.name.vi) || vietnamese.compare(other.version, one.version);
  });
}

/** A row with what is searched in, folded once: what names the set, and its sentences. */
export type ReadyRow = { readonly row: LibraryRow; readonly head: string; readonly lines: readonly string[] };

export const headOf = ({ id, version, name, promulgation }: LibraryRow): string =>
  foldText([id, version, name.vi, name.en, promulgation?.number, promulgation?.body].join(' '));

export const readyRows = (rows: readonly LibraryRow[]): readonly ReadyRow[] =>
  inOrder(rows).map((row) => ({ row, head: headOf(row), lines: foldText(row.text).split('\n') }));

/** The sentence of a set by which it was found, as it is written; undefined where its name alone has the words. */
export function hitLine(row: LibraryRow, words: readonly string[]): string | undefined {
  const head = headOf(row);
  if (words.length === 0 || holdsInOneLine(head, [], words)) return undefined;
  return row.text.split('\n').find((line) => holdsInOneLine(head, [foldText(line)], words));
}

export function siftRows(
  ready: readonly ReadyRow[],
  { typed, filter }: { readonly typed: string; readonly filter: LibraryFilter },
): readonly LibraryRow[] {
  const words = searchWords(typed);
  return ready
    .filter(({ row, head, lines }) => isOf(row, filter) && holdsInOneLine(head, lines, words))
    .map(({ row }) => row);
}

/** Two sets to be compared, the older one first: by version where it is one set, else in the order they were chosen. */
export function olderFirst(one: LibraryRow, other: LibraryRow): readonly [older: string, newer: string] {
  const isNewer = one.id === other.id && vietnamese.compare(one.version, other.version) > 0;
  return isNewer ? [other.key, one.key] : [one.key, other.key];
}

/** What a set can be compared with: its own versions first. */
export const comparedWith = (row: LibraryRow, rows: readonly LibraryRow[]): readonly LibraryRow[] =>
  inOrder(rows.filter(({ key }) => key !== row.key)).toSorted(
    (one, other) => Number(other.id === row.id) - Number(one.id === row.id),
  );
