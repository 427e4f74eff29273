// The second pair of eyes on a sheet of paper that another has entered: what it is about, and a code to compare.
import type { ReactNode } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { shortCode } from '../state/paper.ts';
import { nameOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function PaperConfirm({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const waiting = poll.sheetsOfPaper.filter(
    ({ by, confirmedBy }) => confirmedBy === undefined && by !== session.me.seat,
  );
  if (author === undefined || poll.step !== 'open' || waiting.length === 0) return null;
  return (
    <div className="round-notice">
      {waiting.map(({ seat, by, ballot }) => {
        const number = poll.paper[seat] ?? 0;
        return (
          <Notice key={ballot} tone="note">
            <p>
              <strong>{t('paper.confirm.ask', { number, name: nameOf(session, seat) })}</strong>{' '}
              {t('paper.confirm.words', { by: nameOf(session, by) })}{' '}
              <span className="code-word">{shortCode(ballot)}</span>
            </p>
            <p className="small">{t('paper.confirm.close')}</p>
            <ActButton small={true} doing={t('paper.confirm', { number })} act={() => author.confirm(ballot)}>
              {t('paper.confirm', { number })}
            </ActButton>
          </Notice>
        );
      })}
    </div>
  );
}
