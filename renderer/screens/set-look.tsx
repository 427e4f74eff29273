// A criterion as a member will read it; nothing in it can be pressed.
import type { ReactNode } from 'react';
import type { CriterionDraft } from '../../shared/criteria/set-draft.ts';
import { comparatorOf } from '../../shared/lang/when.ts';
import { weightOf } from '../state/points.ts';
import { useWords } from '../state/words.ts';

export function CriterionLook({ criterion }: { readonly criterion: CriterionDraft }): ReactNode {
  const { t, of, decimal } = useWords();
  const { id, statement, guidance, evidence, kind, tags, weight, appliesWhen, mustPass, origin } = criterion;
  return (
    <section className="criterion-body set-look" aria-label={t('scoring.criterion', { id })}>
      <h2>{t('scoring.criterion', { id })}</h2>
      <p className="statement breaks">{of(statement) || <span className="soft">{t('set.tree.empty')}</span>}</p>
      <Asked label={t('scoring.guidance')} words={of(guidance)} />
      <Asked label={t('scoring.asked')} words={of(evidence)} />
      {kind === 'measured' ? <Measure criterion={criterion} /> : null}
      {kind === 'points' ? <Levels criterion={criterion} /> : <Marks criterion={criterion} />}
      {appliesWhen.map((on, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other name than its place
        <p key={at} className="small">
          {t('set.look.condition', { id: on.criterion, mark: t(`mark.${on.mark}`) })}
        </p>
      ))}
      {mustPass ? <p className="small strong">{t('set.look.must')}</p> : null}
      {/^[0-9]+$/.test(weight.trim()) ? (
        <p className="soft small">{t('set.look.weight', { weight: decimal(weightOf(Number(weight))) })}</p>
      ) : null}
      {tags.length === 0 ? null : <p className="soft small">{t('set.look.tags', { tags: tags.join(', ') })}</p>}
      {origin === '' ? null : <p className="soft small">{t('set.look.origin', { origin })}</p>}
    </section>
  );
}

function Asked({ label, words }: { readonly label: string; readonly words: string }): ReactNode {
  if (words === '') return null;
  return (
    <p className="small breaks">
      <span className="soft">{label}: </span>
      {words}
    </p>
  );
}

function Marks({ criterion }: { readonly criterion: CriterionDraft }): ReactNode {
  const { t } = useWords();
  const marks = ['met', 'not-met', ...(criterion.notApplicable ? ['not-applicable' as const] : [])] as const;
  return <p className="small">{t('set.look.marks', { marks: marks.map((mark) => t(`mark.${mark}`)).join(' · ') })}</p>;
}

function Measure({ criterion }: { readonly criterion: CriterionDraft }): ReactNode {
  const { t, decimal } = useWords();
  const { unit, threshold, formula } = criterion;
  const comparator = comparatorOf(criterion.comparator);
  const typed = threshold.trim().replace(',', '.');
  return (
    <div className="measured">
      <p>
        {typed === ''
          ? t('set.look.open', { unit, comparator })
          : t('set.look.measured', { comparator, threshold: decimal(typed), unit })}
      </p>
      {formula === '' ? null : <p className="soft small">{t('set.look.formula', { formula })}</p>}
    </div>
  );
}

function Levels({ criterion }: { readonly criterion: CriterionDraft }): ReactNode {
  const { t, of } = useWords();
  return (
    <ul className="set-look-levels">
      {criterion.levels.map(({ key, points, name }) => (
        <li key={key}>
          <span className="strong">{t('set.look.level', { points })}</span> {of(name)}
          {points !== '' && points === criterion.pass ? <span className="soft"> · {t('set.look.pass')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
