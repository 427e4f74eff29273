// Casting the sheet, without a dialog in the way: what stands against it, a second look, sealed, reopened.
import { type ReactNode, useEffect, useState } from 'react';
import { type Refusal, refuse } from '../../shared/base/result.ts';
import { REOPEN_REASONS, type ReopenReason } from '../../shared/book/statements.ts';
import type { PollView } from '../../shared/contract/views.ts';
import type { Author } from '../author/author.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { useAct } from '../state/use-act.ts';
import { useKeys } from '../state/use-keys.ts';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { useWords } from '../state/words.ts';
import { Typed } from './criterion-pane.tsx';

type Props = {
  readonly poll: PollView;
  readonly author: Author;
  readonly working: WorkingSheet;
  readonly errors: ReadonlyMap<string, Refusal>;
  readonly total: number;
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
  readonly onGo: (criterion: string) => void;
};

export function CastPart(props: Props): ReactNode {
  const { working } = props;
  const step = working.sheet?.step ?? 'working';
  if (working.sheet === undefined) return null;
  return step === 'working' || step === 'refused' ? <Working {...props} /> : <Cast {...props} />;
}

function Working(props: Props): ReactNode {
  const { poll, author, working, errors, isAsking, onAsk, onGo } = props;
  const { t, say } = useWords();
  const act = useAct();
  const isReady = errors.size === 0;
  const cast = async (): Promise<void> => {
    // Leaving a field saves what was typed in it; that goes to the disk before the sheet is sealed.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const done = await act.run(() => author.cast(poll.poll));
    if (done !== undefined) onAsk(false);
  };
  // The second Ctrl+Enter, while the question stands, casts.
  useKeys(({ act: key }) => {
    if (key !== 'cast' || !isAsking || !isReady) return false;
    void cast();
    return true;
  });
  const count = (mark: string): number =>
    Object.values(working.draft.items).filter((each) => each.mark === mark).length;
  const refused = working.sheet?.step === 'refused' ? working.sheet.code : undefined;
  return (
    <div className="cast">
      {refused === undefined ? null : (
        <Notice tone="stop">
          <p>{say({ code: refused, params: {} })}</p>
        </Notice>
      )}
      {!isAsking && (
        <div className="row">
          <Button kind={isReady ? 'main' : 'plain'} onPress={() => onAsk(true)}>
            {t('scoring.cast')}
          </Button>
          <kbd>Ctrl+Enter</kbd>
          {isReady ? <span className="small">{t('scoring.cast.ready')}</span> : null}
        </div>
      )}
      {isAsking && !isReady ? (
        <Notice tone="stop">
          <p>{t('scoring.cast.errors', { count: errors.size })}</p>
          <ul className="cast-errors">
            {[...errors].slice(0, 8).map(([criterion, error]) => (
              <li key={criterion}>
                <Button small={true} label={t('scoring.cast.goto', { id: criterion })} onPress={() => onGo(criterion)}>
                  {criterion}
                </Button>{' '}
                <span className="small">{say(error)}</span>
              </li>
            ))}
          </ul>
          <p>
            <Button small={true} onPress={() => onAsk(false)}>
              {t('scoring.cast.no')}
            </Button>
          </p>
        </Notice>
      ) : null}
      {isAsking && isReady ? (
        <section className="stack tight" aria-label={t('scoring.cast.ask')}>
          <p className="strong">
            {t('scoring.cast.ask')}{' '}
            {t('scoring.cast.counts', {
              met: count('met'),
              notMet: count('not-met'),
              notApplicable: count('not-applicable'),
            })}
          </p>
          <Typed
            place="comment"
            label={t('scoring.comment')}
            value={working.draft.comment ?? ''}
            isDisabled={act.isBusy}
            onSave={working.saveComment}
          />
          <p className="small soft">{t('scoring.cast.words')}</p>
          <div className="row">
            <Button kind="main" isDisabled={act.isBusy} onPress={() => void cast()}>
              {t('scoring.cast.yes')}
            </Button>
            <Button isDisabled={act.isBusy} onPress={() => onAsk(false)}>
              {t('scoring.cast.no')}
            </Button>
          </div>
          <ActWords act={act} doing={t('scoring.casting')} />
        </section>
      ) : null}
    </div>
  );
}

function Cast({ poll, author, working, onAsk }: Props): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<ReopenReason | ''>('');
  const step = working.sheet?.step;
  useEffect(() => onAsk(false), [onAsk]);
  return (
    <div className="cast">
      <Notice tone={step === 'waiting' ? 'warn' : 'done'}>
        <p className="strong">{t('scoring.cast.done')}</p>
        <p>{step === 'waiting' ? t('state.unsent') : t('state.received')}</p>
        <p className="small">{t('scoring.cast.done.words')}</p>
      </Notice>
      {isOpen ? (
        <div className="stack tight">
          <Choice
            label={t('scoring.reopen.reason')}
            value={reason}
            empty={t('scoring.reopen.choose')}
            options={REOPEN_REASONS.map((value) => ({ value, label: t(`scoring.reopen.${value}`) }))}
            onChange={setReason}
          />
          <div className="row">
            <ActButton
              doing={t('scoring.reopening')}
              isDisabled={reason === ''}
              act={async () =>
                reason === '' ? refuse('reopen-reason-missing') : await author.reopen(poll.poll, reason)
              }
            >
              {t('scoring.reopen.send')}
            </ActButton>
            <Button kind="quiet" onPress={() => setOpen(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <Button onPress={() => setOpen(true)}>{t('scoring.reopen')}</Button>
      )}
    </div>
  );
}
