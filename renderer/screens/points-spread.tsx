// Points on one criterion in words: mean, and from where to where they reach.
import type { ReactNode } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';

export function PointsSpread({ row }: { readonly row: CriterionResult }): ReactNode {
  const { t, decimal } = useWords();
  const { points } = row;
  if (points === undefined) return null;
  return (
    <span className="points-spread">
      {points.mean === null
        ? t('results.points.none')
        : t('results.points.range', { mean: decimal(points.mean), least: points.least, most: points.most })}
    </span>
  );
}
