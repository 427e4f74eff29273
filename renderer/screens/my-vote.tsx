// My own vote, on a conclusion or on who counts: one choice on the very text, signed and sent; in secret it is sealed.
import { type ReactNode, useState } from 'react';
import { isIn } from '../../shared/contract/poll-sheets.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { votes } from '../../shared/council/roles.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Pick } from '../parts/pick.tsx';
import { seatOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type ChoiceWord = 'agree' | 'disagree' | 'abstain';
const CHOICES: readonly ChoiceWord[] = ['agree', 'disagree', 'abstain'];

/** @param about SHA-256 of the text that is voted on */
export function MyVote({ about, poll }: { readonly about: string; readonly poll: PollView }): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const [choice, setChoice] = useState<ChoiceWord | ''>('');
  const mine = seatOf(session, session.me.seat);
  const sheet = poll.sheets.find(({ seat }) => seat === session.me.seat);
  if (sheet !== undefined && isIn(sheet.state))
    return (
      <Notice tone="done">
        <p>{t(poll.secrecy === 'secret' ? 'vote.secret.sent' : 'conclusion.vote.sent')}</p>
        <p className="small">{t('state.received')}</p>
      </Notice>
    );
  if (author === undefined || mine === undefined) return null;
  if (!votes(mine.role) || sheet === undefined || sheet.state === 'not-entitled')
    return <p className="soft">{t('conclusion.vote.notmine')}</p>;
  return (
    <div className="stack tight">
      <Pick
        label={t('conclusion.vote.mine')}
        value={choice}
        options={CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
        onChange={setChoice}
      />
      {poll.secrecy === 'secret' ? <p className="soft small">{t('vote.secret.mine')}</p> : null}
      <ActButton
        kind="main"
        doing={t('conclusion.vote.send')}
        isDisabled={choice === ''}
        act={() => author.vote(poll.poll, about, choice === '' ? 'abstain' : choice)}
      >
        {t('conclusion.vote.send')}
      </ActButton>
    </div>
  );
}
