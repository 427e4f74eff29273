// Which sessions used which version, and how many marks of theirs belong to criteria that are another question now.
import type { ReactNode } from 'react';
import type { SetUse } from '../../shared/contract/criteria-library.ts';
import type { Comparison } from '../../shared/criteria/compare-sets.ts';
import { Section, Tag } from '../parts/page.tsx';
import { askedOtherwise, type Touched, touchedBy } from '../state/compare.ts';
import { writeRoute } from '../state/route.ts';
import { useWords } from '../state/words.ts';

const COLUMNS = ['session', 'version', 'ballots', 'touched'] as const;

export function CompareUses(props: {
  readonly uses: readonly SetUse[];
  readonly hashes: { readonly before: string | undefined; readonly after: string | undefined };
  readonly comparison: Comparison;
}): ReactNode {
  const { t } = useWords();
  const { uses, hashes, comparison } = props;
  if (uses.length === 0)
    return (
      <Section title={t('compare.uses')}>
        <p>{t('compare.uses.none')}</p>
      </Section>
    );
  const criteria = askedOtherwise(comparison);
  return (
    <Section title={t('compare.uses')} words={t('compare.uses.words')}>
      <div className="wide">
        <table className="compare-uses">
          <caption className="unseen">{t('compare.uses')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={column}>
                  {t(`compare.uses.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {touchedBy(uses, hashes, comparison).map((each) => (
              <Use key={each.use.book} touched={each} criteria={criteria} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Use({ touched, criteria }: { readonly touched: Touched; readonly criteria: number }): ReactNode {
  const { t, day, count } = useWords();
  const { use, is, marks } = touched;
  return (
    <tr>
      <th scope="row">
        <a className="breaks" href={writeRoute({ at: 'session', book: use.book })}>
          {use.subject}
        </a>
        <p className="soft small">
          {day(use.openedAt)} {use.kind === 'rehearsal' ? <Tag tone="warn">{t('compare.uses.rehearsal')}</Tag> : null}{' '}
          {use.sealed ? <Tag>{t('compare.uses.sealed')}</Tag> : null}
        </p>
      </th>
      <td data-label={t('compare.uses.version')}>{t(`compare.uses.is.${is}`, { version: use.version })}</td>
      <td data-label={t('compare.uses.ballots')}>{count(use.ballots)}</td>
      <td data-label={t('compare.uses.touched')}>
        {is === 'after' ? t('compare.uses.same') : null}
        {is === 'other' ? t('compare.uses.unknown') : null}
        {is !== 'before'
          ? null
          : use.ballots === 0
            ? t('compare.uses.yet')
            : t('compare.uses.marks', { marks: count(marks), ballots: count(use.ballots), criteria: count(criteria) })}
      </td>
    </tr>
  );
}
