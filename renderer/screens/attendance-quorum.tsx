// Whether the meeting may vote: in words and as a row of seats, of the meeting and of each platform that differs.
import type { ReactNode } from 'react';
import type { QuorumView } from '../../shared/contract/views.ts';
import { votes } from '../../shared/council/roles.ts';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function QuorumPart(): ReactNode {
  const session = useSession();
  const { t, say } = useWords();
  const { quorum } = session;
  const counts = { present: quorum.present, appointed: quorum.appointed, needed: quorum.needed };
  const differing = session.platforms.filter((platform) => !platform.quorum.holds);
  return (
    <Section title={t('attendance.quorum')}>
      <Notice tone={quorum.holds ? 'done' : 'warn'}>
        <p>{t(quorum.holds ? 'attendance.quorum.holds' : 'attendance.quorum.fails', counts)}</p>
        <QuorumSeats quorum={quorum} />
        {quorum.missing
          .filter(({ code }) => code !== 'quorum-short')
          .map((missing) => (
            <p key={missing.code}>{say(missing)}</p>
          ))}
      </Notice>
      {quorum.holds
        ? differing.map((platform) => (
            <Notice key={platform.platform} tone="warn">
              <p className="strong">{t('attendance.platform', { name: platform.name })}</p>
              <QuorumSeats quorum={platform.quorum} />
              {platform.quorum.missing.map((missing) => (
                <p key={missing.code}>{say(missing)}</p>
              ))}
            </Notice>
          ))
        : null}
      <Undeclared />
    </Section>
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
  const waiting = session.seats.filter(
    (seat) =>
      votes(seat.role) &&
      (seat.presence === 'present' || seat.presence === 'online') &&
      session.platforms.some(({ platform }) => seat.declared[platform] === undefined),
  );
  if (waiting.length === 0) return null;
  const names = waiting.map(({ name }) => name).join(', ');
  return (
    <p className="small">
      <span className="strong">{t('declare.waiting', { count: waiting.length })}</span> {names}
    </p>
  );
}
