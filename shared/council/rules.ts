// The rules of a council as data: what counts as quorum, who divides by whom, and when something has passed.
import { z } from 'zod';

/** A share compared by integers only: `more-than` 3/4 of n holds when 4 * count > 3 * n. */
export const shareRule = z.strictObject({
  comparator: z.enum(['more-than', 'at-least']),
  numerator: z.int().min(0).max(100),
  denominator: z.int().min(1).max(100),
});
export type ShareRule = z.output<typeof shareRule>;

export const councilRules = z.strictObject({
  v: z.literal(1),
  id: z.string().min(1).max(60),
  name: z.strictObject({ vi: z.string().min(1).max(200), en: z.string().min(1).max(200) }),
  /** Where the rule comes from (decree and article, circular, or the council's own decision); printed in the minutes. */
  source: z.string().max(500),
  quorum: z.strictObject({
    share: shareRule,
    chair: z.enum(['required', 'not-required']),
    secretary: z.enum(['required', 'not-required']),
  }),
  threshold: shareRule,
  /** What a count is divided by. `present` are the voting members present who are not recused from the platform. */
  denominator: z.enum(['present', 'valid-ballots', 'appointed']),
  counting: z.enum(['per-criterion', 'per-ballot']),
  /** Scoring is blind until the reveal; open scoring and secret ballots come with the rule book. */
  secrecy: z.literal('blind'),
  /** Who holds the two key shares of each sealed ballot; `none`: a ballot whose device is lost cannot be opened. */
  shares: z.enum(['chair-and-secretary', 'none']),
  /** Needed among those present for the conclusion. */
  conclusion: shareRule,
  individualSheets: z.boolean(),
});
export type CouncilRules = z.output<typeof councilRules>;

/** Domain, section 3: the defaults of Vietnamese practice. */
export const DEFAULT_RULES: CouncilRules = {
  v: 1,
  id: 'per-criterion-three-quarters',
  name: {
    vi: 'Đạt / Không đạt, đếm theo từng tiêu chí, trên 3/4 thành viên có mặt',
    en: 'Pass or fail, counted per criterion, more than 3/4 of the members present',
  },
  source: 'Quy chế làm việc của Hội đồng',
  quorum: {
    share: { comparator: 'at-least', numerator: 2, denominator: 3 },
    chair: 'required',
    secretary: 'required',
  },
  threshold: { comparator: 'more-than', numerator: 3, denominator: 4 },
  denominator: 'present',
  counting: 'per-criterion',
  secrecy: 'blind',
  shares: 'chair-and-secretary',
  conclusion: { comparator: 'more-than', numerator: 1, denominator: 2 },
  individualSheets: true,
};

/** Integers only (design, section 6). A share of nobody never holds. */
export function clears(rule: ShareRule, count: number, of: number): boolean {
  if (of <= 0) return false;
  const left = count * rule.denominator;
  const right = of * rule.numerator;
  return rule.comparator === 'more-than' ? left > right : left >= right;
}

/** The smallest count that clears the rule for `of` people; `of + 1` where none does. */
export function needed(rule: ShareRule, of: number): number {
  for (let count = 0; count <= of; count++) if (clears(rule, count, of)) return count;
  return of + 1;
}
