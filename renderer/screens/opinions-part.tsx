// Written opinions of absent members: entered by the desk, confirmed by a second pair of eyes, never counted.
import { type ReactNode, useState } from 'react';
import { ActButton } from '../parts/button.tsx';
import { Choice, TextBlock } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { mayWriteOpinion } from '../state/opinion.ts';
import { writeRoute } from '../state/route.ts';
import { isDesk, nameOf, useAuthor, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { ViaWord } from './via-word.tsx';

export function OpinionsPart(): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const given = session.platforms.flatMap((platform) => platform.opinions.map((opinion) => ({ platform, opinion })));
  const absent = votingSeats(session).filter(({ presence }) => presence === 'absent' || presence === 'excused');
  const mine = session.platforms.find((platform) => mayWriteOpinion(session, author, platform));
  const mayRecord = isDesk(session) && absent.length > 0 && session.meeting.openedAt !== undefined;
  if (given.length === 0 && !mayRecord && mine === undefined) return null;
  return (
    <Section
      title={t('opinion.title')}
      words={`${t('opinion.words')} ${t(`absent.shown.${session.rules.opinions.shown}`)}`}
    >
      {mine === undefined ? null : (
        <p>
          <a className="button main" href={writeRoute({ at: 'session', book: session.book, phase: 'scoring' })}>
            {t('absent.go')}
          </a>
        </p>
      )}
      {given.map(({ platform, opinion }) => (
        <article key={opinion.entry} className="stack tight quote">
          <p className="small soft">
            {nameOf(session, opinion.seat)} · {platform.name} ·{' '}
            {opinion.by === opinion.seat
              ? t('absent.own')
              : t(opinion.confirmed ? 'opinion.confirmed' : 'opinion.unconfirmed')}{' '}
            · <ViaWord via={opinion.via} />
          </p>
          <p className="prose">{opinion.text === '' ? t('absent.hidden') : opinion.text}</p>
          {opinion.confirmed ||
          opinion.by === opinion.seat ||
          opinion.by === session.me.seat ||
          author === undefined ? null : (
            <ActButton doing={t('opinion.confirm')} act={() => author.confirm(opinion.entry)}>
              {t('opinion.confirm')}
            </ActButton>
          )}
        </article>
      ))}
      {mayRecord ? <Record /> : null}
    </Section>
  );
}

function Record(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const absent = votingSeats(session).filter(({ presence }) => presence === 'absent' || presence === 'excused');
  const [seat, setSeat] = useState('');
  const [platform, setPlatform] = useState('');
  const [text, setText] = useState('');
  const from = seat || (absent[0]?.seat ?? '');
  const about = platform || (session.platforms[0]?.platform ?? '');
  return (
    <div className="stack">
      <div className="cols">
        <Choice
          label={t('opinion.seat')}
          value={from}
          options={absent.map((each) => ({ value: each.seat, label: each.name }))}
          onChange={setSeat}
        />
        <Choice
          label={t('opinion.platform')}
          value={about}
          options={session.platforms.map((each) => ({ value: each.platform, label: each.name }))}
          onChange={setPlatform}
        />
      </div>
      <TextBlock label={t('opinion.text')} value={text} onChange={setText} maxLength={20_000} />
      <ActButton
        doing={t('opinion.record')}
        isDisabled={text.trim() === ''}
        act={() =>
          client.call('opinion.record', { book: session.book, platform: about, seat: from, text: text.trim() })
        }
        onDone={() => setText('')}
      >
        {t('opinion.record')}
      </ActButton>
    </div>
  );
}
