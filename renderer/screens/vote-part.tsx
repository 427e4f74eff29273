// The open vote on a conclusion: opened and closed at the desk, cast by each member on the very text.
import type { ReactNode } from 'react';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { ConclusionView, PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShare } from '../parts/share-words.ts';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { MyVote } from './my-vote.tsx';
import { ShareBar } from './share-bar.tsx';

export function VotePart({ conclusion }: { readonly conclusion: ConclusionView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const poll = session.polls.find((each) => each.poll === conclusion.poll);
  if (poll === undefined) return <NotOpen conclusion={conclusion} />;
  return (
    <div className="stack">
      <h3>{t('conclusion.vote')}</h3>
      {poll.step === 'open' ? (
        <Voting conclusion={conclusion} poll={poll} />
      ) : (
        <Voted conclusion={conclusion} of={entitledIn(poll).length} />
      )}
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
    <ActButton
      kind="main"
      doing={t('conclusion.vote.open')}
      act={() => client.call('conclusion.vote.open', { book: session.book, conclusion: conclusion.conclusion })}
    >
      {t('conclusion.vote.open')}
    </ActButton>
  );
}

/** Where the rule draws its line, as a share of those who may vote. */
function useLine(of: number): { readonly at: number; readonly words: string } {
  const { rules } = useSession();
  const { t } = useWords();
  const share = useShare();
  const { numerator, denominator } = rules.conclusion;
  return { at: numerator / denominator, words: t('conclusion.vote.rule', { share: share(rules.conclusion), of }) };
}

function Voting({ conclusion, poll }: { readonly conclusion: ConclusionView; readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const entitled = entitledIn(poll);
  const waiting = entitled.filter(({ state }) => !isIn(state));
  const done = entitled.length - waiting.length;
  const line = useLine(entitled.length);
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
          : t('conclusion.vote.wait', { names: waiting.map(({ seat }) => nameOf(session, seat)).join(', ') })}{' '}
        {line.words}. {t('conclusion.vote.hidden')}
      </p>
      <MyVote conclusion={conclusion} poll={poll} />
      {isDesk(session) ? (
        <div className="stack tight">
          {waiting.length === 0 ? null : (
            <p className="soft small">{t('conclusion.vote.close.words', { count: waiting.length })}</p>
          )}
          <ActButton
            kind={waiting.length === 0 ? 'main' : 'plain'}
            doing={t('conclusion.vote.closing')}
            act={() => client.call('conclusion.vote.close', { book: session.book, poll: poll.poll })}
          >
            {t('conclusion.vote.close')}
          </ActButton>
        </div>
      ) : null}
    </>
  );
}

const CHOICES = ['agree', 'disagree', 'abstain'] as const;

function Voted({ conclusion, of }: { readonly conclusion: ConclusionView; readonly of: number }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const line = useLine(of);
  const count = (choice: string): number => conclusion.votes.filter((vote) => vote.choice === choice).length;
  const [agree, disagree] = [count('agree'), count('disagree')];
  const abstain = of - agree - disagree;
  return (
    <>
      {conclusion.passed === null ? null : (
        <Notice tone={conclusion.passed ? 'done' : 'warn'}>
          <p className="strong">{t(conclusion.passed ? 'conclusion.passed' : 'conclusion.notpassed')}</p>
        </Notice>
      )}
      <p role="status">{t('conclusion.vote.count', { agree, disagree, abstain, of })}</p>
      <ShareBar
        label={t('conclusion.vote')}
        line={line}
        parts={[
          { id: 'agree', words: t('choice.agree'), count: agree, tone: 'met', sign: 'met' },
          { id: 'disagree', words: t('choice.disagree'), count: disagree, tone: 'fail', sign: 'not-met' },
          { id: 'abstain', words: t('choice.abstain'), count: abstain, tone: 'aside', sign: 'not-applicable' },
        ]}
      />
      <dl className="voters small">
        {CHOICES.map((choice) => {
          const names = conclusion.votes
            .filter((vote) => vote.choice === choice)
            .map(({ seat }) => nameOf(session, seat));
          return names.length === 0 ? null : (
            <div key={choice}>
              <dt>{t(`choice.${choice}`)}</dt>
              <dd>{names.join(', ')}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
