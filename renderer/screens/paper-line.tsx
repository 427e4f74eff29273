// One criterion of a sheet of paper: one stop of Tab, a digit marks and goes on, arrows walk; points are typed.
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { DraftItem, DraftMark, Item } from '../../shared/book/ballot.ts';
import type { Scale } from '../../shared/council/rules.ts';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { withMark } from '../state/paper.ts';
import { readPoints } from '../state/points.ts';
import { differs } from '../state/use-terms.ts';
import { useWords } from '../state/words.ts';
import { ItemWord } from './item-word.tsx';

const MARKS: readonly DraftMark[] = ['met', 'not-met', 'not-applicable'];

/** To the place that takes keys in the line so many lines on. */
function focusLine(from: Element, by: number): void {
  const lines = [...document.querySelectorAll('.paper-line')];
  const at = lines.findIndex((line) => line.contains(from));
  lines[at + by]?.querySelector<HTMLElement>('[data-stop="yes"]')?.focus();
}

export function PaperLine(props: {
  readonly criterion: Criterion;
  readonly scale: Scale;
  /** Its conditions hold on this sheet. */
  readonly applies: boolean;
  readonly item: DraftItem;
  readonly before: Pick<Item, 'mark' | 'points'> | undefined;
  readonly onItem: (item: DraftItem) => void;
}): ReactNode {
  const { criterion, scale, applies, item, before, onItem } = props;
  const { t, of } = useWords();
  const [isOpen, setOpen] = useState(false);
  const isOther = differs(item, before);
  return (
    <li className="paper-line">
      <span className="tree-id">{criterion.id}</span>
      <span className="breaks">
        {of(criterion.statement)}
        {before === undefined ? null : (
          <span className="soft small">
            {' '}
            {t('paper.before')} <ItemWord mark={before.mark} points={before.points} />
          </span>
        )}
      </span>
      <PaperMarks criterion={criterion} scale={scale} applies={applies} item={item} onItem={onItem} />
      <Button
        kind="quiet"
        small={true}
        expanded={isOpen}
        label={t('paper.remark.of', { id: criterion.id })}
        onPress={() => setOpen(!isOpen)}
      >
        {t('scoring.remark')}
      </Button>
      {item.mark === 'not-applicable' || isOther || isOpen ? (
        <div className="paper-more">
          {item.mark === 'not-applicable' && applies ? (
            <TextLine
              label={t('scoring.reason')}
              value={item.reason ?? ''}
              onChange={(reason) => onItem({ ...item, reason })}
              maxLength={4_000}
            />
          ) : null}
          {isOther ? (
            <TextLine
              label={t('change.reason')}
              value={item.change ?? ''}
              onChange={(change) => onItem({ ...item, change })}
              maxLength={4_000}
            />
          ) : null}
          {isOpen ? (
            <TextLine
              label={t('scoring.remark')}
              value={item.remark ?? ''}
              onChange={(remark) => onItem({ ...item, remark })}
              maxLength={4_000}
            />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function PaperMarks(props: {
  readonly criterion: Criterion;
  readonly scale: Scale;
  readonly applies: boolean;
  readonly item: DraftItem;
  readonly onItem: (item: DraftItem) => void;
}): ReactNode {
  const { criterion, scale, applies, item, onItem } = props;
  const { t } = useWords();
  const marks = MARKS.filter((mark) => mark === 'not-applicable' || scale.of === 'pass-fail');
  const bars = (mark: DraftMark): boolean => mark === 'not-applicable' && !criterion.notApplicable && applies;
  const at = Math.max(0, marks.indexOf(item.mark ?? 'met'));
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1] ?? event.key;
    const mark = scale.of === 'pass-fail' ? MARKS[Number(digit) - 1] : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (mark !== undefined && !bars(mark)) {
      onItem(withMark(item, { mark }));
      if (mark !== 'not-applicable') focusLine(event.currentTarget, 1);
    } else if (step !== undefined) focusLine(event.currentTarget, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: toggle buttons of one line are no fieldset of a form
    <div
      className="paper-marks"
      role="group"
      aria-label={t('scoring.criterion', { id: criterion.id })}
      onKeyDown={press}
    >
      {scale.of === 'points' ? <PaperPoints id={criterion.id} item={item} onItem={onItem} /> : null}
      {marks.map((mark, index) => (
        <button
          key={mark}
          type="button"
          className={`presence ${mark}`}
          aria-pressed={item.mark === mark}
          disabled={bars(mark)}
          tabIndex={scale.of === 'points' || index === at ? 0 : -1}
          data-stop={scale.of === 'pass-fail' && index === at ? 'yes' : undefined}
          onClick={() => onItem(withMark(item, { mark }))}
        >
          <Icon name={mark} />
          <span>{t(`mark.${mark}`)}</span>
        </button>
      ))}
    </div>
  );
}

/** Enter goes on to the next line; what is no figure stays and says so. */
function PaperPoints(props: {
  readonly id: string;
  readonly item: DraftItem;
  readonly onItem: (item: DraftItem) => void;
}): ReactNode {
  const { id, item, onItem } = props;
  const { t } = useWords();
  const [text, setText] = useState(item.points === undefined ? '' : String(item.points));
  const isWrong = text.trim() !== '' && readPoints(text) === undefined;
  const shown = item.mark === 'not-applicable' ? '' : text;
  const write = (typed: string): void => {
    setText(typed);
    const points = readPoints(typed);
    if (points !== undefined) onItem(withMark(item, { mark: 'scored', points }));
    else {
      const { mark: _, points: __, ...rest } = item;
      onItem(rest);
    }
  };
  return (
    <input
      className="input paper-points"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={3}
      data-stop="yes"
      aria-label={t('paper.points.of', { id })}
      aria-invalid={isWrong}
      title={isWrong ? t('points.wrong') : undefined}
      value={shown}
      onChange={(event) => write(event.target.value)}
      onKeyDown={(event) => {
        const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
        if (event.key === 'Enter' && !isWrong) focusLine(event.currentTarget, 1);
        else if (isPlain && digit !== undefined && !/^[0-9]$/.test(event.key)) write(shown + digit);
        else return;
        event.preventDefault();
      }}
    />
  );
}
