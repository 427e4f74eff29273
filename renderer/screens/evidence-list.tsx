// A list of the evidence from a workbook or CSV: read, set against the files, shown, and only then written into the rows.
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { EVIDENCE_FIELDS, type EvidenceField, type EvidenceMapping } from '../../shared/contract/evidence-methods.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';
import { Choice } from '../parts/field.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { applyList, type ListRow, type Matches, matchList, strangeWords } from '../state/evidence-list.ts';
import { useHouse } from '../state/house.ts';
import type { IntakeRow } from '../state/intake.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';

type Read = OutputOf<'evidence.read-list'>;
type Opened = { readonly name: string; readonly sha256: string; readonly read: Read };

export function EvidenceList(props: {
  readonly rows: readonly IntakeRow[];
  readonly known: readonly string[] | undefined;
  readonly onApply: (next: (rows: readonly IntakeRow[]) => readonly IntakeRow[]) => void;
}): ReactNode {
  const { rows, onApply } = props;
  const { upload, client } = useHouse();
  const { t } = useWords();
  const act = useAct();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const readAs = async (sha256: string, name: string, mapping?: EvidenceMapping): Promise<void> => {
    const read = await act.run(() =>
      client.call('evidence.read-list', { sha256, name, ...(mapping === undefined ? {} : { mapping }) }),
    );
    if (read !== undefined) setOpened({ name, sha256, read });
  };
  const pick = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const sent = await act.run(() => upload(file, file.name));
    if (sent !== undefined) await readAs(sent.sha256, file.name.normalize('NFC'));
  };
  return (
    <>
      <FileTrigger acceptedFileTypes={['.xlsx', '.csv']} onSelect={(list) => void pick(list?.[0])}>
        <Button kind="quiet" isDisabled={act.isBusy}>
          {t('list.pick')}
        </Button>
      </FileTrigger>
      {act.isBusy || act.refused !== undefined ? <ActWords act={act} doing={t('list.reading')} /> : null}
      {opened === undefined ? null : (
        <DialogFrame
          title={t('list.title', { name: opened.name })}
          isOpen={true}
          wide={true}
          onClose={() => setOpened(undefined)}
        >
          <ListLook
            read={opened.read}
            rows={rows}
            onMapping={(mapping) => void readAs(opened.sha256, opened.name, mapping)}
            onApply={(matches) => {
              onApply((now) => applyList(now, matches));
              setOpened(undefined);
            }}
          />
        </DialogFrame>
      )}
    </>
  );
}

function ListLook(props: {
  readonly read: Read;
  readonly rows: readonly IntakeRow[];
  readonly onMapping: (mapping: EvidenceMapping) => void;
  readonly onApply: (matches: Matches) => void;
}): ReactNode {
  const { read, rows, onMapping, onApply } = props;
  const { t, of } = useWords();
  const matches = matchList(read.rows, rows);
  const { matched, unmatched, untold } = matches;
  const names = new Map(rows.map(({ key, fileName }) => [key, fileName]));
  const strange = read.rows.flatMap((row) => strangeWords(row).map((word) => ({ row: row.row, word })));
  return (
    <div className="stack">
      {read.mapped === 'template' ? null : <Mapping read={read} onMapping={onMapping} />}
      {read.findings.length === 0 ? null : (
        <Notice tone={read.findings.some(({ severity }) => severity === 'error') ? 'stop' : 'warn'}>
          <ul>
            {read.findings.slice(0, 20).map((finding, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings stand in their order and never change
              <li key={at}>{t('list.at', { row: finding.row, words: of(finding) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="strong" role="status">
        {t('list.sum', { matched: matched.length, unmatched: unmatched.length, untold: untold.length })}
      </p>
      <div className="wide list-look">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('list.row')}</th>
              <th scope="col">{t('list.file')}</th>
              <th scope="col">{t('list.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {unmatched.map(({ row, why }) => (
              <tr key={row.row} className="warn-row">
                <td>{row.row}</td>
                <th scope="row">{nameOf(row)}</th>
                <td>{t(`list.why.${why}`)}</td>
              </tr>
            ))}
            {matched.map(({ row, key, fills }) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <th scope="row">{names.get(key)}</th>
                <td>
                  <Fills fills={fills} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {strange.length === 0 ? null : (
        <p className="small warn-word">
          {t('list.strange', {
            words: strange
              .slice(0, 10)
              .map(({ row, word }) => `"${word}" (${row})`)
              .join(', '),
          })}
        </p>
      )}
      {untold.length === 0 ? null : (
        <details>
          <summary>{t('list.untold', { count: untold.length })}</summary>
          <ul className="small breaks">
            {untold.slice(0, 100).map((key) => (
              <li key={key}>{names.get(key)}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="row">
        <Button kind="main" isDisabled={matched.length === 0} onPress={() => onApply(matches)}>
          {t('list.apply', { count: matched.length })}
        </Button>
        <span className="soft small">{t('list.apply.words')}</span>
      </div>
    </div>
  );
}

const nameOf = ({ file, sha256, title }: ListRow): string => file || title || sha256.slice(0, 16);

function Fills({ fills }: { readonly fills: Partial<IntakeRow> }): ReactNode {
  const { t } = useWords();
  const words = [
    fills.title,
    fills.kind === undefined ? undefined : t(`kind.${fills.kind}`),
    fills.supplier,
    fills.date,
    fills.label === undefined ? undefined : t(`label.${fills.label}`),
    fills.criteria,
  ];
  return <span className="breaks">{words.filter(Boolean).join(' · ')}</span>;
}

/** Which column is what: as it was understood, to be put right. */
function Mapping({ read, onMapping }: { readonly read: Read; readonly onMapping: (mapping: EvidenceMapping) => void }) {
  const { t } = useWords();
  const { mapping, headings, mapped } = read;
  const columnOf = (field: EvidenceField): number => mapping.columns.find((each) => each.field === field)?.column ?? 0;
  const choose = (field: EvidenceField, column: number): void => {
    const others = mapping.columns.filter((each) => each.field !== field && each.column !== column);
    onMapping({ ...mapping, columns: column === 0 ? others : [...others, { field, column }] });
  };
  return (
    <details open={mapped === 'guessed'}>
      <summary>{t(mapped === 'guessed' ? 'list.mapping.guessed' : 'list.mapping')}</summary>
      <div className="cols">
        {EVIDENCE_FIELDS.map((field) => (
          <Choice<string>
            key={field}
            label={t(`list.field.${field}`)}
            value={String(columnOf(field))}
            options={[
              { value: '0', label: t('list.column.none') },
              ...headings.map((heading, at) => ({ value: String(at + 1), label: `${at + 1}. ${heading}` })),
            ]}
            onChange={(column) => choose(field, Number(column))}
          />
        ))}
      </div>
    </details>
  );
}
