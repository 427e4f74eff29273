// What an earlier evaluation gives to a sheet of now: drafts for what asks the same and is not marked; never a mark by itself.
import { appliesOn, type BallotTerms, type Draft, type DraftItem } from '../../shared/book/ballot.ts';
import type { BeforeView } from '../../shared/contract/views.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';

/** Its name in the set of now; a set that no longer knows the outcome leaves its code. */
export const outcomeWords = (
  set: CriteriaSet | undefined,
  outcome: string,
  of: (text: { readonly vi: string; readonly en: string }) => string,
): string => {
  const name = set?.outcomes.find((rule) => rule.outcome === outcome)?.name;
  return name === undefined ? outcome : of(name);
};

/**
 * Items to be saved, by criterion. Only met and not met on the pass-fail scale: points of a whole council are nobody's
 * points. Nothing over a mark of mine, nothing I am recused from, nothing that does not apply on this sheet.
 */
export function draftsFrom(
  set: CriteriaSet,
  before: BeforeView | undefined,
  draft: Pick<Draft, 'items'>,
  terms: BallotTerms,
): Readonly<Record<string, DraftItem>> {
  if (before === undefined || terms.scale.of !== 'pass-fail') return {};
  const made: Record<string, DraftItem> = {};
  const all = criteriaOf(set);
  for (const { id } of all) {
    const verdict = before.marks[id]?.verdict;
    const isFree = draft.items[id]?.mark === undefined && !terms.barred.includes(id);
    if (isFree && (verdict === 'met' || verdict === 'not-met')) made[id] = { ...draft.items[id], mark: verdict };
  }
  // A condition may look at any other draft: those that do not hold fall away until the rest stands.
  const mustFall = (criterion: Criterion): boolean =>
    made[criterion.id] !== undefined && !appliesOn(set, { items: { ...draft.items, ...made } }, terms, criterion);
  for (let out = all.find(mustFall); out !== undefined; out = all.find(mustFall)) delete made[out.id];
  return made;
}
