// Ticking off what was talked about: one criterion at a time (X), and all on which the council agrees in one act.
import type { ReactNode } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { ActButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../state/words.ts';

export function SettleOne(props: {
  readonly isDone: boolean;
  readonly mayAct: boolean;
  readonly settle: () => Promise<Result<unknown>>;
}): ReactNode {
  const { t } = useWords();
  if (props.isDone)
    return (
      <p className="small soft">
        <Icon name="done" /> {t('talk.settled')}
      </p>
    );
  if (!props.mayAct) return null;
  return (
    <ActButton small={true} doing={t('talk.settle')} act={props.settle}>
      {t('talk.settle')}
    </ActButton>
  );
}

export function SettleAgreed(props: {
  readonly agreed: readonly CriterionResult[];
  readonly settle: (criteria: readonly string[]) => Promise<Result<unknown>>;
}): ReactNode {
  const { agreed, settle } = props;
  const { t } = useWords();
  if (agreed.length === 0) return null;
  return (
    <ActButton
      small={true}
      doing={t('talk.settle.agreed', { count: agreed.length })}
      act={async () => await settle(agreed.map(({ criterion }) => criterion))}
    >
      {t('talk.settle.agreed', { count: agreed.length })}
    </ActButton>
  );
}
