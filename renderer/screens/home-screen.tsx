// The desk (bàn làm việc): what waits for me first, and six doors to begin from; an empty one teaches and offers a rehearsal.
import type { ReactNode } from 'react';
import type { HomeView } from '../../shared/contract/views.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section, Shown } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { type Route, writeRoute } from '../state/route.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { HomeCards } from './home-cards.tsx';
import { Rehearsal } from './home-rehearsal.tsx';

export function HomeScreen(): ReactNode {
  const { t } = useWords();
  const { who } = useHouse();
  return <Page title={t('home.title')}>{who === 'desk' ? <Desk /> : <Guest />}</Page>;
}

function Desk(): ReactNode {
  const { t } = useWords();
  const view = useView('home', {});
  const isEmpty = view?.ok === true && view.value.cards.length === 0 && view.value.drafts.length === 0;
  return (
    <div className={isEmpty ? 'desk-home empty' : 'desk-home'}>
      <div className="stack">
        <Shown of={view} what={t('home.sessions')}>
          {(home: HomeView) => (isEmpty ? <Empty /> : <HomeCards home={home} />)}
        </Shown>
      </div>
      <Section title={t('home.doors')}>
        <ul className="home-doors">
          {isEmpty ? null : (
            <Door to={{ at: 'page', page: 'new' }} name={t('home.new')} words={t('home.new.words')} isMain={true} />
          )}
          <Door to={{ at: 'page', page: 'library' }} name={t('library.title')} words={t('library.door')} />
          <Door to={{ at: 'join', code: '' }} name={t('home.join')} words={t('home.join.words')} />
          <Later name={t('home.package')} words={t('home.package.meanwhile')} />
          <Door to={{ at: 'page', page: 'check' }} name={t('home.check')} words={t('home.check.words')} />
          <Later name={t('home.register')} words={t('home.register.meanwhile')} />
        </ul>
        {isEmpty ? null : <Rehearsal isFirst={false} />}
      </Section>
    </div>
  );
}

function Door(props: {
  readonly to: Route;
  readonly name: string;
  readonly words: string;
  readonly isMain?: boolean;
}): ReactNode {
  return (
    <li className="home-door">
      <a className={props.isMain === true ? 'button main' : 'button'} href={writeRoute(props.to)}>
        {props.name}
      </a>
      <p className="soft small">{props.words}</p>
    </li>
  );
}

/** A door that is not built yet says so, and what to do until it is. */
function Later({ name, words }: { readonly name: string; readonly words: string }): ReactNode {
  const { t } = useWords();
  return (
    <li className="home-door later">
      <Button isDisabled={true}>{name}</Button>
      <p className="small">
        <span className="strong">{t('home.later')}</span> {words}
      </p>
    </li>
  );
}

/** Nothing here yet: what this is for, the first step, a sample to open. */
function Empty(): ReactNode {
  const { t } = useWords();
  return (
    <section className="home-empty stack" aria-labelledby="home-empty">
      <h2 id="home-empty">{t('home.empty.title')}</h2>
      <p>{t('home.empty')}</p>
      <ol className="home-way">
        {(['first', 'second', 'third', 'fourth'] as const).map((step) => (
          <li key={step}>{t(`home.way.${step}`)}</li>
        ))}
      </ol>
      <Rehearsal isFirst={true} />
      <div className="stack tight">
        <h3>{t('home.empty.real')}</h3>
        <p className="soft small">{t('home.empty.real.words')}</p>
        <div className="row">
          <a className="button" href={writeRoute({ at: 'page', page: 'new' })}>
            {t('home.new')}
          </a>
        </div>
      </div>
    </section>
  );
}

/** A page that is not the desk: sit down where this browser holds a seat, or join with a code. */
function Guest(): ReactNode {
  const { t } = useWords();
  const { held, choose } = useHouse();
  return (
    <div className="desk-home">
      {held.length === 0 ? (
        <Notice tone="note">
          <p className="strong">{t('home.stranger')}</p>
          <p>{t('home.stranger.words')}</p>
        </Notice>
      ) : (
        <Section title={t('join.returning')} words={t('join.returning.words')}>
          <ul className="held-seats">
            {held.map(({ book, seat, name }) => (
              <li key={`${book}${seat}`} className="row">
                <Button kind="main" onPress={() => choose(book, seat)}>
                  {t('join.sit', { name })}
                </Button>
                <span className="soft small">
                  {t('join.book')} <span className="hash">{book.slice(0, 8)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('home.doors')}>
        <ul className="home-doors">
          <Door
            to={{ at: 'join', code: '' }}
            name={t('home.join')}
            words={t('home.join.words')}
            isMain={held.length === 0}
          />
        </ul>
      </Section>
    </div>
  );
}
