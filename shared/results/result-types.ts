// What a count gives: per criterion, per ballot, per platform; whole numbers and names of outcomes only.

import type { SeatId } from '../base/ids.ts';
import type { Ballot } from '../book/ballot.ts';
import type { ShareRule } from '../council/rules.ts';
import type { Bilingual } from '../criteria/criteria-set.ts';

/** One counted, opened and valid ballot; `seat` is undefined in a secret poll. */
export type CountedBallot = { readonly seat?: SeatId; readonly ballot: Ballot };

export type CriterionResult = {
  readonly criterion: string;
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
  /** What the counts are compared with, per the rules' denominator. */
  readonly of: number;
  /** `left-out`: "not applicable" cleared the threshold, so the criterion leaves "all". */
  readonly verdict: 'met' | 'not-met' | 'left-out';
  /** Voters in the minority among those who marked it: 0 when unanimous. */
  readonly dissent: number;
};

export type Outcome = { readonly outcome: string; readonly name: Bilingual };

export type PlatformResult = {
  readonly of: number;
  readonly threshold: ShareRule;
  readonly criteria: readonly CriterionResult[];
  /** Ballots in which every item is met (an item left out of "all" does not hinder). */
  readonly positiveBallots: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  /** By the way of counting that the rules name. */
  readonly outcome: Outcome;
  /** What each way of counting gives; the screen warns where they differ. */
  readonly perCriterion: Outcome;
  readonly perBallot: Outcome;
};
