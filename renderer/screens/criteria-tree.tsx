// The criteria by groups, with my marks as signs and how many of each group are done.
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { Draft, DraftItem } from '../../shared/book/ballot.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkSign } from '../parts/mark-word.tsx';
import { Tick } from '../parts/pick.tsx';
import { differs, type Former } from '../state/use-terms.ts';
import { walkRows } from '../state/walk-rows.ts';
import { useWords } from '../state/words.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly draft: Draft;
  readonly errors: ReadonlyMap<string, Refusal>;
  /** Criteria this seat does not judge; they are neither done nor left. */
  readonly barred: readonly string[];
  readonly former: Former | undefined;
  /** False where there is no sheet: then the tree is for reading only. */
  readonly isWorking: boolean;
  readonly at: string;
  readonly onGo: (criterion: string) => void;
};

export function CriteriaTree({ set, draft, errors, barred, former, isWorking, at, onGo }: Props): ReactNode {
  const { t, of } = useWords();
  const [isFiltered, setFiltered] = useState(false);
  const mine = criteriaOf(set).filter(({ id }) => !barred.includes(id));
  const all = mine.length;
  const done = all - mine.filter(({ id }) => errors.has(id)).length;
  return (
    <nav className="tree" aria-label={t('scoring.tree')} onKeyDown={(event) => walkRows(event, '.tree-row')}>
      {isWorking ? (
        <div className="tree-head">
          <p className="small strong" role="status">
            {t('scoring.done', { done, all })}
          </p>
          <progress max={all} value={done} aria-label={t('scoring.done', { done, all })} />
          <Tick label={t('scoring.filter.left')} isOn={isFiltered} onChange={setFiltered} />
        </div>
      ) : null}
      {set.groups.map((group) => {
        const judged = group.criteria.filter(({ id }) => !barred.includes(id));
        const left = judged.filter(({ id }) => errors.has(id));
        const shown =
          isWorking && isFiltered ? group.criteria.filter(({ id }) => errors.has(id) || id === at) : group.criteria;
        return shown.length === 0 ? null : (
          <section key={group.id} aria-label={of(group.name)}>
            <h2>
              <span>{of(group.name)}</span>
              {isWorking ? (
                <span className="soft">
                  {t('scoring.done.group', { done: judged.length - left.length, all: judged.length })}
                </span>
              ) : null}
            </h2>
            <ul>
              {shown.map((criterion) => (
                <TreeRow
                  key={criterion.id}
                  id={criterion.id}
                  words={of(criterion.statement)}
                  item={draft.items[criterion.id]}
                  isBarred={barred.includes(criterion.id)}
                  isOther={differs(draft.items[criterion.id] ?? {}, former?.items[criterion.id])}
                  hasSign={isWorking}
                  isAt={criterion.id === at}
                  onGo={onGo}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function RowSign(props: { readonly item: DraftItem | undefined; readonly isBarred: boolean }): ReactNode {
  const { item, isBarred } = props;
  const { t } = useWords();
  if (isBarred)
    return (
      <span className="mark none">
        <Icon name="lock" />
        <span className="unseen">{t('recusal.criterion.short')}</span>
      </span>
    );
  if (item?.mark === 'scored' && item.points !== undefined)
    return (
      <span className="tree-points">
        {item.points}
        <span className="unseen"> {t('points.unit')}</span>
      </span>
    );
  return <MarkSign mark={item?.mark} />;
}

const TreeRow = memo(function TreeRow(props: {
  readonly id: string;
  readonly words: string;
  readonly item: DraftItem | undefined;
  readonly isBarred: boolean;
  readonly isOther: boolean;
  readonly hasSign: boolean;
  readonly isAt: boolean;
  readonly onGo: (criterion: string) => void;
}): ReactNode {
  const { id, words, item, isBarred, isOther, hasSign, isAt, onGo } = props;
  const { t } = useWords();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAt) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isAt]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className="tree-row"
        tabIndex={isAt ? 0 : -1}
        aria-current={isAt ? 'step' : undefined}
        onClick={() => onGo(id)}
      >
        {hasSign ? <RowSign item={item} isBarred={isBarred} /> : null}
        <span className="tree-id">
          {id}
          {isOther ? (
            <span className="tree-other" title={t('change.is')}>
              <span aria-hidden="true"> ≠</span>
              <span className="unseen"> {t('change.is')}</span>
            </span>
          ) : null}
        </span>
        <span className="tree-words">{words}</span>
      </button>
    </li>
  );
});
