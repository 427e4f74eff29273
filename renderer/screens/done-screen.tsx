// After the last signature: the document's state, the file, and where to check it.
import type { ReactNode } from 'react';
import { Page, Section } from '../parts/page.tsx';
import { writeRoute } from '../state/route.ts';
import { isDesk, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { MinutesFile } from './minutes-file.tsx';
import { DocumentState } from './signing-screen.tsx';

export function DoneScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <Page title={t('done.title')} words={t('done.words')}>
      <Section title={t('signing.state')}>
        <DocumentState />
      </Section>
      <MinutesFile />
      {isDesk(session) ? (
        <div>
          <a className="button" href={writeRoute({ at: 'page', page: 'check' })}>
            {t('home.check')}
          </a>
        </div>
      ) : null}
    </Page>
  );
}
