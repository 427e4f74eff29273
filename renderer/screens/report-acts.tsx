// A report to take away: copied as text, saved as text or as data.
import { type ReactNode, useState } from 'react';
import type { FileReport } from '../../shared/contract/methods.ts';
import { Button } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { reportText } from '../state/report-text.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';

/** A link may still be read by the browser when the press is over, ms. */
const LINGER = 10_000;

function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  saveAs(url, name);
  setTimeout(() => URL.revokeObjectURL(url), LINGER);
}

export function ReportActs({ report, name }: { readonly report: FileReport; readonly name: string }): ReactNode {
  const { now } = useHouse();
  const words = useWords();
  const { t } = words;
  const [copied, setCopied] = useState<'yes' | 'no' | undefined>(undefined);
  const [at] = useState(() => now().toISOString());
  const text = reportText(report, name, at, words);
  const base = `${name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'tep'}-kiem-tra`;
  // Without https a browser may have no clipboard: then the text is shown to be marked and copied by hand.
  const copy = (): void => {
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'));
    done.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <div className="stack tight">
      <div className="row">
        <Button small={true} onPress={copy}>
          {t('check.copy')}
        </Button>
        <Button small={true} onPress={() => saveText(text, `${base}.txt`, 'text/plain;charset=utf-8')}>
          {t('check.save.text')}
        </Button>
        <Button
          small={true}
          onPress={() =>
            saveText(
              `${JSON.stringify({ file: name, checkedAt: at, ...report }, null, 2)}\n`,
              `${base}.json`,
              'application/json',
            )
          }
        >
          {t('check.save.json')}
        </Button>
        <span role="status" className="soft small">
          {copied === 'yes' ? t('check.copied') : ''}
        </span>
      </div>
      {copied === 'no' ? (
        <>
          <p className="small">{t('check.copy.byhand')}</p>
          <textarea
            className="input report-text"
            readOnly={true}
            value={text}
            rows={8}
            aria-label={t('check.report')}
          />
        </>
      ) : null}
    </div>
  );
}
