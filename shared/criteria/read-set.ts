// Reads a criteria set from the tree of a YAML or JSON file, naming the place of everything that is wrong.
import type { Comparator } from '../base/decimal.ts';
import { isDecimal } from '../base/decimal.ts';
import { checkSet } from './check-set.ts';
import {
  type Bilingual,
  type CriteriaGroup,
  type CriteriaSet,
  type Criterion,
  criteriaSet,
  type OutcomeRule,
} from './criteria-set.ts';
import { clip, type Problem, warning } from './finding.ts';
import { type Fields, startFields } from './read-fields.ts';
import { isMap, under, type Value } from './value.ts';

export type ReadSet = {
  /** Missing when there is any error. */
  readonly set?: CriteriaSet;
  readonly problems: readonly Problem[];
  /** Paths in the file that the set does not keep. */
  readonly leftOut: readonly string[];
};

type Fields_ = ReadonlyMap<string, Value>;

const LONG = { max: 4_000, lines: true } as const;
const SET_KEYS = [
  'id',
  'version',
  'sample',
  'name_vi',
  'name_en',
  'legal_basis_vi',
  'marks',
  'outcome_rules',
  'groups',
];
const RULE_KEYS = ['when', 'outcome', 'vi', 'en'];
const GROUP_KEYS = ['id', 'vi', 'en', 'criteria'];
const MEASURED_KEYS = ['unit', 'comparator', 'threshold', 'formula'];
const CRITERION_KEYS = [
  ...['id', 'vi', 'en', 'kind', 'tags', 'origin', 'not_applicable', 'guidance_vi', 'guidance_en'],
  ...['evidence', 'evidence_vi', 'evidence_en', ...MEASURED_KEYS],
];
const COMPARATORS: readonly Comparator[] = ['>=', '>', '<=', '<', '='];
const isComparator = (text: string): text is Comparator => COMPARATORS.some((known) => known === text);
const MARKS = ['dat', 'khong_dat'];

function readId(fields: Fields, map: Fields_, path: string, key = 'id'): string | undefined {
  if (fields.words(map, key, path, { max: 200 }) === undefined) return undefined;
  return fields.id(map.get(key), under(path, key));
}

/** A list of single texts; an empty entry is a problem, never dropped in silence. */
function readEach(
  fields: Fields,
  map: Fields_,
  key: string,
  path: string,
  max: number,
  read: (value: Value, path: string) => string | undefined,
): string[] {
  const entries = fields.list(map, key, path, { min: 0, max }) ?? [];
  return entries.flatMap((entry, at) => {
    const place = under(under(path, key), at);
    const before = fields.problems.length;
    const text = read(entry, place);
    if (text === undefined && fields.problems.length === before) fields.note('text-expected', place);
    return text ?? [];
  });
}

/** Vietnamese is needed; English that is missing becomes empty text and is counted by `checkSet`. */
function readBilingual(fields: Fields, map: Fields_, path: string, vi: string, en: string): Bilingual | undefined {
  const read = fields.words(map, vi, path, LONG);
  const english = fields.text(map, en, path, LONG) ?? '';
  return read === undefined ? undefined : { vi: read, en: english };
}

function readMaybe(fields: Fields, map: Fields_, path: string, vi: string, en: string): Bilingual | undefined {
  return map.has(vi) || map.has(en) ? readBilingual(fields, map, path, vi, en) : undefined;
}

/** `evidence: tiếng Việt / English` in one line, or `evidence_vi` and `evidence_en`. */
function readEvidence(fields: Fields, map: Fields_, path: string): Bilingual | undefined {
  const line = fields.text(map, 'evidence', path, LONG);
  if (line === undefined) return readMaybe(fields, map, path, 'evidence_vi', 'evidence_en');
  const [vi = '', en = '', ...more] = line.split(/\s+\/\s+/);
  if (more.length === 0 && vi !== '') return { vi, en };
  fields.problems.push(warning('evidence-unsplit', under(path, 'evidence')));
  return { vi: line, en: '' };
}

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

function readKind(fields: Fields, map: Fields_, path: string) {
  const kind = fields.words(map, 'kind', path, { max: 40 });
  if (kind === 'measured') return readMeasure(fields, map, path);
  if (kind === undefined) return undefined;
  if (kind !== 'pass_fail') return fields.note('kind-unknown', under(path, 'kind'), { kind });
  for (const key of MEASURED_KEYS) if (map.has(key)) fields.note('measured-only', under(path, key), { key });
  return { kind: 'pass-fail' as const };
}

function readCriterion(fields: Fields, value: Value, path: string): Criterion | undefined {
  const map = fields.map(value, path, CRITERION_KEYS);
  if (map === undefined) return undefined;
  const id = readId(fields, map, path);
  const statement = readBilingual(fields, map, path, 'vi', 'en');
  const kind = readKind(fields, map, path);
  const guidance = readMaybe(fields, map, path, 'guidance_vi', 'guidance_en');
  const evidence = readEvidence(fields, map, path);
  const origin = fields.text(map, 'origin', path, { max: 200 });
  const tags = readEach(fields, map, 'tags', path, 20, (tag, at) => fields.id(tag, at));
  const notApplicable = fields.flag(map, 'not_applicable', path);
  if (id === undefined || statement === undefined || kind === undefined) return undefined;
  return {
    ...kind,
    ...{ id, statement, tags, notApplicable },
    ...(guidance === undefined ? {} : { guidance }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(origin === undefined ? {} : { origin }),
  };
}

function readGroup(fields: Fields, value: Value, path: string): CriteriaGroup | undefined {
  const map = fields.map(value, path, GROUP_KEYS);
  if (map === undefined) return undefined;
  const id = readId(fields, map, path);
  const name = readBilingual(fields, map, path, 'vi', 'en');
  const entries = fields.list(map, 'criteria', path, { min: 1, max: 500 });
  const criteria = entries?.map((entry, at) => readCriterion(fields, entry, `${under(path, 'criteria')}[${at}]`));
  if (id === undefined || name === undefined || criteria === undefined) return undefined;
  return { id, name, criteria: criteria.filter((criterion) => criterion !== undefined) };
}

function readWhen(fields: Fields, map: Fields_, path: string): OutcomeRule['when'] | undefined {
  const when = fields.words(map, 'when', path, { max: 100 });
  if (when === undefined) return undefined;
  if (when === 'all_met') return { is: 'all-met' };
  if (when === 'otherwise') return { is: 'otherwise' };
  const tag = /^all_met_except_tag\(\s*([A-Za-z0-9][A-Za-z0-9._-]{0,39})\s*\)$/.exec(when)?.[1];
  if (tag !== undefined) return { is: 'all-met-except-tag', tag };
  return fields.note('when-unknown', under(path, 'when'), { when: clip(when) });
}

function readRule(fields: Fields, value: Value, path: string): OutcomeRule | undefined {
  const map = fields.map(value, path, RULE_KEYS);
  if (map === undefined) return undefined;
  const when = readWhen(fields, map, path);
  const outcome = readId(fields, map, path, 'outcome');
  const name = readBilingual(fields, map, path, 'vi', 'en');
  return when === undefined || outcome === undefined || name === undefined ? undefined : { when, outcome, name };
}

/** Points and other scales are not read as pass or fail by mistake: a set that names other marks is refused. */
function readMarks(fields: Fields, map: Fields_): void {
  const marks = fields.list(map, 'marks', '', { min: 0, max: 20 }) ?? [];
  for (const [at, mark] of marks.entries())
    if (typeof mark !== 'string' || !MARKS.includes(mark))
      fields.note('mark-unknown', `marks[${at}]`, { mark: typeof mark === 'string' ? clip(mark) : '…' });
  if (map.has('marks') && !MARKS.every((mark) => marks.includes(mark))) fields.note('marks-incomplete', 'marks');
}

function readWhole(fields: Fields, map: Fields_): CriteriaSet | undefined {
  const id = readId(fields, map, '');
  const version = fields.words(map, 'version', '', { max: 40 });
  const sample = fields.flag(map, 'sample', '');
  const name = readBilingual(fields, map, '', 'name_vi', 'name_en');
  readMarks(fields, map);
  const legalBasis = readEach(fields, map, 'legal_basis_vi', '', 50, (line, at) => fields.word(line, at, { max: 500 }));
  const rules = fields.list(map, 'outcome_rules', '', { min: 1, max: 20 });
  const outcomes = rules?.map((rule, at) => readRule(fields, rule, `outcome_rules[${at}]`));
  const entries = fields.list(map, 'groups', '', { min: 1, max: 100 });
  const groups = entries?.map((group, at) => readGroup(fields, group, `groups[${at}]`));
  if (id === undefined || version === undefined || name === undefined || outcomes === undefined || groups === undefined)
    return undefined;
  return {
    v: 1,
    ...{ id, version, sample, name, legalBasis },
    outcomes: outcomes.filter((rule) => rule !== undefined),
    groups: groups.filter((group) => group !== undefined),
  };
}

/**
 * Reads the whole file and reports every field that is wrong, not the first only; a set whose fields are all well is
 * then checked as a whole.
 */
export function readSet(value: Value): ReadSet {
  const fields = startFields();
  const map = fields.map(isMap(value) ? value : undefined, '', SET_KEYS);
  const read = map === undefined ? undefined : readWhole(fields, map);
  const unread = fields.problems.some(({ severity }) => severity === 'error');
  // Only a set read whole is checked as a whole: with parts missing, places and tags would be said wrongly.
  const checks = read === undefined || unread ? [] : checkSet(read);
  const problems = [...fields.problems, ...checks, ...fields.mended()];
  const refused = problems.some(({ severity }) => severity === 'error');
  if (read === undefined || refused) return { problems, leftOut: fields.leftOut };
  // The last word is the schema's: what it refuses must not enter, even where the readers above have a gap.
  const parsed = criteriaSet.safeParse(read);
  if (parsed.success) return { set: parsed.data, problems, leftOut: fields.leftOut };
  const invalid = parsed.error.issues.map(
    (issue): Problem => ({
      severity: 'error',
      code: 'set-invalid',
      params: { why: clip(issue.message) },
      path: issue.path.join('.'),
    }),
  );
  return { problems: [...problems, ...invalid], leftOut: fields.leftOut };
}
