// The counting form: numbers only, Enter to the next, nothing filled in; each member types what was counted by hand.
import { type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import { ActButton } from '../parts/button.tsx';
import { useAuthor } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import {
  countedOf,
  keysOf,
  type Line,
  lineKey,
  linesOf,
  readFigure,
  TOTALS,
  type Typed,
  totalKey,
  typedOf,
} from './count-figures.ts';
import type { Work } from './count-sheets.tsx';

/** Enter and the arrows go on, Shift+Enter goes back: the figures of a form are one row. */
function walkFigures(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key, shiftKey } = event;
  const step = key === 'Enter' ? (shiftKey ? -1 : 1) : key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined;
  if (step === undefined || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const all = [...currentTarget.querySelectorAll<HTMLElement>('input, button.button.main')];
  const next = all[all.indexOf(target) + step];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

export function CountForm(props: {
  readonly criteria: readonly Criterion[];
  readonly work: Work;
  readonly isPoints: boolean;
}): ReactNode {
  const { criteria, work, isPoints } = props;
  const author = useAuthor();
  const { t } = useWords();
  const ids = useMemo(() => criteria.map(({ id }) => id), [criteria]);
  const [typed, setTyped] = useState<Typed>(() => typedOf(work.mine, isPoints));
  const [isTold, setTold] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const type = useCallback((key: string, text: string): void => {
    setTold(false);
    setTyped((now) => ({ ...now, [key]: text.replace(/\D/g, '') }));
  }, []);
  const counted = useMemo(() => countedOf(typed, ids, isPoints), [typed, ids, isPoints]);
  const keys = useMemo(() => keysOf(ids, isPoints), [ids, isPoints]);
  const open = keys.filter((key) => readFigure(typed[key]) === undefined).length;
  const valid = readFigure(typed['valid']);
  const names = linesOf(isPoints);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter walks from figure to figure, wherever among them the focus is
    <div ref={form} className="count-form" onKeyDown={walkFigures}>
      <h3>{t('count.form')}</h3>
      <p className="soft small">{t('count.form.words')}</p>
      <div className="count-totals">
        {TOTALS.map((total) => (
          <div key={total}>
            <span className="small" aria-hidden="true">
              {t(`count.${total}`)}
            </span>
            <Figure
              id={totalKey(total)}
              label={t(`count.${total}`)}
              text={typed[totalKey(total)] ?? ''}
              onType={type}
            />
          </div>
        ))}
      </div>
      <div className="count-box">
        <table className="count-lines">
          <thead>
            <tr>
              <th scope="col">{t('matrix.criterion')}</th>
              {names.map((line) => (
                <th key={line} scope="col">
                  {t(`count.line.${line}`)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t('count.sum')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ids.map((criterion) => (
              <LineRow
                key={criterion}
                criterion={criterion}
                names={names}
                texts={names.map((line) => typed[lineKey(criterion, line)] ?? '').join(' ')}
                valid={isPoints ? undefined : valid}
                onType={type}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small soft" role="status">
        {open > 0 ? t('count.open', { count: open }) : isTold ? t('count.sent') : t('count.whole')}
      </p>
      {author === undefined || work.agreed ? null : (
        <ActButton
          kind="main"
          doing={t('count.sending')}
          isDisabled={counted === undefined}
          act={async () =>
            await author.reportCount({ poll: work.poll, ...(counted ?? EMPTY), lines: [...(counted ?? EMPTY).lines] })
          }
          onDone={() => setTold(true)}
        >
          {t(work.mine === undefined ? 'count.send' : 'count.correct')}
        </ActButton>
      )}
    </div>
  );
}

/** Never sent: the button is off until every figure is there. */
const EMPTY = { issued: 0, returned: 0, valid: 0, invalid: 0, positive: 0, lines: [] } as const;

/** Only the row that is typed in is drawn again: a form has hundreds of figures. `texts` are those of its figures, spaced. */
const LineRow = memo(function LineRow(props: {
  readonly criterion: string;
  readonly names: readonly Line[];
  readonly texts: string;
  /** Sheets that this member counted as valid; undefined where sums say nothing. */
  readonly valid: number | undefined;
  readonly onType: (key: string, text: string) => void;
}): ReactNode {
  const { criterion, names, texts, valid, onType } = props;
  const { t } = useWords();
  const parts = texts.split(' ');
  const figures = parts.map((text) => readFigure(text));
  const sum = figures.every((figure) => figure !== undefined)
    ? figures.reduce((all, figure) => (all ?? 0) + (figure ?? 0), 0)
    : undefined;
  const isOff = valid !== undefined && sum !== undefined && sum !== valid;
  return (
    <tr>
      <th scope="row">{criterion}</th>
      {names.map((line, at) => (
        <td key={line}>
          <Figure
            id={lineKey(criterion, line)}
            label={t('count.figure', { id: criterion, what: t(`count.line.${line}`) })}
            text={parts[at] ?? ''}
            onType={onType}
          />
        </td>
      ))}
      <td className="small">{isOff ? <span className="warn-word">{t('count.off', { sum, valid })}</span> : null}</td>
    </tr>
  );
});

function Figure(props: {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly onType: (key: string, text: string) => void;
}): ReactNode {
  const { id, label, text, onType } = props;
  return (
    <input
      className="input figure"
      inputMode="numeric"
      autoComplete="off"
      maxLength={7}
      aria-label={label}
      value={text}
      onChange={(event) => onType(id, event.target.value)}
    />
  );
}
