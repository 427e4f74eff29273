// The foot of the sheet, always in sight: undo, what is saved, casting; after that how the sheet stands.
import type { ReactNode } from 'react';
import type { Draft } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { useWords } from '../state/words.ts';
import { CastPart, type CastProps } from './cast-part.tsx';
import { SheetStand } from './sheet-stand.tsx';

/** Evidence that the sheet cites in a revision that is not the newest. */
function newerThan({ items }: Draft, evidence: readonly EvidenceView[]): readonly EvidenceView[] {
  const cites = Object.values(items).flatMap((item) => item.cites ?? []);
  return evidence.filter((item) =>
    cites.some((cite) => cite.evidence === item.evidence && cite.sha256 !== item.sha256),
  );
}

export function SheetFoot(
  props: CastProps & {
    readonly mayMark: boolean;
    readonly evidence: readonly EvidenceView[];
    /** The criterion whose change was taken back last, '' for none. */
    readonly undone: string;
    readonly onUndo: () => void;
    readonly onTakeFormer: () => void;
    readonly onTakeBefore: () => void;
    /** How many criteria without a mark the last evaluation of the platform can draft. */
    readonly draftable: number;
    /** Drafted so, and not looked at yet. */
    readonly unseen: readonly string[];
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
        <SheetStand
          poll={props.poll}
          author={props.author}
          sheet={working.sheet}
          newer={newerThan(working.draft, props.evidence)}
          onAsk={props.onAsk}
        />
      </div>
    );
  return (
    <div className="foot">
      {working.refused === undefined ? null : <Refused refusal={working.refused} />}
      <SaveState working={working} undone={undone} isReady={props.errors.size === 0} />
      {working.sheet.startedFrom === undefined ? null : (
        <p className="soft small">{t('change.started', { round: working.sheet.startedFrom })}</p>
      )}
      <Unseen unseen={props.unseen} onGo={props.onGo} />
      <div className="row">
        <Button small={true} isDisabled={working.sheet.undoable === 0} onPress={onUndo}>
          {t('scoring.undo')} <KeySign keys="Ctrl+Z" />
        </Button>
        <TakeFormer {...props} />
        {props.draftable === 0 ? null : (
          <Button small={true} onPress={props.onTakeBefore}>
            {t('before.take', { count: props.draftable })}
          </Button>
        )}
        <span className="grow" />
        {isAsking ? null : <CastButton {...props} />}
      </div>
      <CastPart {...props} />
    </div>
  );
}

/** What came from the last evaluation is nobody's opinion before it was looked at. */
function Unseen({ unseen, onGo }: { readonly unseen: readonly string[] } & Pick<CastProps, 'onGo'>): ReactNode {
  const { t } = useWords();
  const [first] = unseen;
  if (first === undefined) return null;
  return (
    <Notice tone="warn">
      <p>{t('before.taken', { count: unseen.length })}</p>
      <Button small={true} onPress={() => onGo(first)}>
        {t('before.look', { id: first })}
      </Button>
    </Notice>
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
