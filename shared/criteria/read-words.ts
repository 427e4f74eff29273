// Reads a text that stands in two languages, under two keys of one map.
import type { Bilingual } from './criteria-set.ts';
import type { Fields } from './read-fields.ts';
import type { Value } from './value.ts';

export type Fields_ = ReadonlyMap<string, Value>;

export const LONG = { max: 4_000, lines: true } as const;

/** Vietnamese is needed; English that is missing becomes empty text and is counted by `checkSet`. */
export function readBilingual(
  fields: Fields,
  map: Fields_,
  path: string,
  vi: string,
  en: string,
): Bilingual | undefined {
  const read = fields.words(map, vi, path, LONG);
  const english = fields.text(map, en, path, LONG) ?? '';
  return read === undefined ? undefined : { vi: read, en: english };
}
