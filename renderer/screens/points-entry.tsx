// A figure from 0 to 100 for one criterion: digits and Enter, up and down by one; the two marks without a figure beside it.
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { type DraftMark, MOST_POINTS } from '../../shared/book/ballot.ts';
import type { Bilingual } from '../../shared/criteria/criteria-set.ts';
import { Icon } from '../parts/icon.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { readPoints, stepPoints } from '../state/points.ts';
import { useWords } from '../state/words.ts';

const WITHOUT: readonly (readonly [DraftMark, string])[] = [
  ['not-applicable', 'N'],
  ['insufficient', 'X'],
];

/** The first digit of a figure, pressed outside the field; a new object for each press. */
export type Begun = { readonly digit: string };

export function PointsEntry(props: {
  readonly mark: DraftMark | undefined;
  readonly points: number | undefined;
  readonly passMark: number;
  /** Of the criterion, where it has levels. */
  readonly pass?: number | undefined;
  readonly begun: Begun | undefined;
  readonly isBarred: boolean;
  /** The one mark that may stand, where the criterion's conditions do not hold. */
  readonly only?: DraftMark | undefined;
  /** Where only the points of a level may be given. */
  readonly levels?: readonly { readonly points: number; readonly name: Bilingual }[] | undefined;
  /** `isDone`: by Enter, and so the next criterion is wanted. */
  readonly onPoints: (points: number, isDone: boolean) => void;
  readonly onMark: (mark: DraftMark) => void;
}): ReactNode {
  const { mark, points, passMark, pass = passMark, begun, isBarred, only, levels, onPoints, onMark } = props;
  const { t, of } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const kept = useRef(points);
  const [text, setText] = useState(points === undefined ? '' : String(points));
  const [isWrong, setWrong] = useState(false);
  // An undo, or another window.
  useEffect(() => {
    if (kept.current === points) return;
    kept.current = points;
    setText(points === undefined ? '' : String(points));
  }, [points]);
  // Before anything else is typed: the second digit must not find the figure that stood there.
  useLayoutEffect(() => {
    if (begun === undefined) return;
    setText(begun.digit);
    setWrong(false);
    field.current?.focus();
  }, [begun]);
  const write = (typed: string): void => {
    setText(typed);
    setWrong(false);
  };
  const save = (isDone: boolean): void => {
    const figure = readPoints(text);
    if (figure === undefined) {
      setWrong(text.trim() !== '');
      return;
    }
    const isSame = figure === kept.current;
    kept.current = figure;
    if (isDone) field.current?.blur();
    if (isDone || !isSame) onPoints(figure, isDone);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
    const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
    const step = steps[event.key];
    if (event.key === 'Enter') save(true);
    else if (event.key === 'Escape') field.current?.blur();
    else if (step !== undefined) {
      const figure = stepPoints(readPoints(text), step);
      write(String(figure));
      kept.current = figure;
      onPoints(figure, false);
      // The row of digits of a Vietnamese layout writes letters.
    } else if (digit !== undefined && !/^[0-9]$/.test(event.key) && !event.shiftKey) {
      const at = event.currentTarget;
      write(text.slice(0, at.selectionStart ?? text.length) + digit + text.slice(at.selectionEnd ?? text.length));
    } else return;
    event.preventDefault();
  };
  return (
    <div className="stack tight">
      {levels === undefined || only !== undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a group of toggle buttons is no fieldset of a form
        <div className="level-picks" role="group" aria-label={t('asks.levels', { pass })}>
          {levels.map((level) => (
            <ToggleButton
              key={level.points}
              className="mark-button level"
              isSelected={mark === 'scored' && points === level.points}
              onChange={() => onPoints(level.points, true)}
            >
              <span className="strong">{level.points}</span> {of(level.name)}
            </ToggleButton>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a figure and two toggle buttons are no fieldset of a form */}
      <div className="points" role="group" aria-label={t('scoring.mark')}>
        <label className={`points-figure ${mark === 'scored' ? 'is' : ''}`}>
          <span>{t('points.figure')}</span>
          <input
            ref={field}
            id="points"
            className="input"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={text}
            disabled={only !== undefined}
            aria-invalid={isWrong}
            aria-describedby="points-hint"
            onChange={(event) => write(event.target.value)}
            onFocus={(event) => begun === undefined && event.target.select()}
            onBlur={() => save(false)}
            onKeyDown={press}
          />
          <span className="soft">/ {MOST_POINTS}</span>
        </label>
        {WITHOUT.map(([name, key]) => (
          <ToggleButton
            key={name}
            className={`mark-button ${name}`}
            isSelected={mark === name}
            isDisabled={(name === 'not-applicable' && isBarred) || (only !== undefined && name !== only)}
            onChange={() => onMark(name)}
            aria-label={t(`mark.${name}`)}
          >
            <Icon name={name} />
            <span>{t(`mark.${name}`)}</span>
            <KeySign keys={key} />
          </ToggleButton>
        ))}
      </div>
      <p id="points-hint" className={isWrong ? 'error small' : 'soft small'} role={isWrong ? 'status' : undefined}>
        {isWrong ? t('points.wrong') : t('points.hint', { passMark })}
      </p>
      {isBarred ? <p className="soft small">{t('scoring.barred')}</p> : null}
    </div>
  );
}
