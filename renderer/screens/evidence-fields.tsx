// Describing evidence that has been taken in: one line a file, the rest folded behind it, opened by itself where something is wrong.
import { type ReactNode, useId, useState } from 'react';
import { EVIDENCE_KINDS, LABELS } from '../../shared/book/rulings.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { codesOf, type EvidenceForm } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

type Rows = {
  readonly items: readonly EvidenceForm[];
  /** Number of the first one: others may stand before it. */
  readonly first?: number;
  /** Codes of the criteria, where the set is known. */
  readonly known: readonly string[] | undefined;
  readonly onChange: (key: number, part: Partial<EvidenceForm>) => void;
  readonly onRemove: (key: number) => void;
  readonly errorAt: (key: number, place: string) => string | undefined;
  readonly placeOf: (key: number, place: string) => string;
};

export function EvidenceRows(props: Rows): ReactNode {
  return (
    <div className="evidence-rows">
      {props.items.map((item, at) => (
        <EvidenceRow key={item.key} {...props} item={item} number={(props.first ?? 1) + at} />
      ))}
    </div>
  );
}

type RowProps = Rows & { readonly item: EvidenceForm; readonly number: number };

function EvidenceRow(props: RowProps): ReactNode {
  const { item, number, onRemove, errorAt, placeOf, onChange } = props;
  const { t, size } = useWords();
  const [isOpened, setOpened] = useState(false);
  const id = useId();
  const isWrong = errorAt(item.key, 'date') !== undefined || errorAt(item.key, 'criteria') !== undefined;
  const isOpen = isOpened || isWrong;
  const put = (part: Partial<EvidenceForm>): void => onChange(item.key, part);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lie in the grid
    <div className="evidence-row" role="group" aria-label={t('evidence.item', { number })}>
      <p className="small breaks">
        <span className="strong">
          {t('evidence.item', { number })}: {item.fileName}
        </span>{' '}
        <span className="soft">({size(item.size)})</span>
      </p>
      <div className="evidence-line">
        <Place name={placeOf(item.key, 'title')}>
          <TextLine
            label={t('evidence.name')}
            value={item.title}
            onChange={(title) => put({ title })}
            error={errorAt(item.key, 'title')}
            maxLength={300}
          />
        </Place>
        <Choice
          label={t('evidence.kind')}
          value={item.kind}
          options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => put({ kind })}
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
      <div id={id}>{isOpen ? <More {...props} /> : <Summary item={item} />}</div>
    </div>
  );
}

function Summary({ item }: { readonly item: EvidenceForm }): ReactNode {
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

function More({ item, items, known, onChange, errorAt, placeOf }: RowProps): ReactNode {
  const { t } = useWords();
  const unknown = known === undefined ? [] : codesOf(item.criteria).filter((code) => !known.includes(code));
  const put = (part: Partial<EvidenceForm>): void => onChange(item.key, part);
  return (
    <div className="stack tight">
      <div className="cols">
        <TextLine
          label={t('evidence.supplier')}
          value={item.supplier}
          onChange={(supplier) => put({ supplier })}
          maxLength={300}
        />
        <Place name={placeOf(item.key, 'date')}>
          <TextLine
            label={t('evidence.date')}
            value={item.date}
            onChange={(date) => put({ date })}
            error={errorAt(item.key, 'date')}
            maxLength={10}
          />
        </Place>
        <Choice
          label={t('evidence.label')}
          value={item.label}
          options={LABELS.map((label) => ({ value: label, label: t(`label.${label}`) }))}
          onChange={(label) => put({ label })}
        />
        <Place name={placeOf(item.key, 'criteria')}>
          <TextLine
            label={t('evidence.criteria')}
            hint={t('evidence.criteria.hint')}
            value={item.criteria}
            onChange={(criteria) => put({ criteria })}
            error={unknown.length === 0 ? undefined : t('evidence.criteria.unknown', { ids: unknown.join(', ') })}
            maxLength={4_000}
          />
        </Place>
      </div>
      <div className="row">
        {items.length < 2 ? null : (
          <Button
            kind="quiet"
            small={true}
            onPress={() => {
              for (const each of items)
                onChange(each.key, { supplier: item.supplier, date: item.date, label: item.label });
            }}
          >
            {t('evidence.to.all', { count: items.length })}
          </Button>
        )}
        <span className="hash soft small">{t('evidence.sha', { hash: item.sha256 })}</span>
      </div>
    </div>
  );
}
