// What the count came to: sheets, the outcome in force, and both ways of counting with a warning where they differ.
import type { ReactNode } from 'react';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useShare } from '../parts/share-words.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function OutcomePart({ result }: { readonly result: PlatformResult }): ReactNode {
  const { rules } = useSession();
  const { t, of, count } = useWords();
  const share = useShare();
  const differ = result.perCriterion.outcome !== result.perBallot.outcome;
  const counting = t(`new.rules.counting.${rules.counting}`).toLowerCase();
  const numbers = [
    [t('count.issued'), result.issued],
    [t('count.returned'), result.returned],
    [t('count.valid'), result.valid],
    [t('count.invalid'), result.invalid],
    [t('count.positive'), result.positiveBallots],
  ] as const;
  return (
    <Section title={t('outcome.title')}>
      <div className="outcome-cols">
        <div className="stack tight">
          <p className="outcome">{of(result.outcome.name)}</p>
          <p className="soft small">{t('outcome.threshold', { threshold: share(result.threshold), of: result.of })}</p>
          <dl className="counts">
            {numbers.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{count(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="stack tight">
          <table className="ways">
            <tbody>
              {(['per-criterion', 'per-ballot'] as const).map((way) => (
                <tr key={way}>
                  <th scope="row">
                    {t(`outcome.${way}`)}
                    {rules.counting === way ? <span className="soft small"> · {t('outcome.inforce')}</span> : null}
                  </th>
                  <td>{of((way === 'per-ballot' ? result.perBallot : result.perCriterion).name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {differ ? (
            <Notice tone="warn">
              <p>{t('outcome.differ', { counting })}</p>
            </Notice>
          ) : (
            <p className="soft small">{t('outcome.same')}</p>
          )}
        </div>
      </div>
    </Section>
  );
}
