// Rules while they are being chosen: which differ from their profile, what a value is called, what they are called then.
import type { RulesProfile } from '../../shared/contract/rules-library.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { ShareRule } from '../../shared/council/share.ts';
import { choiceName, type RuleGroup, shareWords } from '../../shared/lang/rules-words.ts';
import { type Language, sentences } from '../../shared/lang/say.ts';

/** Every rule that can be chosen, in the groups of the table (domain, section 3). */
export const RULE_PATHS = {
  sits: ['body', 'size.least', 'size.most', 'size.even', 'roles.viceChairs', 'roles.reviewers'],
  quorum: ['quorum.share', 'quorum.chair', 'quorum.viceChair', 'quorum.secretary', 'quorum.reviewers', 'quorum.per'],
  voting: ['online', 'casting', 'opinions.shown', 'opinions.marks', 'openings'],
  counting: ['scale.of', 'scale.passMark', 'scale.outlier', 'counting', 'threshold', 'denominator'],
  tie: ['tie'],
  secrecy: ['secrecy', 'shares', 'individualSheets'],
  rounds: ['rounds.most', 'rounds.change'],
  committee: ['committee'],
  conclusion: ['conclusion', 'vote'],
} as const satisfies Readonly<Record<RuleGroup, readonly string[]>>;

export type RulePath = (typeof RULE_PATHS)[RuleGroup][number];
const ALL: readonly RulePath[] = Object.values(RULE_PATHS).flat();

type Value = ShareRule | string | number | boolean | null | undefined;

/** Undefined where these rules have no such item (the pass mark of pass or fail). */
function valueAt(rules: CouncilRules, path: RulePath): Value {
  let at: unknown = rules;
  for (const step of path.split('.')) at = (at as Readonly<Record<string, unknown>>)[step];
  return at as Value;
}

const sameAt = (a: CouncilRules, b: CouncilRules, path: RulePath): boolean =>
  JSON.stringify(valueAt(a, path)) === JSON.stringify(valueAt(b, path));

/** Where they differ, in the order of the table; what another scale brings with it is not told beside the scale. */
export function differing(rules: CouncilRules, profile: CouncilRules): readonly RulePath[] {
  const found = ALL.filter((path) => !sameAt(rules, profile, path));
  return found.includes('scale.of') ? found.filter((path) => !/^scale\.(?!of)/.test(path)) : found;
}

/** A value as the form names it. */
export function valueWords(rules: CouncilRules, path: RulePath, language: Language): string {
  const value = valueAt(rules, path);
  if (value === null || value === undefined) return sentences(language)('rules.outlier.none');
  if (typeof value === 'object') return shareWords(value, language);
  return typeof value === 'number' ? String(value) : choiceName(path, String(value), language);
}

/** The name that the minutes may print: the profile's own only as long as nothing in it was changed. */
export function namedAfter(rules: CouncilRules, profile: RulesProfile | undefined): CouncilRules {
  if (profile === undefined) return rules;
  const { name } = profile.rules;
  if (differing(rules, profile.rules).length === 0) return { ...rules, name };
  const changed = (language: Language): string =>
    sentences(language)('rules.changed.name', { name: name[language].slice(0, 180) });
  return { ...rules, name: { vi: changed('vi'), en: changed('en') } };
}

/** A whole number within bounds; undefined where the text is none. */
export function readWhole(text: string, least: number, most: number): number | undefined {
  const value = Number(text.trim());
  return /^\d{1,6}$/.test(text.trim()) && value >= least && value <= most ? value : undefined;
}
