// What the hands do on the desk: mark, move, cite, take back; every act has a key, and a mark moves on.
import { useCallback, useEffect, useRef, useState } from 'react';
import { appliesOn, type Citation, type DraftItem, type DraftMark } from '../../shared/book/ballot.ts';
import { onceEach } from '../../shared/book/citation.ts';
import type { BeforeView } from '../../shared/contract/views.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { Place } from '../evidence/cite-words.ts';
import { draftsFrom } from '../state/before.ts';
import { useGoal, useGoals } from '../state/goal.ts';
import { useKeys } from '../state/use-keys.ts';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { differs, type SheetTerms } from '../state/use-terms.ts';
import type { PaneName } from './desk-panes.tsx';
import type { Begun } from './points-entry.tsx';

/** Citations of one criterion that a sheet takes. */
export const MOST_CITES = 50;

export type DeskHands = {
  readonly all: readonly Criterion[];
  readonly criterion: Criterion | undefined;
  readonly item: DraftItem;
  readonly place: Place | undefined;
  readonly shown: PaneName;
  readonly undone: string;
  readonly isAsking: boolean;
  readonly go: (criterion: string) => void;
  readonly move: (by: number) => void;
  readonly mark: (mark: DraftMark) => void;
  /** A figure; `isDone` goes on to the next criterion. */
  readonly score: (points: number, isDone: boolean) => void;
  readonly begun: Begun | undefined;
  /** Gives every criterion without a mark the one it had in the round before. */
  readonly takeFormer: () => void;
  /** How many criteria the last evaluation of the platform can draft. */
  readonly draftable: number;
  /** Drafts them; each is still to be looked at. */
  readonly takeBefore: () => void;
  /** Drafted so, and neither turned to nor marked since. */
  readonly unseen: readonly string[];
  readonly change: (part: Partial<DraftItem>) => void;
  readonly cite: (cite: Citation) => void;
  readonly undo: () => void;
  readonly turnTo: (place: Place) => void;
  readonly show: (pane: PaneName) => void;
  readonly ask: (isAsking: boolean) => void;
};

export function useDeskHands(
  set: CriteriaSet,
  working: WorkingSheet,
  mayMark: boolean,
  { terms, former, wantsReason }: SheetTerms,
  before: BeforeView | undefined,
): DeskHands {
  const goals = useGoals();
  const goal = useGoal(goals);
  const all = criteriaOf(set);
  const [at, setAt] = useState(all[0]?.id ?? '');
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [shown, setShown] = useState<PaneName>('criterion');
  const [undone, setUndone] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [begun, setBegun] = useState<Begun | undefined>(undefined);
  /** Drafted from the last evaluation and not looked at; turning to one, or marking it, is looking at it. */
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const look = useCallback((id: string): void => {
    setTaken((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : now));
  }, []);
  const criterion = all.find((each) => each.id === at) ?? all[0];
  const item: DraftItem = (criterion && working.draft.items[criterion.id]) ?? {};
  /** A field that is only there, or only in sight, after the next drawing. */
  const nextFocus = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (nextFocus.current === undefined) return;
    const field = document.getElementById(nextFocus.current);
    nextFocus.current = undefined;
    field?.focus();
  });

  const go = useCallback(
    (id: string): void => {
      setAt(id);
      look(id);
      setBegun(undefined);
      setUndone('');
      setShown('criterion');
    },
    [look],
  );
  const turnTo = useCallback((next: Place): void => {
    setPlace(next);
    setShown('evidence');
  }, []);
  useEffect(() => {
    if (goal === undefined) return;
    if (goal.to === 'criterion') go(goal.criterion);
    else {
      const { sha256, page = 1, words } = goal;
      turnTo({ sha256, page, ...(words === undefined ? {} : { words }) });
    }
    goals?.set(undefined);
  }, [goal, goals, go, turnTo]);

  const move = (by: number): void => {
    const index = all.findIndex((each) => each.id === at);
    const next = all[Math.min(Math.max(0, index + by), all.length - 1)];
    if (next !== undefined) {
      setAt(next.id);
      look(next.id);
    }
    setBegun(undefined);
    setUndone('');
  };
  const isBarred = criterion !== undefined && terms.barred.includes(criterion.id);
  const maySay = mayMark && criterion !== undefined && !isBarred;
  const change = (part: Partial<DraftItem>): void => {
    if (criterion !== undefined && maySay) working.saveItem(criterion.id, { ...item, ...part });
  };
  /** Saves a mark that needs no reason of its own; where it differs from the round before, the reason is asked at once. */
  const say = (part: Pick<DraftItem, 'mark' | 'points'>, isDone: boolean): void => {
    if (criterion === undefined || !maySay) return;
    look(criterion.id);
    const { reason: _, points: __, change: why, ...rest } = item;
    const said: DraftItem = { ...rest, ...part };
    const isOther = differs(said, former?.items[criterion.id]);
    working.saveItem(criterion.id, isOther && why !== undefined ? { ...said, change: why } : said);
    setBegun(undefined);
    if (isOther && wantsReason && (why ?? '').trim() === '') nextFocus.current = isDone ? 'change' : undefined;
    else if (isDone) move(1);
  };
  const mark = (name: DraftMark): void => {
    if (!maySay || criterion === undefined) return;
    if (name === 'not-applicable') {
      const isAsked = appliesOn(set, working.draft, terms, criterion);
      // Where its conditions do not hold, they are the reason.
      if (!isAsked) {
        say({ mark: name }, true);
        return;
      }
      if (!criterion.notApplicable) return;
      const { points: _, ...rest } = item;
      working.saveItem(criterion.id, { ...rest, mark: name });
      setBegun(undefined);
      nextFocus.current = 'reason';
      return;
    }
    say({ mark: name }, true);
  };
  const score = (points: number, isDone: boolean): void => say({ mark: 'scored', points }, isDone);
  const takeFormer = (): void => {
    if (!mayMark) return;
    for (const { id } of all) {
      const before = former?.items[id];
      if (before === undefined || terms.barred.includes(id) || working.draft.items[id]?.mark !== undefined) continue;
      working.saveItem(id, { ...working.draft.items[id], ...before });
    }
  };
  const drafts = draftsFrom(set, mayMark && former === undefined ? before : undefined, working.draft, terms);
  const takeBefore = (): void => {
    for (const [id, drafted] of Object.entries(drafts)) working.saveItem(id, drafted);
    setTaken(new Set([...taken, ...Object.keys(drafts)].filter((id) => id !== at)));
  };
  // What was taken back is no draft any more.
  const unseen = [...taken].filter((id) => working.draft.items[id]?.mark !== undefined);
  const cite = (made: Citation): void => {
    const cites = onceEach([...(item.cites ?? []), made]);
    if (cites.length > (item.cites?.length ?? 0) && cites.length <= MOST_CITES) change({ cites });
  };
  const undo = async (): Promise<void> => {
    const back = await working.undo();
    if (back === undefined) return;
    if (back !== '') setAt(back);
    setUndone(back);
  };
  /** Straight away where it is in sight; else once its pane is. */
  const focusIn = (pane: PaneName, id: string): boolean => {
    setShown(pane);
    const field = document.getElementById(id);
    field?.focus();
    // Wanted later only where it is not had now: a wish left standing would take the focus back at some drawing to come.
    nextFocus.current = field !== null && document.activeElement === field ? undefined : id;
    return true;
  };
  useKeys((act) => {
    switch (act.act) {
      case 'mark':
        mark(act.mark);
        return mayMark;
      case 'digit':
        if (!maySay) return false;
        setShown('criterion');
        setBegun({ digit: act.digit });
        return true;
      case 'next':
        move(1);
        return true;
      case 'previous':
        move(-1);
        return true;
      case 'remark':
        return maySay && focusIn('criterion', 'remark');
      case 'evidence':
        return focusIn('evidence', 'evidence');
      case 'undo':
        if (mayMark) void undo();
        return mayMark;
      case 'cast':
        // The second press belongs to the question that then stands.
        if (!mayMark || isAsking) return false;
        setShown('criterion');
        setAsking(true);
        return true;
      default:
        return false;
    }
  }, terms.scale.of);
  return {
    all,
    criterion,
    item,
    place,
    shown,
    undone,
    isAsking,
    go,
    move,
    mark,
    score,
    begun,
    takeFormer,
    draftable: Object.keys(drafts).length,
    takeBefore,
    unseen,
    change,
    cite,
    undo: () => void undo(),
    turnTo,
    show: setShown,
    ask: setAsking,
  };
}
