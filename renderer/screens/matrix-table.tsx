// The matrix itself: a table walked by arrows, its heads and first column always in sight.
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import { shortNames } from './matrix-order.ts';
import { MatrixRow, type Opened } from './matrix-row.tsx';
import { keepOneStop, moveStop, walk } from './matrix-walk.ts';
import type { Sheet } from './sheet-columns.ts';

const named = ({ seat, isReference }: Sheet): boolean => seat !== null && !isReference;

export const MatrixTable = memo(function MatrixTable(props: {
  readonly rows: readonly CriterionResult[];
  /** Statement by criterion. */
  readonly words: ReadonlyMap<string, string>;
  readonly sheets: readonly Sheet[];
  readonly isPoints: boolean;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode {
  const { rows, words, sheets, isPoints, opened, onOpen } = props;
  const { t, say } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const short = useMemo(() => shortNames(sheets.filter(named).map(({ id, name }) => [id, name])), [sheets]);
  useEffect(() => {
    if (table.current !== null) keepOneStop(table.current);
  });
  return (
    <table
      ref={table}
      className="matrix"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by arrows is a grid to who hears it
      role="grid"
      aria-label={t('matrix.table')}
      aria-describedby="matrix-keys"
      onClick={({ target }) => {
        const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-seat]') : null;
        const criterion = cell?.closest<HTMLElement>('tr')?.dataset['criterion'];
        const sheet = cell?.dataset['seat'];
        if (criterion !== undefined && sheet !== undefined) onOpen({ criterion, sheet });
      }}
      onKeyDown={(event) => {
        const { target, key } = event;
        if (walk(event)) event.preventDefault();
        else if (target instanceof HTMLTableCellElement && (key === 'Enter' || key === ' ')) {
          event.preventDefault();
          target.click();
        }
      }}
      onFocus={(event) => {
        const { target, currentTarget } = event;
        if (target instanceof HTMLElement && target.closest('tbody') !== null) moveStop(currentTarget, target);
      }}
    >
      <thead>
        <tr>
          <th scope="col" className="corner">
            {t('matrix.criterion')}
          </th>
          {sheets.map((sheet) => (
            <th key={sheet.id} scope="col" className={sheet.isReference ? 'member-head reference' : 'member-head'}>
              <span aria-hidden="true" title={sheet.name}>
                {sheet.isReference ? t('results.opinion.short') : (short.get(sheet.id) ?? sheet.name)}
              </span>
              <span className="unseen">{sheet.name}</span>
              {sheet.valid ? null : (
                <span className="error" title={say({ code: sheet.code ?? 'ballot-malformed', params: {} })}>
                  {' '}
                  {t('matrix.invalid')}
                </span>
              )}
            </th>
          ))}
          <th scope="col" className="spread">
            {t('matrix.spread')}
          </th>
          <th scope="col" className="total">
            {t('matrix.dissent')}
          </th>
          <th scope="col" className="verdict">
            {t('matrix.verdict')} <span className="soft">({t(isPoints ? 'results.mean' : 'matrix.of')})</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MatrixRow
            key={row.criterion}
            row={row}
            words={words.get(row.criterion) ?? ''}
            sheets={sheets}
            opened={opened?.criterion === row.criterion ? opened : undefined}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
});
