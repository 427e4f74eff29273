// From counted ballots to the platform's outcome, by both ways of counting; the rules say which of them holds.
import { type CouncilRules, clears } from '../council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf, type OutcomeRule } from '../criteria/criteria-set.ts';
import type { CountedBallot, Outcome, PlatformResult } from './result-types.ts';
import { type Measure, positiveOn, tally } from './tally.ts';

export type Count = {
  readonly set: CriteriaSet;
  readonly rules: CouncilRules;
  /** Valid ones only, each from another seat. */
  readonly ballots: readonly CountedBallot[];
  /** Voting members who took part in the poll and are not recused (`quorumOf(…).present` at the round's close). */
  readonly present: number;
  /** Voting members appointed, less the recused (`quorumOf(…).appointed`). */
  readonly appointed: number;
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
};

/**
 * What counts are divided by. Never less than the valid ballots: who cast one and then left took part in the count,
 * and seven votes out of six present would be no share at all.
 */
export function divisorOf({
  rules,
  ballots,
  present,
  appointed,
}: Pick<Count, 'rules' | 'ballots' | 'present' | 'appointed'>): number {
  const named = { present, appointed, 'valid-ballots': ballots.length }[rules.denominator];
  return Math.max(named, ballots.length);
}

/** First match wins. Throws on a set that does not end in `otherwise`: such a set is refused where sets come in. */
function firstMatch(set: CriteriaSet, holds: (asked: readonly Criterion[]) => boolean): Outcome {
  const all = criteriaOf(set);
  const matches = ({ when }: OutcomeRule): boolean => {
    switch (when.is) {
      case 'all-met':
        return holds(all);
      case 'all-met-except-tag':
        return holds(all.filter((criterion) => !criterion.tags.includes(when.tag)));
      case 'otherwise':
        return true;
    }
  };
  const rule = set.outcomes.find(matches);
  if (rule === undefined) throw new Error(`criteria set ${set.id} has no outcome for "otherwise"`);
  return { outcome: rule.outcome, name: rule.name };
}

/**
 * The result of one platform and round. Two ways of counting (domain, section 3, "Counting"), both computed:
 *
 * - per criterion: a criterion passes when its "met" marks clear the threshold; "all met" when every criterion asked
 *   about passes. Criteria left out as not applicable are not asked about; when none is left, "all" does not hold.
 * - per ballot: a ballot is positive when every criterion asked about is met in it; "all met" when the positive
 *   ballots clear the threshold. What the council as a whole left out hinders nobody's ballot.
 *
 * "All met except a tag" asks the same about the criteria that do not carry the tag.
 */
export function resultOf(count: Count): PlatformResult {
  const { set, rules, ballots } = count;
  const measure: Measure = { threshold: rules.threshold, of: divisorOf(count) };
  const criteria = tally(set, ballots, measure);
  const verdicts = new Map(criteria.map(({ criterion, verdict }) => [criterion, verdict]));
  const leftIn = (asked: readonly Criterion[]) => asked.filter(({ id }) => verdicts.get(id) !== 'left-out');

  const perCriterion = firstMatch(set, (asked) => {
    const rest = leftIn(asked);
    return rest.length > 0 && rest.every(({ id }) => verdicts.get(id) === 'met');
  });
  const perBallot = firstMatch(set, (asked) =>
    clears(measure.threshold, positiveOn(leftIn(asked), ballots), measure.of),
  );

  return {
    of: measure.of,
    threshold: measure.threshold,
    criteria,
    positiveBallots: positiveOn(leftIn(criteriaOf(set)), ballots),
    issued: count.issued,
    returned: count.returned,
    valid: ballots.length,
    invalid: count.invalid,
    outcome: rules.counting === 'per-criterion' ? perCriterion : perBallot,
    perCriterion,
    perBallot,
  };
}
