// One vote, whatever it is on: how far it is, my own part in it, and what it came to.
import type { ReactNode } from 'react';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, namesOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { MyVote } from './my-vote.tsx';
import { WaitingKeys } from './reveal-keys.tsx';
import { ShareBar } from './share-bar.tsx';
import { CloseVote } from './vote-close.tsx';
import { type Vote, VoteCount } from './vote-count.tsx';
import { VoteHands } from './vote-hands.tsx';
import { TieRule, useLine } from './vote-rule.tsx';

export function VoteBox(vote: Vote): ReactNode {
  const { poll } = vote;
  if (poll.step === 'open') return poll.by === 'hands' ? <VoteHands poll={poll} /> : <Voting {...vote} />;
  if (poll.secrecy === 'secret' && poll.step !== 'counted') return <Unsealing poll={poll} />;
  return <VoteCount {...vote} />;
}

function Voting({ poll, about }: Vote): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const entitled = entitledIn(poll);
  const waiting = entitled.filter(({ state }) => !isIn(state));
  const done = entitled.length - waiting.length;
  const line = useLine(entitled.length);
  const isSecret = poll.secrecy === 'secret';
  return (
    <>
      <p role="status">{t('conclusion.vote.open.count', { done, all: entitled.length })}</p>
      <ShareBar
        label={t('conclusion.vote.progress')}
        parts={[
          { id: 'in', words: t('conclusion.vote.in'), count: done, tone: 'aside', sign: 'done' },
          { id: 'out', words: t('conclusion.vote.out'), count: waiting.length, tone: 'open', sign: 'none' },
        ]}
      />
      <p className="soft small">
        {waiting.length === 0
          ? t('conclusion.vote.all')
          : t('conclusion.vote.wait', {
              names: namesOf(
                session,
                waiting.map(({ seat }) => seat),
              ),
            })}{' '}
        {line.words}. <TieRule isSecret={isSecret} /> {t(isSecret ? 'vote.secret.hidden' : 'conclusion.vote.hidden')}
      </p>
      <MyVote about={about} poll={poll} />
      {isDesk(session) ? <CloseVote poll={poll} waiting={waiting.length} /> : null}
    </>
  );
}

/** A secret vote is closed: the papers are opened together, and nobody's name stands on one. */
function Unsealing({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  return (
    <>
      <Notice tone="note">
        <p>{t('vote.secret.closed')}</p>
      </Notice>
      {poll.step === 'closed' && isDesk(session) ? (
        <ActButton
          kind="main"
          doing={t('vote.secret.open')}
          act={() => client.call('round.reveal', { book: session.book, poll: poll.poll })}
        >
          {t('vote.secret.open')}
        </ActButton>
      ) : null}
      {poll.step === 'revealed' ? <WaitingKeys poll={poll} /> : null}
    </>
  );
}
