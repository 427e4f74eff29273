// What the count came to: the outcome in force, the sheets, the groups as a picture, and a warning where the two ways differ.
import type { ReactNode } from 'react';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { ChartGroups } from '../parts/chart-groups.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShare } from '../parts/share-words.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function OutcomePart(props: { readonly set: CriteriaSet; readonly result: PlatformResult }): ReactNode {
  const { set, result } = props;
  const { rules } = useSession();
  const { t, of, count } = useWords();
  const share = useShare();
  const numbers = [
    [t('count.issued'), result.issued],
    [t('count.returned'), result.returned],
    [t('count.valid'), result.valid],
    [t('count.invalid'), result.invalid],
    [t('count.positive'), result.positiveBallots],
  ] as const;
  return (
    <section className="outcome-part" aria-label={t('outcome.title')}>
      <div className="stack tight">
        <p className="soft small">
          {t('outcome.title')} · {t(`outcome.${rules.counting}`)} ·{' '}
          {t('outcome.threshold', { threshold: share(result.threshold), of: result.of })}
        </p>
        <p className="outcome">{of(result.outcome.name)}</p>
        <dl className="counts">
          {numbers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{count(value)}</dd>
            </div>
          ))}
        </dl>
        <Ways result={result} />
      </div>
      <ChartGroups set={set} criteria={result.criteria} />
    </section>
  );
}

/** Both ways of counting; in one line where they agree. */
function Ways({ result }: { readonly result: PlatformResult }): ReactNode {
  const { t, of } = useWords();
  const { counting, outcome, other } = result;
  if (outcome.outcome === other.outcome.outcome) return <p className="soft small">{t('outcome.same')}</p>;
  return (
    <Notice tone="warn">
      <p>{t('outcome.differ', { counting: t(`rules.counting.${counting}`).toLowerCase() })}</p>
      <p className="small">
        {t(`outcome.${counting}`)}: {of(outcome.name)}. {t(`outcome.${other.counting}`)}: {of(other.outcome.name)}.
      </p>
    </Notice>
  );
}
