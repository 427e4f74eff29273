// The foot of the sheet, always in sight: undo, what is saved, casting; after that how the sheet stands.
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { Refused } from '../parts/notice.tsx';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { useWords } from '../state/words.ts';
import { CastPart, type CastProps } from './cast-part.tsx';
import { SheetStand } from './sheet-stand.tsx';

export function SheetFoot(
  props: CastProps & {
    readonly mayMark: boolean;
    /** The criterion whose change was taken back last, '' for none. */
    readonly undone: string;
    readonly onUndo: () => void;
    readonly onTakeFormer: () => void;
  },
): ReactNode {
  const { working, mayMark, isAsking, undone, onUndo } = props;
  const { t } = useWords();
  if (working.sheet === undefined)
    return (
      <div className="foot">
        <p className="soft small" role="status">
          {t('state.waiting', { what: t('scoring.mine') })}
        </p>
      </div>
    );
  if (!mayMark)
    return (
      <div className="foot">
        <SheetStand poll={props.poll} author={props.author} sheet={working.sheet} onAsk={props.onAsk} />
      </div>
    );
  return (
    <div className="foot">
      {working.refused === undefined ? null : <Refused refusal={working.refused} />}
      <SaveState working={working} undone={undone} isReady={props.errors.size === 0} />
      {working.sheet.startedFrom === undefined ? null : (
        <p className="soft small">{t('change.started', { round: working.sheet.startedFrom })}</p>
      )}
      <div className="row">
        <Button small={true} isDisabled={working.sheet.undoable === 0} onPress={onUndo}>
          {t('scoring.undo')} <KeySign keys="Ctrl+Z" />
        </Button>
        <TakeFormer {...props} />
        <span className="grow" />
        {isAsking ? null : <CastButton {...props} />}
      </div>
      <CastPart {...props} />
    </div>
  );
}

/** In a further round: what is not marked yet may stay as it was, and then only what changed wants a hand. */
function TakeFormer({
  former,
  working,
  terms,
  onTakeFormer,
}: CastProps & { readonly onTakeFormer: () => void }): ReactNode {
  const { t } = useWords();
  if (former === undefined) return null;
  const count = Object.keys(former.items).filter(
    (id) => working.draft.items[id]?.mark === undefined && !terms.barred.includes(id),
  ).length;
  return count === 0 ? null : (
    <Button small={true} onPress={onTakeFormer}>
      {t('change.take', { round: former.round, count })}
    </Button>
  );
}

function CastButton({ errors, onAsk }: CastProps): ReactNode {
  const { t } = useWords();
  const isReady = errors.size === 0;
  return (
    <Button kind={isReady ? 'main' : 'plain'} label={t('scoring.cast')} onPress={() => onAsk(true)}>
      {t('scoring.cast')} <KeySign keys="Ctrl+Enter" />
    </Button>
  );
}

function SaveState(props: {
  readonly working: WorkingSheet;
  readonly undone: string;
  readonly isReady: boolean;
}): ReactNode {
  const { working, undone, isReady } = props;
  const { t, clock } = useWords();
  const saved = working.savedAt === undefined ? t('state.saved') : t('state.savedAt', { time: clock(working.savedAt) });
  return (
    <p className="soft small" role="status">
      {isReady ? `${t('scoring.cast.ready')} ` : ''}
      {working.isSaving ? t('state.saving') : saved}
      {undone === '' ? '' : ` · ${t('scoring.undone', { id: undone })}`}
    </p>
  );
}
