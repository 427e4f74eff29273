// Opening one more round from the discussion: what it means is read before it is done.
import { type ReactNode, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function RoundAgain({
  platform,
  round,
}: {
  readonly platform: PlatformView;
  readonly round: number;
}): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t, say } = useWords();
  const [isAsking, setAsking] = useState(false);
  const { rules, book } = session;
  const may = session.possible?.openRound[platform.platform];
  const { conclusion } = platform;
  if (may === undefined || !isDesk(session) || session.meeting.closedAt !== undefined) return null;
  if ((conclusion !== undefined && conclusion.passed !== false) || round >= rules.rounds.most) return null;
  const next = round + 1;
  if (!isAsking)
    return (
      <Button small={true} onPress={() => setAsking(true)}>
        {t('round.again', { round: next })}
      </Button>
    );
  return (
    <section className="round-again quote" aria-label={t('round.again', { round: next })}>
      <p className="strong">{t('round.again.ask', { round: next, most: rules.rounds.most, name: platform.name })}</p>
      <ul className="point-list small">
        <li>{t(`round.again.${rules.secrecy}`)}</li>
        <li>{t(rules.rounds.change === 'reason-required' ? 'round.again.reason' : 'round.again.free')}</li>
        <li>{t('round.again.counts', { round: next, before: round })}</li>
      </ul>
      <div className="row top">
        <ActButton
          kind="main"
          small={true}
          doing={t('scoring.opening')}
          isDisabled={!may.possible}
          act={() => client.call('round.open', { book, platform: platform.platform })}
        >
          {t('round.again.yes', { round: next })}
        </ActButton>
        <Button small={true} kind="quiet" onPress={() => setAsking(false)}>
          {t('app.cancel')}
        </Button>
      </div>
      {may.possible ? null : <p className="soft small">{say(may.why)}</p>}
    </section>
  );
}
