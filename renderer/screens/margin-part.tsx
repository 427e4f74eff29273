// How near the outcome is to another one: each single thing that would turn it as a sentence, with a way to the criterion.
import { type ReactNode, useState } from 'react';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Margin } from '../../shared/results/margin.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { namesOf, useSession } from '../state/session.ts';
import { useShowCriterion } from '../state/show-criterion.ts';
import { useStatements } from '../state/use-statements.ts';
import { useWords } from '../state/words.ts';

/** Sentences that stand open; the rest comes at a press. */
const FIRST = 6;

export function MarginPart(props: {
  readonly margin: Margin;
  readonly result: PlatformResult;
  readonly set: CriteriaSet;
}): ReactNode {
  const { margin, result, set } = props;
  const session = useSession();
  const { t } = useWords();
  const words = useStatements(set);
  const { absent, marks, criteria, firm } = margin;
  const onlyWhole = criteria.filter((id) => !marks.some(({ criterion }) => criterion === id));
  return (
    <section className="stack tight" aria-label={t('margin.title')}>
      <h3>{t('margin.title')}</h3>
      {firm ? (
        <p>
          <strong>{t('margin.firm')}</strong> {t('margin.firm.words')}
        </p>
      ) : (
        <Notice tone="warn">
          <p className="strong">{t('margin.weak')}</p>
          {absent.count === 0 ? null : (
            <p>
              {absent.seats.length > 0
                ? t('margin.absent.names', { names: namesOf(session, absent.seats) })
                : t('margin.absent', { count: absent.count })}
            </p>
          )}
          <Sentences
            rows={marks.map(({ criterion, changes }) => ({
              id: criterion,
              words: t(result.points === undefined ? 'margin.mark' : 'margin.points', { changes }),
            }))}
            words={words}
          />
        </Notice>
      )}
      {onlyWhole.length === 0 ? null : (
        <>
          <p className="small">{t('margin.whole', { count: onlyWhole.length })}</p>
          <Sentences rows={onlyWhole.map((id) => ({ id, words: t('margin.criterion') }))} words={words} />
        </>
      )}
    </section>
  );
}

function Sentences(props: {
  readonly rows: readonly { readonly id: string; readonly words: string }[];
  readonly words: ReadonlyMap<string, string>;
}): ReactNode {
  const { rows, words } = props;
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  if (rows.length === 0) return null;
  return (
    <>
      <ul className="point-list">
        {shown.map(({ id, words: sentence }) => (
          <li key={id}>
            <CriterionLink id={id} /> <span className="soft">{words.get(id)}</span> {sentence}
          </li>
        ))}
      </ul>
      {rows.length > shown.length ? (
        <div>
          <Button small={true} kind="quiet" onPress={() => setWhole(true)}>
            {t('results.more', { count: rows.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Leads to the criterion in the discussion, wherever it is named. */
export function CriterionLink({ id }: { readonly id: string }): ReactNode {
  const { t } = useWords();
  const show = useShowCriterion();
  return (
    <button type="button" className="link" aria-label={t('results.goto', { id })} onClick={() => show(id)}>
      {id}
    </button>
  );
}
