// The steps of the session form beside it: how far each is, a way to each, and that what is typed is kept.
import { type ReactNode, useId } from 'react';
import { Icon } from '../parts/icon.tsx';
import { type FormErrors, STEPS, type Step, stepOf } from '../state/form-errors.ts';
import type { Kept } from '../state/keeper.ts';
import { useWords } from '../state/words.ts';
import { goToStep } from './form-place.tsx';

export function FormSteps(props: {
  /** All that is missing, whether it is shown at its place yet or not. */
  readonly missing: FormErrors;
  readonly isTried: boolean;
  readonly kept: Kept;
}): ReactNode {
  const { missing, isTried, kept } = props;
  const { t } = useWords();
  const id = useId();
  const left = (step: Step): number => [...missing.keys()].filter((place) => stepOf(place) === step).length;
  return (
    <nav className="form-steps" aria-labelledby={id}>
      <h2 id={id} className="unseen">
        {t('new.steps')}
      </h2>
      <ol>
        {STEPS.map((step, at) => {
          const count = step === 'look' ? missing.size : left(step);
          return (
            <li key={step}>
              <button type="button" className="form-step" onClick={() => goToStep(step)}>
                <span className="number">{at + 1}</span>
                <span>
                  {t(`new.step.${step}`)}
                  <span className={count > 0 && isTried ? 'small wrong' : 'small soft'}>
                    {count > 0 ? t('new.step.left', { count }) : t('new.step.full')}
                  </span>
                </span>
                {count === 0 ? <Icon name="done" /> : null}
              </button>
            </li>
          );
        })}
      </ol>
      <KeptWords kept={kept} />
    </nav>
  );
}

function KeptWords({ kept }: { readonly kept: Kept }): ReactNode {
  const { t, clock, say } = useWords();
  const words = {
    untouched: () => t('new.kept.untouched'),
    typing: () => t('new.kept.typing'),
    saved: () => (kept.word === 'saved' ? t('new.kept.saved', { time: clock(kept.at) }) : ''),
    refused: () => (kept.word === 'refused' ? t('new.kept.refused', { why: say(kept.why) }) : ''),
  };
  return (
    <p className={kept.word === 'refused' ? 'small wrong' : 'small soft'} role="status">
      {words[kept.word]()}
    </p>
  );
}
