// Which column of a sheet is what: the first rows as they stand in the file, a choice above each column, read anew at once.
import { type ReactNode, useRef, useState } from 'react';
import {
  type CriteriaFileReport,
  SHEET_FIELDS,
  type SheetField,
  type SheetMapping,
  type SheetPreview,
} from '../../shared/contract/criteria-library.ts';
import { Choice } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import {
  type Begun,
  beginAt,
  columnName,
  fieldOf,
  rowWords,
  withColumn,
  withHeader,
  withSheet,
} from '../state/sheet-mapping.ts';
import { useWords } from '../state/words.ts';

type Table = NonNullable<CriteriaFileReport['table']>;

/** A sheet can have more than a screen can hold; what lies further right is rarely part of a list of criteria. */
const MOST_COLUMNS = 40;
/** Rows under the names of the columns: enough to see what a column holds. */
const MOST_ROWS = 8;
/** Among these the row with the names is looked for. */
const HEADER_ROWS = 20;

export function MappingPart(props: {
  readonly table: Table;
  readonly isReading: boolean;
  readonly onMap: (mapping: SheetMapping) => void;
}): ReactNode {
  const { table, isReading, onMap } = props;
  const { t } = useWords();
  const { mapped } = table;
  // Where there is nothing to choose it is folded away at first; afterwards only somebody's hand folds it.
  const [isOpen, setOpen] = useState(mapped === 'guessed' || mapped === 'chosen');
  return (
    <Section title={t('load.table')}>
      <p role="status">
        {t(mapped === 'guessed' && table.mapping.columns.length === 0 ? 'load.table.none' : `load.table.${mapped}`)}
      </p>
      <details className="load-mapping" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('load.table.open')}</summary>
        {isOpen ? <Mapping table={table} isReading={isReading} onMap={onMap} /> : null}
      </details>
    </Section>
  );
}

function Mapping({ table, isReading, onMap }: Parameters<typeof MappingPart>[0]): ReactNode {
  const { sheets, mapping } = table;
  const { t, count } = useWords();
  const sheet = sheets.find(({ name }) => name === mapping.sheet) ?? sheets[0];
  if (sheet === undefined) return null;
  return (
    <div className="stack tight" aria-busy={isReading}>
      <div className="cols">
        {sheets.length < 2 ? null : (
          <Choice
            label={t('load.sheet')}
            value={sheet.name}
            options={sheets.map(({ name, rowCount }) => ({
              value: name,
              label: t('load.sheet.size', { name, rows: count(rowCount) }),
            }))}
            onChange={(name) => onMap(withSheet(mapping, sheets, name))}
          />
        )}
        <Choice
          label={t('load.header')}
          value={String(mapping.headerRow)}
          options={[
            { value: '0', label: t('load.header.none') },
            ...headerRows(sheet, mapping.headerRow).map((row) => ({
              value: String(row),
              label: t('load.header.row', { row, words: rowWords(sheet.rows[row - 1] ?? []) }),
            })),
          ]}
          onChange={(row) => onMap(withHeader(mapping, Number(row)))}
        />
      </div>
      <Preview sheet={sheet} mapping={mapping} onMap={onMap} />
    </div>
  );
}

/** Rows that hold something, and the one that is chosen, wherever it is. */
function headerRows(sheet: SheetPreview, chosen: number): readonly number[] {
  const rows = sheet.rows.slice(0, HEADER_ROWS).flatMap((row, at) => (rowWords(row) === '' ? [] : [at + 1]));
  return chosen === 0 || rows.includes(chosen) ? rows : [...rows, chosen];
}

function Preview(props: {
  readonly sheet: SheetPreview;
  readonly mapping: SheetMapping;
  readonly onMap: (mapping: SheetMapping) => void;
}): ReactNode {
  const { sheet, mapping, onMap } = props;
  const { t, count } = useWords();
  const columns = Array.from({ length: Math.min(sheet.columnCount, MOST_COLUMNS) }, (_, at) => at + 1);
  const from = mapping.headerRow > sheet.rows.length ? 0 : Math.max(0, mapping.headerRow - 1);
  const rows = sheet.rows.slice(from, from + MOST_ROWS + 1);
  const options = [
    { value: 'skip', label: t('load.column.skip') },
    ...SHEET_FIELDS.map((field) => ({ value: field, label: t(`load.field.${field}`) })),
  ] as const;
  const begun = useRef<Begun | undefined>(undefined);
  const choose = (column: number, chosen: SheetField | 'skip'): void => {
    begun.current = beginAt(begun.current, mapping, column);
    onMap(withColumn(begun.current.mapping, column, chosen === 'skip' ? undefined : chosen));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="wide load-preview" aria-label={t('load.preview')} tabIndex={0}>
        <table>
          <caption className="unseen">{t('load.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('load.row')}</th>
              {columns.map((column) => {
                const field = fieldOf(mapping, column);
                return (
                  <th key={column} scope="col" className={field === undefined ? 'skipped' : undefined}>
                    <span aria-hidden="true">{t('load.column', { column: columnName(column) })}</span>
                    <Choice<SheetField | 'skip'>
                      label={t('load.column.is', { column: columnName(column) })}
                      hideLabel={true}
                      value={field ?? 'skip'}
                      options={options}
                      onChange={(chosen) => choose(column, chosen)}
                    />
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have their numbers for names
              <tr key={from + at} className={from + at + 1 === mapping.headerRow ? 'headings' : undefined}>
                <th scope="row">{from + at + 1}</th>
                {columns.map((column) => (
                  <td key={column} className={fieldOf(mapping, column) === undefined ? 'skipped' : undefined}>
                    <span className="cell">{row[column - 1] ?? ''}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft small">
        {sheet.rowCount > from + rows.length ? t('load.rows.more', { count: count(sheet.rowCount) }) : null}{' '}
        {sheet.columnCount > MOST_COLUMNS
          ? t('load.columns.more', { count: count(sheet.columnCount), shown: MOST_COLUMNS })
          : null}
      </p>
    </>
  );
}
