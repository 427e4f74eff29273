// The phases of a session as one line across the top, and what is missing at the present one.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { PHASES, type Phase } from '../../shared/contract/phases.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { missingNow } from '../state/missing.ts';
import { mayAddConflict } from '../state/recusal.ts';
import { writeRoute } from '../state/route.ts';
import { seatOf } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function PhaseLine(props: { readonly session: SessionView; readonly shown: Phase | 'log' }): ReactNode {
  const { session, shown } = props;
  const words = useWords();
  const { t } = words;
  const now = PHASES.indexOf(session.phase);
  const missing = missingNow(session, words);
  const stand = (at: number): 'past' | 'now' | 'later' => (at < now ? 'past' : at === now ? 'now' : 'later');
  return (
    <nav className="phases" aria-label={t('phase.line')}>
      <ol>
        {PHASES.map((phase, at) => (
          <li key={phase} className={stand(at)}>
            <a
              href={writeRoute({ at: 'session', book: session.book, phase })}
              aria-current={phase === shown ? 'page' : undefined}
            >
              <span className="dot" />
              {t(`phase.${phase}`)}
              <span className="unseen">({t(`phase.is.${stand(at)}`)})</span>
            </a>
          </li>
        ))}
        {mayDeclareMore(session) ? (
          <li className="aside">
            <a href={writeRoute({ at: 'session', book: session.book, phase: 'attendance' })}>{t('recusal.anytime')}</a>
          </li>
        ) : null}
        <li className="aside">
          <a
            href={writeRoute({ at: 'session', book: session.book, phase: 'log' })}
            aria-current={shown === 'log' ? 'page' : undefined}
          >
            {t('log.title')}
          </a>
        </li>
      </ol>
      {missing.length === 0 ? null : (
        <p className="missing">
          {t('phase.missing')}: <strong>{inOneLine(missing)}</strong>
        </p>
      )}
      <Told phase={session.phase} />
    </nav>
  );
}

/** Sentences stand side by side; what is no sentence is parted from what follows. */
const inOneLine = (missing: readonly string[]): string =>
  missing.map((each, at) => (at === missing.length - 1 || each.endsWith('.') ? each : `${each};`)).join(' ');

/** A conflict may come up at any time, so the way to say so is on every screen of the meeting. */
function mayDeclareMore(session: SessionView): boolean {
  const seat = seatOf(session, session.me.seat);
  return session.meeting.openedAt !== undefined && seat !== undefined && mayAddConflict(session, seat).length > 0;
}

/** Says aloud that the session has moved on, whichever screen is in view; silent until it does. */
function Told({ phase }: { readonly phase: Phase }): ReactNode {
  const { t } = useWords();
  const last = useRef(phase);
  const [told, setTold] = useState('');
  useEffect(() => {
    if (last.current === phase) return;
    last.current = phase;
    setTold(t('phase.told', { phase: t(`phase.${phase}`) }));
  }, [phase, t]);
  return (
    <p className="unseen" role="status">
      {told}
    </p>
  );
}
