// Where exactly half were for it and whose side settled it; and criteria that too few were left to judge.
import type { ReactNode } from 'react';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import { CriterionLink } from './margin-part.tsx';

export function ResultsTies({ result }: { readonly result: PlatformResult }): ReactNode {
  const { t } = useWords();
  const tied = result.criteria.filter(({ tie }) => tie !== undefined);
  const without = result.criteria.filter(({ noQuorum }) => noQuorum === true);
  if (result.tie === undefined && tied.length === 0 && without.length === 0) return null;
  return (
    <section className="stack tight" aria-label={t('tie.title')}>
      <h3>{t('tie.title')}</h3>
      {result.tie === undefined ? null : <p>{t(`tie.ballots.${result.tie}`)}</p>}
      {tied.length === 0 ? null : (
        <ul className="point-list">
          {tied.map(({ criterion, met, of, tie }) => (
            <li key={criterion}>
              <CriterionLink id={criterion} /> {t(`tie.criterion.${tie ?? 'not-carried'}`, { met, of })}
            </li>
          ))}
        </ul>
      )}
      {without.length === 0 ? null : (
        <>
          <p>{t('tie.noquorum', { count: without.length })}</p>
          <p>
            {without.map(({ criterion }) => (
              <span key={criterion}>
                <CriterionLink id={criterion} />{' '}
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  );
}
