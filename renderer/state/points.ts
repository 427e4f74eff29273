// Points of a sheet as they are typed and shown: whole figures from 0 to 100, and weights in per cent.
import { type Draft, MOST_POINTS } from '../../shared/book/ballot.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';

/** What was typed as a figure; undefined where it is none. */
export function readPoints(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^[0-9]{1,3}$/.test(text)) return undefined;
  const points = Number(text);
  return points <= MOST_POINTS ? points : undefined;
}

/** From nothing, up and down begin in the middle. */
export const stepPoints = (points: number | undefined, step: number): number =>
  Math.min(MOST_POINTS, Math.max(0, (points ?? MOST_POINTS / 2) + step));

/** Hundredths as a decimal string without needless zeros: 1250 is 12.5. */
function hundredths(count: number): string {
  const rest = String(count % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(count / 100)}${rest === '' ? '' : `.${rest}`}`;
}

/** Weight in per cent, from basis points. */
export const weightOf = (basisPoints: number): string => hundredths(basisPoints);

/**
 * Weighted mean of what carries a figure, to two places, half up; undefined where nothing does. For its author's eyes
 * alone: what the rules make of it is computed from the opened ballots.
 */
export function ownMean(set: CriteriaSet, draft: Draft): string | undefined {
  let sum = 0;
  let weight = 0;
  for (const criterion of criteriaOf(set)) {
    const item = draft.items[criterion.id];
    if (item?.mark !== 'scored' || item.points === undefined) continue;
    sum += (criterion.weight ?? 1) * item.points;
    weight += criterion.weight ?? 1;
  }
  return weight === 0 ? undefined : hundredths(Math.floor((sum * 200 + weight) / (weight * 2)));
}
