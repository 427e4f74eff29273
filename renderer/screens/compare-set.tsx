// What changed of the set as a whole: its name, legal basis, outcomes, groups, licence, decision.
import type { ReactNode } from 'react';
import type { SetChange } from '../../shared/criteria/compare-sets.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { Section } from '../parts/page.tsx';
import { setLines } from '../state/compare.ts';
import { useWords } from '../state/words.ts';
import { NewWords, OldWords } from './compare-words.tsx';

export function CompareSet(props: {
  readonly changes: readonly SetChange[];
  readonly before: CriteriaSet;
  readonly after: CriteriaSet;
}): ReactNode {
  const { changes, before, after } = props;
  const words = useWords();
  const { t } = words;
  if (changes.length === 0) return null;
  return (
    <Section title={t('compare.set')}>
      <div className="wide">
        <table className="compare of-set">
          <caption className="unseen">{t('compare.set')}</caption>
          <thead>
            <tr>
              <th scope="col" className="which">
                {t('compare.set.part')}
              </th>
              <th scope="col">{t('compare.before')}</th>
              <th scope="col">{t('compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => {
              const sides = {
                before: setLines(change, before, words).join('\n'),
                after: setLines(change, after, words).join('\n'),
              };
              return (
                <tr key={change}>
                  <th scope="row">{t(`compare.set.${change}`)}</th>
                  <td className="lines" data-label={t('compare.before')}>
                    <OldWords {...sides} />
                  </td>
                  <td className="lines" data-label={t('compare.after')}>
                    <NewWords {...sides} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
