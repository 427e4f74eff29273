// The file of the minutes as a thing: its name, its hash in groups that can be read aloud, saved, printed, looked at, checked.
import { type ReactNode, useState } from 'react';
import type { FileReport } from '../../shared/contract/methods.ts';
import { BlobView } from '../evidence/blob-view.tsx';
import { ActButton, Button } from '../parts/button.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, useSession } from '../state/session.ts';
import { isReport } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';
import { FileActs, fileName } from './file-acts.tsx';
import { FileReportPart } from './file-report.tsx';
import { HashWords } from './hash-words.tsx';

export function FilePart({ onSaved }: { readonly onSaved?: () => void }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [page, setPage] = useState(1);
  const { file } = session.minutes;
  if (file === undefined) return null;
  const { sha256 } = file;
  return (
    <Section title={t(isReport(session) ? 'file.title.unit' : 'file.title')} words={t('file.words')}>
      <dl className="facts">
        <dt>{t('file.name')}</dt>
        <dd>{fileName(session, sha256)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <HashWords hash={sha256} />
        </dd>
      </dl>
      <div className="row top">
        <FileActs sha256={sha256} {...(onSaved === undefined ? {} : { onSaved })} />
        <Button expanded={isOpen} onPress={() => setOpen((now) => !now)}>
          {t('signing.open')}
        </Button>
      </div>
      {isDesk(session) ? <CheckNow key={sha256} sha256={sha256} /> : null}
      {isOpen ? (
        <div className="file-view">
          <BlobView
            book={session.book}
            shown={{ sha256, mediaType: 'application/pdf', title: t('minutes.title') }}
            page={page}
            onPage={setPage}
          />
        </div>
      ) : null}
    </Section>
  );
}

/** The very file that is kept here, checked anew as anybody would check it. */
function CheckNow({ sha256 }: { readonly sha256: string }): ReactNode {
  const { client } = useHouse();
  const { t } = useWords();
  const [report, setReport] = useState<FileReport | undefined>(undefined);
  return (
    <div className="stack tight">
      <ActButton
        doing={t('check.running')}
        act={() => client.call('file.verify', { sha256, roots: '' })}
        onDone={setReport}
      >
        {t('file.check')}
      </ActButton>
      {report === undefined ? null : <FileReportPart report={report} name={t('minutes.title')} />}
    </div>
  );
}
