// Roll call, quorum, declarations and one-time codes; a member declares here.
import { type ReactNode, useState } from 'react';
import type { SeatView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { DeclarationPart } from './declaration-part.tsx';
import { OpinionsPart } from './opinions-part.tsx';
import { RollCall } from './roll-call.tsx';

export function AttendanceScreen(): ReactNode {
  const session = useSession();
  const { t, clock } = useWords();
  const { openedAt, closedAt, presiding } = session.meeting;
  return (
    <Page title={t('attendance.title')}>
      {openedAt === undefined ? null : (
        <p className="soft">
          {t('attendance.opened', { time: clock(openedAt), name: nameOf(session, presiding) })}{' '}
          {closedAt === undefined ? '' : t('attendance.closed', { time: clock(closedAt) })}
        </p>
      )}
      {isDesk(session) && openedAt === undefined ? <OpenMeeting /> : null}
      <DeclarationPart />
      {openedAt === undefined ? null : <QuorumPart />}
      <Section title={t('attendance.presence')}>
        <RollCall />
      </Section>
      <OpinionsPart />
    </Page>
  );
}

function QuorumPart(): ReactNode {
  const session = useSession();
  const { t, say } = useWords();
  const { quorum } = session;
  const counts = { present: quorum.present, appointed: quorum.appointed, needed: quorum.needed };
  const differing = session.platforms.filter((platform) => !platform.quorum.holds);
  return (
    <Section title={t('attendance.quorum')}>
      <Notice tone={quorum.holds ? 'done' : 'warn'}>
        <p>{t(quorum.holds ? 'attendance.quorum.holds' : 'attendance.quorum.fails', counts)}</p>
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
              {platform.quorum.missing.map((missing) => (
                <p key={missing.code}>{say(missing)}</p>
              ))}
            </Notice>
          ))
        : null}
    </Section>
  );
}

function OpenMeeting(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const mayPreside = session.seats.filter((seat) => seat.role === 'chair' || seat.role === 'vice-chair');
  const here = mayPreside.find((seat) => attends(seat));
  const [chosen, setChosen] = useState('');
  const presiding = chosen || (here ?? mayPreside[0])?.seat || '';
  const open = session.possible?.openMeeting;
  return (
    <Section title={t('attendance.open')} words={t('attendance.open.words')}>
      <div className="row">
        <Choice
          label={t('attendance.presiding')}
          value={presiding}
          options={mayPreside.map(({ seat, name }) => ({ value: seat, label: name }))}
          onChange={setChosen}
        />
      </div>
      <ActButton
        kind="main"
        doing={t('attendance.open')}
        isDisabled={presiding === ''}
        why={open === undefined || open.possible ? undefined : open.why}
        act={() => client.call('meeting.open', { book: session.book, presiding })}
      >
        {t('attendance.open')}
      </ActButton>
    </Section>
  );
}

const attends = (seat: SeatView): boolean => seat.presence === 'present' || seat.presence === 'online';
