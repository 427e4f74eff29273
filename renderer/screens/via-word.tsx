// How a sheet or an entry came in, in a word, and what that word means.
import type { ReactNode } from 'react';
import { VIA, type Via } from '../../shared/book/head.ts';
import { useWords } from '../state/words.ts';

export function ViaWord({ via }: { readonly via: Via }): ReactNode {
  const { t } = useWords();
  return (
    <span className="soft small" title={t(`via.means.${via}`)}>
      {t(`via.${via}`)}
    </span>
  );
}

/** What each of the words that stand above it means: a word under the pointer is out of reach of keys and fingers. */
export function ViaLegend({ via }: { readonly via: readonly Via[] }): ReactNode {
  const { t } = useWords();
  const there = VIA.filter((each) => via.includes(each));
  if (there.length === 0) return null;
  return (
    <dl className="facts via-legend small" aria-label={t('via.legend')}>
      {there.map((each) => (
        <div key={each} className="pair">
          <dt>{t(`via.${each}`)}</dt>
          <dd className="soft">{t(`via.means.${each}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
