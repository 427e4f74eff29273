// Everything that is wrong with a set or worth a look, in one list whose lines lead to their fields.
import { type ReactNode, useId } from 'react';
import type { SetDraft } from '../../shared/criteria/set-draft.ts';
import type { Placed } from '../state/set-places.ts';
import { wordPlace, wordProblem } from '../state/set-problems.ts';
import { useWords } from '../state/words.ts';

/** More than these help nobody at once. */
const SHOWN = 60;

export function ProblemList(props: {
  readonly all: readonly Placed[];
  readonly draft: SetDraft;
  readonly onGo: (to: Placed) => void;
}): ReactNode {
  const { all, draft, onGo } = props;
  const words = useWords();
  const { t } = words;
  const id = useId();
  const inOrder = [...all].sort(
    (one, other) => Number(one.problem.severity === 'warning') - Number(other.problem.severity === 'warning'),
  );
  return (
    <section className="set-problems" aria-labelledby={id}>
      <h2 id={id} className="unseen">
        {t('set.problems.list')}
      </h2>
      <ul>
        {inOrder.slice(0, SHOWN).map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may stand at one place with one code
          <li key={`${each.place} ${each.problem.code} ${at}`}>
            <span className={each.problem.severity === 'error' ? 'wrong strong' : 'waiting strong'}>
              {t(`set.problem.${each.problem.severity}`)}
            </span>{' '}
            <button type="button" className="link" onClick={() => onGo(each)}>
              {wordPlace(each, draft, words)}
            </button>{' '}
            <span>{wordProblem(each.problem, draft, words)}</span>
          </li>
        ))}
      </ul>
      {all.length > SHOWN ? (
        <p className="soft small">{t('set.problems.more', { count: all.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
