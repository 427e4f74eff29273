// Fields of a criteria set: each bound to its place in the form, with the sentence that is said of it; text in two languages.
import { type ReactNode, useState } from 'react';
import { dayOf, readDay } from '../../shared/lang/when.ts';
import { TextBlock, TextLine } from '../parts/field.tsx';
import { useSetWork } from '../state/set-work.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

type LineProps = {
  readonly place: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly most: number;
  readonly numeric?: boolean;
  readonly rows?: number;
  readonly onLeave?: () => void;
};

/** A warning stands where the hint does: it is no error, and the field is as it may be. */
export function Line(props: LineProps): ReactNode {
  const { place, label, value, onChange, most, numeric, rows, onLeave } = props;
  const { error, warning } = useSetWork().said(place);
  const Field = rows === undefined ? TextLine : TextBlock;
  return (
    <Place name={place}>
      <Field
        label={label}
        value={value}
        onChange={onChange}
        hint={warning ?? props.hint}
        error={error}
        maxLength={most}
        {...(numeric === undefined ? {} : { numeric })}
        {...(rows === undefined ? {} : { rows })}
        {...(onLeave === undefined ? {} : { onLeave })}
      />
    </Place>
  );
}

type Both = { readonly vi: string; readonly en: string };

/** Vietnamese, the legal text, and English beside it. */
export function BothLines(props: {
  readonly vi: { readonly place: string; readonly label: string };
  readonly en: { readonly place: string; readonly label: string };
  readonly value: Both;
  readonly rows?: number;
  readonly onChange: (value: Both, place: string) => void;
}): ReactNode {
  const { vi, en, value, rows, onChange } = props;
  const more = rows === undefined ? {} : { rows };
  return (
    <div className="cols">
      <Line
        {...vi}
        {...more}
        most={4_000}
        value={value.vi}
        onChange={(text) => onChange({ ...value, vi: text }, vi.place)}
      />
      <Line
        {...en}
        {...more}
        most={4_000}
        value={value.en}
        onChange={(text) => onChange({ ...value, en: text }, en.place)}
      />
    </div>
  );
}

/** Several short texts in one field: what is typed stays as typed, commas and all, until another list comes from elsewhere. */
export function ListLine(
  props: Omit<LineProps, 'value' | 'onChange'> & {
    readonly values: readonly string[];
    readonly read: (typed: string) => readonly string[];
    readonly between: string;
    readonly onChange: (values: string[]) => void;
  },
): ReactNode {
  const { values, read, between, onChange, ...rest } = props;
  const [typed, setTyped] = useState(values.join(between));
  const isSame = JSON.stringify(read(typed)) === JSON.stringify(values);
  return (
    <Line
      {...rest}
      value={isSame ? typed : values.join(between)}
      onChange={(text) => {
        setTyped(text);
        onChange([...read(text)]);
      }}
    />
  );
}

/** A day as people write it, kept as YYYY-MM-DD; what is no day is said, and is not kept. */
export function DayLine(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}): ReactNode {
  const { label, value, onChange, error } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(dayOf('vi', value));
  const read = (text: string): string => readDay(text) ?? '';
  const isSame = read(typed) === value;
  const shown = isSame ? typed : dayOf('vi', value);
  const isWrong = shown.trim() !== '' && readDay(shown) === undefined;
  return (
    <TextLine
      label={label}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
      error={isWrong ? t('error.date') : error}
      maxLength={20}
    />
  );
}
