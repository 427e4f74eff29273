// Sittings of a meeting: adjourning it until another day, resuming it, and what each sitting was.
import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../shared/contract/views.ts';
import { readDay } from '../../shared/lang/when.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice, TextBlock, TextLine } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { mayPreside } from '../state/presiding.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function SittingPart(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { openedAt, closedAt } = session.meeting;
  if (openedAt === undefined) return null;
  const mayAct = isDesk(session) && closedAt === undefined && session.readOnly === undefined;
  const isPlain = session.sittings.length < 2 && !session.adjourned;
  if (isPlain && !mayAct) return null;
  return (
    <Section title={t('sitting.title')}>
      {session.adjourned ? <Adjourned /> : null}
      {isPlain ? null : <Sittings session={session} />}
      {mayAct ? session.adjourned ? <Resume /> : <Adjourn /> : null}
    </Section>
  );
}

/** For everybody, on whatever screen it is asked for: until when, and why. */
export function Adjourned(): ReactNode {
  const session = useSession();
  const { t, day, clock } = useWords();
  const last = session.sittings.at(-1)?.adjourned;
  if (last === undefined) return null;
  return (
    <Notice tone="warn">
      <p>
        <strong>{t('sitting.adjourned', { time: clock(last.at), day: day(last.at) })}</strong>{' '}
        {last.until === '' ? t('sitting.until.none') : t('sitting.until', { day: day(last.until) })}
      </p>
      {last.note === '' ? null : <p className="prose">{last.note}</p>}
      <p className="small">{t('sitting.adjourned.words')}</p>
    </Notice>
  );
}

function Sittings({ session }: { readonly session: SessionView }): ReactNode {
  const { t, day, clock } = useWords();
  return (
    <ol className="sittings">
      {session.sittings.map((sitting, at) => (
        <li key={sitting.openedAt}>
          <span className="strong">{t('sitting.number', { number: at + 1 })}</span>{' '}
          {t('sitting.opened', {
            day: day(sitting.openedAt),
            time: clock(sitting.openedAt),
            name: nameOf(session, sitting.presiding),
          })}{' '}
          {sitting.adjourned === undefined
            ? ''
            : t('sitting.ended', { day: day(sitting.adjourned.at), time: clock(sitting.adjourned.at) })}
        </li>
      ))}
    </ol>
  );
}

function Adjourn(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const may = session.may?.adjourn;
  const day = until.trim() === '' ? '' : readDay(until);
  if (!isOpen)
    return (
      <div>
        <Button small={true} onPress={() => setOpen(true)}>
          {t('sitting.adjourn')}
        </Button>
      </div>
    );
  return (
    <div className="stack quote">
      <p className="soft small">{t('sitting.adjourn.words')}</p>
      <TextLine
        label={t('sitting.until.label')}
        hint={t('sitting.until.hint')}
        value={until}
        onChange={setUntil}
        maxLength={10}
        error={day === undefined ? t('error.date') : undefined}
      />
      <TextBlock label={t('sitting.note')} value={note} onChange={setNote} maxLength={500} rows={2} />
      <div className="row">
        <ActButton
          kind="stop"
          doing={t('sitting.adjourn')}
          isDisabled={day === undefined}
          why={may === undefined || may.possible ? undefined : may.why}
          act={() => client.call('meeting.adjourn', { book: session.book, until: day ?? '', note: note.trim() })}
        >
          {t('sitting.adjourn.yes')}
        </ActButton>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Resume(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  const able = mayPreside(session);
  const presiding = chosen || (able.find(({ seat }) => seat === session.meeting.presiding) ?? able[0])?.seat || '';
  const may = session.may?.resume;
  return (
    <div className="stack tight">
      <p className="soft small">{t('sitting.resume.words')}</p>
      <div className="row bottom">
        <Choice
          label={t('attendance.presiding')}
          value={presiding}
          options={able.map(({ seat, name, role }) => ({ value: seat, label: `${name} (${t(`role.${role}`)})` }))}
          onChange={setChosen}
        />
        <ActButton
          kind="main"
          doing={t('sitting.resume')}
          isDisabled={presiding === ''}
          why={may === undefined || may.possible ? undefined : may.why}
          act={() => client.call('meeting.resume', { book: session.book, presiding })}
        >
          {t('sitting.resume')}
        </ActButton>
      </div>
    </div>
  );
}
