// One of a few, side by side, and yes or no: radio group and tick box.
import type { ReactNode } from 'react';
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import type { Option } from './field.tsx';
import { Icon } from './icon.tsx';

export type PickProps<T extends string> = {
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  readonly hideLabel?: boolean;
  readonly error?: string | undefined;
};

export function Pick<T extends string>(props: PickProps<T>): ReactNode {
  const { label, value, options, onChange, isDisabled, hideLabel, error } = props;
  const choose = (chosen: string): void => {
    const option = options.find((each) => each.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <RadioGroup
      className="field"
      value={value === '' ? null : value}
      onChange={choose}
      orientation="horizontal"
      isInvalid={error !== undefined}
      {...(isDisabled === undefined ? {} : { isDisabled })}
    >
      <Label className={hideLabel === true ? 'unseen' : 'label'}>{label}</Label>
      <div className="segments">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="segment">
            {option.label}
          </Radio>
        ))}
      </div>
      {error === undefined ? null : <p className="error">{error}</p>}
    </RadioGroup>
  );
}

export function Tick(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  /** Where the label alone does not say which one of several. */
  readonly describedBy?: string;
}): ReactNode {
  const { label, isOn, onChange, hint, isDisabled, describedBy } = props;
  return (
    <Checkbox
      className="tick"
      isSelected={isOn}
      onChange={onChange}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      <span className="box">
        <Icon name="met" />
      </span>
      <span>
        {label}
        {hint === undefined ? null : <span className="hint soft small"> {hint}</span>}
      </span>
    </Checkbox>
  );
}
