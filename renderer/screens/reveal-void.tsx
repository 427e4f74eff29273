// Ends a round or a vote whose quorum was lost and does not come back; asked twice, because nothing of it is ever opened.
import { type ReactNode, useState } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function VoidRound({ poll }: { readonly poll: PollView }): ReactNode {
  const { book, may } = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const possible = may?.void[poll.poll];
  return (
    <Notice tone="warn">
      <p className="strong">{t('round.void.lost')}</p>
      <p>{t('round.void.words')}</p>
      {isAsking ? (
        <div className="row top">
          <ActButton
            kind="stop"
            doing={t('round.void')}
            why={possible === undefined || possible.possible ? undefined : possible.why}
            act={() => client.call('round.void', { book, poll: poll.poll })}
          >
            {t('round.void.yes')}
          </ActButton>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {t('app.cancel')}
          </Button>
        </div>
      ) : (
        <div>
          <Button onPress={() => setAsking(true)}>{t('round.void')}</Button>
        </div>
      )}
    </Notice>
  );
}
