// The time budget of a discussion: this criterion's share as it runs, and what is left for the rest; calm, never blinking.
import type { ReactNode } from 'react';
import { useHouse } from '../state/house.ts';
import { useElapsed } from '../state/use-elapsed.ts';
import { useWords } from '../state/words.ts';

/** 1:05; minutes may be more than 59. */
export const minutesOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export function TalkClock(props: {
  /** Seconds for each criterion. */
  readonly budget: number;
  readonly since: string | undefined;
  /** Criteria that are not discussed yet, this one among them. */
  readonly left: number;
}): ReactNode {
  const { budget, since, left } = props;
  const { t } = useWords();
  const { now } = useHouse();
  const elapsed = useElapsed(since, now);
  const over = elapsed - budget;
  const rest = Math.max(0, budget - elapsed) + Math.max(0, left - 1) * budget;
  return (
    <div className="talk-clock" role="timer" aria-live="off">
      <progress max={budget} value={Math.min(elapsed, budget)} aria-label={t('talk.clock')} />
      <p className="small">
        {since === undefined ? (
          t('talk.clock.each', { budget: minutesOf(budget) })
        ) : over > 0 ? (
          <strong className="over">{t('talk.clock.over', { over: minutesOf(over), budget: minutesOf(budget) })}</strong>
        ) : (
          t('talk.clock.now', { elapsed: minutesOf(elapsed), budget: minutesOf(budget) })
        )}
        <span className="soft"> · {t('talk.clock.left', { count: left, time: minutesOf(rest) })}</span>
      </p>
    </div>
  );
}
