// All that is wrong with the form in one list, each line a way to its place.
import { type ReactNode, useId } from 'react';
import { ruleName } from '../../shared/lang/rules-words.ts';
import { Icon } from '../parts/icon.tsx';
import { type FormError, type FormErrors, stepOf } from '../state/form-errors.ts';
import type { FormState } from '../state/session-form.ts';
import { useWords, type Words } from '../state/words.ts';
import { goToPlace } from './form-place.tsx';

const PLACES = ['subject', 'place', 'council', 'decisionNumber', 'decisionDate', 'decisionBody'] as const;

/** The name of a place as the form itself writes it. */
function nameOf(place: string, form: FormState, { t, language }: Words): string {
  if (place.startsWith('rules.')) return ruleName(place.slice('rules.'.length), language);
  const line = PLACES.find((each) => each === place);
  if (line !== undefined) return t(`new.${line}`);
  const [first, second, third, fourth] = place.split('.');
  if (first === 'criteria') return t('new.criteria');
  if (first === 'threshold') return t('new.threshold.how', { id: second ?? '' });
  if (first === 'members') return t('new.members');
  if (first === 'member') {
    const at = form.members.findIndex(({ key }) => String(key) === second);
    return `${t('new.member', { number: at + 1 })}: ${t('new.member.name')}`;
  }
  const at = form.platforms.findIndex(({ key }) => String(key) === second);
  const platform = t('new.platform', { number: at + 1 });
  if (third === 'evidence') {
    const item = form.platforms[at]?.evidence.findIndex(({ key }) => String(key) === fourth) ?? 0;
    return `${platform}: ${t('evidence.item', { number: item + 1 })}`;
  }
  return third === 'measured' ? `${platform}: ${fourth ?? ''}` : `${platform}: ${t('new.platform.name')}`;
}

export function ErrorList({ form, errors }: { readonly form: FormState; readonly errors: FormErrors }): ReactNode {
  const words = useWords();
  const { t } = words;
  const id = useId();
  return (
    <section className="notice stop" aria-labelledby={id}>
      <Icon name="stop" />
      <p id={id} className="strong">
        {t('new.errors', { count: errors.size })}
      </p>
      <ul className="error-list">
        {[...errors].map(([place, error]: [string, FormError]) => (
          <li key={place}>
            <button type="button" className="link" onClick={() => goToPlace(place)}>
              {nameOf(place, form, words)}
            </button>{' '}
            <span className="small">
              {t(`error.${error}`)} ({t(`new.step.${stepOf(place)}`)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
