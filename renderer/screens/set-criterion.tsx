// The fields of one criterion: its words, how it is judged, on which conditions, and what is known of it besides.
import { type ReactNode, useRef } from 'react';
import type { CriterionDraft } from '../../shared/criteria/set-draft.ts';
import { Pick, Tick } from '../parts/pick.tsx';
import { codesOf } from '../state/session-form.ts';
import { followId, MOST, putCriterion } from '../state/set-edits.ts';
import { type CriterionField, criterionPlace } from '../state/set-places.ts';
import { type CriterionProps, useSetWork } from '../state/set-work.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';
import { ConditionFields } from './set-conditions.tsx';
import { MeasureFields, PointsFields } from './set-kind.tsx';
import { BothLines, Line, ListLine } from './set-lines.tsx';

const KINDS = ['pass-fail', 'measured', 'points'] as const;
const tagsOf = (typed: string): readonly string[] =>
  codesOf(typed)
    .slice(0, MOST.tags)
    .map((tag) => tag.slice(0, 60));

export function CriterionFields({ criterion }: { readonly criterion: CriterionDraft }): ReactNode {
  const { edit, said } = useSetWork();
  const { t } = useWords();
  const { key } = criterion;
  const at = { is: 'criterion', key } as const;
  const place = (field: CriterionField): string => criterionPlace(key, field);
  const put: CriterionProps['put'] = (part, mark) =>
    edit((now) => putCriterion(now, key, part), mark === undefined ? { at } : { mark, at });
  const settled = useRef(criterion.id);
  const follow = (): void => {
    const from = settled.current;
    settled.current = criterion.id;
    edit((now) => followId(now, from, criterion.id), { mark: place('id') });
  };
  const both = (name: 'guidance' | 'evidence') => (
    <BothLines
      vi={{ place: place(`${name}Vi`), label: t(`set.field.criterion.${name}Vi`) }}
      en={{ place: place(`${name}En`), label: t(`set.field.criterion.${name}En`) }}
      value={criterion[name]}
      rows={2}
      onChange={(value, mark) => put({ [name]: value }, mark)}
    />
  );
  return (
    <>
      <h2>{t('set.criterion', { id: criterion.id })}</h2>
      <section className="stack tight" aria-label={t('set.part.words')}>
        <Line
          place={place('id')}
          label={t('set.field.criterion.id')}
          value={criterion.id}
          most={60}
          onChange={(id) => put({ id }, place('id'))}
          onLeave={follow}
        />
        <BothLines
          vi={{ place: place('vi'), label: t('set.field.criterion.vi') }}
          en={{ place: place('en'), label: t('set.field.criterion.en') }}
          value={criterion.statement}
          rows={3}
          onChange={(statement, mark) => put({ statement }, mark)}
        />
        {both('guidance')}
        {both('evidence')}
      </section>
      <section className="set-part" aria-labelledby="set-judged">
        <h3 id="set-judged">{t('set.part.judged')}</h3>
        <Place name={place('kind')}>
          <Pick
            label={t('set.field.criterion.kind')}
            value={criterion.kind}
            options={KINDS.map((value) => ({ value, label: t(`set.kind.${value}`) }))}
            error={said(place('kind')).error}
            onChange={(kind) => put({ kind })}
          />
        </Place>
        {criterion.kind === 'measured' ? <MeasureFields criterion={criterion} put={put} /> : null}
        {criterion.kind === 'points' ? <PointsFields criterion={criterion} put={put} /> : null}
        <Tick
          label={t('set.field.criterion.notApplicable')}
          isOn={criterion.notApplicable}
          onChange={(notApplicable) => put({ notApplicable })}
        />
        <Tick
          label={t('set.field.criterion.mustPass')}
          hint={t('set.field.criterion.mustPass.hint')}
          isOn={criterion.mustPass}
          onChange={(mustPass) => put({ mustPass })}
        />
        <ConditionFields criterion={criterion} put={put} />
      </section>
      <section className="set-part" aria-labelledby="set-more">
        <h3 id="set-more">{t('set.part.more')}</h3>
        <div className="cols">
          <ListLine
            place={place('tags')}
            label={t('set.field.criterion.tags')}
            hint={t('set.field.criterion.tags.hint')}
            values={criterion.tags}
            read={tagsOf}
            between=", "
            most={1_300}
            onChange={(tags) => put({ tags }, place('tags'))}
          />
          <Line
            place={place('weight')}
            label={t('set.field.criterion.weight')}
            hint={t('set.field.criterion.weight.hint')}
            value={criterion.weight}
            most={10}
            numeric={true}
            onChange={(weight) => put({ weight }, place('weight'))}
          />
        </div>
        <Line
          place={place('origin')}
          label={t('set.field.criterion.origin')}
          hint={t('set.field.criterion.origin.hint')}
          value={criterion.origin}
          most={300}
          onChange={(origin) => put({ origin }, place('origin'))}
        />
      </section>
    </>
  );
}
