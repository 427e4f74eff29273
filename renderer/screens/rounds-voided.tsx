// Rounds that ended without a quorum: named, because the minutes name them too, and nothing of them was opened.
import type { ReactNode } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';

export function VoidedRounds({ voided }: { readonly voided: readonly PollView[] }): ReactNode {
  const { t, clock } = useWords();
  if (voided.length === 0) return null;
  return (
    <Notice tone="warn">
      {voided.map((poll) => (
        <p key={poll.poll}>{t('round.voided', { round: poll.round, time: clock(poll.voided?.at ?? '') })}</p>
      ))}
    </Notice>
  );
}
