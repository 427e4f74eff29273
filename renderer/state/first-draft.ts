// The draft a new criteria set begins with: one group, one criterion, and the two outcomes that most sets have.
import type { CriterionDraft, SetDraft } from '../../shared/criteria/set-draft.ts';

const NOTHING = { vi: '', en: '' } as const;

export const firstCriterion = (key: number): CriterionDraft => ({
  key,
  id: 'A1',
  statement: NOTHING,
  guidance: NOTHING,
  evidence: NOTHING,
  kind: 'pass-fail',
  unit: '',
  comparator: '>=',
  threshold: '',
  formula: '',
  levels: [],
  pass: '',
  tags: [],
  weight: '',
  notApplicable: false,
  mustPass: false,
  appliesWhen: [],
  origin: '',
});

/** The outcomes' wording is a proposal that is changed in the draft; nothing else is filled in for anybody. */
export const firstDraft = (): SetDraft => ({
  id: '',
  version: '1.0',
  sample: false,
  name: NOTHING,
  legalBasis: [],
  attribution: '',
  outcomes: [
    {
      key: 1,
      is: 'all-met',
      tag: '',
      outcome: 'dap-ung',
      name: { vi: 'Đáp ứng bộ tiêu chí', en: 'Meets the criteria' },
    },
    {
      key: 2,
      is: 'otherwise',
      tag: '',
      outcome: 'chua-dap-ung',
      name: { vi: 'Chưa đáp ứng bộ tiêu chí', en: 'Does not meet the criteria yet' },
    },
  ],
  groups: [{ key: 3, id: 'A', name: NOTHING, criteria: [firstCriterion(4)] }],
  nextKey: 5,
});
