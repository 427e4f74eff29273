// Closing the round, revealing, waiting for keys; then the result, the matrix and the deliberation.
import { type ReactNode, useEffect, useState } from 'react';
import type { PlatformView, PollView } from '../../shared/contract/views.ts';
import { Notice } from '../parts/notice.tsx';
import { PlatformPick } from '../parts/platform-pick.tsx';
import { useFollow } from '../state/follow.tsx';
import { isRecused } from '../state/recusal.ts';
import { isDesk, isShown, roundOf, useSession, voidedOf } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { CountStage } from './count-stage.tsx';
import { SeatProgress } from './progress-part.tsx';
import { ClosedPlatform } from './recusal-part.tsx';
import { DeskActs } from './reveal-acts.tsx';
import { RevealCounted } from './reveal-counted.tsx';
import { WaitingKeys } from './reveal-keys.tsx';
import { RevealLive } from './reveal-live.tsx';
import { VoidedRounds } from './rounds-voided.tsx';

export function RevealScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { talk, isFollowing, leave } = useFollow();
  const roundUnderWay = session.platforms.find(({ platform }) => {
    const poll = roundOf(session, platform);
    return poll !== undefined && !isShown(poll);
  });
  const under = roundUnderWay?.platform;
  const [own, setOwn] = useState('');
  useEffect(() => {
    // A round that is under way is what everybody should see; what it came to stays until somebody goes on.
    if (under !== undefined) setOwn(under);
  }, [under]);
  const chosen = isFollowing ? (talk?.platform ?? own) : own;
  const setChosen = (platform: string): void => {
    if (isFollowing) leave();
    setOwn(platform);
  };
  const first =
    roundUnderWay ??
    session.platforms.find(({ platform }) => roundOf(session, platform) !== undefined) ??
    session.platforms[0];
  const platform = session.platforms.find((each) => each.platform === chosen) ?? first;
  if (platform === undefined) return null;
  const poll = roundOf(session, platform.platform);
  return (
    <div
      className="page full reveal"
      data-step={poll === undefined ? undefined : poll.step === 'counted' && !isShown(poll) ? 'counting' : poll.step}
    >
      <div className="reveal-head">
        <h1>{t('reveal.title')}</h1>
        <p className="strong">
          {platform.name}
          {poll === undefined ? null : (
            <span className="soft">
              {' '}
              · {t('results.round', { round: poll.round, most: session.rules.rounds.most })} ·{' '}
              {t(poll.step === 'counted' && !isShown(poll) ? 'count.step' : `step.${poll.step}`)}
            </span>
          )}
        </p>
        <PlatformPick value={platform.platform} onChange={setChosen} />
      </div>
      <VoidedRounds voided={voidedOf(session, platform.platform)} />
      {poll === undefined ? (
        <Notice tone="note">
          <p className="strong">{t('scoring.notopen')}</p>
          <p>{t('scoring.notopen.words')}</p>
        </Notice>
      ) : (
        <Stage key={poll.poll} platform={platform} poll={poll} />
      )}
    </div>
  );
}

/** Before the count: who is done and who is not, and nothing else of any sheet. */
function Stage({ platform, poll }: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  // Recused, a member takes no part in the discussion either; the desk goes on leading the round.
  if (!isDesk(session) && isRecused(platform, session.me.seat)) return <ClosedPlatform platform={platform} />;
  if (isShown(poll)) return <RevealCounted platform={platform} poll={poll} />;
  if (poll.step === 'counted') return <CountStage poll={poll} />;
  return (
    <>
      {poll.secrecy === 'open' ? (
        <RevealLive poll={poll} />
      ) : (
        <Notice tone="note">
          <p className="strong">{t('reveal.sealed')}</p>
          <p>{t('reveal.sealed.words')}</p>
        </Notice>
      )}
      {isDesk(session) ? <DeskActs poll={poll} /> : null}
      {poll.step === 'revealed' ? <WaitingKeys poll={poll} /> : <SeatProgress poll={poll} />}
    </>
  );
}
