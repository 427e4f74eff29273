// Closing, making the final file, signing: secretary first, then the presiding person; with what it proves and what not.
import type { ReactNode } from 'react';
import { ActButton } from '../parts/button.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { isReport, signsAs } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';
import { DocumentLevels, DocumentState } from './document-state.tsx';
import { FilePart } from './file-part.tsx';
import { HashWords } from './hash-words.tsx';
import { SignPart } from './sign-part.tsx';
import { SigningStep, type StepStand } from './signing-step.tsx';
import { type SignerStand, useSigners } from './use-signers.ts';
import { WorkWords } from './work-words.tsx';

export function SigningScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const isReadOnly = session.readOnly !== undefined;
  return (
    <Page
      title={t(isReport(session) ? 'signing.title.unit' : 'signing.title')}
      words={t(isReport(session) ? 'signing.order.unit' : 'signing.order')}
    >
      <Section title={t('signing.state')}>
        <DocumentState />
        <WorkWords />
      </Section>
      {isReadOnly ? null : <Steps />}
      {isDesk(session) ? null : <p className="soft">{t('signing.members')}</p>}
      <FilePart />
      <Honest />
    </Page>
  );
}

function Steps(): ReactNode {
  const { t } = useWords();
  const signers = useSigners();
  return (
    <Section title={t('signing.steps')}>
      <ol className="signing-steps">
        <CloseStep />
        <SealStep />
        {signers.map((signer, at) => (
          <SignStep key={signer.field} signer={signer} number={at + 3} />
        ))}
      </ol>
    </Section>
  );
}

function CloseStep(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t, clock } = useWords();
  const { meeting, possible, book } = session;
  const close = possible?.closeMeeting;
  const why = close === undefined || close.possible ? undefined : close.why;
  return (
    <SigningStep number={1} title={t('signing.step.close')} stand={meeting.closedAt === undefined ? 'now' : 'done'}>
      {meeting.closedAt === undefined ? (
        <>
          <p className="soft small">{t('signing.step.close.words')}</p>
          {isDesk(session) ? (
            <ActButton
              kind="main"
              doing={t('signing.closing')}
              why={why}
              act={() => client.call('meeting.close', { book })}
            >
              {t('signing.step.close')}
            </ActButton>
          ) : null}
          {why?.code === 'minutes-not-written' ? (
            <p className="small">
              <a href={writeRoute({ at: 'session', book, phase: 'minutes' })}>{t('signing.step.close.minutes')}</a>
            </p>
          ) : null}
        </>
      ) : (
        <p>{t('signing.step.close.done', { time: clock(meeting.closedAt) })}</p>
      )}
    </SigningStep>
  );
}

function SealStep(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const { minutes, possible, book, meeting } = session;
  const seal = possible?.sealMinutes;
  const title = t(isReport(session) ? 'signing.step.seal.unit' : 'signing.step.seal');
  const why = seal === undefined || seal.possible ? undefined : seal.why;
  const stand: StepStand = minutes.file !== undefined ? 'done' : meeting.closedAt === undefined ? 'later' : 'now';
  return (
    <SigningStep number={2} title={title} stand={stand}>
      {minutes.file === undefined ? (
        <>
          <p className="soft small">{t('signing.step.seal.words')}</p>
          {isDesk(session) ? (
            <ActButton
              kind={stand === 'now' ? 'main' : 'plain'}
              doing={t('signing.sealing')}
              why={why}
              act={() => client.call('minutes.seal', { book })}
            >
              {title}
            </ActButton>
          ) : null}
          {why?.code === 'minutes-stale' ? (
            <p className="small">
              <a href={writeRoute({ at: 'session', book, phase: 'minutes' })}>{t('signing.step.seal.minutes')}</a>
            </p>
          ) : null}
        </>
      ) : (
        <p>
          {t('signing.step.seal.done')} <HashWords hash={minutes.file.sha256} length={16} />
        </p>
      )}
    </SigningStep>
  );
}

function SignStep({ signer, number }: { readonly signer: SignerStand; readonly number: number }): ReactNode {
  const session = useSession();
  const { t, clock } = useWords();
  const { field, seat, signed, isNext } = signer;
  const as = signsAs(session, field);
  const name = nameOf(session, seat);
  const stand: StepStand = signed !== undefined ? 'done' : isNext ? 'now' : 'later';
  const means = t(session.kind === 'rehearsal' ? 'signing.means.rehearsal' : 'signing.means.file');
  return (
    <SigningStep number={number} title={t(`signing.step.${as}`)} stand={stand}>
      {signed !== undefined ? (
        <p>{t('signing.signed', { name: nameOf(session, signed.seat), time: clock(signed.at) })}</p>
      ) : (
        <>
          <p>{t('signing.who', { name, means })}</p>
          <p className="soft small">{t(`signing.does.${as}`)}</p>
          {!isDesk(session) ? null : isNext ? <SignPart field={field} /> : <p className="soft">{t('signing.after')}</p>}
        </>
      )}
    </SigningStep>
  );
}

const HONEST = [
  'signing.honest.intact',
  'signing.honest.revocation',
  'signing.honest.time',
  'signing.honest.correct',
] as const;

function Honest(): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('signing.honest')}>
      <DocumentLevels />
      <ul className="honest">
        {HONEST.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Section>
  );
}
