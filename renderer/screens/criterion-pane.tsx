// One criterion at one glance: statement, guidance, evidence asked for, my mark, reason, remark, citations.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { DraftItem, DraftMark } from '../../shared/book/ballot.ts';
import type { EvidenceView, MeasuredView } from '../../shared/contract/views.ts';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import type { Place } from '../evidence/evidence-pane.tsx';
import { Button } from '../parts/button.tsx';
import { TextBlock, TextLine } from '../parts/field.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { Refused } from '../parts/notice.tsx';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { useWords } from '../state/words.ts';
import { CitesList } from './cites-list.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { MeasuredWords } from './measured-words.tsx';

type Props = {
  readonly criterion: Criterion;
  readonly number: number;
  readonly total: number;
  readonly threshold: { readonly threshold: string | null; readonly source: string } | undefined;
  readonly measured: MeasuredView | undefined;
  readonly evidence: readonly EvidenceView[];
  readonly item: DraftItem;
  readonly error: Refusal | undefined;
  readonly mayMark: boolean;
  readonly hasSheet: boolean;
  readonly working: WorkingSheet;
  readonly undone: string;
  readonly onMark: (mark: DraftMark) => void;
  readonly onChange: (part: Partial<DraftItem>) => void;
  readonly onMove: (by: number) => void;
  readonly onUndo: () => void;
  readonly onPlace: (place: Place) => void;
};

export function CriterionPane(props: Props): ReactNode {
  const { criterion, number, total, threshold, measured, evidence, item, error, mayMark, hasSheet } = props;
  const { working, undone, onMark, onChange, onMove, onUndo, onPlace } = props;
  const { t, of, say } = useWords();
  return (
    <section className="stack" aria-label={t('scoring.criterion', { id: criterion.id })}>
      <div className="row">
        <h2>{t('scoring.criterion', { id: criterion.id })}</h2>
        <span className="soft small">{t('scoring.position', { number, all: total })}</span>
        <span className="grow" />
        <Button small={true} label={t('scoring.prev')} isDisabled={number === 1} onPress={() => onMove(-1)}>
          <KeySign keys="↑ K" />
        </Button>
        <Button small={true} label={t('scoring.next')} isDisabled={number === total} onPress={() => onMove(1)}>
          <KeySign keys="↓ J" />
        </Button>
      </div>
      <p className="statement">{of(criterion.statement)}</p>
      {criterion.guidance === undefined ? null : (
        <p className="small">
          <span className="soft">{t('scoring.guidance')}: </span>
          {of(criterion.guidance)}
        </p>
      )}
      {criterion.evidence === undefined ? null : (
        <p className="small">
          <span className="soft">{t('scoring.asked')}: </span>
          {of(criterion.evidence)}
        </p>
      )}
      {criterion.kind === 'measured' ? (
        <MeasuredWords criterion={criterion} threshold={threshold} measured={measured} />
      ) : null}
      {hasSheet ? (
        <>
          <MarkButtons mark={item.mark} isBarred={!criterion.notApplicable} mayMark={mayMark} onMark={onMark} />
          {error !== undefined && error.code !== 'reason-missing' ? (
            <p className="error small" role="status">
              {say(error)}
            </p>
          ) : null}
          {item.mark === 'not-applicable' ? (
            <Typed
              key="reason"
              place="reason"
              label={t('scoring.reason')}
              hint={t('scoring.reason.hint')}
              value={item.reason ?? ''}
              error={
                item.reason?.trim() ? undefined : say({ code: 'reason-missing', params: { criterion: criterion.id } })
              }
              isDisabled={!mayMark}
              onSave={(reason) => onChange({ reason })}
              onEnter={() => onMove(1)}
            />
          ) : null}
          <Typed
            key="remark"
            place="remark"
            label={`${t('scoring.remark')} (R)`}
            hint={t('scoring.remark.hint')}
            value={item.remark ?? ''}
            isDisabled={!mayMark}
            onSave={(remark) => onChange({ remark })}
          />
          <CitesList
            cites={item.cites ?? []}
            evidence={evidence}
            mayChange={mayMark}
            onOpen={onPlace}
            onRemove={(index) => onChange({ cites: (item.cites ?? []).filter((_, each) => each !== index) })}
          />
          <div className="row">
            <Button small={true} isDisabled={!mayMark || (working.sheet?.undoable ?? 0) === 0} onPress={onUndo}>
              {t('scoring.undo')} <KeySign keys="Ctrl+Z" />
            </Button>
            <SaveState working={working} undone={undone} />
          </div>
        </>
      ) : null}
    </section>
  );
}

function SaveState({ working, undone }: { readonly working: WorkingSheet; readonly undone: string }): ReactNode {
  const { t, clock } = useWords();
  if (working.refused !== undefined) return <Refused refusal={working.refused} />;
  const saved = working.savedAt === undefined ? t('state.saved') : t('state.savedAt', { time: clock(working.savedAt) });
  return (
    <p className="soft small" role="status">
      {working.isSaving ? t('state.saving') : saved}
      {undone === '' ? '' : ` · ${t('scoring.undone', { id: undone })}`}
    </p>
  );
}

/** Text that is saved a moment after the last key and when the field is left. */
export function Typed(props: {
  readonly place: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly isDisabled: boolean;
  readonly onSave: (text: string) => void;
  /** Given: one line, and Enter saves and calls it. */
  readonly onEnter?: () => void;
}): ReactNode {
  const { place, label, hint, value, error, isDisabled, onSave, onEnter } = props;
  const [text, setText] = useState(value);
  const saved = useRef(value);
  const latest = useRef({ text, onSave });
  useEffect(() => {
    latest.current = { text, onSave };
  });
  // What comes from elsewhere (an undo, another window) replaces the field unless somebody is typing in it.
  useEffect(() => {
    if (value === saved.current) return;
    saved.current = value;
    setText(value);
  }, [value]);
  const save = (): void => {
    if (latest.current.text === saved.current) return;
    saved.current = latest.current.text;
    latest.current.onSave(latest.current.text);
  };
  const saveRef = useRef(save);
  useEffect(() => {
    saveRef.current = save;
  });
  useEffect(() => {
    if (text === saved.current) return;
    const timer = setTimeout(() => saveRef.current(), 500);
    return () => clearTimeout(timer);
  }, [text]);
  // Moving on by a key takes the field away: its text goes with it to the disk.
  useEffect(() => () => saveRef.current(), []);
  const Field = onEnter === undefined ? TextBlock : TextLine;
  return (
    <Field
      place={place}
      label={label}
      hint={hint}
      value={text}
      onChange={setText}
      onLeave={save}
      error={error}
      isDisabled={isDisabled}
      maxLength={4_000}
      rows={3}
      onKeyDown={(event) => {
        if (event.key === 'Escape') (document.activeElement as HTMLElement | null)?.blur();
        if (event.key !== 'Enter' || onEnter === undefined || event.nativeEvent.isComposing) return;
        event.preventDefault();
        save();
        if (text.trim() === '') return;
        (document.activeElement as HTMLElement | null)?.blur();
        onEnter();
      }}
    />
  );
}
