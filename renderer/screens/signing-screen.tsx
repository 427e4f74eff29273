// Closing, making the final file, signing: secretary first, then the presiding person; with what it proves and what not.
import type { ReactNode } from 'react';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { FIELDS, type SignatureField, signedBy } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';
import { MinutesFile } from './minutes-file.tsx';
import { SignPart } from './sign-part.tsx';

export function SigningScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <Page title={t('signing.title')} words={t('signing.order')}>
      <Section title={t('signing.state')}>
        <DocumentState />
      </Section>
      {isDesk(session) ? <Steps /> : <p className="soft">{t('signing.members')}</p>}
      <MinutesFile />
      <Honest />
    </Page>
  );
}

export function DocumentState(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { file } = session.minutes;
  const [secretary, presiding] = FIELDS.map((field) => signedBy(session, field));
  const state =
    file === undefined ? 'draft' : secretary === undefined ? 'sealed' : presiding === undefined ? 'one' : 'two';
  return (
    <Notice tone={state === 'two' ? 'done' : 'note'}>
      <p>{t(`signing.state.${state}`)}</p>
    </Notice>
  );
}

function Steps(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t, clock } = useWords();
  const { possible, book, meeting, minutes } = session;
  const close = possible?.closeMeeting;
  const seal = possible?.sealMinutes;
  return (
    <ol className="stack">
      <li>
        <Section title={`1. ${t('signing.step.close')}`}>
          {meeting.closedAt === undefined ? (
            <>
              <p className="soft small">{t('signing.step.close.words')}</p>
              <ActButton
                kind="main"
                doing={t('signing.closing')}
                why={close === undefined || close.possible ? undefined : close.why}
                act={() => client.call('meeting.close', { book })}
              >
                {t('signing.step.close')}
              </ActButton>
            </>
          ) : (
            <p>{t('signing.step.close.done', { time: clock(meeting.closedAt) })}</p>
          )}
        </Section>
      </li>
      <li>
        <Section title={`2. ${t('signing.step.seal')}`}>
          {minutes.file === undefined ? (
            <>
              <p className="soft small">{t('signing.step.seal.words')}</p>
              <ActButton
                kind="main"
                doing={t('signing.sealing')}
                why={seal === undefined || seal.possible ? undefined : seal.why}
                act={() => client.call('minutes.seal', { book })}
              >
                {t('signing.step.seal')}
              </ActButton>
            </>
          ) : (
            <p className="breaks">{t('signing.step.seal.done', { hash: minutes.file.sha256 })}</p>
          )}
        </Section>
      </li>
      {FIELDS.map((field, at) => (
        <li key={field}>
          <Section title={`${at + 3}. ${t(`signing.step.${field}`)}`}>
            <SignStep field={field} />
          </Section>
        </li>
      ))}
    </ol>
  );
}

function SignStep({ field }: { readonly field: SignatureField }): ReactNode {
  const session = useSession();
  const { t, clock } = useWords();
  const signed = signedBy(session, field);
  if (signed !== undefined)
    return <p>{t('signing.signed', { name: nameOf(session, signed.seat), time: clock(signed.at) })}</p>;
  const isReady = session.minutes.file !== undefined && (field === 'ThuKy' || signedBy(session, 'ThuKy') !== undefined);
  return isReady ? <SignPart field={field} /> : <p className="soft">{t('signing.after')}</p>;
}

const HONEST = ['signing.honest.intact', 'signing.honest.revocation', 'signing.honest.time'] as const;

function Honest(): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('signing.honest')}>
      <ul className="stack tight">
        {HONEST.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Section>
  );
}
