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
  const { t } = useWords();
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
        options={formats.map((each) => ({ value: each, label: t(`library.format.${each}`) }))}
        onChange={(chosen) => {
          setFormat(chosen);
          setAsked(undefined);
          setSaved(undefined);
        }}
      />
      <p className="soft small">{t(`library.export.${format}`)}</p>
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
          <Left left={asked.left} />
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

function Left({ left }: Pick<Written, 'left'>): ReactNode {
  const { t, of } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="library-left" aria-label={t('library.export.left', { count: left.length })} tabIndex={0}>
      <ul className="small">
        {left.map((finding) => (
          <li key={`${finding.path} ${finding.code}`} className="breaks">
            {of(finding)}
            {finding.path === '' ? null : <span className="hash soft"> {finding.path}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
