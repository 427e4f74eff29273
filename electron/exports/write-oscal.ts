// A criteria set as an OSCAL catalog (NIST OSCAL 1.1.2, JSON) that `readCriteriaFile` reads back to the same set.
import { createHash } from 'node:crypto';
import { canonical } from '../../shared/base/canonical.ts';
import type { CriteriaGroup, CriteriaSet, Criterion, OutcomeRule } from '../../shared/criteria/criteria-set.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { type Problem, warning } from '../../shared/criteria/finding.ts';
import { escapeMarkup, FORMAT_PROP, OSCAL_VERSION } from '../../shared/criteria/oscal-names.ts';
import { whenText } from '../../shared/criteria/write-set.ts';
import { type Exported, exported } from './exported.ts';
import { ours, type Prop, textParts, textProps, titleOf, tokenOf, uuidFor } from './oscal-items.ts';

const some = <T>(key: string, list: readonly T[]): object => (list.length === 0 ? {} : { [key]: list });

function kindProps(criterion: Criterion): readonly Prop[] {
  const kind = ours('kind', criterion.kind);
  switch (criterion.kind) {
    case 'pass-fail':
      return [kind];
    case 'measured':
      return [
        ...[kind, ours('unit', criterion.unit), ours('comparator', criterion.comparator)],
        ours('threshold', criterion.threshold ?? 'null'),
        ...(criterion.formula === undefined ? [] : [ours('formula', criterion.formula)]),
      ];
    case 'points':
      return [
        kind,
        ...criterion.levels.flatMap(({ points, name }, at) => {
          const group = `level-${at + 1}`;
          return [ours('level', String(points), { group }), ...textProps('level-name', name, group)];
        }),
        ours('pass', String(criterion.pass)),
      ];
  }
}

const criterionProps = (criterion: Criterion): readonly Prop[] => [
  { name: 'label', value: criterion.id },
  ours('id', criterion.id),
  ...kindProps(criterion),
  ...criterion.tags.map((tag) => ours('tag', tag)),
  ...(criterion.weight === undefined ? [] : [ours('weight', String(criterion.weight))]),
  ...(criterion.notApplicable ? [ours('not-applicable', 'true')] : []),
  ...(criterion.mustPass === true ? [ours('must-pass', 'true')] : []),
  ...(criterion.appliesWhen ?? []).map((condition) =>
    ours('applies-when', condition.criterion, { class: condition.mark }),
  ),
  ...(criterion.origin === undefined ? [] : [ours('origin', criterion.origin)]),
];

const controlOf = (criterion: Criterion): object => ({
  id: tokenOf(criterion.id),
  class: 'criterion',
  title: titleOf(criterion.statement.vi),
  props: criterionProps(criterion),
  parts: [
    ...textParts('statement', criterion.statement),
    ...(criterion.guidance === undefined ? [] : textParts('guidance', criterion.guidance)),
    ...(criterion.evidence === undefined ? [] : textParts('evidence', criterion.evidence)),
  ],
});

/** The id of a group may be that of a criterion too; in a catalog all ids are of one kind. */
const groupOf = ({ id, name, criteria }: CriteriaGroup, at: number): object => ({
  id: `_group-${at + 1}`,
  class: 'group',
  title: titleOf(name.vi),
  props: [{ name: 'label', value: id }, ours('id', id), ...textProps('name', name)],
  controls: criteria.map(controlOf),
});

const ruleProps = ({ when, outcome, name }: OutcomeRule, at: number): readonly Prop[] => {
  const group = `rule-${at + 1}`;
  return [
    ours('outcome-when', whenText(when), { group }),
    ours('outcome', outcome, { group }),
    ...textProps('outcome-name', name, group),
  ];
};

function setProps({ id, sample, name, legalBasis, outcomes, promulgation }: CriteriaSet): readonly Prop[] {
  return [
    ...[ours(FORMAT_PROP, '1'), ours('id', id), ours('sample', String(sample)), ...textProps('name', name)],
    ...(promulgation === undefined
      ? []
      : [
          ours('promulgation-number', promulgation.number),
          ours('promulgation-date', promulgation.date),
          ours('promulgation-body', promulgation.body),
        ]),
    ...legalBasis.map((line) => ours('legal-basis', line)),
    ...outcomes.flatMap(ruleProps),
  ];
}

/** What other readers of OSCAL pass over, because it stands in properties of ours. */
function leftFor(set: CriteriaSet): readonly Problem[] {
  const all = criteriaOf(set);
  const kinds: readonly (readonly [boolean, string])[] = [
    [true, 'outcome_rules'],
    [all.some(({ kind }) => kind === 'measured'), 'unit, comparator, threshold'],
    [all.some(({ kind }) => kind === 'points'), 'levels, pass'],
    [all.some(({ weight }) => weight !== undefined), 'weight'],
    [all.some(({ appliesWhen }) => appliesWhen !== undefined), 'applies_when'],
    [all.some(({ mustPass }) => mustPass === true), 'must_pass'],
    [all.some(({ notApplicable }) => notApplicable), 'not_applicable'],
    [all.some(({ tags }) => tags.length > 0), 'tags'],
    [set.promulgation !== undefined, 'promulgation'],
    [set.legalBasis.length > 0, 'legal_basis_vi'],
  ];
  const things = kinds.filter(([has]) => has).map(([, thing]) => thing);
  return [warning('kept-as-own', '', { things: things.join(', ') })];
}

/** `lastModified`: ISO 8601 with its zone, as OSCAL asks of every document. */
export function writeOscal(set: CriteriaSet, lastModified: string): Exported {
  const sha256 = createHash('sha256').update(canonical(set)).digest('hex');
  const catalog = {
    uuid: uuidFor(sha256, 'catalog'),
    metadata: {
      title: titleOf(set.name.vi),
      ...(set.promulgation === undefined ? {} : { published: `${set.promulgation.date}T00:00:00+07:00` }),
      ...{ 'last-modified': lastModified, version: set.version, 'oscal-version': OSCAL_VERSION },
      props: setProps(set),
      ...(set.attribution === undefined ? {} : { remarks: escapeMarkup(set.attribution) }),
    },
    ...some('groups', set.groups.map(groupOf)),
  };
  return exported(JSON.stringify({ catalog }, null, 2), leftFor(set));
}
