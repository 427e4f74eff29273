// What became of each group of criteria: how many are met, not met, left out.
import type { ReactNode } from 'react';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import { SpreadLegend } from './chart-spread.tsx';
import { ChartStack } from './chart-stack.tsx';

type Verdict = CriterionResult['verdict'];

export function ChartGroups(props: {
  readonly set: CriteriaSet;
  readonly criteria: readonly CriterionResult[];
}): ReactNode {
  const { t, of } = useWords();
  const verdicts = new Map(props.criteria.map(({ criterion, verdict }) => [criterion, verdict]));
  return (
    <figure className="chart-groups">
      <figcaption>
        <span className="grow">{t('outcome.groups')}</span>
        <SpreadLegend />
      </figcaption>
      <ul>
        {props.set.groups.map((group) => {
          const count = (verdict: Verdict): number =>
            group.criteria.filter(({ id }) => verdicts.get(id) === verdict).length;
          const [met, notMet, leftOut] = [count('met'), count('not-met'), count('left-out')];
          const words = t('outcome.group', { name: of(group.name), met, notMet, leftOut, all: group.criteria.length });
          return (
            <li key={group.id}>
              <span className="chart-name" title={of(group.name)} aria-hidden="true">
                {of(group.name)}
              </span>
              <ChartStack
                of={group.criteria.length}
                words={words}
                parts={[
                  { filling: 'met', count: met },
                  { filling: 'not-met', count: notMet },
                  { filling: 'not-applicable', count: leftOut },
                ]}
              />
              <span className="chart-number" aria-hidden="true">
                {met}/{group.criteria.length}
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
