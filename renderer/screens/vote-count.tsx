// What a vote came to: the counts, the line the rule draws, whose side settled even sides, and names where votes are open.
import type { ReactNode } from 'react';
import type { VoteCountView } from '../../shared/contract/council-views.ts';
import { entitledIn } from '../../shared/contract/poll-sheets.ts';
import type { ConclusionView, PollView } from '../../shared/contract/views.ts';
import { Notice } from '../parts/notice.tsx';
import { namesOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { ShareBar } from './share-bar.tsx';
import { useLine } from './vote-rule.tsx';

export type Vote = {
  readonly poll: PollView;
  /** SHA-256 of the very text that is voted on. */
  readonly about: string;
  readonly passed: boolean | null;
  readonly count: VoteCountView | undefined;
  readonly votes: ConclusionView['votes'];
  readonly words: { readonly passed: string; readonly failed: string };
};

const CHOICES = ['agree', 'disagree', 'abstain'] as const;

export function VoteCount({ poll, passed, count, votes, words }: Vote): ReactNode {
  const session = useSession();
  const { t } = useWords();
  // Of a secret vote no name stands here, whatever a host may tell.
  const open = poll.secrecy === 'secret' ? [] : votes;
  const named = (choice: string): readonly string[] =>
    open.filter((vote) => vote.choice === choice).map(({ seat }) => seat);
  const of = count?.of ?? entitledIn(poll).length;
  const line = useLine(of);
  const agree = count?.agree ?? poll.hands?.agree ?? named('agree').length;
  const disagree = count?.disagree ?? poll.hands?.disagree ?? named('disagree').length;
  const abstain = count?.abstain ?? of - agree - disagree;
  return (
    <>
      {passed === null ? null : (
        <Notice tone={passed ? 'done' : 'warn'}>
          <p className="strong">{passed ? words.passed : words.failed}</p>
          {count?.tie === undefined ? null : <p>{t(`vote.tie.${count.tie}`)}</p>}
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
      {poll.by === 'hands' ? (
        <p className="small">
          {t('vote.by.hands')}{' '}
          {poll.hands?.presiding == null
            ? null
            : t('vote.hands.presided', { choice: t(`choice.${poll.hands.presiding}`).toLowerCase() })}
        </p>
      ) : null}
      {poll.secrecy === 'secret' ? <p className="small soft">{t('vote.secret.counts')}</p> : null}
      <dl className="voters small">
        {CHOICES.map((choice) =>
          named(choice).length === 0 ? null : (
            <div key={choice}>
              <dt>{t(`choice.${choice}`)}</dt>
              <dd>{namesOf(session, named(choice))}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
