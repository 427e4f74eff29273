// A working sheet on its way to the box: made clean as it is sealed, and begun from what its seat marked a round ago.
import { cleanText } from '../base/text.ts';
import { type CriteriaSet, criteriaOf } from '../criteria/criteria-set.ts';
import {
  appliesOn,
  type Ballot,
  type BallotTerms,
  type Draft,
  type DraftItem,
  type Item,
  isChanged,
} from './ballot.ts';

/** Half a surrogate pair, left by an input method that was interrupted, has no canonical text. */
const words = (text: string | undefined): string => cleanText((text ?? '').toWellFormed());

function cleanItem({ mark, points, reason, change, remark, cites }: DraftItem, before: Item | undefined): DraftItem {
  const clean = { reason: words(reason), change: words(change), remark: words(remark) };
  const changed = before !== undefined && isChanged({ ...(mark && { mark }), ...pointsOf(mark, points) }, before);
  return {
    ...(mark === undefined ? {} : { mark }),
    ...pointsOf(mark, points),
    // A reason left over from an earlier mark says nothing of this one.
    ...(mark === 'not-applicable' && clean.reason !== '' ? { reason: clean.reason } : {}),
    ...(changed && clean.change !== '' ? { change: clean.change } : {}),
    ...(clean.remark === '' ? {} : { remark: clean.remark }),
    ...(cites === undefined || cites.length === 0 ? {} : { cites }),
  };
}

const pointsOf = (mark: DraftItem['mark'], points: number | undefined): Pick<Item, 'points'> =>
  mark === 'scored' && points !== undefined ? { points } : {};

/**
 * As it is sealed: NFC, no control characters, nothing empty, nothing of a criterion that the seat does not judge (no
 * screen shows one, so nobody could take it out), a reason for a change only where there is one.
 */
export function cleanDraft(draft: Draft, { barred, before }: Pick<BallotTerms, 'barred' | 'before'>): Draft {
  const items = Object.entries(draft.items)
    .filter(([id]) => !barred.includes(id))
    .map(([id, item]) => [id, cleanItem(item, before?.items[id])] as const)
    .filter(([, item]) => Object.keys(item).length > 0);
  const comment = words(draft.comment);
  return { items: Object.fromEntries(items), ...(comment === '' ? {} : { comment }) };
}

/**
 * The sheet with "not applicable" wherever a condition does not hold on it, one after the other: what does not apply can
 * take another criterion with it.
 */
export function withConditions(set: CriteriaSet, draft: Draft, terms: BallotTerms): Draft {
  const conditional = criteriaOf(set).filter(({ appliesWhen }) => appliesWhen !== undefined);
  let now = draft;
  for (let changed = true; changed; ) {
    changed = false;
    for (const criterion of conditional) {
      const item = now.items[criterion.id];
      if (item === undefined || item.mark === 'not-applicable' || appliesOn(set, now, terms, criterion)) continue;
      const { points: _, reason: __, ...rest } = item;
      now = { ...now, items: { ...now.items, [criterion.id]: { ...rest, mark: 'not-applicable' } } };
      changed = true;
    }
  }
  return now;
}

/** A draft without errors is a ballot. */
export const ballotOf = (poll: Ballot['poll'], draft: Draft): Ballot => ({
  poll,
  items: draft.items as Readonly<Record<string, Item>>,
  ...(draft.comment === undefined ? {} : { comment: draft.comment }),
});

/** The sheet of a new round as it begins: the seat's own former marks; why it changed them before is said and done. */
export const startedFrom = ({ items, comment }: Pick<Ballot, 'items' | 'comment'>): Draft => ({
  items: Object.fromEntries(Object.entries(items).map(([id, { change: _, ...item }]) => [id, item])),
  ...(comment === undefined ? {} : { comment }),
});

/** The marks alone: what a new mark is compared with. */
export const marksOf = ({ items }: Pick<Ballot, 'items'>): Readonly<Record<string, Pick<Item, 'mark' | 'points'>>> =>
  Object.fromEntries(
    Object.entries(items).map(([id, { mark, points }]) => [id, { mark, ...(points === undefined ? {} : { points }) }]),
  );
