// Checking a signed file: drop it, name the trusted roots, read what holds and what does not.
import { type ReactNode, useState } from 'react';
import { type Result, refuse } from '../../shared/base/result.ts';
import type { FileReport } from '../../shared/contract/methods.ts';
import { ActButton } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { useWords } from '../state/words.ts';

/** Longest text of trusted roots the contract takes. */
const MOST_ROOTS = 200_000;
const SIGNS = { holds: 'done', note: 'note', broken: 'stop' } as const;

export function CheckFileScreen(): ReactNode {
  const { t } = useWords();
  const { client, upload } = useHouse();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [roots, setRoots] = useState('');
  const [report, setReport] = useState<FileReport | undefined>(undefined);
  const check = async (): Promise<Result<FileReport>> => {
    setReport(undefined);
    if (file === undefined) return refuse('file-not-readable', { name: '' });
    const taken = await upload(file, file.name);
    if (!taken.ok) return taken;
    return client.call('file.verify', { sha256: taken.value.sha256, roots });
  };
  const readRoots = async (picked: File | undefined): Promise<void> => {
    if (picked !== undefined) setRoots((await picked.text()).slice(0, MOST_ROOTS));
  };
  return (
    <Page title={t('check.title')} words={t('check.words')} narrow={true}>
      <FilePick
        label={file === undefined ? t('check.file') : t('signing.file.picked', { name: file.name })}
        button={t('check.file.pick')}
        types={['application/pdf', '.pdf']}
        onFiles={([first]) => {
          if (first === undefined) return;
          setFile(first);
          setReport(undefined);
        }}
      />
      <div className="stack tight">
        <TextBlock
          label={t('check.roots')}
          hint={t('check.roots.hint')}
          value={roots}
          onChange={setRoots}
          maxLength={MOST_ROOTS}
          rows={3}
        />
        <FilePick
          label={t('check.roots')}
          button={t('check.roots.pick')}
          types={['.pem', '.crt', '.cer', 'application/x-pem-file']}
          onFiles={([first]) => void readRoots(first)}
        />
      </div>
      <ActButton kind="main" doing={t('check.running')} isDisabled={file === undefined} act={check} onDone={setReport}>
        {t('check.run')}
      </ActButton>
      {report === undefined ? null : <Report report={report} />}
    </Page>
  );
}

export function Report({ report }: { readonly report: FileReport }): ReactNode {
  const { t, of } = useWords();
  return (
    <Section title={t('check.findings')}>
      <Notice tone={report.holds ? 'done' : 'stop'}>
        <p className="strong">{t(report.holds ? 'check.holds' : 'check.broken')}</p>
        <p>{of(report.verdict)}</p>
      </Notice>
      <ul className="findings">
        {report.findings.map((finding) => (
          <li key={`${finding.level} ${finding.vi}`} className={finding.level}>
            <Icon name={SIGNS[finding.level]} />
            <span className="small strong">{t(`finding.${finding.level}`)}</span>
            <span>{of(finding)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
