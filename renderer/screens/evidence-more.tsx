// The folded part of one piece of evidence: supplier, date, circulation, criteria, what it revises, its type and hash.
import type { ReactNode } from 'react';
import { LABELS } from '../../shared/book/rulings.ts';
import { Choice, TextLine } from '../parts/field.tsx';
import type { IntakeRow, Original } from '../state/intake.ts';
import { codesOf } from '../state/session-form.ts';
import { useTypeWords } from '../state/type-words.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

export type RowActs = {
  readonly onChange: (key: number, part: Partial<IntakeRow>) => void;
  readonly onRemove: (key: number) => void;
  readonly onChoose: (key: number, isOn: boolean) => void;
  /** `of` empty: it is an item of its own after all. */
  readonly onRevise: (key: number, of: string) => void;
};
export type RowProps = RowActs & {
  readonly item: IntakeRow;
  readonly number: number;
  readonly isMany: boolean;
  readonly isChosen: boolean;
  readonly known: readonly string[] | undefined;
  /** Before the name of a place. */
  readonly places: string;
  /** What is wrong there, in words. */
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly criteria: string | undefined;
  readonly likely: string | undefined;
  readonly same: string | undefined;
  readonly originals: readonly Original[];
};

export function EvidenceMore(props: RowProps): ReactNode {
  const { item, known, places, originals, onChange, onRevise } = props;
  const { t } = useWords();
  const typeWords = useTypeWords();
  const unknown = known === undefined ? [] : codesOf(item.criteria).filter((code) => !known.includes(code));
  const put = (part: Partial<IntakeRow>): void => onChange(item.key, part);
  const others = originals.filter(({ value }) => value !== `row ${item.key}`);
  return (
    <div className="stack tight">
      <div className="cols">
        <TextLine
          label={t('evidence.supplier')}
          value={item.supplier}
          onChange={(supplier) => put({ supplier })}
          maxLength={300}
        />
        <Place name={`${places}date`}>
          <TextLine
            label={t('evidence.date')}
            value={item.date}
            onChange={(date) => put({ date })}
            error={props.date}
            maxLength={10}
          />
        </Place>
        <Choice
          label={t('evidence.label')}
          value={item.label}
          options={LABELS.map((label) => ({ value: label, label: t(`label.${label}`) }))}
          onChange={(label) => put({ label })}
        />
        <Place name={`${places}criteria`}>
          <TextLine
            label={t('evidence.criteria')}
            hint={t('evidence.criteria.hint')}
            value={item.criteria}
            onChange={(criteria) => put({ criteria })}
            error={unknown.length === 0 ? undefined : t('evidence.criteria.unknown', { ids: unknown.join(', ') })}
            maxLength={4_000}
          />
        </Place>
        {others.length === 0 ? null : (
          <Choice<string>
            label={t('intake.revises')}
            value={item.revises ?? 'none'}
            options={[
              { value: 'none', label: t('intake.revises.none') },
              ...others.map(({ value, number, title }) => ({ value, label: `${number}. ${title}` })),
            ]}
            onChange={(of) => onRevise(item.key, of === 'none' ? '' : of)}
          />
        )}
      </div>
      <p className="soft small breaks">
        {item.mediaType === undefined ? null : `${typeWords(item.mediaType)} · `}
        <span className="hash">{t('evidence.sha', { hash: item.sha256 })}</span>
      </p>
    </div>
  );
}
