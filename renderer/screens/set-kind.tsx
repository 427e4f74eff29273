// What a measured value is compared with, and the levels of a criterion that is judged by points.
import { type ReactNode, useEffect } from 'react';
import { comparatorOf } from '../../shared/lang/when.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { MOST } from '../state/set-edits.ts';
import { criterionPlace } from '../state/set-places.ts';
import { type CriterionProps, useSetWork } from '../state/set-work.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';
import { Line } from './set-lines.tsx';

const COMPARATORS = ['>=', '>', '<=', '<', '='] as const;

export function MeasureFields({ criterion, put }: CriterionProps): ReactNode {
  const { said } = useSetWork();
  const { t } = useWords();
  const { key } = criterion;
  const at = (field: 'unit' | 'comparator' | 'threshold' | 'formula'): string => criterionPlace(key, field);
  const line = (field: 'unit' | 'threshold' | 'formula', most: number) => ({
    place: at(field),
    label: t(`set.field.criterion.${field}`),
    value: criterion[field],
    most,
    onChange: (text: string) => put({ [field]: text }, at(field)),
  });
  return (
    <>
      <div className="cols three">
        <Line {...line('unit', 60)} />
        <Place name={at('comparator')}>
          <Choice
            label={t('set.field.criterion.comparator')}
            value={criterion.comparator}
            options={COMPARATORS.map((value) => ({ value, label: comparatorOf(value) }))}
            error={said(at('comparator')).error}
            onChange={(comparator) => put({ comparator })}
          />
        </Place>
        <Line {...line('threshold', 40)} hint={t('set.field.criterion.threshold.hint')} numeric={true} />
      </div>
      <Line {...line('formula', 600)} rows={2} />
    </>
  );
}

export function PointsFields({ criterion, put }: CriterionProps): ReactNode {
  const { draft, edit, said } = useSetWork();
  const { t, of } = useWords();
  const { key, levels } = criterion;
  const isNew = levels.length === 0;
  const add = (points: readonly string[]): void =>
    edit(
      (now) => ({
        ...now,
        nextKey: now.nextKey + points.length,
        groups: now.groups.map((group) => ({
          ...group,
          criteria: group.criteria.map((each) =>
            each.key === key
              ? {
                  ...each,
                  levels: [
                    ...each.levels,
                    ...points.map((of_, place) => ({
                      key: now.nextKey + place,
                      points: of_,
                      name: { vi: '', en: '' },
                    })),
                  ],
                }
              : each,
          ),
        })),
      }),
      { mark: `criterion.${key}.levels` },
    );
  // Who chooses points wants to write levels: the least and the most are there to begin with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the criterion becomes one with points
  useEffect(() => {
    if (isNew) add(['0', '100']);
  }, [isNew]);
  const putLevel = (level: number, part: object, mark: string): void =>
    put({ levels: levels.map((each) => (each.key === level ? { ...each, ...part } : each)) }, mark);
  const place = (field: 'levelPoints' | 'levelVi' | 'levelEn', level: number) => criterionPlace(key, field, level);
  const few = said(criterionPlace(key, 'levels')).error;
  return (
    <fieldset className="set-levels">
      <legend className="small strong">{t('set.field.criterion.levels')}</legend>
      <p className="soft small">{t('set.levels.words')}</p>
      {levels.map((level, at) => {
        const number = at + 1;
        return (
          <div key={level.key} className="set-level">
            <Line
              place={place('levelPoints', level.key)}
              label={t('set.field.criterion.levelPoints', { number })}
              value={level.points}
              most={10}
              numeric={true}
              onChange={(points) => putLevel(level.key, { points }, place('levelPoints', level.key))}
            />
            <Line
              place={place('levelVi', level.key)}
              label={t('set.field.criterion.levelVi', { number })}
              value={level.name.vi}
              most={4_000}
              onChange={(vi) => putLevel(level.key, { name: { ...level.name, vi } }, place('levelVi', level.key))}
            />
            <Line
              place={place('levelEn', level.key)}
              label={t('set.field.criterion.levelEn', { number })}
              value={level.name.en}
              most={4_000}
              onChange={(en) => putLevel(level.key, { name: { ...level.name, en } }, place('levelEn', level.key))}
            />
            <Button
              kind="quiet"
              small={true}
              label={t('set.level.remove', { number })}
              onPress={() => put({ levels: levels.filter((each) => each.key !== level.key) })}
            >
              {t('app.remove')}
            </Button>
          </div>
        );
      })}
      {few === undefined ? null : <p className="error">{few}</p>}
      <div className="row bottom">
        <Button isDisabled={levels.length >= MOST.levels || draft.nextKey > 999_000} onPress={() => add([''])}>
          {t('set.level.add')}
        </Button>
        <Place name={criterionPlace(key, 'pass')}>
          <Choice
            label={t('set.field.criterion.pass')}
            value={criterion.pass}
            empty={t('set.pass.none')}
            options={passable(criterion.pass, levels).map((level) => ({
              value: level.points,
              label: t('set.pass.level', { points: level.points, name: of(level.name) }),
            }))}
            error={said(criterionPlace(key, 'pass')).error}
            onChange={(pass) => put({ pass })}
          />
        </Place>
      </div>
    </fieldset>
  );
}

type Levels = CriterionProps['criterion']['levels'];

/** Each figure once; a pass mark that no level has any more is still shown, or the list would seem to say another. */
function passable(pass: string, levels: Levels): Levels {
  const known = levels.filter(
    ({ points }, at) => points.trim() !== '' && levels.findIndex((each) => each.points === points) === at,
  );
  if (pass === '' || known.some(({ points }) => points === pass)) return known;
  return [...known, { key: 0, points: pass, name: { vi: '–', en: '–' } }];
}
