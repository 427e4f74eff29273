// How far the members agree, in numbers and in words; it decides nothing.
import type { ReactNode } from 'react';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';

/**
 * Thousandths below which Krippendorff advises to draw no conclusion, and from which data count as reliable
 * (K. Krippendorff, Content Analysis, 2004, chapter 11: 0.667 and 0.800).
 */
const TENTATIVE = 667;
const RELIABLE = 800;

const thousandths = (alpha: string): number => Math.round(Number(alpha) * 1000);

export const alphaWord = (alpha: string): 'high' | 'fair' | 'low' | 'none' => {
  const value = thousandths(alpha);
  if (value >= RELIABLE) return 'high';
  if (value >= TENTATIVE) return 'fair';
  return value > 0 ? 'low' : 'none';
};

export function AgreementPart({ result }: { readonly result: PlatformResult }): ReactNode {
  const { t, decimal, count } = useWords();
  const { unanimous, units, values, alpha, why } = result.agreement;
  return (
    <section className="stack tight" aria-label={t('agree.title')}>
      <h3>{t('agree.title')}</h3>
      <p>
        {t('agree.share', {
          unanimous,
          units,
          percent: units === 0 ? '–' : count(Math.round((unanimous * 100) / units)),
        })}
      </p>
      <p>
        {alpha === null
          ? t(`agree.why.${why ?? 'one-rater'}`)
          : `${t('agree.alpha', { alpha: decimal(alpha), units, values: count(values) })} ${t(`agree.word.${alphaWord(alpha)}`)}`}
      </p>
      <p className="soft small">{t(result.points === undefined ? 'agree.note' : 'agree.note.points')}</p>
    </section>
  );
}
