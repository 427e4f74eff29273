// Fields of a form: label above, hint and error below, all bound for assistive technology; text is NFC when it leaves.
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly isDisabled?: boolean;
  readonly password?: boolean;
  readonly maxLength?: number;
  /** For keys that lead here. */
  readonly place?: string;
  readonly rows?: number;
  readonly numeric?: boolean;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
};

function Field({ block, ...props }: FieldProps & { readonly block: boolean }): ReactNode {
  const { label, value, onChange, onLeave, hint, error, required, isDisabled, password, maxLength } = props;
  const shared = {
    className: 'input',
    ...(props.place === undefined ? {} : { id: props.place }),
    ...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown }),
  };
  return (
    <TextField
      className="field"
      value={value}
      onChange={(text) => onChange(text.normalize('NFC'))}
      isInvalid={error !== undefined}
      type={password === true ? 'password' : 'text'}
      autoComplete="off"
      {...(props.place === undefined ? {} : { id: props.place })}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
      {...(required === undefined ? {} : { isRequired: required })}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(props.numeric === true ? { inputMode: 'decimal' as const } : {})}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {block ? <TextArea {...shared} rows={props.rows ?? 3} /> : <Input {...shared} />}
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {error === undefined ? null : <FieldError className="error">{error}</FieldError>}
    </TextField>
  );
}

export const TextLine = (props: FieldProps): ReactNode => <Field {...props} block={false} />;
export const TextBlock = (props: FieldProps): ReactNode => <Field {...props} block={true} />;

export type Option<T extends string> = { readonly value: T; readonly label: string };
export type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  readonly hideLabel?: boolean;
  /** Shown while nothing is chosen. */
  readonly empty?: string;
  readonly error?: string | undefined;
};

/** The device's own list of choices: it is the one that keyboards, screen readers and tablets know. */
export function Choice<T extends string>(props: ChoiceProps<T>): ReactNode {
  const { label, value, options, onChange, isDisabled, hideLabel, empty, error } = props;
  const id = useId();
  const choose = (chosen: string): void => {
    const option = options.find((each) => each.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel === true ? 'unseen' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={isDisabled}
        aria-invalid={error !== undefined}
        onChange={(event) => choose(event.target.value)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error === undefined ? null : <p className="error">{error}</p>}
    </div>
  );
}
