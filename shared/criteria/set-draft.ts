// A criteria set that is being written: every field as typed, so that nothing is lost while it is not sound yet.
import { z } from 'zod';
import type { Bilingual, CriteriaSet, Criterion } from './criteria-set.ts';
import { type ReadSet, readSet } from './read-set.ts';
import type { Value } from './value.ts';

const line = (max: number) => z.string().max(max);
const both = z.strictObject({ vi: line(4_000), en: line(4_000) });
/** Names a row on the screen while rows come and go; nothing outside the form. */
const key = z.int().min(1).max(1_000_000);

const level = z.strictObject({ key, points: line(10), name: both });
export const criterionDraft = z.strictObject({
  key,
  id: line(60),
  statement: both,
  guidance: both,
  evidence: both,
  kind: z.enum(['pass-fail', 'measured', 'points']),
  unit: line(60),
  comparator: z.enum(['>=', '>', '<=', '<', '=']),
  /** Empty: left open. */
  threshold: line(40),
  formula: line(600),
  levels: z.array(level).max(20),
  pass: line(10),
  tags: z.array(line(60)).max(20),
  /** Basis points; empty: none. */
  weight: line(10),
  notApplicable: z.boolean(),
  mustPass: z.boolean(),
  appliesWhen: z.array(z.strictObject({ criterion: line(60), mark: z.enum(['met', 'not-met']) })).max(5),
  origin: line(300),
});
export type CriterionDraft = z.output<typeof criterionDraft>;

export const groupDraft = z.strictObject({ key, id: line(60), name: both, criteria: z.array(criterionDraft).max(500) });
export type GroupDraft = z.output<typeof groupDraft>;

export const outcomeDraft = z.strictObject({
  key,
  is: z.enum(['all-met', 'all-met-except-tag', 'must-pass-met', 'otherwise']),
  tag: line(60),
  outcome: line(60),
  name: both,
});

export const setDraft = z.strictObject({
  id: line(60),
  version: line(60),
  sample: z.boolean(),
  name: both,
  legalBasis: z.array(line(600)).max(50),
  attribution: line(1_200),
  outcomes: z.array(outcomeDraft).max(20),
  groups: z.array(groupDraft).max(100),
  nextKey: key,
});
export type SetDraft = z.output<typeof setDraft>;

const NOTHING: Bilingual = { vi: '', en: '' };

function criterionOf(criterion: Criterion, next: () => number): CriterionDraft {
  const measured = criterion.kind === 'measured' ? criterion : undefined;
  const points = criterion.kind === 'points' ? criterion : undefined;
  return {
    key: next(),
    ...{ id: criterion.id, statement: criterion.statement, kind: criterion.kind, tags: [...criterion.tags] },
    guidance: criterion.guidance ?? NOTHING,
    evidence: criterion.evidence ?? NOTHING,
    unit: measured?.unit ?? '',
    comparator: measured?.comparator ?? '>=',
    threshold: measured?.threshold ?? '',
    formula: measured?.formula ?? '',
    levels: (points?.levels ?? []).map((each) => ({ key: next(), points: String(each.points), name: each.name })),
    pass: points === undefined ? '' : String(points.pass),
    weight: criterion.weight === undefined ? '' : String(criterion.weight),
    notApplicable: criterion.notApplicable,
    mustPass: criterion.mustPass === true,
    appliesWhen: [...(criterion.appliesWhen ?? [])],
    origin: criterion.origin ?? '',
  };
}

/** A promulgation is of one version and does not come along: what is changed has to be promulgated anew. */
export function draftOfSet(set: CriteriaSet): SetDraft {
  let last = 0;
  const next = (): number => ++last;
  const { id, version, sample, name, legalBasis, attribution = '' } = set;
  const outcomes = set.outcomes.map(({ when, outcome, name: words }) => {
    return { key: next(), is: when.is, tag: when.is === 'all-met-except-tag' ? when.tag : '', outcome, name: words };
  });
  const groups = set.groups.map((group) => {
    const criteria = group.criteria.map((each) => criterionOf(each, next));
    return { key: next(), id: group.id, name: group.name, criteria };
  });
  return { id, version, sample, name, legalBasis: [...legalBasis], attribution, outcomes, groups, nextKey: next() };
}

const mapOf = (members: Readonly<Record<string, Value | undefined>>): Value =>
  new Map(Object.entries(members).filter((each): each is [string, Value] => each[1] !== undefined && each[1] !== ''));

const words = (text: Bilingual, vi: string, en: string) => ({ [vi]: text.vi, [en]: text.en });

function kindTree(draft: CriterionDraft): Readonly<Record<string, Value | undefined>> {
  switch (draft.kind) {
    case 'pass-fail':
      return { kind: 'pass_fail' };
    case 'measured': {
      const { unit, comparator, threshold, formula } = draft;
      // As typed: a comma is read as a point.
      return { kind: 'measured', unit, comparator, threshold: threshold.trim().replace(',', '.') || null, formula };
    }
    case 'points':
      return {
        kind: 'points',
        levels: draft.levels.map(({ points, name }) => mapOf({ points: points.trim(), ...words(name, 'vi', 'en') })),
        pass: draft.pass.trim(),
      };
  }
}

const criterionTree = (draft: CriterionDraft): Value =>
  mapOf({
    id: draft.id.trim(),
    ...words(draft.statement, 'vi', 'en'),
    ...kindTree(draft),
    ...words(draft.guidance, 'guidance_vi', 'guidance_en'),
    ...words(draft.evidence, 'evidence_vi', 'evidence_en'),
    tags: draft.tags,
    weight: draft.weight.trim(),
    not_applicable: String(draft.notApplicable),
    must_pass: String(draft.mustPass),
    applies_when: draft.appliesWhen.map(({ criterion, mark }) =>
      mapOf({ criterion: criterion.trim(), mark: mark === 'met' ? 'dat' : 'khong_dat' }),
    ),
    origin: draft.origin,
  });

const WHEN = { 'all-met': 'all_met', 'must-pass-met': 'must_pass_met', otherwise: 'otherwise' } as const;

/**
 * Reads what was typed by the very reader of files, so that a form and a file are refused for the same reasons. Paths
 * are those of the tree, e.g. `groups[0].criteria[4].threshold`; positions are those of the draft's lists.
 */
export const readSetDraft = (draft: SetDraft): ReadSet =>
  readSet(
    mapOf({
      id: draft.id.trim(),
      version: draft.version,
      sample: String(draft.sample),
      ...words(draft.name, 'name_vi', 'name_en'),
      legal_basis_vi: draft.legalBasis.filter((each) => each.trim() !== ''),
      attribution: draft.attribution,
      outcome_rules: draft.outcomes.map(({ is, tag, outcome, name }) =>
        mapOf({
          when: is === 'all-met-except-tag' ? `all_met_except_tag(${tag.trim()})` : WHEN[is],
          outcome: outcome.trim(),
          ...words(name, 'vi', 'en'),
        }),
      ),
      groups: draft.groups.map(({ id, name, criteria }) =>
        mapOf({ id: id.trim(), ...words(name, 'vi', 'en'), criteria: criteria.map(criterionTree) }),
      ),
    }),
  );
