// A sheet of paper as it is entered: which criteria it has, what still stands against it, and its code to compare.
import { type BallotTerms, type Draft, type DraftItem, draftErrors, type Item } from '../../shared/book/ballot.ts';
import type { PollView, ResultsView, SessionView } from '../../shared/contract/views.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { barredFrom } from './recusal.ts';

/** Eight digits of a ballot's hash, in fours, for two people to read to each other. */
export const shortCode = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase();

export const criteriaOnPaper = (set: CriteriaSet, barred: readonly string[]): readonly Criterion[] =>
  criteriaOf(set).filter(({ id }) => !barred.includes(id));

/** What the member's sheet is judged by, as the secretary's screen knows it; a secret round before tells nothing. */
export function paperTerms(
  session: SessionView,
  results: ResultsView | undefined,
  poll: PollView,
  seat: string,
): BallotTerms {
  const last = results?.platforms.find(({ platform, round }) => platform === poll.platform && round < poll.round);
  const before = last?.sheets.find((sheet) => sheet.seat === seat && sheet.valid)?.items;
  return {
    scale: session.rules.scale,
    barred: barredFrom(session, poll.platform, seat),
    ...(before === undefined || session.rules.rounds.change === 'free' ? {} : { before: { items: before } }),
  };
}

/** Criteria that something still stands against. */
export const leftOnPaper = (set: CriteriaSet, draft: Draft, terms: BallotTerms): ReadonlySet<string> =>
  new Set(draftErrors(set, draft, terms).map(({ params }) => String(params['criterion'] ?? '')));

const kept = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** As the contract takes it: whole items, nothing empty. */
export function paperItems(draft: Draft): Record<string, Omit<Item, 'cites'>> {
  const items: Record<string, Omit<Item, 'cites'>> = {};
  for (const [id, item] of Object.entries(draft.items)) {
    if (item.mark === undefined || item.mark === 'insufficient') continue;
    const [reason, remark, change] = [kept(item.reason), kept(item.remark), kept(item.change)];
    items[id] = {
      mark: item.mark,
      ...(item.mark === 'scored' && item.points !== undefined ? { points: item.points } : {}),
      ...(item.mark === 'not-applicable' && reason !== undefined ? { reason } : {}),
      ...(change === undefined ? {} : { change }),
      ...(remark === undefined ? {} : { remark }),
    };
  }
  return items;
}

/** A mark takes the place of another and keeps what was written beside it. */
export function withMark(item: DraftItem | undefined, part: Pick<DraftItem, 'mark' | 'points'>): DraftItem {
  const { points: _, ...rest } = item ?? {};
  return { ...rest, ...part };
}
