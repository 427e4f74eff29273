// The answers of a declaration: one for each platform, and where the rules know it single criteria.
import type { ReactNode } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { Shown } from '../parts/page.tsx';
import { Pick, Tick } from '../parts/pick.tsx';
import { ANSWERS, type Answer, type Answers } from '../state/recusal.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

export function InterestAnswers(props: {
  readonly platforms: readonly PlatformView[];
  readonly answers: Answers;
  /** `conflict` alone: a conflict is added to what was declared. */
  readonly isAdded?: boolean;
  /** Undefined: it is taken back. */
  readonly onAnswer: (platform: string, answer: Answer | undefined) => void;
}): ReactNode {
  const { platforms, answers, isAdded = false, onAnswer } = props;
  const session = useSession();
  const { t } = useWords();
  const isFine = session.rules.quorum.per === 'criterion';
  const kinds = ANSWERS.filter((is) => (is === 'some' ? isFine : is === 'clear' ? !isAdded : true));
  return platforms.map(({ platform, name, owner, enterprise }) => {
    const answer = answers[platform];
    const whose = [owner, enterprise].filter(Boolean).join(' · ');
    if (kinds.length === 1)
      return (
        <Tick
          key={platform}
          label={name}
          {...(whose === '' ? {} : { hint: whose })}
          isOn={answer !== undefined}
          onChange={(isOn) => onAnswer(platform, isOn ? { is: 'conflict', criteria: [] } : undefined)}
        />
      );
    return (
      <div key={platform} className="stack tight">
        <Pick
          label={name}
          value={answer?.is ?? ''}
          options={kinds.map((is) => ({ value: is, label: t(`declare.${is}`) }))}
          onChange={(is) => onAnswer(platform, { is, criteria: answer?.criteria ?? [] })}
        />
        {whose === '' ? null : <p className="soft small">{whose}</p>}
        {answer?.is === 'some' ? (
          <CriteriaTicks
            name={name}
            chosen={answer.criteria}
            onChange={(criteria) => onAnswer(platform, { is: 'some', criteria })}
          />
        ) : null}
      </div>
    );
  });
}

function CriteriaTicks(props: {
  readonly name: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const { name, chosen, onChange } = props;
  const session = useSession();
  const { t, of } = useWords();
  const criteria = useView('criteria', { book: session.book });
  return (
    <Shown of={criteria} what={t('scoring.tree')}>
      {({ set }) => (
        <fieldset>
          <legend className="small">{t('declare.some.which', { name, count: chosen.length })}</legend>
          <div className="tick-list">
            {criteriaOf(set).map((criterion) => (
              <Tick
                key={criterion.id}
                label={`${criterion.id} ${of(criterion.statement)}`}
                isOn={chosen.includes(criterion.id)}
                onChange={(isOn) =>
                  onChange(isOn ? [...chosen, criterion.id] : chosen.filter((each) => each !== criterion.id))
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    </Shown>
  );
}
