// One criterion across the members: letters with colour, how they divide, the dissent, the verdict.
import { memo, type ReactNode } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { ChartSpread } from '../parts/chart-spread.tsx';
import { useWords } from '../state/words.ts';
import { PointsSpread } from './points-spread.tsx';
import type { Sheet } from './sheet-columns.ts';

/** A criterion, or what one sheet says of it. */
export type Opened = { readonly criterion: string; readonly sheet?: string };

type RowProps = {
  readonly row: CriterionResult;
  readonly words: string;
  readonly sheets: readonly Sheet[];
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened) => void;
};

/** Only the rows that change are drawn again; the focus walks without any drawing. */
export const MatrixRow = memo(function MatrixRow({ row, words, sheets, opened, onOpen }: RowProps): ReactNode {
  const { t, decimal } = useWords();
  const { criterion } = row;
  return (
    <tr data-criterion={criterion} data-opened={opened === undefined ? undefined : ''}>
      <th scope="row">
        <button
          type="button"
          className="matrix-row"
          tabIndex={-1}
          aria-expanded={opened !== undefined}
          title={words}
          onClick={() => onOpen({ criterion })}
        >
          <span className="tree-id">{criterion}</span> <span className="matrix-words">{words}</span>
        </button>
      </th>
      {sheets.map((sheet) => (
        <Cell key={sheet.id} sheet={sheet} criterion={criterion} isOpened={opened?.sheet === sheet.id} />
      ))}
      <td className="spread" tabIndex={-1}>
        {row.points === undefined ? <ChartSpread row={row} /> : <PointsSpread row={row} />}
      </td>
      <td className="total" tabIndex={-1}>
        {row.dissent === 0 ? <span className="soft">–</span> : row.dissent}
      </td>
      <td className={`verdict ${row.verdict}`} tabIndex={-1}>
        {t(`verdict.${row.verdict}`)}{' '}
        <span className="soft">
          {row.points === undefined ? `${row.met}/${row.of}` : decimal(row.points.mean ?? '–')}
        </span>
      </td>
    </tr>
  );
});

/** A press on it is taken by the table: it knows its criterion and its seat. */
function Cell(props: { readonly sheet: Sheet; readonly criterion: string; readonly isOpened: boolean }): ReactNode {
  const { sheet, criterion, isOpened } = props;
  const { t } = useWords();
  const item = sheet.valid ? sheet.items[criterion] : undefined;
  const aside = sheet.isReference ? ' reference' : '';
  if (item === undefined)
    return (
      <td className={`cell${aside}`} tabIndex={-1} data-seat={sheet.id}>
        ·
      </td>
    );
  const says =
    [item.reason, item.remark, item.change].some((text) => (text ?? '').trim() !== '') || (item.cites?.length ?? 0) > 0;
  const mark = item.mark === 'scored' ? t('results.points', { points: item.points ?? 0 }) : t(`mark.${item.mark}`);
  const words = says ? `${mark}, ${t('matrix.noted')}` : mark;
  return (
    <td
      className={`cell ${item.mark}${aside}`}
      tabIndex={-1}
      title={words}
      aria-label={words}
      data-seat={sheet.id}
      data-noted={says ? '' : undefined}
      data-opened={isOpened ? '' : undefined}
    >
      {item.mark === 'scored' ? item.points : t(`letter.${item.mark}`)}
    </td>
  );
}
