// How my cast sheet stands, in words that promise nothing more than is so; reopening it with a reason while the round is open.
import { type ReactNode, useEffect, useState } from 'react';
import { refuse } from '../../shared/base/result.ts';
import { REOPEN_REASONS, type ReopenReason } from '../../shared/book/statements.ts';
import type { EvidenceView, PollView } from '../../shared/contract/views.ts';
import type { Author, Sheet } from '../author/author.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice, type Tone } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';

const TONES: Readonly<Record<Sheet['step'], Tone>> = {
  working: 'warn',
  refused: 'warn',
  waiting: 'warn',
  received: 'done',
  counted: 'done',
  late: 'warn',
  'set-aside': 'warn',
  unopenable: 'warn',
};

export function SheetStand(props: {
  readonly poll: PollView;
  readonly author: Author;
  readonly sheet: Sheet;
  /** What it cites in an older revision: while the round is open, it may be looked at again. */
  readonly newer: readonly EvidenceView[];
  readonly onAsk: (isAsking: boolean) => void;
}): ReactNode {
  const { poll, author, sheet, newer, onAsk } = props;
  const { t, say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { step } = sheet;
  const isStanding = step === 'waiting' || step === 'received';
  const why = step === 'set-aside' && sheet.code !== undefined ? say({ code: sheet.code, params: {} }) : '';
  useEffect(() => onAsk(false), [onAsk]);
  return (
    <>
      <Notice tone={TONES[step]}>
        {isStanding ? <p className="strong">{t('scoring.cast.done')}</p> : null}
        <p>
          {isStanding ? null : <strong>{t('scoring.stand')} </strong>}
          {t(`scoring.stand.${step}`)} {why}
        </p>
        {isStanding ? (
          <p className="small">
            {t(
              poll.step !== 'open'
                ? 'scoring.stand.closed'
                : poll.secrecy === 'open'
                  ? 'secrecy.done.open'
                  : 'scoring.cast.done.words',
            )}
          </p>
        ) : null}
      </Notice>
      {poll.step === 'open' && isStanding && newer.length > 0 ? (
        <Notice tone="warn">
          <p>
            {t('cite.cast.stale', {
              names: newer.map(({ number, revision }) => t('cite.stale.name', { number, revision })).join(', '),
            })}
          </p>
        </Notice>
      ) : null}
      {poll.step === 'open' && isStanding ? (
        isOpen ? (
          <Reopen poll={poll} author={author} onCancel={() => setOpen(false)} />
        ) : (
          <div>
            <Button small={true} onPress={() => setOpen(true)}>
              {t('scoring.reopen')}
            </Button>
          </div>
        )
      ) : null}
    </>
  );
}

function Reopen(props: { readonly poll: PollView; readonly author: Author; readonly onCancel: () => void }): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState<ReopenReason | ''>('');
  return (
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
            reason === '' ? refuse('reopen-reason-missing') : await props.author.reopen(props.poll.poll, reason)
          }
        >
          {t('scoring.reopen.send')}
        </ActButton>
        <Button kind="quiet" onPress={props.onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
