// The version before the council: what exactly is approved, my own approval, who has approved and who has not.
import { type ReactNode, useState } from 'react';
import type { MinutesView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, useAuthor, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { HashWords } from './hash-words.tsx';

export function MinutesApproval({ view }: { readonly view: MinutesView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t, clock } = useWords();
  const { written, file } = session.minutes;
  const write = session.possible?.writeMinutes;
  const isStale = written?.stale === true || view.stale;
  const isBehind = written === undefined || isStale || view.edited;
  return (
    <Section title={t('minutes.approvals')} words={t('minutes.approvals.words')}>
      {written === undefined ? (
        <p className="soft">{t(isDesk(session) ? 'minutes.notwritten.desk' : 'minutes.notwritten')}</p>
      ) : (
        <p>
          {t('minutes.written', { time: clock(written.at) })} <HashWords hash={written.sha256} length={16} />
        </p>
      )}
      {written !== undefined && view.edited && !isStale ? (
        <Notice tone="note">
          <p>{t('minutes.edited')}</p>
        </Notice>
      ) : null}
      {isDesk(session) && file === undefined ? (
        <ActButton
          kind={isBehind ? 'main' : 'plain'}
          doing={t('minutes.writing')}
          why={write === undefined || write.possible ? undefined : write.why}
          act={() => client.call('minutes.write', { book: session.book })}
        >
          {t(written === undefined ? 'minutes.write' : 'minutes.write.again')}
        </ActButton>
      ) : null}
      {written === undefined ? null : (
        <>
          <Mine sha256={written.sha256} isStale={isStale} />
          <Approvals />
        </>
      )}
    </Section>
  );
}

function Mine({ sha256, isStale }: { readonly sha256: string; readonly isStale: boolean }): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const [sent, setSent] = useState('');
  const mine = session.minutes.approvals.find(({ seat }) => seat === session.me.seat);
  if (author === undefined) return null;
  if (mine !== undefined && !mine.stale)
    return (
      <Notice tone="done">
        <p>{t('minutes.approved')}</p>
      </Notice>
    );
  if (session.meeting.closedAt !== undefined && session.minutes.file !== undefined)
    return <p className="soft">{t('minutes.approve.late')}</p>;
  return (
    <div className="stack tight">
      {isStale ? <p className="soft small">{t('minutes.approve.stale')}</p> : null}
      <ActButton
        kind="main"
        doing={t('minutes.approving')}
        isDisabled={isStale || sent === sha256}
        act={() => author.approve(sha256)}
        onDone={() => setSent(sha256)}
      >
        {t('minutes.approve')}
      </ActButton>
    </div>
  );
}

function Approvals(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { approvals } = session.minutes;
  const seats = votingSeats(session).map((seat) => {
    const approval = approvals.find((each) => each.seat === seat.seat);
    const isThere = seat.presence === 'present' || seat.presence === 'online';
    const word = approval === undefined ? (isThere ? 'no' : 'away') : approval.stale ? 'stale' : 'yes';
    return { ...seat, word } as const;
  });
  const done = seats.filter(({ word }) => word === 'yes').length;
  const all = seats.filter(({ word }) => word !== 'away').length;
  const SIGNS = { yes: 'done', stale: 'warn', no: 'none', away: 'not-applicable' } as const;
  return (
    <>
      <p role="status">{t('minutes.approvals.count', { done, all })}</p>
      <ul className="approvals small">
        {seats.map(({ seat, name, word }) => (
          <li key={seat} className={word}>
            <Icon name={SIGNS[word]} />
            <span className="strong">{name}</span>
            <span className={word === 'yes' ? undefined : 'soft'}>{t(`minutes.approval.${word}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
