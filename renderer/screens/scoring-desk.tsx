// The scoring desk: criteria tree, one criterion, its evidence; every act has a key.

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { EvidenceId, Hash } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';
import type { Citation, DraftItem, DraftMark } from '../../shared/book/ballot.ts';
import type { CriteriaView, EvidenceView, PlatformView, PollView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { EvidencePane, isPaged, orderFor, type Place } from '../evidence/evidence-pane.tsx';
import { useGoal, useGoals } from '../state/goal.ts';
import { useAuthor, useSession } from '../state/session.ts';
import { useKeys } from '../state/use-keys.ts';
import { unfinished, useWorkingSheet } from '../state/use-sheet.ts';
import { useWords } from '../state/words.ts';
import { CastPart } from './cast-part.tsx';
import { CriteriaTree } from './criteria-tree.tsx';
import { CriterionPane } from './criterion-pane.tsx';

type Props = {
  readonly platform: PlatformView;
  readonly poll: PollView | undefined;
  readonly criteria: CriteriaView;
};

const focusAt = (id: string): void => document.getElementById(id)?.focus();

export function ScoringDesk({ platform, poll, criteria }: Props): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const goals = useGoals();
  const goal = useGoal(goals);
  const all = criteriaOf(criteria.set);
  const [at, setAt] = useState(all[0]?.id ?? '');
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [undone, setUndone] = useState('');
  const [isAsking, setAsking] = useState(false);
  const mine = poll?.sheets.find((sheet) => sheet.seat === session.me.seat);
  const holdsSheet = mine !== undefined && mine.state !== 'not-entitled' && poll?.step === 'open';
  const working = useWorkingSheet(author, holdsSheet ? poll?.poll : undefined);
  const step = working.sheet?.step ?? 'working';
  const mayMark = holdsSheet && working.sheet !== undefined && (step === 'working' || step === 'refused');
  const criterion = all.find((each) => each.id === at) ?? all[0];
  const errors = unfinished(criteria.set, working.draft);

  useEffect(() => {
    if (goal === undefined) return;
    if (goal.to === 'criterion') setAt(goal.criterion);
    else setPlace({ sha256: goal.sha256, page: goal.page ?? 1 });
    goals?.set(undefined);
  }, [goal, goals]);

  const move = useCallback(
    (by: number): void => {
      const index = all.findIndex((each) => each.id === at);
      const next = all[Math.min(Math.max(0, index + by), all.length - 1)];
      if (next !== undefined) setAt(next.id);
      setUndone('');
    },
    [all, at],
  );
  const item: DraftItem = (criterion && working.draft.items[criterion.id]) ?? {};
  const change = (part: Partial<DraftItem>): void => {
    if (criterion !== undefined && mayMark) working.saveItem(criterion.id, { ...item, ...part });
  };
  const toReason = useRef<boolean>(false);
  const mark = (name: DraftMark): void => {
    if (!mayMark || criterion === undefined) return;
    if (name === 'not-applicable') {
      if (!criterion.notApplicable) return;
      change({ mark: name });
      toReason.current = true;
      return;
    }
    const { reason: _, ...rest } = item;
    working.saveItem(criterion.id, { ...rest, mark: name });
    move(1);
  };
  useEffect(() => {
    if (!toReason.current) return;
    toReason.current = false;
    focusAt('reason');
  });
  const cite = (evidence: EvidenceView, page: number | undefined): void => {
    const known = item.cites ?? [];
    const isThere = known.some((each) => each.evidence === evidence.evidence && each.page === page);
    if (isThere || known.length >= 50) return;
    // The view carries ids as text; here they become a citation again.
    const made: Citation = {
      evidence: evidence.evidence as EvidenceId,
      sha256: evidence.sha256 as Hash,
      ...(page === undefined ? {} : { page }),
    };
    change({ cites: [...known, made] });
  };
  const citeInView = (): void => {
    const ordered = orderFor(platform.evidence, criterion?.id ?? '');
    const inView = ordered.find((each) => each.sha256 === place?.sha256) ?? ordered[0];
    if (inView === undefined) return;
    cite(inView, isPaged(inView) ? (inView.sha256 === place?.sha256 ? place.page : 1) : undefined);
  };
  const undo = async (): Promise<void> => {
    const back = await working.undo();
    if (back === undefined) return;
    if (back !== '') setAt(back);
    setUndone(back);
  };
  useKeys((act) => {
    switch (act.act) {
      case 'mark':
        mark(act.mark);
        return true;
      case 'next':
        move(1);
        return true;
      case 'previous':
        move(-1);
        return true;
      case 'remark':
        focusAt('remark');
        return true;
      case 'evidence':
        focusAt('evidence');
        return true;
      case 'cite':
        if (mayMark) citeInView();
        return mayMark;
      case 'undo':
        if (mayMark) void undo();
        return mayMark;
      case 'cast':
        // The second press belongs to the question that then stands.
        if (!mayMark || isAsking) return false;
        setAsking(true);
        return true;
      default:
        return false;
    }
  });
  if (criterion === undefined) return null;
  return (
    <div className="desk">
      <CriteriaTree
        set={criteria.set}
        draft={working.draft}
        errors={errors}
        isWorking={holdsSheet}
        at={criterion.id}
        onGo={setAt}
      />
      <div className="criterion">
        {poll !== undefined && author !== undefined && holdsSheet ? (
          <CastPart
            key={step === 'working' ? 'working' : 'cast'}
            poll={poll}
            author={author}
            working={working}
            errors={errors}
            total={all.length}
            isAsking={isAsking}
            onAsk={setAsking}
            onGo={setAt}
          />
        ) : null}
        <CriterionPane
          key={criterion.id}
          criterion={criterion}
          number={all.indexOf(criterion) + 1}
          total={all.length}
          threshold={criteria.thresholds[criterion.id]}
          measured={platform.measured[criterion.id]}
          evidence={platform.evidence}
          item={item}
          error={shownError(errors.get(criterion.id), isAsking)}
          mayMark={mayMark}
          hasSheet={holdsSheet}
          working={working}
          undone={undone}
          onMark={mark}
          onChange={change}
          onMove={move}
          onUndo={() => void undo()}
          onPlace={setPlace}
        />
      </div>
      <section className="evidence" id="evidence" tabIndex={-1} aria-label={t('evidence.viewer')}>
        <EvidencePane
          book={session.book}
          evidence={platform.evidence}
          criterion={criterion.id}
          place={place}
          onPlace={setPlace}
          onCite={mayMark ? cite : undefined}
        />
      </section>
    </div>
  );
}

/** A criterion that nobody has marked yet is no error until the sheet is to be cast. */
const shownError = (error: Refusal | undefined, isAsking: boolean): Refusal | undefined =>
  isAsking || error?.code !== 'mark-missing' ? error : undefined;
