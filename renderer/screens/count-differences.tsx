// Where two counts differ, figure by figure: mine beside the other one; shown only once both have reported.
import type { ReactNode } from 'react';
import type { CountDifference, Counted } from '../../shared/book/decide-count.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import { TOTALS, type Total } from './count-figures.ts';
import type { Work } from './count-sheets.tsx';

const isTotal = (what: string): what is Total => (TOTALS as readonly string[]).includes(what);

/** My own figure for a difference; undefined where I have not reported. */
function ownFigure(mine: Counted | undefined, { what, criterion }: CountDifference): number | undefined {
  if (mine === undefined) return undefined;
  if (isTotal(what)) return mine[what];
  const line = mine.lines.find((each) => each.criterion === criterion);
  return what === 'met' || what === 'notMet' || what === 'notApplicable' || what === 'points'
    ? line?.[what]
    : undefined;
}

export function CountDifferences({ work }: { readonly work: Work }): ReactNode {
  const { t } = useWords();
  const { differences, mine } = work;
  if (differences.length === 0) return null;
  const word = (what: string): string =>
    isTotal(what)
      ? t(`count.${what}`)
      : what === 'met' || what === 'notMet' || what === 'notApplicable' || what === 'points'
        ? t(`count.line.${what}`)
        : what;
  return (
    <Notice tone="warn">
      <p className="strong">{t('count.differ', { count: differences.length })}</p>
      <p className="small">{t('count.differ.recount')}</p>
      <div className="wide">
        <table className="numbers differences">
          <thead>
            <tr>
              <th scope="col">{t('count.where')}</th>
              <th scope="col">{t('count.mine')}</th>
              <th scope="col">{t('count.other')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((each) => {
              const own = ownFigure(mine, each) ?? each.a;
              return (
                <tr key={`${each.criterion ?? ''} ${each.what}`}>
                  <th scope="row">
                    {each.criterion === undefined ? '' : `${each.criterion} · `}
                    {word(each.what)}
                  </th>
                  <td>{own}</td>
                  <td>{own === each.a ? each.b : each.a}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Notice>
  );
}
