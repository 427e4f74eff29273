// What I said of a criterion in the round before, and why I say something else now.
import type { ReactNode } from 'react';
import type { DraftItem } from '../../shared/book/ballot.ts';
import { differs, type FormerItem } from '../state/use-terms.ts';
import { useWords } from '../state/words.ts';
import { ItemWord } from './item-word.tsx';
import { TypedField } from './typed-field.tsx';

export function FormerMark(props: {
  readonly round: number;
  readonly before: FormerItem | undefined;
  readonly item: DraftItem;
  readonly wantsReason: boolean;
  readonly onReason: (change: string) => void;
  readonly onDone: () => void;
}): ReactNode {
  const { round, before, item, wantsReason, onReason, onDone } = props;
  const { t } = useWords();
  if (before === undefined) return <p className="soft small">{t('change.before.none', { round })}</p>;
  const isOther = differs(item, before);
  const isMissing = wantsReason && (item.change ?? '').trim() === '';
  return (
    <div className="stack tight">
      <p className="former-mark">
        <span className="soft small">{t('change.before', { round })}</span>{' '}
        <ItemWord mark={before.mark} points={before.points} />
        {isOther ? <span className="small strong"> · {t('change.is')}</span> : null}
      </p>
      {isOther && wantsReason ? (
        <TypedField
          key="change"
          place="change"
          label={t('change.reason')}
          hint={t('change.reason.hint')}
          value={item.change ?? ''}
          error={isMissing ? t('change.reason.missing') : undefined}
          isDisabled={false}
          onSave={onReason}
          onEnter={onDone}
        />
      ) : null}
    </div>
  );
}
