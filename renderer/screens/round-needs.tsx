// What an open round needs from the secretary: sheets for who came late, a quorum that is lost, and ending what cannot be closed.
import { type ReactNode, useState } from 'react';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { PlatformView, PollView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, namesOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { QuorumMissing } from './quorum-missing.tsx';

export function RoundNeeds(props: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const { platform, poll } = props;
  const session = useSession();
  const mayAct = isDesk(session) && session.readOnly === undefined;
  return (
    <>
      {mayAct && poll.unissued.length > 0 ? <Issue poll={poll} /> : null}
      {poll.quorumHolds ? null : <QuorumLost platform={platform} poll={poll} />}
    </>
  );
}

function Issue({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  return (
    <div className="round-notice">
      <Notice tone="warn">
        <p>{t('issue.title', { names: namesOf(session, poll.unissued) })}</p>
        <div className="row">
          {poll.unissued.map((seat) => {
            const words = t('issue.to.of', { name: nameOf(session, seat) });
            return (
              <ActButton
                key={seat}
                small={true}
                doing={words}
                act={() => client.call('ballot.issue', { book: session.book, poll: poll.poll, seat })}
              >
                {words}
              </ActButton>
            );
          })}
        </div>
      </Notice>
    </div>
  );
}

/** Told to everybody: who is missing, what is safe; the secretary may end the round. */
export function QuorumLost(props: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const { platform, poll } = props;
  const session = useSession();
  const { t, say } = useWords();
  const close = session.may?.close[poll.poll];
  return (
    <div className="round-notice">
      <Notice tone="warn">
        <p>
          <strong>{t('void.lost', { name: platform.name })}</strong>
        </p>
        <QuorumMissing missing={platform.quorum.missing} recused={platform.recused} />
        <p>{t('void.lost.words')}</p>
        {close === undefined || close.possible ? null : <p>{t('void.close', { why: say(close.why) })}</p>}
        {isDesk(session) && session.readOnly === undefined ? <VoidRound platform={platform} poll={poll} /> : null}
      </Notice>
    </div>
  );
}

function VoidRound({ platform, poll }: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const may = session.may?.void[poll.poll];
  if (!isAsking)
    return (
      <div>
        <Button small={true} onPress={() => setAsking(true)}>
          {t('void.begin')}
        </Button>
      </div>
    );
  const cast = entitledIn(poll).filter(({ state }) => isIn(state)).length;
  return (
    <div className="stack tight">
      <p className="strong">{t('void.ask', { round: poll.round, name: platform.name })}</p>
      <p>{t('void.ask.words', { count: cast })}</p>
      <div className="row">
        <ActButton
          kind="stop"
          doing={t('void.begin')}
          why={may === undefined || may.possible ? undefined : may.why}
          act={() => client.call('round.void', { book: session.book, poll: poll.poll })}
        >
          {t('void.yes')}
        </ActButton>
        <Button kind="quiet" onPress={() => setAsking(false)}>
          {t('void.no')}
        </Button>
      </div>
    </div>
  );
}
