// All that can be said of a count: how firm it is, how far the members agree, groups, points, ties, what had no quorum.
import type { ReactNode } from 'react';
import type { ResultsView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import { MarginPart } from './margin-part.tsx';
import { AgreementPart } from './results-agreement.tsx';
import { PointsPart } from './results-points.tsx';
import { ResultsTies } from './results-ties.tsx';
import type { Sheet } from './sheet-columns.ts';

export function ResultsPart(props: {
  readonly set: CriteriaSet;
  readonly counted: ResultsView['platforms'][number];
  readonly sheets: readonly Sheet[];
}): ReactNode {
  const { set, counted, sheets } = props;
  const { result, margin } = counted;
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="results-part" tabIndex={0} aria-label={t('results.title')}>
      <MarginPart margin={margin} result={result} set={set} />
      <AgreementPart result={result} />
      <Groups set={set} result={result} />
      {result.points === undefined ? null : <PointsPart points={result.points} sheets={sheets} />}
      <ResultsTies result={result} />
    </section>
  );
}

function Groups({ set, result }: { readonly set: CriteriaSet; readonly result: PlatformResult }): ReactNode {
  const { t, of, decimal } = useWords();
  const names = new Map(set.groups.map(({ id, name }) => [id, of(name)]));
  const hasMeans = result.points !== undefined;
  return (
    <section className="stack tight results-groups" aria-label={t('results.groups')}>
      <h3>{t('results.groups')}</h3>
      <p className="soft small">{t(`results.divisor.${result.denominator}`, { of: result.of })}</p>
      <div className="wide">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('results.group')}</th>
              <th scope="col">{t('verdict.met')}</th>
              <th scope="col">{t('verdict.not-met')}</th>
              <th scope="col">{t('verdict.left-out')}</th>
              <th scope="col">{t('results.all')}</th>
              {hasMeans ? <th scope="col">{t('results.mean')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {result.groups.map((group) => (
              <tr key={group.group}>
                <th scope="row">{names.get(group.group) ?? group.group}</th>
                <td>{group.met}</td>
                <td>{group.notMet}</td>
                <td>{group.leftOut}</td>
                <td>{group.of}</td>
                {hasMeans ? <td>{group.mean == null ? '–' : decimal(group.mean)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
