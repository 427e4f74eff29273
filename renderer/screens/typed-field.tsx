// A text field of the sheet: it saves by itself, a moment after the last key and when it is left.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TextBlock, TextLine } from '../parts/field.tsx';

/** Text that is saved a moment after the last key and when the field is left. */
export function TypedField(props: {
  readonly place: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly isDisabled: boolean;
  readonly onSave: (text: string) => void;
  /** Given: one line, and Enter saves and calls it. */
  readonly onEnter?: () => void;
}): ReactNode {
  const { place, label, hint, value, error, isDisabled, onSave, onEnter } = props;
  const [text, setText] = useState(value);
  const saved = useRef(value);
  const latest = useRef({ text, onSave });
  useEffect(() => {
    latest.current = { text, onSave };
  });
  // What comes from elsewhere (an undo, another window) replaces the field unless somebody is typing in it.
  useEffect(() => {
    if (value === saved.current) return;
    saved.current = value;
    setText(value);
  }, [value]);
  const save = (): void => {
    if (latest.current.text === saved.current) return;
    saved.current = latest.current.text;
    latest.current.onSave(latest.current.text);
  };
  const saveRef = useRef(save);
  useEffect(() => {
    saveRef.current = save;
  });
  useEffect(() => {
    if (text === saved.current) return;
    const timer = setTimeout(() => saveRef.current(), 500);
    return () => clearTimeout(timer);
  }, [text]);
  // Moving on by a key takes the field away: its text goes with it to the disk.
  useEffect(() => () => saveRef.current(), []);
  const Field = onEnter === undefined ? TextBlock : TextLine;
  return (
    <Field
      place={place}
      label={label}
      hint={hint}
      value={text}
      onChange={setText}
      onLeave={save}
      error={error}
      isDisabled={isDisabled}
      maxLength={4_000}
      rows={2}
      onKeyDown={(event) => {
        if (event.key === 'Escape') (document.activeElement as HTMLElement | null)?.blur();
        if (event.key !== 'Enter' || onEnter === undefined || event.nativeEvent.isComposing) return;
        event.preventDefault();
        save();
        if (text.trim() === '') return;
        (document.activeElement as HTMLElement | null)?.blur();
        onEnter();
      }}
    />
  );
}
