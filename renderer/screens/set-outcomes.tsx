// The outcomes of a set as data with their wording: read from the top, the last one for every other case.
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { addOutcome, criteriaIn, MOST, moveOutcome, type OutcomeDraft } from '../state/set-edits.ts';
import { outcomePlace, setPlace } from '../state/set-places.ts';
import { useSetWork } from '../state/set-work.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';
import { BothLines, Line } from './set-lines.tsx';

const CASES = ['all-met', 'all-met-except-tag', 'must-pass-met'] as const;

export function OutcomesPart(): ReactNode {
  const { draft, edit, said } = useSetWork();
  const { t } = useWords();
  const isEnded = draft.outcomes.at(-1)?.is === 'otherwise';
  const { error, warning } = said(setPlace('outcomes'));
  return (
    <Section title={t('set.outcomes')} words={t('set.outcomes.words')}>
      {draft.outcomes.map((outcome, at) => (
        <OutcomeFields key={outcome.key} outcome={outcome} number={at + 1} />
      ))}
      {error === undefined ? null : <p className="error">{error}</p>}
      {warning === undefined ? null : <p className="waiting small">{warning}</p>}
      <Place name={setPlace('outcomes')}>
        <div>
          <Button isDisabled={draft.outcomes.length >= MOST.outcomes} onPress={() => edit(addOutcome)}>
            {t(isEnded ? 'set.outcome.add' : 'set.outcome.add.last')}
          </Button>
        </div>
      </Place>
    </Section>
  );
}

function OutcomeFields({ outcome, number }: { readonly outcome: OutcomeDraft; readonly number: number }): ReactNode {
  const { draft, edit, said } = useSetWork();
  const { t } = useWords();
  const { key } = outcome;
  const put = (part: Partial<OutcomeDraft>, mark?: string): void =>
    edit(
      (now) => ({ ...now, outcomes: now.outcomes.map((each) => (each.key === key ? { ...each, ...part } : each)) }),
      mark === undefined ? {} : { mark },
    );
  const isLast = outcome.is === 'otherwise';
  const free = draft.outcomes.length - (draft.outcomes.at(-1)?.is === 'otherwise' ? 1 : 0);
  const tags = [...new Set(criteriaIn(draft).flatMap((each) => each.tags))].sort();
  const known = outcome.tag === '' || tags.includes(outcome.tag) ? tags : [...tags, outcome.tag];
  // "Every other case" is last or nowhere; a set from elsewhere may have it higher up, and it shows where it is.
  const cases = isLast ? (['otherwise', ...(number === draft.outcomes.length ? [] : CASES)] as const) : CASES;
  return (
    <fieldset className="set-outcome">
      <legend className="strong">{t('set.outcome.number', { number })}</legend>
      <div className="cols three">
        <Place name={outcomePlace(key, 'when')}>
          <Choice
            label={t('set.field.outcome.when')}
            value={outcome.is}
            options={cases.map((value) => ({ value, label: t(`set.when.${value}`) }))}
            isDisabled={cases.length === 1}
            error={said(outcomePlace(key, 'when')).error}
            onChange={(is) => put({ is })}
          />
        </Place>
        {outcome.is === 'all-met-except-tag' ? (
          <Place name={outcomePlace(key, 'tag')}>
            <Choice
              label={t('set.field.outcome.tag')}
              value={outcome.tag}
              empty={t('set.tag.none')}
              options={known.map((tag) => ({ value: tag, label: tag }))}
              error={said(outcomePlace(key, 'tag')).error}
              onChange={(tag) => put({ tag })}
            />
          </Place>
        ) : null}
        <Line
          place={outcomePlace(key, 'outcome')}
          label={t('set.field.outcome.outcome')}
          value={outcome.outcome}
          most={60}
          onChange={(code) => put({ outcome: code }, outcomePlace(key, 'outcome'))}
        />
      </div>
      <BothLines
        vi={{ place: outcomePlace(key, 'vi'), label: t('set.field.outcome.vi') }}
        en={{ place: outcomePlace(key, 'en'), label: t('set.field.outcome.en') }}
        value={outcome.name}
        rows={2}
        onChange={(name, mark) => put({ name }, mark)}
      />
      <div className="row">
        <Button
          small={true}
          label={t('set.outcome.up', { number })}
          isDisabled={number === 1 || number > free}
          onPress={() => edit((now) => moveOutcome(now, key, -1))}
        >
          {t('set.up')}
        </Button>
        <Button
          small={true}
          label={t('set.outcome.down', { number })}
          isDisabled={number >= free}
          onPress={() => edit((now) => moveOutcome(now, key, 1))}
        >
          {t('set.down')}
        </Button>
        <Button
          kind="quiet"
          small={true}
          label={t('set.outcome.remove', { number })}
          isDisabled={draft.outcomes.length === 1}
          onPress={() => edit((now) => ({ ...now, outcomes: now.outcomes.filter((each) => each.key !== key) }))}
        >
          {t('set.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

/** What stands in a frozen set. */
export function OutcomesRead({ outcomes }: { readonly outcomes: readonly OutcomeDraft[] }): ReactNode {
  const { t, of } = useWords();
  return (
    <Section title={t('set.outcomes')} words={t('set.outcomes.words')}>
      <ol className="set-read">
        {outcomes.map(({ key, is, tag, outcome, name }) => (
          <li key={key}>
            <span className="strong">
              {is === 'all-met-except-tag' ? t('set.when.tag', { tag }) : t(`set.when.${is}`)}
            </span>
            <p>
              {of(name)} <span className="soft small">({outcome})</span>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
