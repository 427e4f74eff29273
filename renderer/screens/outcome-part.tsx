// What the count came to: the outcome in force, the sheets, how firm it is, and a warning where the two ways differ.
import type { ReactNode } from 'react';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Margin } from '../../shared/results/margin.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { ChartGroups } from '../parts/chart-groups.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShare } from '../parts/share-words.ts';
import { useWords } from '../state/words.ts';

export function OutcomePart(props: {
  readonly set: CriteriaSet;
  readonly result: PlatformResult;
  readonly margin: Margin;
  /** One line, where the room is needed for what stands below. */
  readonly isBrief: boolean;
  /** To all that can be said of it. */
  readonly onMore: () => void;
}): ReactNode {
  const { set, result, margin, isBrief, onMore } = props;
  const { t, of, count } = useWords();
  const numbers = [
    [t('count.issued'), result.issued],
    [t('count.returned'), result.returned],
    [t('count.valid'), result.valid],
    [t('count.invalid'), result.invalid],
    [t(result.points === undefined ? 'count.positive' : 'count.positive.points'), result.positiveBallots],
  ] as const;
  const firmness = (
    <button type="button" className={`margin-tag link${margin.firm ? '' : ' weak'}`} onClick={onMore}>
      {margin.firm
        ? t('margin.firm.short')
        : weakOn(margin) === ''
          ? t('margin.weak.absent.short')
          : t('margin.weak.short', { criteria: weakOn(margin) })}
    </button>
  );
  if (isBrief)
    return (
      <section className="outcome-brief" aria-label={t('outcome.title')}>
        <p>
          <span className="soft">{t('outcome.title')}:</span> <strong>{of(result.outcome.name)}</strong> {firmness}{' '}
          <span className="soft small">
            {t(`outcome.${result.counting}`)} · <Rule result={result} />
          </span>
        </p>
        {result.outcome.outcome === result.other.outcome.outcome ? null : <Ways result={result} />}
      </section>
    );
  return (
    <section className="outcome-part" aria-label={t('outcome.title')}>
      <div className="stack tight">
        <p className="soft small">
          {t('outcome.title')} · {t(`outcome.${result.counting}`)} · <Rule result={result} />
        </p>
        <p className="outcome">
          {of(result.outcome.name)} {firmness}
        </p>
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

/** Few of them by name; the rest stands in the results. */
const weakOn = ({ marks, criteria }: Margin): string => {
  const all = marks.length > 0 ? marks.map(({ criterion }) => criterion) : criteria;
  return `${all.slice(0, 3).join(', ')}${all.length > 3 ? ', …' : ''}`;
};

function Rule({ result }: { readonly result: PlatformResult }): ReactNode {
  const { t, decimal } = useWords();
  const share = useShare();
  if (result.points !== undefined && result.counting === 'mean')
    return t('outcome.mean.rule', { mean: decimal(result.points.mean ?? '–'), passMark: result.points.passMark });
  return t('outcome.threshold', {
    threshold: share(result.threshold),
    of: t(`results.of.${result.denominator}`, { of: result.of }),
  });
}

/** Both ways of counting; in one line where they agree. */
function Ways({ result }: { readonly result: PlatformResult }): ReactNode {
  const { t, of } = useWords();
  const { counting, outcome, other } = result;
  if (outcome.outcome === other.outcome.outcome) return <p className="soft small">{t('outcome.same')}</p>;
  return (
    <Notice tone="warn">
      <p>{t('outcome.differ', { counting: t(`outcome.${counting}`).toLowerCase() })}</p>
      <p className="small">
        {t(`outcome.${counting}`)}: {of(outcome.name)}. {t(`outcome.${other.counting}`)}: {of(other.outcome.name)}.
      </p>
    </Notice>
  );
}
