// Whether the meeting may vote: in words and as a row of seats, of the meeting and of each platform that differs.
import type { ReactNode } from 'react';
import type { PlatformView, QuorumView } from '../../shared/contract/views.ts';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { isAttending, namesOf, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { QuorumMissing } from './quorum-missing.tsx';

export function QuorumPart(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { quorum } = session;
  const counts = { present: quorum.present, appointed: quorum.appointed, needed: quorum.needed };
  // A platform is told by itself where it is another council that judges it: somebody is recused, or it alone falls short.
  const differing = session.platforms.filter(
    (platform) => platform.recused.length > 0 || (quorum.holds && !platform.quorum.holds),
  );
  return (
    <Section title={t('attendance.quorum')}>
      <Notice tone={quorum.holds ? 'done' : 'warn'}>
        <p>{t(quorum.holds ? 'attendance.quorum.holds' : 'attendance.quorum.fails', counts)}</p>
        <QuorumSeats quorum={quorum} />
        <QuorumMissing missing={quorum.missing} isCounted={true} />
      </Notice>
      {differing.map((platform) => (
        <PlatformQuorum key={platform.platform} platform={platform} />
      ))}
      <Undeclared />
    </Section>
  );
}

/** Recounted without the recused: they are on neither side. */
function PlatformQuorum({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { quorum, recused } = platform;
  const { present, appointed, needed } = quorum;
  return (
    <Notice tone={quorum.holds ? 'note' : 'warn'}>
      <p>
        <span className="strong">{t('attendance.platform', { name: platform.name })}:</span>{' '}
        {t(quorum.holds ? 'quorum.platform.holds' : 'quorum.platform.fails', { present, appointed, needed })}
      </p>
      {recused.length === 0 ? null : <p>{t('quorum.recused', { names: namesOf(session, recused) })}</p>}
      <QuorumSeats quorum={quorum} />
      <QuorumMissing missing={quorum.missing} recused={recused} isCounted={true} />
    </Notice>
  );
}

/** One dot a voting seat, a bar where the count must reach; the sentence beside it says the same. */
function QuorumSeats({ quorum }: { readonly quorum: QuorumView }): ReactNode {
  const { present, appointed, needed } = quorum;
  return (
    <div className="quorum-seats" aria-hidden="true">
      {Array.from({ length: appointed }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seats of a count have no other name
        <span key={at} className={`${at < present ? 'here' : ''} ${at + 1 === needed ? 'needed' : ''}`} />
      ))}
    </div>
  );
}

/** Who is asked to declare and has not: by name, so that the secretary can turn to them. */
function Undeclared(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const waiting = votingSeats(session).filter(
    (seat) =>
      isAttending(session, seat) && session.platforms.some(({ platform }) => seat.declared[platform] === undefined),
  );
  if (waiting.length === 0) return null;
  const names = waiting.map(({ name }) => name).join(', ');
  return (
    <p className="small">
      <span className="strong">{t('declare.waiting', { count: waiting.length })}</span> {names}
    </p>
  );
}
