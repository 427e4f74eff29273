// One line of text in a table to type in: the column's heading is its name, the error stands under it.
import { type ClipboardEvent, type ReactNode, useId } from 'react';

export function TableCell(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly error?: string | undefined;
  readonly maxLength: number;
}): ReactNode {
  const { label, value, onChange, onPaste, error, maxLength } = props;
  const id = useId();
  return (
    <>
      <input
        className="input"
        type="text"
        aria-label={label}
        value={value}
        autoComplete="off"
        maxLength={maxLength}
        title={value}
        onChange={(event) => onChange(event.target.value.normalize('NFC'))}
        {...(onPaste === undefined ? {} : { onPaste })}
        {...(error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id })}
      />
      {error === undefined ? null : (
        <p id={id} className="error">
          {error}
        </p>
      )}
    </>
  );
}
