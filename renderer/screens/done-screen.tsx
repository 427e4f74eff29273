// After the last signature: what was produced, where the copies are, and what to do next.
import { type ReactNode, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { signsAs } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';
import { DocumentLevels, DocumentState } from './document-state.tsx';
import { FilePart } from './file-part.tsx';
import { useSigners } from './use-signers.ts';

export function DoneScreen(): ReactNode {
  const session = useSession();
  const { now } = useHouse();
  const { t } = useWords();
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const { file } = session.minutes;
  if (file === undefined)
    return (
      <Page title={t('done.title')}>
        <p>{t('done.notyet')}</p>
        <p>
          <a className="button" href={writeRoute({ at: 'session', book: session.book, phase: session.phase })}>
            {t('done.back', { phase: t(`phase.${session.phase}`) })}
          </a>
        </p>
      </Page>
    );
  return (
    <Page title={t('done.title')} words={t('done.words')}>
      <Section title={t('signing.state')}>
        <DocumentState />
      </Section>
      <FilePart onSaved={() => setSavedAt(now().toISOString())} />
      <Copies savedAt={savedAt} />
      <Next />
      <Produced />
    </Page>
  );
}

function Produced(): ReactNode {
  const session = useSession();
  const { t, of, clock } = useWords();
  const signers = useSigners();
  return (
    <Section title={t('done.produced')}>
      <ul className="produced">
        {session.platforms.map((platform) => (
          <li key={platform.platform}>
            <span className="strong">{platform.name}</span>
            <br />
            <span className="prose">{platform.conclusion?.text ?? ''}</span>
          </li>
        ))}
        {signers.map(({ field, signed }) =>
          signed === undefined ? null : (
            <li key={field}>
              {t('done.signed', {
                title: t(`signing.step.${signsAs(session, field)}`),
                name: nameOf(session, signed.seat),
                time: clock(signed.at),
              })}
            </li>
          ),
        )}
        <li>{t('done.inside', { set: of(session.criteria.name), version: session.criteria.version })}</li>
      </ul>
      <DocumentLevels />
    </Section>
  );
}

/** Only what is known: this window cannot see what became of a copy that was taken away. */
function Copies({ savedAt }: { readonly savedAt: string | undefined }): ReactNode {
  const { t, clock } = useWords();
  return (
    <Section title={t('done.copies')}>
      <ul className="levels">
        <li className="is">
          <Icon name="done" />
          <span className="strong">{t('done.copy.here')}</span>
          <span>{t('done.copy.here.words')}</span>
        </li>
        <li className={savedAt === undefined ? 'not' : 'is'}>
          <Icon name={savedAt === undefined ? 'none' : 'done'} />
          <span className="strong">{t('done.copy.away')}</span>
          <span>
            {savedAt === undefined ? t('done.copy.away.none') : t('done.copy.away.saved', { time: clock(savedAt) })}
          </span>
        </li>
      </ul>
    </Section>
  );
}

function Next(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <Section title={t('done.next')}>
      <ol className="next">
        <li>{t('done.next.save')}</li>
        <li>
          {t('done.next.check')}{' '}
          {isDesk(session) ? <a href={writeRoute({ at: 'page', page: 'check' })}>{t('home.check')}</a> : null}
        </li>
        <li>{t('done.next.correct')}</li>
        {isDesk(session) ? (
          <li>
            {t('done.next.again')} <a href={writeRoute({ at: 'page', page: 'new' })}>{t('home.new')}</a>
          </li>
        ) : null}
      </ol>
    </Section>
  );
}
