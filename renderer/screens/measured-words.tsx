// The measured value beside its threshold, and what the comparison says; the member still judges.
import type { ReactNode } from 'react';
import type { MeasuredView } from '../../shared/contract/views.ts';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import { comparatorOf } from '../../shared/lang/when.ts';
import { MarkWord } from '../parts/mark-word.tsx';
import { useWords } from '../state/words.ts';

export function MeasuredWords(props: {
  readonly criterion: Criterion & { readonly kind: 'measured' };
  readonly threshold: { readonly threshold: string | null; readonly source: string } | undefined;
  readonly measured: MeasuredView | undefined;
}): ReactNode {
  const { criterion, measured } = props;
  const { t, decimal } = useWords();
  const { unit } = criterion;
  const comparator = comparatorOf(criterion.comparator);
  if (measured === undefined) return <p className="measured soft">{t('scoring.measured.none')}</p>;
  const value = decimal(measured.value);
  return (
    <div className="measured">
      <p>
        <span className="soft small">{t('scoring.measured')}: </span>
        {measured.threshold === null
          ? t('scoring.measured.hand', { value, unit })
          : t('scoring.measured.is', { value, unit, comparator, threshold: decimal(measured.threshold) })}
      </p>
      {measured.satisfied === null ? null : (
        <p className="small">
          {t(measured.satisfied ? 'scoring.measured.yes' : 'scoring.measured.no')}{' '}
          <span className="unseen">
            <MarkWord mark={measured.satisfied ? 'met' : 'not-met'} />
          </span>
        </p>
      )}
      {props.threshold === undefined || props.threshold.source === '' ? null : (
        <p className="soft small">{props.threshold.source}</p>
      )}
    </div>
  );
}
