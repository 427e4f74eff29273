// Reads how a criterion is judged: by yes or no, by a measured value, or by points with levels.
import { type Comparator, isDecimal } from '../base/decimal.ts';
import { clip } from './finding.ts';
import type { Fields } from './read-fields.ts';
import { type Fields_, readBilingual } from './read-words.ts';
import { under, type Value } from './value.ts';

const MEASURED_KEYS = ['unit', 'comparator', 'threshold', 'formula'];
const POINTS_KEYS = ['levels', 'pass'];
export const KIND_KEYS: readonly string[] = [...MEASURED_KEYS, ...POINTS_KEYS];
const COMPARATORS: readonly Comparator[] = ['>=', '>', '<=', '<', '='];
const isComparator = (text: string): text is Comparator => COMPARATORS.some((known) => known === text);

function readThreshold(fields: Fields, map: Fields_, path: string): string | null | undefined {
  if (!map.has('threshold')) return fields.note('field-missing', path, { key: 'threshold' });
  const value = map.get('threshold');
  if (value === null) return null;
  const at = under(path, 'threshold');
  if (typeof value === 'string' && isDecimal(value)) return value;
  return fields.note('threshold-malformed', at, { threshold: typeof value === 'string' ? clip(value) : '…' });
}

function readMeasure(fields: Fields, map: Fields_, path: string) {
  const unit = fields.words(map, 'unit', path, { max: 40 });
  const sign = fields.words(map, 'comparator', path, { max: 40 });
  const threshold = readThreshold(fields, map, path);
  const formula = fields.text(map, 'formula', path, { max: 500 });
  if (sign !== undefined && !isComparator(sign))
    return fields.note('comparator-unknown', under(path, 'comparator'), { comparator: sign });
  if (unit === undefined || sign === undefined || threshold === undefined) return undefined;
  return {
    kind: 'measured' as const,
    unit,
    comparator: sign,
    threshold,
    ...(formula === undefined ? {} : { formula }),
  };
}

const LEVEL_KEYS = ['points', 'vi', 'en'];

/** Whole points from 0 to 100. */
function readPoints(fields: Fields, map: Fields_, key: string, path: string): number | undefined {
  const text = fields.words(map, key, path, { max: 40 });
  if (text === undefined) return undefined;
  if (/^(0|[1-9][0-9]?|100)$/.test(text)) return Number(text);
  return fields.note('points-malformed', under(path, key), { points: clip(text) });
}

function readLevel(fields: Fields, value: Value, path: string) {
  const map = fields.map(value, path, LEVEL_KEYS);
  if (map === undefined) return undefined;
  const points = readPoints(fields, map, 'points', path);
  const name = readBilingual(fields, map, path, 'vi', 'en');
  return points === undefined || name === undefined ? undefined : { points, name };
}

function readLevels(fields: Fields, map: Fields_, path: string) {
  const entries = fields.list(map, 'levels', path, { min: 2, max: 20 });
  const levels = entries?.map((entry, at) => readLevel(fields, entry, `${under(path, 'levels')}[${at}]`));
  const pass = readPoints(fields, map, 'pass', path);
  if (levels === undefined || pass === undefined) return undefined;
  return { kind: 'points' as const, levels: levels.filter((level) => level !== undefined), pass };
}

/** Undefined where a problem was noted. Keys of another kind are a problem: they would be dropped in silence. */
export function readKind(fields: Fields, map: Fields_, path: string) {
  const kind = fields.words(map, 'kind', path, { max: 40 });
  if (kind === undefined) return undefined;
  if (kind !== 'pass_fail' && kind !== 'measured' && kind !== 'points')
    return fields.note('kind-unknown', under(path, 'kind'), { kind });
  if (kind !== 'measured')
    for (const key of MEASURED_KEYS) if (map.has(key)) fields.note('measured-only', under(path, key), { key });
  if (kind !== 'points')
    for (const key of POINTS_KEYS) if (map.has(key)) fields.note('points-only', under(path, key), { key });
  if (kind === 'measured') return readMeasure(fields, map, path);
  return kind === 'points' ? readLevels(fields, map, path) : { kind: 'pass-fail' as const };
}
