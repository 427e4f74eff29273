// The open vote on a conclusion: opened and closed at the desk, cast by each member on the very text.
import { type ReactNode, useState } from 'react';
import type { ConclusionView, PollView } from '../../shared/contract/views.ts';
import { votes } from '../../shared/council/roles.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Pick } from '../parts/pick.tsx';
import { useHouse } from '../state/house.ts';
import { entitledIn, isDesk, isIn, nameOf, seatOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type ChoiceWord = 'agree' | 'disagree' | 'abstain';
const CHOICES: readonly ChoiceWord[] = ['agree', 'disagree', 'abstain'];

export function VotePart({ conclusion }: { readonly conclusion: ConclusionView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const poll = session.polls.find((each) => each.poll === conclusion.poll);
  const { book } = session;
  const count = (choice: ChoiceWord): number => conclusion.votes.filter((vote) => vote.choice === choice).length;
  if (poll === undefined)
    return isDesk(session) ? (
      <ActButton
        kind="main"
        doing={t('conclusion.vote.open')}
        act={() => client.call('conclusion.vote.open', { book, conclusion: conclusion.conclusion })}
      >
        {t('conclusion.vote.open')}
      </ActButton>
    ) : null;
  const entitled = entitledIn(poll);
  const waiting = entitled.filter(({ state }) => !isIn(state));
  return (
    <div className="stack">
      <h3>{t('conclusion.vote')}</h3>
      <p role="status">
        {poll.step === 'open'
          ? t('conclusion.vote.open.count', { done: entitled.length - waiting.length, all: entitled.length })
          : t('conclusion.vote.count', {
              agree: count('agree'),
              disagree: count('disagree'),
              abstain: count('abstain'),
            })}
      </p>
      {poll.step === 'open' && waiting.length > 0 ? (
        <p className="soft small">
          {t('conclusion.vote.wait', { names: waiting.map(({ seat }) => nameOf(session, seat)).join(', ') })}
        </p>
      ) : null}
      {poll.step === 'open' ? <Mine conclusion={conclusion} poll={poll} /> : <Votes conclusion={conclusion} />}
      {isDesk(session) && poll.step === 'open' ? (
        <ActButton
          kind={waiting.length === 0 ? 'main' : 'plain'}
          doing={t('conclusion.vote.closing')}
          act={() => client.call('conclusion.vote.close', { book, poll: poll.poll })}
        >
          {t('conclusion.vote.close')}
        </ActButton>
      ) : null}
      {conclusion.passed === null || poll.step === 'open' ? null : (
        <Notice tone={conclusion.passed ? 'done' : 'warn'}>
          <p className="strong">{t(conclusion.passed ? 'conclusion.passed' : 'conclusion.notpassed')}</p>
        </Notice>
      )}
    </div>
  );
}

/** Who voted how, once the vote is closed. */
function Votes({ conclusion }: { readonly conclusion: ConclusionView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <ul className="cols small">
      {conclusion.votes.map(({ seat, choice }) => (
        <li key={seat}>
          {nameOf(session, seat)}: {t(`choice.${choice}`)}
        </li>
      ))}
    </ul>
  );
}

function Mine({ conclusion, poll }: { readonly conclusion: ConclusionView; readonly poll: PollView }): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const [choice, setChoice] = useState<ChoiceWord | ''>('');
  const mine = seatOf(session, session.me.seat);
  const sheet = poll.sheets.find(({ seat }) => seat === session.me.seat);
  if (sheet !== undefined && isIn(sheet.state))
    return (
      <Notice tone="done">
        <p>{t('conclusion.vote.sent')}</p>
        <p className="small">{t('state.received')}</p>
      </Notice>
    );
  const mayVote = sheet !== undefined && sheet.state !== 'not-entitled';
  if (author === undefined || mine === undefined || !votes(mine.role) || !mayVote) return null;
  return (
    <div className="stack tight">
      <Pick
        label={t('conclusion.vote.mine')}
        value={choice}
        options={CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
        onChange={setChoice}
      />
      <ActButton
        kind="main"
        doing={t('conclusion.vote.send')}
        isDisabled={choice === ''}
        act={() => author.vote(poll.poll, conclusion.sha256, choice === '' ? 'abstain' : choice)}
      >
        {t('conclusion.vote.send')}
      </ActButton>
    </div>
  );
}
