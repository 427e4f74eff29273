// The rows of the log under the headings of their days; a hash only where it is asked for or where somebody was led to.
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFactWords } from '../state/fact-words.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { HashWords } from './hash-words.tsx';
import type { byDay, LogRow } from './log-sift.ts';

/** Digits of a hash that an address names (state/log-place.ts). */
const SHORT = 16;

export function LogRows(props: {
  readonly days: ReturnType<typeof byDay>;
  readonly marked: ReadonlySet<string>;
}): ReactNode {
  const { days, marked } = props;
  const { t } = useWords();
  const first = days.flatMap(({ rows }) => rows).find(({ row }) => marked.has(row.hash.slice(0, SHORT)))?.row.hash;
  return days.map(({ day, rows }) => (
    <section key={`${day} ${rows[0]?.row.hash}`} className="log-day" aria-label={day}>
      <h2>{t('log.day', { day })}</h2>
      <ol className="log">
        {rows.map(({ row }) => (
          <Row key={row.hash} row={row} isMarked={marked.has(row.hash.slice(0, SHORT))} isFirst={row.hash === first} />
        ))}
      </ol>
    </section>
  ));
}

const Row = memo(function Row(props: {
  readonly row: LogRow;
  readonly isMarked: boolean;
  readonly isFirst: boolean;
}): ReactNode {
  const { row, isMarked, isFirst } = props;
  const session = useSession();
  const { t, clock, say } = useWords();
  const factWords = useFactWords();
  const [isOpen, setOpen] = useState(isMarked);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) setOpen(true);
    if (!isFirst) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus();
  }, [isMarked, isFirst]);
  return (
    <li ref={place} tabIndex={-1} className={isMarked ? 'log-row marked' : 'log-row'}>
      <span className="log-time">{clock(row.at)}</span>
      <span className="log-who">{nameOf(session, row.seat)}</span>
      <span className="log-what">
        {factWords(row.kind)}
        {isMarked ? <span className="tag">{t('log.marked')}</span> : null}
        {row.refused === undefined ? null : (
          <span className="error"> {t('log.refused', { why: say({ code: row.refused, params: {} }) })}</span>
        )}
      </span>
      <span className="log-via soft">{t(`via.${row.via}`)}</span>
      <button
        type="button"
        className="link log-hash-button"
        aria-expanded={isOpen}
        onClick={() => setOpen((now) => !now)}
      >
        {t('log.hash')}
      </button>
      {isOpen ? (
        <span className="log-hash small">
          <span className="soft">
            {t('log.number')} {row.feed.slice(0, 8)}, {row.seq} ·
          </span>{' '}
          <HashWords hash={row.hash} />
        </span>
      ) : null}
    </li>
  );
});
