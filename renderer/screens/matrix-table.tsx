// The matrix itself: a table walked by arrows, its heads and first column always in sight.
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';
import { shortNames } from './matrix-order.ts';
import { MatrixRow, type Opened, type Sheet } from './matrix-row.tsx';
import { keepOneStop, moveStop, walk } from './matrix-walk.ts';

export const MatrixTable = memo(function MatrixTable(props: {
  readonly rows: readonly CriterionResult[];
  /** Statement by criterion. */
  readonly words: ReadonlyMap<string, string>;
  readonly sheets: readonly Sheet[];
  readonly nameOf: (seat: string) => string;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode {
  const { rows, words, sheets, nameOf, opened, onOpen } = props;
  const { t, say } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const short = useMemo(() => shortNames(sheets.map(({ seat }) => [seat, nameOf(seat)])), [sheets, nameOf]);
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
        const seat = cell?.dataset['seat'];
        if (criterion !== undefined && seat !== undefined) onOpen({ criterion, seat });
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
            <th key={sheet.seat} scope="col" className="member-head">
              <span aria-hidden="true" title={nameOf(sheet.seat)}>
                {short.get(sheet.seat)}
              </span>
              <span className="unseen">{nameOf(sheet.seat)}</span>
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
            {t('matrix.verdict')} <span className="soft">({t('matrix.of')})</span>
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
