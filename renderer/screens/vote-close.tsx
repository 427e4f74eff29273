// Closing a vote at the desk, and ending it where the quorum is lost.
import type { ReactNode } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { VoidRound } from './reveal-void.tsx';

/** @param waiting how many who may vote have not */
export function CloseVote({ poll, waiting }: { readonly poll: PollView; readonly waiting: number }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const may = session.may?.close[poll.poll];
  return (
    <div className="stack tight">
      {waiting === 0 ? null : <p className="soft small">{t('conclusion.vote.close.words', { count: waiting })}</p>}
      <ActButton
        kind={waiting === 0 ? 'main' : 'plain'}
        doing={t('conclusion.vote.closing')}
        why={may === undefined || may.possible ? undefined : may.why}
        act={() => client.call('conclusion.vote.close', { book: session.book, poll: poll.poll })}
      >
        {t('conclusion.vote.close')}
      </ActButton>
      {poll.quorumHolds ? null : <VoidRound poll={poll} />}
    </div>
  );
}
