// One criterion across the members: letters with colour, how they divide, the dissent, the verdict.
import { memo, type ReactNode } from 'react';
import type { ResultsView } from '../../shared/contract/views.ts';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { ChartSpread } from '../parts/chart-spread.tsx';
import { useWords } from '../state/words.ts';

export type Sheet = ResultsView['platforms'][number]['sheets'][number];
/** A criterion, or what one seat said of it. */
export type Opened = { readonly criterion: string; readonly seat?: string };

type RowProps = {
  readonly row: CriterionResult;
  readonly words: string;
  readonly sheets: readonly Sheet[];
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened) => void;
};

/** Only the rows that change are drawn again; the focus walks without any drawing. */
export const MatrixRow = memo(function MatrixRow({ row, words, sheets, opened, onOpen }: RowProps): ReactNode {
  const { t } = useWords();
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
        <Cell key={sheet.seat} sheet={sheet} criterion={criterion} isOpened={opened?.seat === sheet.seat} />
      ))}
      <td className="spread" tabIndex={-1}>
        <ChartSpread row={row} />
      </td>
      <td className="total" tabIndex={-1}>
        {row.dissent === 0 ? <span className="soft">–</span> : row.dissent}
      </td>
      <td className={`verdict ${row.verdict}`} tabIndex={-1}>
        {t(`verdict.${row.verdict}`)}{' '}
        <span className="soft">
          {row.met}/{row.of}
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
  if (item === undefined)
    return (
      <td className="cell" tabIndex={-1} data-seat={sheet.seat}>
        ·
      </td>
    );
  const says = [item.reason, item.remark].some((text) => (text ?? '').trim() !== '') || (item.cites?.length ?? 0) > 0;
  const words = says ? `${t(`mark.${item.mark}`)}, ${t('matrix.noted')}` : t(`mark.${item.mark}`);
  return (
    <td
      className={`cell ${item.mark}`}
      tabIndex={-1}
      title={words}
      aria-label={words}
      data-seat={sheet.seat}
      data-noted={says ? '' : undefined}
      data-opened={isOpened ? '' : undefined}
    >
      {t(`letter.${item.mark}`)}
    </td>
  );
}
