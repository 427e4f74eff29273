// Criteria to be talked about, in the order at hand; those that were are ticked off.
import type { ReactNode } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { ChartSpread } from '../parts/chart-spread.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../state/words.ts';
import { PointsSpread } from './points-spread.tsx';

export function TalkList(props: {
  readonly rows: readonly CriterionResult[];
  readonly words: ReadonlyMap<string, string>;
  readonly at: string | undefined;
  readonly done: ReadonlySet<string>;
  readonly onGo: (criterion: string) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <ul>
      {props.rows.map((row) => {
        const isDone = props.done.has(row.criterion);
        return (
          <li key={row.criterion}>
            <button
              id={`talk-${row.criterion}`}
              type="button"
              className={`talk-row${isDone ? ' discussed' : ''}${row.points === undefined ? '' : ' scored'}`}
              aria-current={row.criterion === props.at ? 'true' : undefined}
              onClick={() => props.onGo(row.criterion)}
            >
              <span className="talk-done">
                {isDone ? (
                  <>
                    <Icon name="done" />
                    <span className="unseen">{t('talk.settled')}</span>
                  </>
                ) : null}
              </span>
              <span className="tree-id">{row.criterion}</span>
              <span className="matrix-words">{props.words.get(row.criterion)}</span>
              {row.points === undefined ? <ChartSpread row={row} /> : <PointsSpread row={row} />}
              <span className={`verdict-tag ${row.verdict}`}>{t(`verdict.${row.verdict}`)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
