// How a criterion is judged and on what terms, in words: a line each.
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import { comparatorOf } from '../../shared/lang/when.ts';
import type { Words } from './words.ts';

/** How a criterion is judged, a line each. */
export function judgedWords(criterion: Criterion, { t, of, decimal }: Words): readonly string[] {
  if (criterion.kind === 'pass-fail') return [t('load.tree.pass-fail')];
  if (criterion.kind === 'points') {
    const levels = criterion.levels.map(({ points, name }) => t('load.tree.level', { points, name: of(name) }));
    return [t('load.tree.points', { levels: levels.join(', ') }), t('load.tree.pass', { pass: criterion.pass })];
  }
  const { unit, threshold, comparator, formula } = criterion;
  return [
    threshold === null
      ? t('load.tree.measured.open', { unit })
      : t('load.tree.measured', { comparator: comparatorOf(comparator), threshold: decimal(threshold), unit }),
    ...(formula === undefined ? [] : [t('load.tree.formula', { formula })]),
  ];
}

/** On which marks of others it is judged at all. */
export const conditionWords = ({ appliesWhen = [] }: Criterion, { t }: Words): readonly string[] =>
  appliesWhen.map(({ criterion, mark }) => t(`load.tree.when.${mark}`, { criterion }));

/** All that binds it. */
export function termsWords(criterion: Criterion, words: Words): readonly string[] {
  const { t, count } = words;
  const { mustPass, notApplicable, weight } = criterion;
  return [
    ...(mustPass === true ? [t('load.tree.must-pass')] : []),
    ...conditionWords(criterion, words),
    ...(weight === undefined ? [] : [t('load.tree.weight', { weight: count(weight) })]),
    ...(notApplicable ? [t('load.tree.not-applicable')] : []),
  ];
}
