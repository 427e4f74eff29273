// Values for many rows of evidence at once: which rows, and what is set for all of them.
import { type ReactNode, useState } from 'react';
import { EVIDENCE_KINDS, LABELS } from '../../shared/book/rulings.ts';
import { readDay } from '../../shared/lang/when.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Tick } from '../parts/pick.tsx';
import { type IntakeRow, titleWithFolder } from '../state/intake.ts';
import { useWords } from '../state/words.ts';
import { MANY } from './evidence-fields.tsx';

export type BulkBarProps = {
  /** Those that the words of the filter leave. */
  readonly rows: readonly IntakeRow[];
  readonly all: number;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  /** Keys of rows. */
  readonly chosen: ReadonlySet<number>;
  readonly onChosen: (keys: ReadonlySet<number>) => void;
  readonly onPatch: (keys: ReadonlySet<number>, part: (row: IntakeRow) => Partial<IntakeRow>) => void;
  readonly onRemove: (keys: ReadonlySet<number>) => void;
};

export function BulkBar(props: BulkBarProps): ReactNode {
  const { rows, all, filter, onFilter, chosen, onChosen, onPatch, onRemove } = props;
  const { t } = useWords();
  const here = new Set(rows.filter(({ key }) => chosen.has(key)).map(({ key }) => key));
  const hasFolders = rows.some((row) => here.has(row.key) && titleWithFolder(row) !== row.title);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lie in the grid
    <div className="bulk" role="group" aria-label={t('intake.bulk')}>
      {all > MANY ? (
        <div className="row bottom">
          <TextLine label={t('intake.filter')} value={filter} onChange={onFilter} />
          <span className="soft small" role="status">
            {t('intake.filtered', { count: rows.length, all })}
          </span>
        </div>
      ) : null}
      <div className="row">
        <Tick
          label={t('intake.all', { count: rows.length })}
          isOn={rows.length > 0 && here.size === rows.length}
          onChange={(isOn) => onChosen(new Set(isOn ? rows.map(({ key }) => key) : []))}
        />
        <span className="soft small" role="status">
          {t('intake.chosen', { count: here.size })}
        </span>
        {hasFolders ? (
          <Button kind="quiet" small={true} onPress={() => onPatch(here, (row) => ({ title: titleWithFolder(row) }))}>
            {t('intake.folder.title')}
          </Button>
        ) : null}
        {here.size === 0 ? null : (
          <Button kind="quiet" small={true} onPress={() => onRemove(here)}>
            {t('intake.remove', { count: here.size })}
          </Button>
        )}
      </div>
      {here.size === 0 ? null : <BulkFields onSet={(part) => onPatch(here, () => part)} count={here.size} />}
    </div>
  );
}

const EMPTY = { supplier: '', date: '', criteria: '', kind: '', label: '' } as const;
type Typed = { readonly [K in keyof typeof EMPTY]: string };

/** What is left empty stays as it is in each row. */
function BulkFields(props: { readonly count: number; readonly onSet: (part: Partial<IntakeRow>) => void }): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const put = (part: Partial<Typed>): void => setTyped((now) => ({ ...now, ...part }));
  const set: Partial<IntakeRow> = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const isWrong = typed.date !== '' && readDay(typed.date) === undefined;
  return (
    <div className="stack tight">
      <div className="cols bulk-fields">
        <Choice
          label={t('evidence.kind')}
          value={typed.kind as IntakeRow['kind'] | ''}
          empty={t('intake.keep')}
          options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => put({ kind })}
        />
        <TextLine
          label={t('evidence.supplier')}
          value={typed.supplier}
          onChange={(supplier) => put({ supplier })}
          maxLength={300}
        />
        <TextLine
          label={t('evidence.date')}
          value={typed.date}
          onChange={(date) => put({ date })}
          error={isWrong ? t('error.date') : undefined}
          maxLength={10}
        />
        <Choice
          label={t('evidence.label')}
          value={typed.label as IntakeRow['label'] | ''}
          empty={t('intake.keep')}
          options={LABELS.map((label) => ({ value: label, label: t(`label.${label}`) }))}
          onChange={(label) => put({ label })}
        />
        <TextLine
          label={t('evidence.criteria')}
          value={typed.criteria}
          onChange={(criteria) => put({ criteria })}
          maxLength={4_000}
        />
      </div>
      <div className="row">
        <Button
          isDisabled={isWrong || Object.keys(set).length === 0}
          onPress={() => {
            props.onSet(set);
            setTyped(EMPTY);
          }}
        >
          {t('intake.set', { count: props.count })}
        </Button>
        <span className="soft small">{t('intake.set.words')}</span>
      </div>
    </div>
  );
}
