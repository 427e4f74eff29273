// Changes of a draft and how they are taken back; a draft is kept as it was typed and made clean when it is cast.
import { cleanText } from '../../shared/base/text.ts';
import type { Ballot, Draft, DraftItem, Item } from '../../shared/book/ballot.ts';

export const EMPTY_DRAFT: Draft = { items: {} };

/** One change as `undo` needs it: what was there before. `criterion` is '' for the comment. */
export type Change =
  | { readonly criterion: string; readonly item: DraftItem | undefined }
  | { readonly criterion: ''; readonly comment: string | undefined };

/** How many changes of a sheet can be taken back. */
export const UNDO_LIMIT = 200;

export function withItem(draft: Draft, criterion: string, item: DraftItem | undefined): Draft {
  const { [criterion]: _, ...rest } = draft.items;
  return { ...draft, items: item === undefined ? rest : { ...rest, [criterion]: item } };
}

export function withComment(draft: Draft, comment: string | undefined): Draft {
  const { comment: _, ...rest } = draft;
  return comment === undefined || comment === '' ? rest : { ...rest, comment };
}

export const takeBack = (draft: Draft, change: Change): Draft =>
  'item' in change ? withItem(draft, change.criterion, change.item) : withComment(draft, change.comment);

/** Items that say anything; how far a seat is, told as presence. */
export const markedIn = (draft: Draft): number =>
  Object.values(draft.items).filter(({ mark }) => mark !== undefined && mark !== 'insufficient').length;

/** Half a surrogate pair, left by an input method that was interrupted, has no canonical text. */
const words = (text: string | undefined): string => cleanText((text ?? '').toWellFormed());

function cleanItem({ mark, reason, remark, cites }: DraftItem): DraftItem {
  const clean = { reason: words(reason), remark: words(remark) };
  return {
    ...(mark === undefined ? {} : { mark }),
    // A reason left over from an earlier mark says nothing of this one.
    ...(mark === 'not-applicable' && clean.reason !== '' ? { reason: clean.reason } : {}),
    ...(clean.remark === '' ? {} : { remark: clean.remark }),
    ...(cites === undefined || cites.length === 0 ? {} : { cites }),
  };
}

/** As it is sealed: NFC, no control characters, nothing empty. */
export function cleanDraft(draft: Draft): Draft {
  const items = Object.entries(draft.items).map(([id, item]) => [id, cleanItem(item)] as const);
  const said = items.filter(([, item]) => Object.keys(item).length > 0);
  return withComment({ items: Object.fromEntries(said) }, words(draft.comment));
}

/** A draft without errors is a ballot. */
export const ballotOf = (poll: Ballot['poll'], draft: Draft): Ballot => ({
  poll,
  items: draft.items as Readonly<Record<string, Item>>,
  ...(draft.comment === undefined ? {} : { comment: draft.comment }),
});
