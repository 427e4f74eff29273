// On which marks of which other criteria one criterion is judged at all.
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { criteriaIn, MOST } from '../state/set-edits.ts';
import { criterionPlace } from '../state/set-places.ts';
import { type CriterionProps, useSetWork } from '../state/set-work.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

/** Characters of a statement that one line of the list shows. */
const SHOWN = 70;

export function ConditionFields({ criterion, put }: CriterionProps): ReactNode {
  const { draft, said } = useSetWork();
  const { t, of } = useWords();
  const { key, appliesWhen } = criterion;
  // Five hundred lines of a list are made anew only when nobody types.
  const quiet = useDeferredValue(draft.groups);
  const others = useMemo(
    () =>
      criteriaIn({ groups: quiet })
        .filter((each) => each.key !== key && each.id !== '')
        .map((each) => ({ value: each.id, label: `${each.id} ${of(each.statement).slice(0, SHOWN)}` })),
    [quiet, key, of],
  );
  const write = (at: number, part: Partial<(typeof appliesWhen)[number]>): void =>
    put({ appliesWhen: appliesWhen.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  const circle = said(criterionPlace(key, 'conditions')).error;
  return (
    <fieldset className="set-conditions">
      <legend className="small strong">{t('set.field.criterion.conditions')}</legend>
      <p className="soft small">{t(appliesWhen.length === 0 ? 'set.conditions.none' : 'set.conditions.words')}</p>
      {appliesWhen.map((on, at) => {
        const number = at + 1;
        const isGone = on.criterion !== '' && !others.some(({ value }) => value === on.criterion);
        const gone = { value: on.criterion, label: t('set.condition.gone', { id: on.criterion }) };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other name than its place
          <div key={at} className="set-condition">
            <Place name={criterionPlace(key, 'conditions', at)}>
              <Choice
                label={t('set.condition.on', { number })}
                value={on.criterion}
                empty={t('set.condition.choose')}
                options={isGone ? [gone, ...others] : others}
                error={said(criterionPlace(key, 'conditions', at)).error}
                onChange={(id) => write(at, { criterion: id })}
              />
            </Place>
            <Choice
              label={t('set.condition.mark', { number })}
              value={on.mark}
              options={[
                { value: 'met', label: t('mark.met') },
                { value: 'not-met', label: t('mark.not-met') },
              ]}
              onChange={(mark) => write(at, { mark })}
            />
            <Button
              kind="quiet"
              small={true}
              label={t('set.condition.remove', { number })}
              onPress={() => put({ appliesWhen: appliesWhen.filter((_, place) => place !== at) })}
            >
              {t('app.remove')}
            </Button>
          </div>
        );
      })}
      {circle === undefined ? null : <p className="error">{circle}</p>}
      <div>
        <Button
          isDisabled={appliesWhen.length >= MOST.conditions || others.length === 0}
          onPress={() => put({ appliesWhen: [...appliesWhen, { criterion: '', mark: 'met' }] })}
        >
          {t('set.condition.add')}
        </Button>
      </div>
    </fieldset>
  );
}
