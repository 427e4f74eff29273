// What an earlier evaluation gives to a sheet of now: drafts for what asks the same and is not marked; never a mark by itself.
import { appliesOn, type BallotTerms, type Draft, type DraftItem } from '../../shared/book/ballot.ts';
import type { BeforeView } from '../../shared/contract/views.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';

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
  const wanted = criteriaOf(set).filter(({ id }) => {
    const verdict = before.marks[id]?.verdict;
    const isFree = draft.items[id]?.mark === undefined && !terms.barred.includes(id);
    return isFree && (verdict === 'met' || verdict === 'not-met');
  });
  const take = (criterion: (typeof wanted)[number]): boolean => {
    const verdict = before.marks[criterion.id]?.verdict;
    if (verdict !== 'met' && verdict !== 'not-met') return false;
    const items = { ...draft.items, ...made };
    if (made[criterion.id] !== undefined || !appliesOn(set, { items }, terms, criterion)) return false;
    made[criterion.id] = { ...draft.items[criterion.id], mark: verdict };
    return true;
  };
  // A condition may look at a criterion further down: what it looks at is drafted first, then it is looked at again.
  while (wanted.filter(take).length > 0);
  return made;
}
