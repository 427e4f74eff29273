// Who presides: passing the chair, and the chair's written authorisation for a vice-chair, given and ended.
import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { mayPreside, withoutLetter } from '../state/presiding.ts';
import { isAttending, isDesk, isSitting, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function PresidingPart(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const mayAct = isDesk(session) && session.meeting.closedAt === undefined && session.readOnly === undefined;
  const hasLetters = session.rules.quorum.viceChair === 'with-authorisation';
  const waiting = hasLetters ? withoutLetter(session) : [];
  if (session.authorisations.length === 0 && !(mayAct && (isSitting(session) || waiting.length > 0))) return null;
  return (
    <Section title={t('preside.title')}>
      {session.meeting.presiding === undefined ? null : (
        <p>{t('preside.now', { name: nameOf(session, session.meeting.presiding) })}</p>
      )}
      {mayAct && isSitting(session) ? <Pass /> : null}
      <Letters session={session} mayAct={mayAct} />
      {mayAct && waiting.length > 0 ? <Authorise /> : null}
    </Section>
  );
}

function Pass(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  const able = mayPreside(session).filter(
    (seat) => seat.seat !== session.meeting.presiding && isAttending(session, seat),
  );
  if (able.length === 0) return <p className="soft small">{t('preside.nobody')}</p>;
  const next = able.find(({ seat }) => seat === chosen)?.seat ?? able[0]?.seat ?? '';
  return (
    <div className="row bottom">
      <Choice
        label={t('preside.to')}
        value={next}
        options={able.map(({ seat, name, role }) => ({ value: seat, label: `${name} (${t(`role.${role}`)})` }))}
        onChange={setChosen}
      />
      <ActButton
        doing={t('preside.pass')}
        act={() => client.call('presiding.pass', { book: session.book, seat: next })}
      >
        {t('preside.pass')}
      </ActButton>
    </div>
  );
}

function Letters({ session, mayAct }: { readonly session: SessionView; readonly mayAct: boolean }): ReactNode {
  const { t, day, clock } = useWords();
  if (session.authorisations.length === 0) return null;
  return (
    <ul className="stack tight">
      {session.authorisations.map(({ seat, letter, at, endedAt }) => (
        <li key={`${seat} ${at}`} className="quote stack tight">
          <p>
            <span className="strong">{t('letter.of', { name: nameOf(session, seat) })}</span> {letter}
          </p>
          <p className="soft small">
            {t('letter.at', { time: clock(at), day: day(at) })}{' '}
            {endedAt === undefined
              ? t('letter.stands')
              : t('letter.ended', { time: clock(endedAt), day: day(endedAt) })}
          </p>
          {mayAct && endedAt === undefined ? <End seat={seat} /> : null}
        </li>
      ))}
    </ul>
  );
}

function End({ seat }: { readonly seat: string }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [note, setNote] = useState<string | undefined>(undefined);
  const name = nameOf(session, seat);
  if (note === undefined)
    return (
      <div>
        <Button kind="quiet" small={true} label={t('letter.end.of', { name })} onPress={() => setNote('')}>
          {t('letter.end')}
        </Button>
      </div>
    );
  return (
    <div className="stack tight">
      <TextLine label={t('letter.end.note')} value={note} onChange={setNote} maxLength={300} />
      <div className="row">
        <ActButton
          doing={t('letter.end')}
          act={() => client.call('vice-chair.end', { book: session.book, seat, note: note.trim() })}
        >
          {t('letter.end.yes')}
        </ActButton>
        <Button kind="quiet" onPress={() => setNote(undefined)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Authorise(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [letter, setLetter] = useState('');
  const waiting = withoutLetter(session);
  const seat = waiting.find((each) => each.seat === chosen)?.seat ?? waiting[0]?.seat ?? '';
  if (!isOpen)
    return (
      <div>
        <Button small={true} onPress={() => setOpen(true)}>
          {t('letter.record')}
        </Button>
      </div>
    );
  return (
    <div className="stack quote">
      <p className="soft small">{t('letter.words')}</p>
      <Choice
        label={t('letter.whom')}
        value={seat}
        options={waiting.map((each) => ({ value: each.seat, label: each.name }))}
        onChange={setChosen}
      />
      <TextLine
        label={t('letter.text')}
        hint={t('letter.text.hint')}
        value={letter}
        onChange={setLetter}
        maxLength={300}
      />
      <div className="row">
        <ActButton
          kind="main"
          doing={t('letter.record')}
          isDisabled={letter.trim() === ''}
          act={() => client.call('vice-chair.authorise', { book: session.book, seat, letter: letter.trim() })}
          onDone={() => {
            setOpen(false);
            setLetter('');
          }}
        >
          {t('letter.yes')}
        </ActButton>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
