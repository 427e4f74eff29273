// The right half where nobody is writing: the file as it was sealed, or what will stand here and what comes before it.
import { type ReactNode, useState } from 'react';
import { BlobView } from '../evidence/blob-view.tsx';
import { isDesk, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { FileActs } from './file-acts.tsx';

export function FilePage({ sha256 }: { readonly sha256: string }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [page, setPage] = useState(1);
  return (
    <>
      <div className="row">
        <h2>{t('signing.open')}</h2>
        <span className="grow" />
        <FileActs sha256={sha256} isSmall={true} />
      </div>
      <BlobView
        book={session.book}
        shown={{ sha256, mediaType: 'application/pdf', title: t('minutes.title') }}
        page={page}
        onPage={setPage}
      />
    </>
  );
}

const STEPS = ['count', 'conclude', 'write', 'approve'] as const;

/** For who waits: how minutes come about, so that an empty half still says something. */
export function ComingPage(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <div className="coming paper-text">
      <h2>{t('minutes.coming')}</h2>
      <p className="soft">{t('minutes.coming.words')}</p>
      <ol className="coming-steps">
        {STEPS.map((step, at) => (
          <li key={step}>
            <span className="strong">{at + 1}.</span>{' '}
            {t(`minutes.coming.${step === 'approve' && isDesk(session) ? 'members' : step}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}
