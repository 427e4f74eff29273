// The desk (bàn làm việc): sessions as cards, and the doors to begin from.
import { type ReactNode, useState } from 'react';
import type { Card } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section, Shown, Tag } from '../parts/page.tsx';
import { useCriteriaSets } from '../state/criteria-sets.ts';
import { useHouse } from '../state/house.ts';
import { go, type Route, writeRoute } from '../state/route.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

export function HomeScreen(): ReactNode {
  const { t } = useWords();
  const { who } = useHouse();
  return (
    <Page title={t('home.title')}>
      <div className="home">
        {who === 'desk' ? <Sessions /> : <Stranger />}
        <Section title={t('home.doors')}>
          <div className="doors">
            {who === 'desk' ? (
              <>
                <Door to={{ at: 'page', page: 'new' }} name={t('home.new')} words={t('home.new.words')} isMain={true} />
                <Rehearsal />
                <Door to={{ at: 'page', page: 'check' }} name={t('home.check')} words={t('home.check.words')} />
              </>
            ) : null}
            <Door to={{ at: 'join', code: '' }} name={t('home.join')} words={t('home.join.words')} />
          </div>
        </Section>
      </div>
    </Page>
  );
}

function Door(props: {
  readonly to: Route;
  readonly name: string;
  readonly words: string;
  readonly isMain?: boolean;
}): ReactNode {
  return (
    <div className="door">
      <a className={props.isMain === true ? 'button main' : 'button'} href={writeRoute(props.to)}>
        {props.name}
      </a>
      <p className="soft small">{props.words}</p>
    </div>
  );
}

function Stranger(): ReactNode {
  const { t } = useWords();
  const { held, choose } = useHouse();
  if (held.length === 0)
    return (
      <Notice tone="note">
        <p className="strong">{t('home.stranger')}</p>
        <p>{t('home.stranger.words')}</p>
      </Notice>
    );
  return (
    <Section title={t('join.returning')}>
      {held.map(({ book, seat, name }) => (
        <div key={`${book}${seat}`} className="row">
          <Button kind="main" onPress={() => choose(book, seat)}>
            {t('join.sit', { name })}
          </Button>
          <span className="hash soft">{book.slice(0, 16)}</span>
        </div>
      ))}
    </Section>
  );
}

function Sessions(): ReactNode {
  const { t } = useWords();
  const view = useView('home', {});
  return (
    <Section title={t('home.sessions')}>
      <Shown of={view} what={t('home.sessions')}>
        {({ cards }) =>
          cards.length === 0 ? (
            <Notice tone="note">
              <p>{t('home.empty')}</p>
            </Notice>
          ) : (
            <div className="cards">
              {cards.map((card) => (
                <SessionCard key={card.book} card={card} />
              ))}
            </div>
          )
        }
      </Shown>
    </Section>
  );
}

function SessionCard({ card }: { readonly card: Card }): ReactNode {
  const { t, day } = useWords();
  return (
    <div className="card">
      <a className="title" href={writeRoute({ at: 'session', book: card.book })}>
        {card.subject}
      </a>
      <span>{card.kind === 'rehearsal' ? <Tag tone="warn">{t('tag.rehearsal')}</Tag> : null}</span>
      <span className="soft small">{card.council}</span>
      <span className="soft small">{t('home.opened', { date: day(card.openedAt) })}</span>
      <span className="small">{t('home.at', { phase: t(`phase.${card.phase}`) })}</span>
    </div>
  );
}

function Rehearsal(): ReactNode {
  const { t, of } = useWords();
  const { client, ownSeat } = useHouse();
  const sets = useCriteriaSets();
  const [chosen, setChosen] = useState('');
  const list = sets?.ok === true ? sets.value.sets : [];
  const sha256 = chosen || (list[0]?.sha256 ?? '');
  return (
    <div className="door">
      <h3>{t('home.rehearse')}</h3>
      <p className="soft small">{t('home.rehearse.words')}</p>
      <Choice
        label={t('home.rehearse.set')}
        value={sha256}
        options={list.map((set) => ({ value: set.sha256, label: of(set.name) }))}
        onChange={setChosen}
      />
      <ActButton
        doing={t('new.creating')}
        isDisabled={sha256 === ''}
        act={() => client.call('rehearsal.create', { criteria: sha256, ownSeat })}
        onDone={({ book }) => go({ at: 'session', book })}
      >
        {t('home.rehearse.start')}
      </ActButton>
    </div>
  );
}
