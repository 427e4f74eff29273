// How the sheets divide on one criterion, as one bar.
import type { ReactNode } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import { ChartStack } from './chart-stack.tsx';

/** Sheets without a valid mark on it are the empty rest. */
export const withoutMark = ({ met, notMet, notApplicable, of }: CriterionResult): number =>
  Math.max(0, of - met - notMet - notApplicable);

export function useSpreadWords(): (row: CriterionResult) => string {
  const { t } = useWords();
  return (row) =>
    [
      `${t('matrix.met')} ${row.met}`,
      `${t('matrix.notMet')} ${row.notMet}`,
      `${t('matrix.notApplicable')} ${row.notApplicable}`,
      ...(withoutMark(row) === 0 ? [] : [`${t('matrix.without')} ${withoutMark(row)}`]),
    ].join(', ');
}

export function ChartSpread({ row }: { readonly row: CriterionResult }): ReactNode {
  const words = useSpreadWords();
  return (
    <ChartStack
      of={row.of}
      words={words(row)}
      parts={[
        { filling: 'met', count: row.met },
        { filling: 'not-met', count: row.notMet },
        { filling: 'not-applicable', count: row.notApplicable },
        { filling: 'none', count: withoutMark(row) },
      ]}
    />
  );
}

/** What the fillings stand for. */
export function SpreadLegend(): ReactNode {
  const { t } = useWords();
  const parts = [
    ['met', t('matrix.met')],
    ['not-met', t('matrix.notMet')],
    ['not-applicable', t('matrix.notApplicable')],
  ] as const;
  return (
    <ul className="legend">
      {parts.map(([filling, words]) => (
        <li key={filling}>
          <span className="legend-sign">
            <ChartStack of={1} words="" parts={[{ filling, count: 1 }]} />
          </span>
          {t(`letter.${filling}`)} · {words}
        </li>
      ))}
    </ul>
  );
}
