// Opening, roll call, quorum, declarations and one-time codes; a member declares here.
import { type ReactNode, useState } from 'react';
import { ActButton } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { mayPreside, withoutLetter } from '../state/presiding.ts';
import { isAttending, isDesk, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { PresidingPart } from './attendance-presiding.tsx';
import { QuorumPart } from './attendance-quorum.tsx';
import { ReplacePart } from './attendance-replace.tsx';
import { SittingPart } from './attendance-sitting.tsx';
import { DeclarationPart } from './declaration-part.tsx';
import { RecordedDeclaration } from './declaration-record.tsx';
import { ElectionPart } from './election-part.tsx';
import { OpinionsPart } from './opinions-part.tsx';
import { RollCall } from './roll-call.tsx';

export function AttendanceScreen(): ReactNode {
  const session = useSession();
  const { t, clock } = useWords();
  const { openedAt, closedAt, presiding } = session.meeting;
  const atDesk = isDesk(session);
  return (
    <Page title={t('attendance.title')}>
      {openedAt === undefined ? null : (
        <p className="soft">
          {t('attendance.opened', { time: clock(openedAt), name: nameOf(session, presiding) })}{' '}
          {closedAt === undefined ? '' : t('attendance.closed', { time: clock(closedAt) })}
        </p>
      )}
      {atDesk && openedAt === undefined ? <OpenMeeting /> : null}
      {atDesk ? null : <DeclarationPart />}
      {session.adjourned ? <SittingPart /> : null}
      {openedAt === undefined ? null : <QuorumPart />}
      <ElectionPart />
      <Section
        title={t('attendance.presence')}
        {...(openedAt === undefined ? { words: t(atDesk ? 'roll.before.desk' : 'roll.before') } : {})}
      >
        <RollCall />
      </Section>
      {atDesk ? <DeclarationPart /> : null}
      <RecordedDeclaration />
      <OpinionsPart />
      <PresidingPart />
      {session.adjourned ? null : <SittingPart />}
      <ReplacePart />
    </Page>
  );
}

function OpenMeeting(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const able = mayPreside(session);
  const waiting = withoutLetter(session);
  const here = able.find((seat) => isAttending(session, seat));
  const [chosen, setChosen] = useState('');
  const presiding = chosen || (here ?? able[0])?.seat || '';
  const open = session.possible?.openMeeting;
  return (
    <Section title={t('attendance.open')} words={t('attendance.open.words')}>
      <div className="row bottom">
        <Choice
          label={t('attendance.presiding')}
          value={presiding}
          options={able.map(({ seat, name, role }) => ({ value: seat, label: `${name} (${t(`role.${role}`)})` }))}
          onChange={setChosen}
        />
        <ActButton
          kind="main"
          doing={t('attendance.open')}
          isDisabled={presiding === ''}
          why={open === undefined || open.possible ? undefined : open.why}
          act={() => client.call('meeting.open', { book: session.book, presiding })}
        >
          {t('attendance.open')}
        </ActButton>
      </div>
      {waiting.length === 0 ? null : (
        <p className="soft small">{t('preside.letter', { names: waiting.map(({ name }) => name).join(', ') })}</p>
      )}
    </Section>
  );
}
