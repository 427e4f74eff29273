// Reads a criteria set from the tree of a YAML or JSON file, naming the place of everything that is wrong.
import { z } from 'zod';
import { checkSet } from './check-set.ts';
import {
  type Bilingual,
  type Condition,
  type CriteriaGroup,
  type CriteriaSet,
  type Criterion,
  criteriaSet,
  type OutcomeRule,
  type Promulgation,
} from './criteria-set.ts';
import { clip, type Problem, warning } from './finding.ts';
import { type Fields, startFields } from './read-fields.ts';
import { KIND_KEYS, readKind } from './read-kind.ts';
import { type Fields_, LONG, readBilingual } from './read-words.ts';
import { isMap, under, type Value } from './value.ts';

export type ReadSet = {
  /** Missing when there is any error. */
  readonly set?: CriteriaSet;
  readonly problems: readonly Problem[];
  /** Paths in the file that the set does not keep. */
  readonly leftOut: readonly string[];
};

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
  'promulgation',
  'attribution',
];
const PROMULGATION_KEYS = ['number', 'date', 'body'];
const CONDITION_KEYS = ['criterion', 'mark'];
const RULE_KEYS = ['when', 'outcome', 'vi', 'en'];
const GROUP_KEYS = ['id', 'vi', 'en', 'criteria'];
const CRITERION_KEYS = [
  ...['id', 'vi', 'en', 'kind', 'tags', 'origin', 'not_applicable', 'guidance_vi', 'guidance_en'],
  ...['evidence', 'evidence_vi', 'evidence_en', 'weight', 'must_pass', 'applies_when', ...KIND_KEYS],
];
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

function readCondition(fields: Fields, value: Value, path: string): Condition | undefined {
  const map = fields.map(value, path, CONDITION_KEYS);
  if (map === undefined) return undefined;
  const criterion = readId(fields, map, path, 'criterion');
  const mark = fields.words(map, 'mark', path, { max: 40 });
  if (mark !== undefined && !MARKS.includes(mark))
    return fields.note('mark-unknown', under(path, 'mark'), { mark: clip(mark) });
  if (criterion === undefined || mark === undefined) return undefined;
  return { criterion, mark: mark === 'dat' ? 'met' : 'not-met' };
}

function readConditions(fields: Fields, map: Fields_, path: string): readonly Condition[] {
  const entries = fields.list(map, 'applies_when', path, { min: 0, max: 5 }) ?? [];
  return entries.flatMap((entry, at) => readCondition(fields, entry, `${under(path, 'applies_when')}[${at}]`) ?? []);
}

/** Basis points, a whole number from 1 to 10000. */
function readWeight(fields: Fields, map: Fields_, path: string): number | undefined {
  const text = fields.text(map, 'weight', path, { max: 40 });
  if (text === undefined) return undefined;
  if (/^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 10_000) return Number(text);
  return fields.note('weight-malformed', under(path, 'weight'), { weight: clip(text) });
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
  const mustPass = fields.flag(map, 'must_pass', path);
  const appliesWhen = readConditions(fields, map, path);
  const weight = readWeight(fields, map, path);
  if (id === undefined || statement === undefined || kind === undefined) return undefined;
  return {
    ...kind,
    ...{ id, statement, tags, notApplicable },
    ...(mustPass ? { mustPass } : {}),
    ...(appliesWhen.length === 0 ? {} : { appliesWhen: [...appliesWhen] }),
    ...(weight === undefined ? {} : { weight }),
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
  if (when === 'must_pass_met') return { is: 'must-pass-met' };
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

function readPromulgation(fields: Fields, map: Fields_): Promulgation | undefined {
  if (!map.has('promulgation')) return undefined;
  const path = 'promulgation';
  const given = fields.map(map.get(path), path, PROMULGATION_KEYS);
  if (given === undefined) return undefined;
  const number = fields.words(given, 'number', path, { max: 100 });
  const date = fields.words(given, 'date', path, { max: 40 });
  const body = fields.words(given, 'body', path, { max: 200 });
  if (date !== undefined && !z.iso.date().safeParse(date).success)
    return fields.note('date-malformed', under(path, 'date'), { date: clip(date) });
  return number === undefined || date === undefined || body === undefined ? undefined : { number, date, body };
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
  const promulgation = readPromulgation(fields, map);
  const attribution = fields.text(map, 'attribution', '', { max: 1_000, lines: true });
  if (id === undefined || version === undefined || name === undefined || outcomes === undefined || groups === undefined)
    return undefined;
  return {
    v: 1,
    ...{ id, version, sample, name, legalBasis },
    outcomes: outcomes.filter((rule) => rule !== undefined),
    groups: groups.filter((group) => group !== undefined),
    ...(promulgation === undefined ? {} : { promulgation }),
    ...(attribution === undefined ? {} : { attribution }),
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
