// How the discussion is led: everybody follows, so much time each, who has the floor and who asks for it.
import type { ReactNode } from 'react';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { ActWords } from '../parts/notice.tsx';
import { useFollow } from '../state/follow.tsx';
import { useHouse } from '../state/house.ts';
import { isSitting, nameOf, useSession } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { useKeys } from '../state/use-keys.ts';
import { useWords } from '../state/words.ts';
import { TalkClock } from './talk-clock.tsx';

/** Seconds. */
const BUDGETS = [60, 120, 180, 300, 600, 900] as const;

export function TalkBar({ left }: { readonly left: number }): ReactNode {
  const session = useSession();
  const { talk, mayLead } = useFollow();
  if (talk === undefined || !isSitting(session)) return null;
  return (
    <div className="talk-bar">
      {mayLead ? <Lead /> : null}
      {talk.budget === null ? null : <TalkClock budget={talk.budget} since={talk.since} left={left} />}
      <Floor />
    </div>
  );
}

function Lead(): ReactNode {
  const { book } = useSession();
  const { client } = useHouse();
  const { talk } = useFollow();
  const { t } = useWords();
  const act = useAct();
  const isOn = talk?.follow === true;
  const lead = (change: { readonly follow?: boolean; readonly budget?: number | null }): void =>
    void act.run(() => client.call('talk.lead', { book, ...change }));
  useKeys((pressed) => {
    if (pressed.act !== 'follow') return false;
    lead({ follow: !isOn });
    return true;
  });
  return (
    <>
      <button type="button" className="button small" aria-pressed={isOn} onClick={() => lead({ follow: !isOn })}>
        {t('talk.follow')} <KeySign keys="F" />
      </button>
      <Choice
        label={t('talk.budget')}
        hideLabel={true}
        value={String(talk?.budget ?? '')}
        empty={t('talk.budget.none')}
        options={[
          { value: '0', label: t('talk.budget.none') },
          ...BUDGETS.map((seconds) => ({
            value: String(seconds),
            label: t('talk.budget.minutes', { minutes: seconds / 60 }),
          })),
        ]}
        onChange={(value) => lead({ budget: value === '0' ? null : Number(value) })}
      />
      {act.refused === undefined ? null : <ActWords act={act} doing={t('talk.follow')} />}
    </>
  );
}

/** Requests to speak: members ask, who leads gives. */
function Floor(): ReactNode {
  const session = useSession();
  const { book, me } = session;
  const { client } = useHouse();
  const { talk, mayLead } = useFollow();
  const { t } = useWords();
  const act = useAct();
  const queue = talk?.queue ?? [];
  const floor = talk?.floor;
  const mine = me.seat === undefined ? -1 : queue.indexOf(me.seat);
  const maySpeak = me.seat !== undefined && floor !== me.seat;
  const ask = (): void => void act.run(() => client.call('talk.ask', { book, ask: mine < 0 }));
  useKeys((pressed) => {
    if (pressed.act !== 'speak' || !maySpeak) return false;
    ask();
    return true;
  });
  return (
    <div className="talk-floor">
      <p role="status">
        {floor === undefined ? (
          <span className="soft">{t(queue.length === 0 ? 'talk.floor.none' : 'talk.floor.free')}</span>
        ) : (
          <>
            {t('talk.floor')} <strong>{nameOf(session, floor)}</strong>
          </>
        )}
      </p>
      {mayLead && floor !== undefined ? (
        <ActButton small={true} doing={t('talk.floor.end')} act={() => client.call('talk.lead', { book, floor: null })}>
          {t('talk.floor.end')}
        </ActButton>
      ) : null}
      {queue.length === 0 ? null : (
        <ol className="talk-queue" aria-label={t('talk.queue')}>
          {queue.map((seat, at) => (
            <li key={seat}>
              {mayLead ? (
                <ActButton
                  small={true}
                  kind={at === 0 && floor === undefined ? 'main' : 'plain'}
                  label={t('talk.floor.give', { number: at + 1, name: nameOf(session, seat) })}
                  doing={t('talk.floor.give', { number: at + 1, name: nameOf(session, seat) })}
                  act={() => client.call('talk.lead', { book, floor: seat })}
                >
                  {`${at + 1}. ${nameOf(session, seat)}`}
                </ActButton>
              ) : (
                <span className={seat === me.seat ? 'strong' : undefined}>
                  {at + 1}. {nameOf(session, seat)}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {maySpeak ? (
        <Button small={true} onPress={ask}>
          {t(mine < 0 ? 'talk.ask' : 'talk.unask')} <KeySign keys="H" />
        </Button>
      ) : null}
      {act.refused === undefined ? null : <ActWords act={act} doing={t('talk.ask')} />}
    </div>
  );
}
