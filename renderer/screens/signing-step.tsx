// One step on the way to the signed file: its number, what it is, and whether it is done, at hand or still to come.
import { type ReactNode, useId } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../state/words.ts';

export type StepStand = 'done' | 'now' | 'later';

export function SigningStep(props: {
  readonly number: number;
  readonly title: string;
  readonly stand: StepStand;
  readonly children: ReactNode;
}): ReactNode {
  const { number, title, stand, children } = props;
  const { t } = useWords();
  const id = useId();
  return (
    <li className={`signing-step ${stand}`} aria-labelledby={id} aria-current={stand === 'now' ? 'step' : undefined}>
      <span className="step-number" aria-hidden="true">
        {stand === 'done' ? <Icon name="done" /> : number}
      </span>
      <div className="stack tight">
        <h3 id={id}>
          {number}. {title} <span className="soft small">· {t(`signing.stand.${stand}`)}</span>
        </h3>
        {children}
      </div>
    </li>
  );
}
