// Describing evidence that has been taken in: one line a file, the rest folded behind it, opened by itself where something is wrong.
import { memo, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { EVIDENCE_KINDS } from '../../shared/book/rulings.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import {
  elsewhere,
  type Found,
  type IntakeRow,
  likelyOriginals,
  numbersOf,
  type Original,
  type Standing,
} from '../state/intake.ts';
import { codesOf } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { EvidenceMore, type RowActs, type RowProps } from './evidence-more.tsx';
import { Place } from './form-place.tsx';

type Rows = RowActs & {
  readonly items: readonly IntakeRow[];
  /** Narrowed to by words; what is wrong is shown all the same. */
  readonly isShown: (row: IntakeRow) => boolean;
  readonly standing: readonly Standing[];
  readonly originals: readonly Original[];
  readonly known: readonly string[] | undefined;
  readonly chosen: ReadonlySet<number>;
  readonly errorAt: (key: number, place: string) => string | undefined;
  readonly placeOf: (key: number, place: string) => string;
};
/** More have a pane of their own, so that the way in stays in reach. */
export const MANY = 20;
const PLACES = ['title', 'date', 'criteria'] as const;

/** The same functions for the life of the rows, so that a row is drawn again only when it is another. */
function useSteady(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return {
    onChange: useCallback((...given) => latest.current.onChange(...given), []),
    onRemove: useCallback((...given) => latest.current.onRemove(...given), []),
    onChoose: useCallback((...given) => latest.current.onChoose(...given), []),
    onRevise: useCallback((...given) => latest.current.onRevise(...given), []),
  };
}

export function EvidenceRows(props: Rows): ReactNode {
  const { items, isShown, standing, originals, known, chosen, errorAt, placeOf } = props;
  const acts = useSteady(props);
  const numbers = numbersOf(items, standing);
  const likelies = useMemo(() => likelyOriginals(items, originals), [items, originals]);
  const isMany = items.length > 1;
  return (
    <div className={items.length > MANY ? 'evidence-rows tall' : 'evidence-rows'}>
      {items.map((item, at) => {
        const wrong = PLACES.map((place) => errorAt(item.key, place));
        if (!isShown(item) && wrong.every((each) => each === undefined)) return null;
        const [title, date, criteria] = wrong;
        const likely = likelies.get(item.key);
        const same = elsewhere(item, standing);
        return (
          <EvidenceRow
            key={item.key}
            item={item}
            number={numbers[at] ?? 0}
            {...acts}
            isMany={isMany}
            isChosen={chosen.has(item.key)}
            known={known}
            places={placeOf(item.key, '')}
            title={title}
            date={date}
            criteria={criteria}
            // As texts: an object would be another one at each drawing.
            likely={likely === undefined ? undefined : JSON.stringify(likely)}
            same={same === undefined ? undefined : JSON.stringify(same)}
            originals={originals}
          />
        );
      })}
    </div>
  );
}

/** The list of originals is a new one at every change; a row that is folded does not show it. */
const sameRow = (a: RowProps, b: RowProps): boolean => {
  const names = Object.keys(a) as (keyof RowProps)[];
  return names.every((name) => name === 'originals' || a[name] === b[name]);
};

const EvidenceRow = memo(function EvidenceRow(props: RowProps): ReactNode {
  const { item, number, isMany, isChosen, places, title, onRemove, onChange, onChoose } = props;
  const { t, size } = useWords();
  const [isOpened, setOpened] = useState(false);
  const id = useId();
  const isWrong = props.date !== undefined || props.criteria !== undefined;
  const isOpen = isOpened || isWrong;
  const name = t(item.revises === undefined ? 'evidence.item' : 'intake.revision.of', { number });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lie in the grid
    <div className="evidence-row" role="group" aria-label={t('evidence.item', { number })}>
      <p className="small breaks">
        {isMany ? (
          <input
            type="checkbox"
            className="row-tick"
            aria-label={t('intake.choose', { number })}
            checked={isChosen}
            onChange={(event) => onChoose(item.key, event.target.checked)}
          />
        ) : null}
        <span className="strong">
          {name}: {item.fileName}
        </span>{' '}
        <span className="soft">({size(item.size)})</span>
      </p>
      <div className="evidence-line">
        <Place name={`${places}title`}>
          <TextLine
            label={t('evidence.name')}
            value={item.title}
            onChange={(text) => onChange(item.key, { title: text })}
            error={title}
            maxLength={300}
          />
        </Place>
        <Choice
          label={t('evidence.kind')}
          value={item.kind}
          options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => onChange(item.key, { kind })}
        />
        <div className="row">
          <button
            type="button"
            className="button quiet small"
            aria-expanded={isOpen}
            aria-controls={id}
            disabled={isWrong}
            aria-label={t(isOpen ? 'evidence.less.of' : 'evidence.more.of', { number })}
            onClick={() => setOpened(!isOpen)}
          >
            {t(isOpen ? 'evidence.less' : 'evidence.more')}
          </button>
          <Button kind="quiet" small={true} label={t('evidence.remove', { number })} onPress={() => onRemove(item.key)}>
            {t('app.remove')}
          </Button>
        </div>
      </div>
      <Said {...props} />
      <div id={id}>{isOpen ? <EvidenceMore {...props} /> : <Summary item={item} />}</div>
    </div>
  );
}, sameRow);

/** What is known of this file besides: the same one elsewhere, an item that it may be a newer revision of. */
function Said({ item, likely, same, onRevise }: RowProps): ReactNode {
  const { t } = useWords();
  const original = likely === undefined ? undefined : (JSON.parse(likely) as Original);
  const found = same === undefined ? undefined : (JSON.parse(same) as Found);
  return (
    <>
      {found === undefined ? null : (
        <p className="small warn-word">
          {t('intake.elsewhere', { number: found.number, title: found.title, platform: found.platform ?? '' })}
        </p>
      )}
      {original === undefined ? null : (
        <div className="row small">
          <span>{t('intake.likely', { number: original.number, title: original.title })}</span>
          <Button small={true} onPress={() => onRevise(item.key, original.value)}>
            {t('intake.revise', { number: original.number })}
          </Button>
        </div>
      )}
    </>
  );
}

function Summary({ item }: { readonly item: IntakeRow }): ReactNode {
  const { t } = useWords();
  const criteria = codesOf(item.criteria);
  const words = [
    item.supplier,
    item.date,
    t(`label.${item.label}`),
    criteria.length === 0 ? t('evidence.criteria.all') : criteria.join(', '),
  ];
  return <p className="soft small breaks">{words.filter(Boolean).join(' · ')}</p>;
}
