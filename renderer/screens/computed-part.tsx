// What the count came to, with its denominator in words, before the council puts its own words to it.
import type { ReactNode } from 'react';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { useShare } from '../parts/share-words.ts';
import { writeRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { ShareBar } from './share-bar.tsx';

export function ComputedPart({ result }: { readonly result: PlatformResult }): ReactNode {
  const { book } = useSession();
  const { t, of, decimal } = useWords();
  const share = useShare();
  const { criteria } = result;
  const count = (verdict: (typeof criteria)[number]['verdict']) =>
    criteria.filter((each) => each.verdict === verdict).length;
  const unit = t(`unit.${result.denominator}`);
  const threshold = share(result.threshold);
  const common = { of: result.of, unit, threshold };
  const failing = criteria.filter(({ verdict }) => verdict === 'not-met');
  return (
    <div className="stack tight">
      <p className="soft small">{t('conclusion.computed')}</p>
      <p className="outcome">{of(result.outcome.name)}</p>
      <p>
        {result.counting === 'mean'
          ? t('conclusion.counted.mean', {
              mean: decimal(result.points?.mean ?? '–'),
              passMark: result.points?.passMark ?? 0,
            })
          : result.counting === 'per-ballot'
            ? t('conclusion.counted.ballot', { ...common, positive: result.positiveBallots })
            : t('conclusion.counted.criterion', { ...common, met: count('met'), all: criteria.length })}
      </p>
      <ShareBar
        label={t('conclusion.criteria')}
        parts={[
          { id: 'met', words: t('mark.met'), count: count('met'), tone: 'met', sign: 'met' },
          {
            id: 'left',
            words: t('mark.not-applicable'),
            count: count('left-out'),
            tone: 'aside',
            sign: 'not-applicable',
          },
          { id: 'not', words: t('mark.not-met'), count: count('not-met'), tone: 'fail', sign: 'not-met' },
        ]}
      />
      {failing.length === 0 ? null : (
        <p className="small">
          {t('conclusion.failing')}{' '}
          {failing
            .map(({ criterion, met, of: all, points }) =>
              points === undefined ? `${criterion} (${met}/${all})` : `${criterion} (${decimal(points.mean ?? '–')})`,
            )
            .join(', ')}
        </p>
      )}
      {result.other.outcome.outcome === result.outcome.outcome ? null : (
        <p className="small">{t('conclusion.otherway', { outcome: of(result.other.outcome.name) })}</p>
      )}
      <p className="small">
        <a href={writeRoute({ at: 'session', book, phase: 'reveal' })}>{t('conclusion.matrix')}</a>
      </p>
    </div>
  );
}
