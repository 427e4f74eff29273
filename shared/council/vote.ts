// Whether a vote carried: the share the rules ask for, and the chair's side where hands are even.
import type { CouncilRules } from './rules.ts';
import { clears, isTie } from './share.ts';

export type VoteCount = {
  readonly agree: number;
  /** Who took part in it. */
  readonly of: number;
  /** How the one who presides voted; left out where nobody may know it. */
  readonly presiding?: 'agree' | 'disagree' | 'abstain';
};

export const isTied = (rules: Pick<CouncilRules, 'conclusion'>, { agree, of }: VoteCount): boolean =>
  isTie(rules.conclusion, agree, of);

/** Domain, section 3, "Tie": the chair's side, under majority rules only. */
export const carries = (rules: Pick<CouncilRules, 'conclusion' | 'tie'>, count: VoteCount): boolean =>
  clears(rules.conclusion, count.agree, count.of) ||
  (rules.tie === 'chairs-side' && isTied(rules, count) && count.presiding === 'agree');
