// The minutes: prose and locked facts left, the live page right; put to the council and approved here.
import type { ReactNode } from 'react';
import type { MinutesView } from '../../shared/contract/views.ts';
import { Section, Shown } from '../parts/page.tsx';
import { isDesk, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { MinutesApproval } from './minutes-approval.tsx';
import { MinutesChanges } from './minutes-changes.tsx';
import { MinutesContent } from './minutes-content.tsx';
import { MinutesMissing } from './minutes-missing.tsx';
import { MinutesPreview } from './minutes-preview.tsx';
import { ComingPage, FilePage } from './minutes-right.tsx';
import { ProseFields } from './prose-fields.tsx';

/** What the right half is: the file where there is one, the live page for who writes, the text itself for who reads. */
type Right = 'file' | 'live' | 'text' | 'coming';

export function MinutesScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const view = useView('minutes', { book: session.book });
  const minutes = view?.ok === true ? view.value.minutes : undefined;
  const { file } = session.minutes;
  const right: Right =
    file !== undefined
      ? 'file'
      : isDesk(session) && session.readOnly === undefined
        ? 'live'
        : minutes === undefined
          ? 'coming'
          : 'text';
  return (
    <div className="minutes">
      <div className="minutes-left">
        <h1>{t('minutes.title')}</h1>
        <Shown of={view} what={t('minutes.title')}>
          {(shown) => <Left view={shown} right={right} />}
        </Shown>
      </div>
      <section className="minutes-right" aria-label={right === 'file' ? t('signing.open') : t('minutes.preview')}>
        {right === 'file' && file !== undefined ? <FilePage sha256={file.sha256} /> : null}
        {right === 'live' ? <MinutesPreview view={view?.ok === true ? view.value : undefined} /> : null}
        {right === 'text' && minutes !== undefined ? (
          <div className="minutes-text">
            <MinutesContent minutes={minutes} changes={view?.ok === true ? view.value.changes : []} />
          </div>
        ) : null}
        {right === 'coming' ? <ComingPage /> : null}
      </section>
    </div>
  );
}

function Left({ view, right }: { readonly view: MinutesView; readonly right: Right }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const mayEdit = isDesk(session) && session.minutes.file === undefined && session.readOnly === undefined;
  return (
    <>
      <MinutesMissing missing={view.missing} />
      {view.stale ? <MinutesChanges changes={view.changes} /> : null}
      {mayEdit ? <ProseFields prose={view.prose} /> : null}
      <MinutesApproval view={view} />
      {right === 'text' || right === 'coming' || view.minutes === undefined ? null : (
        <Section title={t('minutes.content')} words={t('minutes.content.words')}>
          <MinutesContent minutes={view.minutes} changes={view.changes} />
        </Section>
      )}
    </>
  );
}
