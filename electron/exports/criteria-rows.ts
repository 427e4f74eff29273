// A criteria set as rows of cells, all of them text: what the sheets of a workbook and a CSV file hold.
import type { SheetField } from '../../shared/contract/criteria-library.ts';
import type { CriteriaGroup, CriteriaSet, Criterion } from '../../shared/criteria/criteria-set.ts';
import { whenText } from '../../shared/criteria/write-set.ts';
import type { Language } from '../../shared/lang/say.ts';
import { writeConditions, writeLevels, writeTags } from '../imports/sheet-syntax.ts';
import {
  CRITERIA_HEADINGS,
  FLAG_WORDS,
  KIND_WORDS,
  OUTCOME_HEADINGS,
  SET_LABELS,
  type SetLabel,
} from '../imports/sheet-words.ts';

export type Rows = readonly (readonly string[])[];

export const CRITERIA_FIELDS = Object.keys(CRITERIA_HEADINGS) as readonly SheetField[];

const kindWord = (kind: Criterion['kind'], language: Language): string =>
  KIND_WORDS.find(([id]) => id === kind.replace('-', '_'))?.[1][language] ?? kind;

function cellsOf(group: CriteriaGroup, criterion: Criterion, language: Language): Readonly<Record<SheetField, string>> {
  const measured = criterion.kind === 'measured' ? criterion : undefined;
  const points = criterion.kind === 'points' ? criterion : undefined;
  const flag = (held: boolean): string => (held ? FLAG_WORDS[language] : '');
  return {
    'group-id': group.id,
    'group-vi': group.name.vi,
    'group-en': group.name.en,
    id: criterion.id,
    vi: criterion.statement.vi,
    en: criterion.statement.en,
    kind: kindWord(criterion.kind, language),
    unit: measured?.unit ?? '',
    comparator: measured?.comparator ?? '',
    threshold: measured?.threshold ?? '',
    formula: measured?.formula ?? '',
    levels: points === undefined ? '' : writeLevels(points.levels),
    pass: points === undefined ? '' : String(points.pass),
    'guidance-vi': criterion.guidance?.vi ?? '',
    'guidance-en': criterion.guidance?.en ?? '',
    'evidence-vi': criterion.evidence?.vi ?? '',
    'evidence-en': criterion.evidence?.en ?? '',
    tags: writeTags(criterion.tags),
    origin: criterion.origin ?? '',
    weight: criterion.weight === undefined ? '' : String(criterion.weight),
    'must-pass': flag(criterion.mustPass === true),
    'not-applicable': flag(criterion.notApplicable),
    'applies-when': writeConditions(criterion.appliesWhen ?? [], language),
  };
}

/** The headings, then one row a criterion; the group stands in every row, so that rows can be sorted and filtered. */
export const criteriaRows = (set: CriteriaSet | undefined, language: Language): Rows => [
  CRITERIA_FIELDS.map((field) => CRITERIA_HEADINGS[field][language]),
  ...(set?.groups ?? []).flatMap((group) =>
    group.criteria.map((criterion) => {
      const cells = cellsOf(group, criterion, language);
      return CRITERIA_FIELDS.map((field) => cells[field]);
    }),
  ),
];

export function setRows(set: CriteriaSet | undefined, language: Language): Rows {
  const row = (label: SetLabel, value: string): readonly string[] => [SET_LABELS[label][language], value];
  const legal = set === undefined || set.legalBasis.length === 0 ? [''] : set.legalBasis;
  return [
    row('id', set?.id ?? ''),
    row('version', set?.version ?? ''),
    row('sample', set?.sample === true ? FLAG_WORDS[language] : ''),
    row('name_vi', set?.name.vi ?? ''),
    row('name_en', set?.name.en ?? ''),
    ...legal.map((each) => row('legal', each)),
    row('number', set?.promulgation?.number ?? ''),
    row('date', set?.promulgation?.date ?? ''),
    row('body', set?.promulgation?.body ?? ''),
    row('attribution', set?.attribution ?? ''),
  ];
}

/** Without a set the two rules that nearly every set has. */
const USUAL: Pick<CriteriaSet, 'outcomes'> = {
  outcomes: [
    { when: { is: 'all-met' }, outcome: 'dat', name: { vi: 'Đạt', en: 'Met' } },
    { when: { is: 'otherwise' }, outcome: 'khong_dat', name: { vi: 'Không đạt', en: 'Not met' } },
  ],
};

export const outcomeRows = (set: CriteriaSet | undefined, language: Language): Rows => [
  Object.values(OUTCOME_HEADINGS).map((words) => words[language]),
  ...(set ?? USUAL).outcomes.map(({ when, outcome, name }) => [whenText(when), outcome, name.vi, name.en]),
];
