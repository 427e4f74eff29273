// What my ballot is judged by: the scale, the criteria I do not judge, and what I said in the round before.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { BallotTerms, DraftItem, Item } from '../../shared/book/ballot.ts';
import { newestOf } from '../../shared/book/citation.ts';
import type { PlatformView, PollView } from '../../shared/contract/views.ts';
import type { Author, Sheet } from '../author/author.ts';
import { barredFrom } from './recusal.ts';
import { roundsOf, useSession } from './session.ts';
import { useView } from './use-view.ts';

export type FormerItem = Pick<Item, 'mark' | 'points' | 'reason'>;
export type Former = { readonly round: number; readonly items: Readonly<Record<string, FormerItem>> };

export type SheetTerms = {
  /** What stands between a draft and the box. */
  readonly terms: BallotTerms;
  /** My own sheet of the last counted round, shown beside; undefined in a first round. */
  readonly former: Former | undefined;
  /** A mark that differs from it wants a reason. */
  readonly wantsReason: boolean;
};

const NONE: readonly string[] = [];
const nothing = (): undefined => undefined;
const never = (): (() => void) => () => {};

/** My sheet of an earlier poll, where this device still holds it. */
function useFormerSheet(author: Author | undefined, poll: string | undefined): Sheet | undefined {
  const subscribe = useCallback(
    (told: () => void) => (author === undefined || poll === undefined ? () => {} : author.onSheet(poll, told)),
    [author, poll],
  );
  const now = () => (author === undefined || poll === undefined ? undefined : author.sheet(poll));
  return useSyncExternalStore(author === undefined ? never : subscribe, author === undefined ? nothing : now, nothing);
}

const isFormer = (item: DraftItem): item is Item => item.mark !== undefined && item.mark !== 'insufficient';

const formerItem = ({ mark, points, reason }: Item): FormerItem => ({
  mark,
  ...(points === undefined ? {} : { points }),
  ...(reason === undefined ? {} : { reason }),
});

const formerItems = (items: Readonly<Record<string, DraftItem>>): Former['items'] =>
  Object.fromEntries(Object.entries(items).flatMap(([id, item]) => (isFormer(item) ? [[id, formerItem(item)]] : [])));

/** A counted sheet of my own; one that was late, set aside or never cast is not what was said in the round. */
const saidIn = (sheet: Sheet | undefined): Readonly<Record<string, DraftItem>> | undefined =>
  sheet?.step === 'counted' ? sheet.draft.items : undefined;

/**
 * @param at the platform of the sheet: its evidence says what a citation is held against
 * @param poll the round in view; undefined for marks that go with a written opinion, which have no round before
 */
export function useTerms(author: Author | undefined, at: PlatformView, poll: PollView | undefined): SheetTerms {
  const { platform, evidence } = at;
  const session = useSession();
  const { book, me, rules } = session;
  const last = roundsOf(session, platform)
    .filter((each) => poll !== undefined && each.round < poll.round && each.step === 'counted')
    .at(-1);
  const results = useView('results', { book });
  const sheet = useFormerSheet(author, last?.poll);
  const rounds = (results?.ok === true ? results.value.platforms : []).find((each) => each.platform === platform);
  const shown = [...(rounds?.history ?? []), ...(rounds === undefined ? [] : [rounds])]
    .find((round) => round.poll === last?.poll)
    ?.sheets.find((each) => each.seat !== null && each.seat === me.seat && each.valid)?.items;
  // A secret ballot carries no name: only the device that cast it knows what was said.
  const said = shown ?? saidIn(sheet);
  const barred = poll === undefined ? NONE : barredFrom(session, platform, me.seat);
  const wantsReason = rules.rounds.change === 'reason-required';
  const round = last?.round;
  return useMemo(() => {
    const former = said === undefined || round === undefined ? undefined : { round, items: formerItems(said) };
    return {
      former,
      wantsReason,
      terms: {
        scale: rules.scale,
        barred,
        newest: newestOf(evidence),
        ...(former === undefined || !wantsReason ? {} : { before: { items: former.items as Record<string, Item> } }),
      },
    };
  }, [said, round, wantsReason, rules.scale, barred, evidence]);
}

/** Whether a mark says something else than it did. */
export const differs = (item: DraftItem, before: FormerItem | undefined): boolean =>
  before !== undefined && item.mark !== undefined && (item.mark !== before.mark || item.points !== before.points);
