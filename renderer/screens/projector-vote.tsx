// A vote on the wall: how far it is, by devices or by raised hands, and once it is closed what it came to.
import type { ReactNode } from 'react';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import { useWords } from '../state/words.ts';
import { Bar } from './projector-parts.tsx';

type Vote = NonNullable<ProjectorView['election']> | NonNullable<ProjectorView['conclusion']>;

/** @param put what is said before the vote is opened */
export function VoteOnWall({ vote, put }: { readonly vote: Vote; readonly put: string }): ReactNode {
  const { t } = useWords();
  const { passed, cast, entitled, by, voided, agree = 0, disagree = 0, abstain = 0 } = vote;
  if (voided === true) return <p className="wall-large warn">{t('projector.vote.voided')}</p>;
  if (passed !== null)
    return (
      <p className={`wall-large ${passed ? 'met' : 'fail'}`}>
        {t(passed ? 'projector.conclusion.passed' : 'projector.conclusion.failed', { agree, disagree, abstain })}
      </p>
    );
  if (entitled === 0) return <p className="wall-large">{put}</p>;
  if (by === 'hands') return <p className="wall-large">{t('projector.hands', { entitled })}</p>;
  return (
    <>
      <p className="wall-large">{t('projector.conclusion.vote', { cast, entitled })}</p>
      <Bar done={cast} all={entitled} />
    </>
  );
}
