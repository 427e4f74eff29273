// The scoring desk: criteria tree, one criterion, its evidence, side by side.
import { type ReactNode, useEffect } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import { appliesOn, type Citation } from '../../shared/book/ballot.ts';
import type { CriteriaView, PlatformView, PollView } from '../../shared/contract/views.ts';
import { fetchPdfReader } from '../evidence/blob-view.tsx';
import { EvidencePane, isPaged } from '../evidence/evidence-pane.tsx';
import { maySealMarks, mayWriteOpinion } from '../state/opinion.ts';
import { isRecused } from '../state/recusal.ts';
import { seatOf, useAuthor, useSession } from '../state/session.ts';
import { unfinished, useWorkingSheet } from '../state/use-sheet.ts';
import { useTerms } from '../state/use-terms.ts';
import { useWords } from '../state/words.ts';
import { CriteriaTree } from './criteria-tree.tsx';
import { CriterionPane } from './criterion-pane.tsx';
import { useDeskHands } from './desk-hands.ts';
import { DeskPanes, type PaneWidths } from './desk-panes.tsx';
import { OpinionFoot } from './opinion-foot.tsx';
import { SheetFoot } from './sheet-foot.tsx';

const NO_CITES: readonly Citation[] = [];

type Props = {
  readonly platform: PlatformView;
  readonly poll: PollView | undefined;
  readonly criteria: CriteriaView;
  readonly widths: PaneWidths;
  readonly onWidths: (widths: PaneWidths) => void;
};

export function ScoringDesk({ platform, poll, criteria, widths, onWidths }: Props): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const mine = poll?.sheets.find((sheet) => sheet.seat === session.me.seat);
  const isEntitled = mine !== undefined && mine.state !== 'not-entitled';
  const isOpinion = !isEntitled && mayWriteOpinion(session, author, platform);
  const maySeal = isOpinion && maySealMarks(session, platform);
  // Marks of an opinion are drafted as a sheet that is called after the platform.
  const working = useWorkingSheet(author, isOpinion ? platform.platform : isEntitled ? poll?.poll : undefined);
  const step = working.sheet?.step;
  const isDraft = step === 'working' || step === 'refused';
  const mayMark = isDraft && (maySeal || (isEntitled && poll?.step === 'open'));
  const hasSheet = working.sheet !== undefined && (maySeal || !isOpinion);
  const sheetTerms = useTerms(author, platform, isOpinion ? undefined : poll);
  const { terms, former, wantsReason } = sheetTerms;
  const hands = useDeskHands(criteria.set, working, mayMark, sheetTerms, platform.before);
  const { all, criterion, isAsking } = hands;
  const errors = unfinished(criteria.set, working.draft, terms);
  const seat = seatOf(session, session.me.seat);
  // Openings are a voting member's own: of somebody recused, or who has no vote, nothing is asked.
  const notes = author !== undefined && seat?.votes === true && !isRecused(platform, seat.seat);
  const onOpened = notes
    ? (sha256: string) => void author.noteOpened(platform.platform, sha256, isEntitled ? poll?.poll : undefined)
    : undefined;
  const hasPdf = platform.evidence.some(isPaged);
  useEffect(() => {
    if (hasPdf) fetchPdfReader();
  }, [hasPdf]);
  if (criterion === undefined) return null;
  const tree = (
    <CriteriaTree
      set={criteria.set}
      draft={working.draft}
      errors={errors}
      barred={terms.barred}
      former={former}
      isWorking={hasSheet}
      at={criterion.id}
      onGo={hands.go}
    />
  );
  const middle = (
    <div className="criterion">
      <CriterionPane
        key={criterion.id}
        criterion={criterion}
        number={all.indexOf(criterion) + 1}
        total={all.length}
        threshold={criteria.thresholds[criterion.id]}
        measured={platform.measured[criterion.id]}
        evidence={platform.evidence}
        item={hands.item}
        error={shownError(errors.get(criterion.id), isAsking)}
        sheet={hasSheet ? (mayMark ? 'working' : 'sealed') : 'none'}
        isBarred={terms.barred.includes(criterion.id)}
        applies={appliesOn(criteria.set, working.draft, terms, criterion)}
        scale={terms.scale}
        former={former}
        before={platform.before}
        wantsReason={wantsReason}
        begun={hands.begun}
        onMark={hands.mark}
        onPoints={hands.score}
        onChange={hands.change}
        onMove={hands.move}
        onPlace={hands.turnTo}
      />
      {isOpinion && author !== undefined ? (
        <OpinionFoot
          platform={platform}
          author={author}
          working={working}
          maySeal={maySeal}
          left={errors.size}
          isAsking={isAsking}
          onAsk={hands.ask}
        />
      ) : null}
      {poll === undefined || author === undefined || !isEntitled ? null : (
        <SheetFoot
          poll={poll}
          author={author}
          working={working}
          set={criteria.set}
          evidence={platform.evidence}
          terms={terms}
          former={former}
          errors={errors}
          mayMark={mayMark}
          onTakeFormer={hands.takeFormer}
          draftable={hands.draftable}
          onTakeBefore={hands.takeBefore}
          unseen={hands.unseen}
          isAsking={isAsking}
          undone={hands.undone}
          onAsk={hands.ask}
          onGo={hands.go}
          onUndo={hands.undo}
        />
      )}
    </div>
  );
  const evidence = (
    <section className="evidence" id="evidence" tabIndex={-1} aria-label={t('evidence.viewer')}>
      <EvidencePane
        book={session.book}
        evidence={platform.evidence}
        criterion={criterion.id}
        cites={hands.item.cites ?? NO_CITES}
        place={hands.place}
        onPlace={hands.turnTo}
        onCite={mayMark ? hands.cite : undefined}
        onOpened={onOpened}
      />
    </section>
  );
  return (
    <DeskPanes
      shown={hands.shown}
      onShow={hands.show}
      widths={widths}
      onWidths={onWidths}
      panes={{ tree, criterion: middle, evidence }}
    />
  );
}

/** A criterion that nobody has marked yet is no error until the sheet is to be cast. */
const shownError = (error: Refusal | undefined, isAsking: boolean): Refusal | undefined =>
  isAsking || error?.code !== 'mark-missing' ? error : undefined;
