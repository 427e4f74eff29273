// Sessions and drafts of this machine, one line each: what, when, which step, what waits; searched where there are many.
import { type ReactNode, useState } from 'react';
import type { Card, DraftCard, HomeView } from '../../shared/contract/views.ts';
import { TextLine } from '../parts/field.tsx';
import { plain } from '../parts/find-panel.tsx';
import { Section, Tag } from '../parts/page.tsx';
import { homeItems } from '../state/home-order.ts';
import { writeRoute } from '../state/route.ts';
import { useWords } from '../state/words.ts';
import { DiscardDraft, draftName } from './draft-parts.tsx';

/** From here on reading the list through takes longer than typing a word of it. */
const MANY = 8;

export function HomeCards({ home }: { readonly home: HomeView }): ReactNode {
  const { t } = useWords();
  const [wanted, setWanted] = useState('');
  const items = homeItems(home);
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const found = items.filter(({ card }) => {
    const text = plain(`${card.subject} ${card.council}`);
    return words.every((word) => text.includes(word));
  });
  return (
    <Section title={t('home.sessions')}>
      {items.length < MANY ? null : (
        <div className="home-search">
          <TextLine label={t('home.search')} value={wanted} onChange={setWanted} maxLength={100} />
          <p className="soft small" role="status">
            {t('home.found', { count: found.length, all: items.length })}
          </p>
        </div>
      )}
      <ul className="home-cards">
        {found.map((item) => (
          <li key={item.is === 'card' ? item.card.book : item.card.draft} className="home-card">
            {item.is === 'card' ? <SessionLine card={item.card} /> : <DraftLine card={item.card} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SessionLine({ card }: { readonly card: Card }): ReactNode {
  const { t, day } = useWords();
  const isOver = card.waits.for === 'nothing';
  return (
    <>
      <div className="what">
        <a className="title breaks" href={writeRoute({ at: 'session', book: card.book })}>
          {card.subject}
        </a>
        <p className="soft small breaks">
          {card.kind === 'rehearsal' ? <Tag tone="warn">{t('tag.rehearsal')}</Tag> : null} {card.council}
        </p>
      </div>
      <p className="when soft small">
        {card.meetingAt === undefined
          ? t('home.opened', { date: day(card.openedAt) })
          : t('home.met', { date: day(card.meetingAt) })}
      </p>
      <div className="stand">
        <p className={isOver ? 'soft' : 'strong'}>{t(`wait.${card.waits.for}`, { count: card.waits.count })}</p>
        <p className="soft small">{t('home.at', { phase: t(`phase.${card.phase}`) })}</p>
      </div>
    </>
  );
}

function DraftLine({ card }: { readonly card: DraftCard }): ReactNode {
  const words = useWords();
  const { t, day, clock } = words;
  const name = draftName(words, card);
  return (
    <>
      <div className="what">
        <a
          className="title breaks"
          href={writeRoute({ at: 'page', page: 'new', item: card.draft })}
          aria-label={t('home.draft.go.on.of', { name })}
        >
          {name}
        </a>
        <p className="soft small breaks">
          <Tag>{t('home.draft')}</Tag> {card.kind === 'rehearsal' ? <Tag tone="warn">{t('tag.rehearsal')}</Tag> : null}{' '}
          {card.council}
        </p>
      </div>
      <p className="when soft small">{t('home.draft.saved', { date: day(card.savedAt), time: clock(card.savedAt) })}</p>
      <div className="stand">
        <p>{t(card.book === undefined ? 'home.draft.new' : 'home.draft.edit')}</p>
        <DiscardDraft card={card} />
      </div>
    </>
  );
}
