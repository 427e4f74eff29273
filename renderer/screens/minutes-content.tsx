// The content of the minutes as text: prose runs on, every fact is a locked chip that shows where it comes from.
import { type ReactNode, useState } from 'react';
import type { Minutes, Paragraph, Part } from '../../shared/minutes/content.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/page.tsx';
import { useFactWords } from '../state/fact-words.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

type Fact = Exclude<Part, string>;

export function MinutesContent({ minutes }: { readonly minutes: Minutes }): ReactNode {
  const { t } = useWords();
  const [fact, setFact] = useState<Fact | undefined>(undefined);
  return (
    <Section title={t('minutes.content')}>
      {fact === undefined ? null : <Source fact={fact} onClose={() => setFact(undefined)} />}
      <article className="paper-text" lang="vi">
        <p className="paper-title">{minutes.title}</p>
        <p className="paper-subject">{minutes.subject}</p>
        {minutes.fields.map((field) => (
          <div key={field.id} className="paper-field">
            <p className="strong">{field.label}</p>
            {field.paragraphs.map((paragraph) => (
              <Sentence key={paragraph.id} paragraph={paragraph} onFact={setFact} />
            ))}
          </div>
        ))}
        <Sentence paragraph={minutes.closing} onFact={setFact} />
        <ul className="soft small">
          {minutes.appendices.map((appendix) => (
            <li key={appendix.number}>{t('minutes.appendix', { number: appendix.number, title: appendix.title })}</li>
          ))}
        </ul>
      </article>
    </Section>
  );
}

function Sentence(props: { readonly paragraph: Paragraph; readonly onFact: (fact: Fact) => void }): ReactNode {
  const { paragraph, onFact } = props;
  const { t } = useWords();
  const parts = paragraph.parts.map((part, at) => ({ part, key: `${paragraph.id} ${at}` }));
  return (
    <p className={paragraph.heading === true ? 'strong' : 'prose'}>
      {parts.map(({ part, key }) =>
        typeof part === 'string' ? (
          part
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a button element cannot break over lines inside a sentence
          <span
            key={key}
            role="button"
            tabIndex={0}
            className="fact"
            aria-label={t('minutes.fact', { value: part.value })}
            onClick={() => onFact(part)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onFact(part);
            }}
          >
            {part.value}
          </span>
        ),
      )}
    </p>
  );
}

/** The entries a fact was computed from, as the log knows them. */
function Source({ fact, onClose }: { readonly fact: Fact; readonly onClose: () => void }): ReactNode {
  const session = useSession();
  const { t, clock, day } = useWords();
  const factWords = useFactWords();
  const log = useView('log', { book: session.book });
  const entries = new Set(fact.entries ?? []);
  const rows = log?.ok === true ? log.value.rows.filter((row) => entries.has(row.hash)) : [];
  return (
    <aside className="source" aria-live="polite">
      <div className="row">
        <p className="strong">{t('minutes.fact.from', { value: fact.value, count: entries.size })}</p>
        <span className="grow" />
        <Button small={true} onPress={onClose}>
          {t('app.close')}
        </Button>
      </div>
      {entries.size === 0 ? <p className="soft">{t('minutes.fact.none')}</p> : null}
      <ul className="stack tight">
        {rows.map((row) => (
          <li key={row.hash} className="small">
            {day(row.at)} {clock(row.at)} · {nameOf(session, row.seat)} · {factWords(row.kind)} ·{' '}
            <span className="hash">{row.hash.slice(0, 16)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
