// The entries that a locked number was computed from: who, when, what kind of act, by which hash; and the way to the log.
import type { ReactNode } from 'react';
import type { ChangedSentence } from '../../shared/minutes/changes.ts';
import type { Part } from '../../shared/minutes/content.ts';
import { Button } from '../parts/button.tsx';
import { useFactWords } from '../state/fact-words.ts';
import { logPlace } from '../state/log-place.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { HashWords } from './hash-words.tsx';

/** A locked value of a sentence, with the entries it was computed from. */
export type Fact = Exclude<Part, string>;

/** Entries listed in place; the log shows them all. */
const LISTED = 6;

export function FactSource(props: {
  readonly fact: Fact;
  readonly change: ChangedSentence | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { fact, change, onClose } = props;
  const session = useSession();
  const { book } = session;
  const { t, clock, day, language } = useWords();
  const factWords = useFactWords();
  const log = useView('log', { book });
  const entries = fact.entries ?? [];
  const wanted = new Set(entries);
  const rows = log?.ok === true ? log.value.rows.filter((row) => wanted.has(row.hash)) : [];
  const was = change?.facts.find((each) => each.fact === fact.fact && each.after === fact.value)?.before;
  return (
    <aside className="source" aria-live="polite" lang={language}>
      <div className="row">
        <p className="strong">{t('minutes.fact.from', { value: fact.value, count: wanted.size })}</p>
        <span className="grow" />
        <Button small={true} onPress={onClose}>
          {t('app.close')}
        </Button>
      </div>
      {was === undefined ? null : <p className="small">{t('minutes.fact.was', { before: was, after: fact.value })}</p>}
      {wanted.size === 0 ? <p className="soft">{t('minutes.fact.none')}</p> : null}
      <ul className="source-rows small">
        {rows.slice(0, LISTED).map((row) => (
          <li key={row.hash}>
            <span>
              {day(row.at)} {clock(row.at)}
            </span>
            <span className="strong">{nameOf(session, row.seat)}</span>
            <span>{factWords(row.kind)}</span>
            <HashWords hash={row.hash} length={16} />
          </li>
        ))}
      </ul>
      {wanted.size === 0 ? null : (
        <p className="small">
          {rows.length > LISTED ? `${t('minutes.fact.more', { count: rows.length - LISTED })} ` : ''}
          <a href={logPlace(book, entries)}>{t('minutes.fact.log')}</a>
        </p>
      )}
    </aside>
  );
}
