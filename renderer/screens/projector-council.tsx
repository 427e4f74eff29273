// The council on the wall: who is proposed to count, that the sitting has ended, who speaks and how many ask to, the time.
import type { ReactNode } from 'react';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import { useElapsed } from '../state/use-elapsed.ts';
import { useWords } from '../state/words.ts';
import { VoteOnWall } from './projector-vote.tsx';
import { minutesOf } from './talk-clock.tsx';

/** The wall has no house around it. */
const clockNow = (): Date => new Date();

type Shown = { readonly view: ProjectorView };

export function Election({ view }: Shown): ReactNode {
  const { t } = useWords();
  const { election } = view;
  if (election === undefined) return null;
  const { members, head } = election;
  return (
    <>
      <h1>{t('projector.election')}</h1>
      <ul className="wall-names">
        {members.map((name) => (
          <li key={name}>
            {name}
            {name === head ? <span className="wall-word"> · {t('election.head')}</span> : null}
          </li>
        ))}
      </ul>
      <VoteOnWall vote={election} put={t('projector.election.put')} />
    </>
  );
}

export function Adjourned({ view }: Shown): ReactNode {
  const { t, day } = useWords();
  const until = view.adjourned?.until ?? '';
  return (
    <>
      <h1>{view.subject}</h1>
      <p className="wall-large">{t('projector.adjourned')}</p>
      <p className="wall-word">
        {until === '' ? t('projector.adjourned.open') : t('projector.adjourned.until', { day: day(until) })}
      </p>
    </>
  );
}

/** The discussion as it is led; nothing where nobody speaks, asks, or has a limit. */
export function Floor({ view }: Shown): ReactNode {
  const { t } = useWords();
  const { floor, asking = 0, clock } = view;
  const elapsed = useElapsed(clock?.since, clockNow);
  if (floor === undefined && asking === 0 && clock === undefined) return null;
  return (
    <div className="wall-floor">
      {floor === undefined ? null : (
        <p className="wall-large">
          <span className="wall-word">{t('talk.floor')}</span> {floor}
        </p>
      )}
      {asking === 0 ? null : <p className="wall-word">{t('projector.asking', { count: asking })}</p>}
      {clock === undefined ? null : (
        <p className={elapsed > clock.budget ? 'wall-word warn' : 'wall-word'} role="timer" aria-live="off">
          {elapsed > clock.budget
            ? t('talk.clock.over', { over: minutesOf(elapsed - clock.budget), budget: minutesOf(clock.budget) })
            : t('talk.clock.now', { elapsed: minutesOf(elapsed), budget: minutesOf(clock.budget) })}
        </p>
      )}
    </div>
  );
}
