// Points: every ballot's score, the mean with and without the outlier rule, and which ballots it set aside.
import type { ReactNode } from 'react';
import type { PointsResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import type { Sheet } from './sheet-columns.ts';

export function PointsPart({
  points,
  sheets,
}: {
  readonly points: PointsResult;
  readonly sheets: readonly Sheet[];
}): ReactNode {
  const { t, decimal } = useWords();
  const { passMark, mean, meanWithAll, outlier, outliers, allOff, scores } = points;
  const valid = sheets.filter((sheet) => sheet.valid && !sheet.isReference);
  const write = (text: string | null): string => (text === null ? '–' : decimal(text));
  const isAside = (seat: string | undefined, score: string | null): boolean =>
    outliers.some((each) => (seat === undefined ? each.score === score : each.seat === seat));
  return (
    <section className="stack tight" aria-label={t('points.title')}>
      <h3>{t('points.title')}</h3>
      <dl className="counts">
        <div>
          <dt>{t('points.mean')}</dt>
          <dd>{write(mean)}</dd>
        </div>
        <div>
          <dt>{t('points.passmark')}</dt>
          <dd>{passMark}</dd>
        </div>
        {outlier === null ? null : (
          <div>
            <dt>{t('points.mean.all')}</dt>
            <dd>{write(meanWithAll)}</dd>
          </div>
        )}
      </dl>
      <p className="small">
        {outlier === null
          ? t('points.outlier.none')
          : allOff
            ? t('points.outlier.alloff', { percent: outlier })
            : t('points.outlier', { percent: outlier, count: outliers.length })}
      </p>
      <div className="wide">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('points.ballot')}</th>
              <th scope="col">{t('points.score')}</th>
              <th scope="col">{t('points.stands')}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ seat, score }, at) => {
              const sheet = seat === undefined ? valid[at] : valid.find((each) => each.seat === seat);
              return (
                <tr key={sheet?.id ?? `${at} ${score}`}>
                  <th scope="row">{sheet?.name ?? t('results.sheet', { number: at + 1 })}</th>
                  <td>{write(score)}</td>
                  <td>{isAside(seat, score) ? t('points.aside') : t('points.counted')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
