// Rows as they stand in a sheet or a CSV: numbered, without any looks; more of them come when they are asked for.
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../state/words.ts';

export function PlainTable(props: {
  readonly rows: readonly (readonly string[])[];
  readonly title: string;
  /** Rows in all, where that is known. */
  readonly total?: number;
  /** Undefined where all are shown. */
  readonly onMore: (() => void) | undefined;
  readonly isComing: boolean;
}): ReactNode {
  const { rows, title, total, onMore, isComing } = props;
  const { t, count } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="viewer-box" tabIndex={0} aria-label={title}>
      {rows.length === 0 && !isComing ? <p className="pad soft">{t('viewer.table.empty')}</p> : null}
      <table className="viewer-table">
        <tbody>
          {rows.map((row, at) => {
            // Rows are only added at the end.
            const key = `${at}`;
            return (
              <tr key={key}>
                <th scope="row">{at + 1}</th>
                {row.map((cell, column) => {
                  const cellKey = `${column}`;
                  return <td key={cellKey}>{cell}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="row pad" role="status">
        <span className="small soft">
          {total === undefined
            ? t('viewer.table.shown', { shown: count(rows.length) })
            : t('viewer.table.shown.of', { shown: count(rows.length), all: count(total) })}
        </span>
        {onMore === undefined ? null : (
          <Button small={true} isDisabled={isComing} onPress={onMore}>
            {t('viewer.table.more')}
          </Button>
        )}
      </div>
    </section>
  );
}
