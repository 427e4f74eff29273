// The rules a new session begins with: the defaults of Vietnamese practice (domain, section 3).
import type { CouncilRules } from './rules.ts';

/** The same as `assets/rules/per-criterion-three-quarters.yaml`, which a test compares. */
export const DEFAULT_RULES: CouncilRules = {
  v: 1,
  id: 'per-criterion-three-quarters',
  name: {
    vi: 'Đạt / Không đạt, đếm theo từng tiêu chí, trên 3/4 thành viên có mặt',
    en: 'Pass or fail, counted per criterion, more than 3/4 of the members present',
  },
  source: 'Quy chế làm việc của Hội đồng',
  body: 'council',
  size: { least: 7, most: 11, even: 'warned' },
  roles: { viceChairs: 2, reviewers: 2 },
  quorum: {
    share: { comparator: 'at-least', numerator: 2, denominator: 3 },
    chair: 'required',
    viceChair: 'with-authorisation',
    secretary: 'required',
    reviewers: 'not-required',
    per: 'platform',
  },
  online: 'counts',
  casting: 'attending',
  opinions: { shown: 'before-scoring', marks: 'sealed' },
  openings: 'named-after-reveal',
  scale: { of: 'pass-fail' },
  counting: 'per-criterion',
  threshold: { comparator: 'more-than', numerator: 3, denominator: 4 },
  denominator: 'present',
  tie: 'chairs-side',
  secrecy: 'blind',
  shares: 'chair-and-secretary',
  rounds: { most: 2, change: 'reason-required' },
  committee: 'none',
  conclusion: { comparator: 'more-than', numerator: 1, denominator: 2 },
  vote: 'open',
  individualSheets: true,
};
