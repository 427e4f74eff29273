// What a count gives: per criterion, group, ballot and platform; whole numbers, decimal texts and names of outcomes only.

import type { SeatId } from '../base/ids.ts';
import type { Ballot } from '../book/ballot.ts';
import type { CouncilRules, Counting } from '../council/rules.ts';
import type { ShareRule } from '../council/share.ts';
import type { Bilingual } from '../criteria/criteria-set.ts';

/** One counted, opened and valid ballot; `seat` is undefined in a secret poll. */
export type CountedBallot = { readonly seat?: SeatId; readonly ballot: Ballot };

export type Verdict = 'met' | 'not-met' | 'left-out';

/** Exactly half were for it where more than half decides; `carried`: the presiding seat's side was for it. */
export type Tie = 'carried' | 'not-carried';

export type CriterionResult = {
  readonly criterion: string;
  /** 0 with points, as `notMet`: there a mark is a number. */
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
  /** What the counts are compared with, per the rules' denominator; less the seats that are barred from it. */
  readonly of: number;
  /** `left-out`: "not applicable" cleared the threshold, so the criterion leaves "all". */
  readonly verdict: Verdict;
  /** Voters in the minority among those who marked it: 0 when unanimous. With points: by sides of the pass mark. */
  readonly dissent: number;
  readonly tie?: Tie;
  /** Too few were left who may judge it (rules `quorum.per` criterion): not met, whatever the marks say. */
  readonly noQuorum?: true;
  readonly points?: CriterionPoints;
};

/** "Not applicable" where it did not carry stands for 0 points. Decimals have two places, rounded half up. */
export type CriterionPoints = {
  /** Over all valid ballots that judge it. */
  readonly sum: number;
  readonly ballots: number;
  readonly least: number;
  readonly most: number;
  /** Without the ballots that the outlier rule set aside; null where none is left. */
  readonly mean: string | null;
};

export type GroupResult = {
  readonly group: string;
  readonly met: number;
  readonly notMet: number;
  readonly leftOut: number;
  /** Criteria of the group. */
  readonly of: number;
  /** With points: mean of the ballots' scores on the group, after the outlier rule. */
  readonly mean?: string | null;
};

export type Outcome = { readonly outcome: string; readonly name: Bilingual };

/** A ballot's score; null: it judges nothing of what is asked. */
export type BallotScore = { readonly seat?: SeatId; readonly score: string | null };

/** Decimals with two places, rounded half up; nothing is ever decided by them. */
export type PointsResult = {
  readonly passMark: number;
  /** After the outlier rule. */
  readonly mean: string | null;
  readonly meanWithAll: string | null;
  /** Per cent off the mean beyond which a ballot is set aside, once; null: the rules have none. */
  readonly outlier: number | null;
  readonly outliers: readonly BallotScore[];
  /** Every ballot lay further off than that, so none was set aside. */
  readonly allOff: boolean;
  /** Of every valid ballot, in the order of the ballots. */
  readonly scores: readonly BallotScore[];
};

/** Why there is no alpha: nobody to compare with, or all values are the same and agreement cannot be told from habit. */
export type NoAlpha = 'one-rater' | 'no-variation';

export type Agreement = {
  /** Criteria on which all ballots that judge them say the same. */
  readonly unanimous: number;
  /** Of so many that at least two ballots judge. */
  readonly units: number;
  /** Marks on these. */
  readonly values: number;
  /** Three decimals, from below 0 to "1.000"; null with `why`. */
  readonly alpha: string | null;
  readonly why?: NoAlpha;
};

export type PlatformResult = {
  /** The way of counting that the rules name, and what it gives. */
  readonly counting: Counting;
  readonly outcome: Outcome;
  /** The way that they do not name; the screen warns where it gives another outcome. */
  readonly other: { readonly counting: Counting; readonly outcome: Outcome };
  readonly of: number;
  readonly denominator: CouncilRules['denominator'];
  readonly threshold: ShareRule;
  readonly criteria: readonly CriterionResult[];
  readonly groups: readonly GroupResult[];
  /**
   * Ballots in which every item is met (an item left out of "all" does not hinder); with points: whose score reaches
   * the pass mark.
   */
  readonly positiveBallots: number;
  /** Exactly half of `of` are positive, where more than half decides. */
  readonly tie?: Tie;
  readonly points?: PointsResult;
  readonly agreement: Agreement;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
};
