// Changes of a draft and how they are taken back; a draft is kept as it was typed and made clean when it is cast.
import type { Draft, DraftItem } from '../../shared/book/ballot.ts';

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
