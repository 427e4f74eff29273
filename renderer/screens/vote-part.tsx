// The vote on a conclusion: opened at the desk, taken by devices, by raised hands or in secret, and what it came to.
import type { ReactNode } from 'react';
import type { ConclusionView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { VoteBox } from './vote-box.tsx';
import { TieRule } from './vote-rule.tsx';

export function VotePart({ conclusion }: { readonly conclusion: ConclusionView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const poll = session.polls.find((each) => each.poll === conclusion.poll);
  if (poll === undefined || poll.voided !== undefined)
    return (
      <>
        {poll === undefined ? null : (
          <Notice tone="warn">
            <p>{t('vote.voided')}</p>
          </Notice>
        )}
        <NotOpen conclusion={conclusion} />
      </>
    );
  return (
    <div className="stack">
      <h3>{t('conclusion.vote')}</h3>
      <VoteBox
        poll={poll}
        about={conclusion.sha256}
        passed={conclusion.passed}
        count={conclusion.count}
        votes={conclusion.votes}
        words={{ passed: t('conclusion.passed'), failed: t('conclusion.notpassed') }}
      />
    </div>
  );
}

function NotOpen({ conclusion }: { readonly conclusion: ConclusionView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  if (session.meeting.closedAt !== undefined) return <p className="soft">{t('conclusion.vote.never')}</p>;
  if (!isDesk(session)) return <p className="soft">{t('conclusion.vote.notopen')}</p>;
  return (
    <div className="stack tight">
      <ActButton
        kind="main"
        doing={t('conclusion.vote.open')}
        act={() => client.call('conclusion.vote.open', { book: session.book, conclusion: conclusion.conclusion })}
      >
        {t('conclusion.vote.open')}
      </ActButton>
      <p className="soft small">
        {t(`vote.how.${session.rules.vote}`)} <TieRule />
      </p>
    </div>
  );
}
