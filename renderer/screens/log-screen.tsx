// The activity log: every entry of the book by day, with who, when by whose clock, how entered, and what was refused.
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { LogView } from '../../shared/contract/views.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Shown } from '../parts/page.tsx';
import { useFactWords } from '../state/fact-words.ts';
import { useLogPlace } from '../state/log-place.ts';
import { writeRoute } from '../state/route.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { LogFilters } from './log-filters.tsx';
import { LogRows } from './log-rows.tsx';
import { byDay, filterRows, type LogFilter, NO_FILTER, readyRows } from './log-sift.ts';

export function LogScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const log = useView('log', { book: session.book });
  return (
    <Page title={t('log.title')} words={t('log.words')}>
      <Shown of={log} what={t('log.title')}>
        {(view) => <Log view={view} />}
      </Shown>
    </Page>
  );
}

function Log({ view }: { readonly view: LogView }): ReactNode {
  const session = useSession();
  const { t, day, count } = useWords();
  const kind = useFactWords();
  const led = useLogPlace();
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER);
  const ready = useMemo(
    () => readyRows(view.rows, session, { name: (seat) => nameOf(session, seat), kind, day }),
    [view.rows, session, day, kind],
  );
  // Typing stays quick with a thousand rows: they follow a moment later.
  const used = useDeferredValue(filter);
  const found = useMemo(() => filterRows(ready, used), [ready, used]);
  const days = useMemo(() => byDay(found), [found]);
  const marked = useMemo(() => new Set(led), [led]);
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  return (
    <>
      {led.length === 0 ? null : (
        <Notice tone="note">
          <p>{t('log.led', { count: led.length })}</p>
          <p>
            <a href={writeRoute({ at: 'session', book: session.book, phase: 'minutes' })}>{t('log.led.back')}</a>
          </p>
        </Notice>
      )}
      <LogFilters rows={ready} filter={filter} onFilter={setFilter} />
      <div className="row">
        <p className="soft small" role="status">
          {t('log.count', { count: count(found.length), all: count(ready.length) })}
        </p>
        {isFiltered ? (
          <Button small={true} kind="quiet" onPress={() => setFilter(NO_FILTER)}>
            {t('log.filter.clear')}
          </Button>
        ) : null}
      </div>
      {found.length === 0 ? <p className="soft">{t('log.none')}</p> : null}
      <LogRows days={days} marked={marked} />
    </>
  );
}
