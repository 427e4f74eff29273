// Counts marks: per criterion over all ballots, and how many ballots are positive on a list of criteria.
import type { Mark } from '../book/ballot.ts';
import { clears, type ShareRule } from '../council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../criteria/criteria-set.ts';
import type { CountedBallot, CriterionResult } from './result-types.ts';

/** A count, the number it is compared with, and the share that decides. */
export type Measure = { readonly threshold: ShareRule; readonly of: number };

const countOf = (ballots: readonly CountedBallot[], criterion: string, mark: Mark): number =>
  ballots.filter(({ ballot }) => ballot.items[criterion]?.mark === mark).length;

/**
 * One criterion. "Not applicable" is asked first: where such marks clear the threshold the criterion leaves "all"
 * (`left-out`); otherwise each of them stands in the divisor as a mark that is not "met" (domain, section 3).
 */
function tallyCriterion(
  criterion: Criterion,
  ballots: readonly CountedBallot[],
  { threshold, of }: Measure,
): CriterionResult {
  const met = countOf(ballots, criterion.id, 'met');
  const notMet = countOf(ballots, criterion.id, 'not-met');
  const notApplicable = countOf(ballots, criterion.id, 'not-applicable');
  const leftOut = notApplicable > 0 && clears(threshold, notApplicable, of);
  return {
    criterion: criterion.id,
    met,
    notMet,
    notApplicable,
    of,
    verdict: leftOut ? 'left-out' : clears(threshold, met, of) ? 'met' : 'not-met',
    dissent: met + notMet + notApplicable - Math.max(met, notMet, notApplicable),
  };
}

/** In the order of the set. */
export const tally = (
  set: CriteriaSet,
  ballots: readonly CountedBallot[],
  measure: Measure,
): readonly CriterionResult[] => criteriaOf(set).map((criterion) => tallyCriterion(criterion, ballots, measure));

/** Ballots marked "met" on every one of `criteria`; none of them when there is no criterion to be positive about. */
export function positiveOn(criteria: readonly Criterion[], ballots: readonly CountedBallot[]): number {
  if (criteria.length === 0) return 0;
  return ballots.filter(({ ballot }) => criteria.every(({ id }) => ballot.items[id]?.mark === 'met')).length;
}
