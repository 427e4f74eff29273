// A set saved to a file: the format in words, and what it cannot keep before anything is saved.
import { type ReactNode, useState } from 'react';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type LibraryOutputs,
  type LibraryRow,
} from '../../shared/contract/criteria-library.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';

type Written = LibraryOutputs['library.export'];

export function LibraryExport({ row }: { readonly row: LibraryRow }): ReactNode {
  const { t, of } = useWords();
  const { client } = useHouse();
  const [format, setFormat] = useState<ExportFormat>('yaml');
  /** Written by the host, and waiting for a yes because something is not in it. */
  const [asked, setAsked] = useState<Written | undefined>(undefined);
  const [saved, setSaved] = useState<string | undefined>(undefined);
  // A pack is of a frozen text: who gets it must be able to rely on it.
  const formats = EXPORT_FORMATS.filter((each) => each !== 'pack' || row.state === 'promulgated');
  const save = (written: Written): void => {
    saveAs(written.url, written.name);
    setAsked(undefined);
    setSaved(written.name);
  };
  return (
    <div className="stack tight">
      <h3>{t('library.export')}</h3>
      <Choice
        label={t('library.export.format')}
        value={format}
        options={formats.map((each) => ({ value: each, label: t(`library.export.${each}`) }))}
        onChange={(chosen) => {
          setFormat(chosen);
          setAsked(undefined);
          setSaved(undefined);
        }}
      />
      {asked === undefined ? (
        <ActButton
          small={true}
          doing={t('library.export.doing')}
          act={() => client.call('library.export', { key: row.key, format })}
          onDone={(written) => (written.left.length === 0 ? save(written) : setAsked(written))}
        >
          {t('library.export.go')}
        </ActButton>
      ) : (
        <Notice tone="warn">
          <p>{t('library.export.left', { count: asked.left.length })}</p>
          <ul className="bullets small library-left">
            {asked.left.map((finding) => (
              <li key={`${finding.path} ${finding.code}`} className="breaks">
                {of(finding)}
                {finding.path === '' ? null : <span className="hash soft"> {finding.path}</span>}
              </li>
            ))}
          </ul>
          <div className="row">
            <Button small={true} onPress={() => save(asked)}>
              {t('library.export.anyway')}
            </Button>
            <Button kind="quiet" small={true} onPress={() => setAsked(undefined)}>
              {t('app.cancel')}
            </Button>
          </div>
        </Notice>
      )}
      {saved === undefined ? null : (
        <p className="small breaks" role="status">
          {t('library.export.saved', { name: saved })}
        </p>
      )}
    </div>
  );
}
