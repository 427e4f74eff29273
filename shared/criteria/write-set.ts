// A criteria set as the tree of its file: what `readSet` reads back to the same set.
import type { Bilingual, CriteriaSet, Criterion, OutcomeRule } from './criteria-set.ts';
import type { Value } from './value.ts';

type Member = readonly [string, Value];

/** Members that have a value, in their order. */
const mapOf = (...members: readonly (Member | undefined | false)[]): Value =>
  new Map(members.filter((each): each is Member => each !== undefined && each !== false));

const words = (vi: string, en: string, text: Bilingual): readonly Member[] => [
  [vi, text.vi],
  ...(text.en === '' ? [] : [[en, text.en] as const]),
];
const maybe = (vi: string, en: string, text: Bilingual | undefined): readonly Member[] =>
  text === undefined ? [] : words(vi, en, text);

function kindOf(criterion: Criterion): readonly Member[] {
  switch (criterion.kind) {
    case 'pass-fail':
      return [['kind', 'pass_fail']];
    case 'measured':
      return [
        ['kind', 'measured'],
        ['unit', criterion.unit],
        ['comparator', criterion.comparator],
        ['threshold', criterion.threshold],
        ...(criterion.formula === undefined ? [] : [['formula', criterion.formula] as const]),
      ];
    case 'points':
      return [
        ['kind', 'points'],
        [
          'levels',
          criterion.levels.map(({ points, name }) => mapOf(['points', String(points)], ...words('vi', 'en', name))),
        ],
        ['pass', String(criterion.pass)],
      ];
  }
}

const criterionTree = (criterion: Criterion): Value =>
  mapOf(
    ['id', criterion.id],
    ...words('vi', 'en', criterion.statement),
    ...kindOf(criterion),
    ...maybe('guidance_vi', 'guidance_en', criterion.guidance),
    ...maybe('evidence_vi', 'evidence_en', criterion.evidence),
    criterion.tags.length > 0 && ['tags', criterion.tags],
    criterion.weight !== undefined && ['weight', String(criterion.weight)],
    criterion.notApplicable && ['not_applicable', 'true'],
    criterion.mustPass === true && ['must_pass', 'true'],
    criterion.appliesWhen !== undefined && [
      'applies_when',
      criterion.appliesWhen.map((condition) =>
        mapOf(['criterion', condition.criterion], ['mark', condition.mark === 'met' ? 'dat' : 'khong_dat']),
      ),
    ],
    criterion.origin !== undefined && ['origin', criterion.origin],
  );

export function whenText(when: OutcomeRule['when']): string {
  switch (when.is) {
    case 'all-met':
      return 'all_met';
    case 'all-met-except-tag':
      return `all_met_except_tag(${when.tag})`;
    case 'must-pass-met':
      return 'must_pass_met';
    case 'otherwise':
      return 'otherwise';
  }
}

/** Keys in the order in which a person reads them. */
export const treeOfSet = (set: CriteriaSet): Value =>
  mapOf(
    ['id', set.id],
    ['version', set.version],
    set.sample && ['sample', 'true'],
    ...words('name_vi', 'name_en', set.name),
    set.promulgation !== undefined && [
      'promulgation',
      mapOf(['number', set.promulgation.number], ['date', set.promulgation.date], ['body', set.promulgation.body]),
    ],
    set.legalBasis.length > 0 && ['legal_basis_vi', set.legalBasis],
    set.attribution !== undefined && ['attribution', set.attribution],
    [
      'outcome_rules',
      set.outcomes.map(({ when, outcome, name }) =>
        mapOf(['when', whenText(when)], ['outcome', outcome], ...words('vi', 'en', name)),
      ),
    ],
    [
      'groups',
      set.groups.map(({ id, name, criteria }) =>
        mapOf(['id', id], ...words('vi', 'en', name), ['criteria', criteria.map(criterionTree)]),
      ),
    ],
  );
