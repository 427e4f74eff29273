// My working sheet of one poll: what is durable, what is being written, and how the last writing went.
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Refusal, Result } from '../../shared/base/result.ts';
import { type BallotTerms, type Draft, type DraftItem, draftErrors } from '../../shared/book/ballot.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Author, Sheet } from '../author/author.ts';
import { useHouse } from './house.ts';

const EMPTY: Draft = { items: {} };
const never = (): (() => void) => () => {};

export type WorkingSheet = {
  readonly sheet: Sheet | undefined;
  /** Durable items under what is still being written. */
  readonly draft: Draft;
  readonly isSaving: boolean;
  readonly savedAt: string | undefined;
  readonly refused: Refusal | undefined;
  readonly saveItem: (criterion: string, item: DraftItem) => void;
  readonly saveComment: (comment: string) => void;
  /** Gives the criterion whose change was taken back; '' for the comment. */
  readonly undo: () => Promise<string | undefined>;
};

export function useWorkingSheet(author: Author | undefined, poll: string | undefined): WorkingSheet {
  const { now } = useHouse();
  const subscribe = useCallback(
    (told: () => void) => (author === undefined || poll === undefined ? () => {} : author.onSheet(poll, told)),
    [author, poll],
  );
  const snapshot = () => (author === undefined || poll === undefined ? undefined : author.sheet(poll));
  const sheet = useSyncExternalStore(author === undefined ? never : subscribe, snapshot, snapshot);
  const [writing, setWriting] = useState<Readonly<Record<string, DraftItem>>>({});
  const [count, setCount] = useState(0);
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<Refusal | undefined>(undefined);
  const latest = useRef<Readonly<Record<string, DraftItem>>>({});

  const follow = useCallback(
    async (saving: Promise<Result<unknown>>): Promise<void> => {
      setCount((open) => open + 1);
      const result = await saving;
      setCount((open) => open - 1);
      setRefused(result.ok ? undefined : result.refusal);
      if (result.ok) setSavedAt(now().toISOString());
    },
    [now],
  );
  const saveItem = useCallback(
    (criterion: string, item: DraftItem): void => {
      if (author === undefined || poll === undefined) return;
      latest.current = { ...latest.current, [criterion]: item };
      setWriting(latest.current);
      void follow(author.saveItem(poll, criterion, item)).then(() => {
        // A later writing of the same criterion stays on top.
        if (latest.current[criterion] !== item) return;
        const { [criterion]: _, ...rest } = latest.current;
        latest.current = rest;
        setWriting(rest);
      });
    },
    [author, poll, follow],
  );
  const saveComment = useCallback(
    (comment: string): void => {
      if (author !== undefined && poll !== undefined) void follow(author.saveComment(poll, comment));
    },
    [author, poll, follow],
  );
  const undo = useCallback(async (): Promise<string | undefined> => {
    if (author === undefined || poll === undefined) return undefined;
    const result = await author.undo(poll);
    return result.ok ? result.value.criterion : undefined;
  }, [author, poll]);

  const durable = sheet?.draft ?? EMPTY;
  const draft = useMemo<Draft>(() => ({ ...durable, items: { ...durable.items, ...writing } }), [durable, writing]);
  return { sheet, draft, isSaving: count > 0, savedAt, refused, saveItem, saveComment, undo };
}

/** A criterion is done when nothing on it stands between the draft and the box. */
export function unfinished(set: CriteriaSet, draft: Draft, terms: BallotTerms): ReadonlyMap<string, Refusal> {
  const errors = new Map<string, Refusal>();
  for (const error of draftErrors(set, draft, terms)) {
    const criterion = String(error.params['criterion'] ?? '');
    if (!errors.has(criterion)) errors.set(criterion, error);
  }
  return errors;
}

/** How many criteria carry a mark, `insufficient` included: what the progress screen may show. */
export const markedIn = (draft: Draft): number =>
  Object.values(draft.items).filter((item) => item.mark !== undefined).length;
