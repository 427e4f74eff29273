// From the path of a problem to the field of the form that it is about, and to what must be open to see that field.
import type { Problem } from '../../shared/criteria/finding.ts';
import type { CriterionDraft, SetDraft } from '../../shared/criteria/set-draft.ts';
import { type At, criteriaIn } from './set-edits.ts';

/** Fields that a problem can stand at, by the name the form gives them. */
export const SET_FIELDS = ['id', 'version', 'vi', 'en', 'legal', 'attribution', 'groups', 'outcomes'] as const;
export const GROUP_FIELDS = ['id', 'vi', 'en', 'criteria'] as const;
export const CRITERION_FIELDS = [
  ...(['id', 'vi', 'en', 'guidanceVi', 'guidanceEn', 'evidenceVi', 'evidenceEn', 'kind'] as const),
  ...(['unit', 'comparator', 'threshold', 'formula', 'levels', 'levelPoints', 'levelVi', 'levelEn', 'pass'] as const),
  ...(['tags', 'weight', 'notApplicable', 'mustPass', 'conditions', 'origin'] as const),
] as const;
export const OUTCOME_FIELDS = ['when', 'tag', 'outcome', 'vi', 'en'] as const;
export type CriterionField = (typeof CRITERION_FIELDS)[number];
/** Key of a field's name on the screen, under `set.field.`. */
export type FieldName =
  | `set.${(typeof SET_FIELDS)[number]}`
  | `group.${(typeof GROUP_FIELDS)[number]}`
  | `criterion.${CriterionField}`
  | `outcome.${(typeof OUTCOME_FIELDS)[number]}`;

export type SetTab = 'content' | 'outcomes' | 'consult' | 'promulgate';
export type Placed = {
  readonly problem: Problem;
  /** The name of the place in the page, unique in the form. */
  readonly place: string;
  readonly field: FieldName;
  readonly tab: SetTab;
  readonly at: At;
};

export const setPlace = (field: (typeof SET_FIELDS)[number]): string => `set.${field}`;
export const groupPlace = (key: number, field: (typeof GROUP_FIELDS)[number]): string => `group.${key}.${field}`;
/** @param row which of several: a level's key, or the position of a condition */
export const criterionPlace = (key: number, field: CriterionField, row?: number): string =>
  `criterion.${key}.${field}${row === undefined ? '' : `.${row}`}`;
export const outcomePlace = (key: number, field: (typeof OUTCOME_FIELDS)[number]): string => `outcome.${key}.${field}`;

const OF_SET: Readonly<Record<string, (typeof SET_FIELDS)[number]>> = {
  id: 'id',
  version: 'version',
  name_vi: 'vi',
  name_en: 'en',
  legal_basis_vi: 'legal',
  attribution: 'attribution',
  outcome_rules: 'outcomes',
  groups: 'groups',
};
const OF_CRITERION: Readonly<Record<string, CriterionField>> = {
  ...{ id: 'id', vi: 'vi', en: 'en', kind: 'kind', unit: 'unit', comparator: 'comparator', threshold: 'threshold' },
  ...{ guidance_vi: 'guidanceVi', guidance_en: 'guidanceEn', evidence_vi: 'evidenceVi', evidence_en: 'evidenceEn' },
  ...{ formula: 'formula', levels: 'levels', pass: 'pass', tags: 'tags', weight: 'weight', origin: 'origin' },
  ...{ not_applicable: 'notApplicable', must_pass: 'mustPass', applies_when: 'conditions' },
};
const OF_LEVEL: Readonly<Record<string, CriterionField>> = {
  points: 'levelPoints',
  vi: 'levelVi',
  en: 'levelEn',
};

type Where = Omit<Placed, 'problem'>;

const inSet = (field: (typeof SET_FIELDS)[number]): Where => ({
  place: setPlace(field),
  field: `set.${field}`,
  tab: field === 'outcomes' ? 'outcomes' : 'content',
  at: { is: 'set' },
});

const inCriterion = (key: number, field: CriterionField, row?: number): Where => ({
  place: criterionPlace(key, field, row),
  field: `criterion.${field}`,
  tab: 'content',
  at: { is: 'criterion', key },
});

/** The first text of a criterion that has no English. */
function untranslated(criterion: CriterionDraft): Where {
  const { key, statement, guidance, evidence, levels } = criterion;
  const isOpen = ({ vi, en }: { readonly vi: string; readonly en: string }): boolean =>
    vi.trim() !== '' && en.trim() === '';
  if (isOpen(statement)) return inCriterion(key, 'en');
  if (isOpen(guidance)) return inCriterion(key, 'guidanceEn');
  if (isOpen(evidence)) return inCriterion(key, 'evidenceEn');
  const level = criterion.kind === 'points' ? levels.find(({ name }) => isOpen(name)) : undefined;
  return level === undefined ? inCriterion(key, 'en') : inCriterion(key, 'levelEn', level.key);
}

function criterionWhere(criterion: CriterionDraft, rest: readonly string[], missing: string | undefined): Where {
  const { key, levels } = criterion;
  const [name = missing ?? '', row, part = missing ?? ''] = rest;
  if (name === '') return untranslated(criterion);
  const field = OF_CRITERION[name] ?? 'id';
  if (row === undefined) return inCriterion(key, field);
  if (field === 'conditions') return inCriterion(key, 'conditions', Number(row));
  const level = field === 'levels' ? levels[Number(row)] : undefined;
  if (level === undefined) return inCriterion(key, field);
  return inCriterion(key, OF_LEVEL[part] ?? 'levelPoints', level.key);
}

function groupsWhere(draft: SetDraft, rest: readonly string[], problem: Problem, missing: string | undefined): Where {
  const [at, list = missing, ...more] = rest;
  if (at === undefined) {
    const without =
      problem.code === 'weights-partial' ? criteriaIn(draft).find(({ weight }) => weight.trim() === '') : undefined;
    return without === undefined ? inSet('groups') : inCriterion(without.key, 'weight');
  }
  const group = draft.groups[Number(at)];
  if (group === undefined) return inSet('groups');
  const criterion = list === 'criteria' ? group.criteria[Number(more[0])] : undefined;
  if (criterion !== undefined) return criterionWhere(criterion, more.slice(1), missing);
  const field = GROUP_FIELDS.find((each) => each === list) ?? (problem.code === 'english-missing' ? 'en' : 'id');
  return {
    place: groupPlace(group.key, field),
    field: `group.${field}`,
    tab: 'content',
    at: { is: 'group', key: group.key },
  };
}

function outcomesWhere(draft: SetDraft, rest: readonly string[], problem: Problem, missing: string | undefined): Where {
  const outcome = draft.outcomes[Number(rest[0])];
  if (outcome === undefined) return inSet('outcomes');
  const name = rest[1] ?? missing;
  const isTag = outcome.is === 'all-met-except-tag' && (name === 'when' || name === 'tag');
  const known = OUTCOME_FIELDS.find((each) => each === name);
  const field = isTag && problem.code !== 'rule-unreachable' ? 'tag' : (known ?? 'en');
  return { place: outcomePlace(outcome.key, field), field: `outcome.${field}`, tab: 'outcomes', at: { is: 'set' } };
}

/** The line of the legal basis as the form counts it: lines without words are not read, and not counted by the path. */
const legalLine = (draft: SetDraft, at: number): number =>
  draft.legalBasis.map((each, line) => (each.trim() === '' ? -1 : line)).filter((line) => line >= 0)[at] ?? 0;

function whereOf(draft: SetDraft, problem: Problem): Where {
  const missing = problem.code === 'field-missing' ? `${problem.params['key']}` : undefined;
  const parts = problem.path.replace(/\.(\d+)(?=\.|$)/g, '[$1]').match(/[^.[\]]+/g) ?? [];
  const [first = missing ?? '', ...rest] = parts;
  if (first === 'groups') return groupsWhere(draft, rest, problem, parts.length === 0 ? undefined : missing);
  if (first === 'outcome_rules' || first === 'outcomes') return outcomesWhere(draft, rest, problem, missing);
  if (first === 'legal_basis_vi') return inSet('legal');
  if (first === '' && problem.code === 'english-missing') return inSet('en');
  return inSet(OF_SET[first] ?? 'id');
}

export const placed = (draft: SetDraft, problem: Problem): Placed => ({ problem, ...whereOf(draft, problem) });

/** Which line of the legal basis a problem of it is about, from 1. */
export function lineOfLegal(draft: SetDraft, { path }: Problem): number | undefined {
  const at = /^legal_basis_vi\[(\d+)\]/.exec(path)?.[1];
  return at === undefined ? undefined : legalLine(draft, Number(at)) + 1;
}
