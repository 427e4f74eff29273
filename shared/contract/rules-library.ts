// The rules a session can begin with: profiles that are shipped, and those that an agency has made its own.
import type { Refusal } from '../base/result.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { Language } from '../lang/say.ts';

/** `own`: kept on this machine by the agency, to be changed and discarded; the others are shipped and stay as they are. */
export type RulesProfile = { readonly own: boolean; readonly rules: CouncilRules };

export type RulesList = {
  /** The one a new session begins with first, then the shipped ones, then the agency's own in the order they were made. */
  readonly profiles: readonly RulesProfile[];
  readonly leftOut: readonly { readonly file: string; readonly why: Refusal }[];
};

/** What is wrong with a file of rules, or worth saying of it: where, and why in both languages. */
export type RulesFileFinding = Readonly<Record<Language, string>> & {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** As `quorum.share`; empty for the file as a whole. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
};

/** Without `rules` the file was refused as a whole. */
export type RulesFileReport = {
  readonly file: string;
  readonly rules?: CouncilRules;
  readonly findings: readonly RulesFileFinding[];
};

/** Characters of a file of rules; it is refused beyond 100 KiB of bytes as well. */
export const RULES_TEXT_LIMIT = 100 * 1024;
