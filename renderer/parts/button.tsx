// A button of the house, and one that does an act and says how it went.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Refusal, Result } from '../../shared/base/result.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';
import { ActWords } from './notice.tsx';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'stop';
export type ButtonProps = {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly submit?: boolean;
  /** Where the text alone does not say which one of several. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly expanded?: boolean;
  readonly children: ReactNode;
};

export function Button(props: ButtonProps): ReactNode {
  const { kind = 'plain', small, onPress, isDisabled, submit, label, describedBy, expanded, children } = props;
  return (
    <AriaButton
      className={`button ${kind}${small === true ? ' small' : ''}`}
      type={submit === true ? 'submit' : 'button'}
      {...(onPress === undefined ? {} : { onPress })}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    >
      {children}
    </AriaButton>
  );
}

export type ActButtonProps<T> = {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  readonly children: string;
  readonly label?: string;
  /** In words, while it is under way: "đang làm: …". */
  readonly doing: string;
  readonly act: () => Promise<Result<T>>;
  readonly onDone?: (value: T) => void;
  /** Why it is not possible yet: the button is off and says so. */
  readonly why?: Refusal | undefined;
  readonly isDisabled?: boolean;
};

export function ActButton<T>(props: ActButtonProps<T>): ReactNode {
  const { kind = 'plain', small, children, label, doing, act, onDone, why, isDisabled } = props;
  const { say } = useWords();
  const state = useAct();
  const press = async (): Promise<void> => {
    const value = await state.run(act);
    if (value !== undefined) onDone?.(value);
  };
  return (
    <div className="act">
      <Button
        kind={kind}
        small={small === true}
        isDisabled={isDisabled === true || state.isBusy || why !== undefined}
        onPress={() => void press()}
        {...(label === undefined ? {} : { label })}
      >
        {children}
      </Button>
      {why === undefined ? null : <p className="soft small">{say(why)}</p>}
      {state.isBusy || state.refused !== undefined ? <ActWords act={state} doing={doing} /> : null}
    </div>
  );
}
