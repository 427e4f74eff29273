// The criteria by groups, with my marks as signs and how many of each group are done.
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { Draft, DraftMark } from '../../shared/book/ballot.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { MarkSign } from '../parts/mark-word.tsx';
import { Tick } from '../parts/pick.tsx';
import { useWords } from '../state/words.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly draft: Draft;
  readonly errors: ReadonlyMap<string, Refusal>;
  /** False where there is no sheet: then the tree is for reading only. */
  readonly isWorking: boolean;
  readonly at: string;
  readonly onGo: (criterion: string) => void;
};

const STEPS: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowDown: (at, all) => Math.min(at + 1, all - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, all) => all - 1,
};

/** One stop for Tab; arrows go from criterion to criterion and show each. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.tree-row')];
  const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1;
  const step = STEPS[event.key];
  if (at < 0 || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const next = rows[step(at, rows.length)];
  next?.focus();
  next?.click();
}

export function CriteriaTree({ set, draft, errors, isWorking, at, onGo }: Props): ReactNode {
  const { t, of } = useWords();
  const [isFiltered, setFiltered] = useState(false);
  const all = criteriaOf(set).length;
  const done = all - criteriaOf(set).filter(({ id }) => errors.has(id)).length;
  return (
    <nav className="tree" aria-label={t('scoring.tree')} onKeyDown={walk}>
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
        const left = group.criteria.filter(({ id }) => errors.has(id));
        const shown =
          isWorking && isFiltered ? group.criteria.filter(({ id }) => errors.has(id) || id === at) : group.criteria;
        return shown.length === 0 ? null : (
          <section key={group.id} aria-label={of(group.name)}>
            <h2>
              <span>{of(group.name)}</span>
              {isWorking ? (
                <span className="soft">
                  {t('scoring.done.group', { done: group.criteria.length - left.length, all: group.criteria.length })}
                </span>
              ) : null}
            </h2>
            <ul>
              {shown.map((criterion) => (
                <TreeRow
                  key={criterion.id}
                  id={criterion.id}
                  words={of(criterion.statement)}
                  mark={draft.items[criterion.id]?.mark}
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

const TreeRow = memo(function TreeRow(props: {
  readonly id: string;
  readonly words: string;
  readonly mark: DraftMark | undefined;
  readonly hasSign: boolean;
  readonly isAt: boolean;
  readonly onGo: (criterion: string) => void;
}): ReactNode {
  const { id, words, mark, hasSign, isAt, onGo } = props;
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
        {hasSign ? <MarkSign mark={mark} /> : null}
        <span className="tree-id">{id}</span>
        <span className="tree-words">{words}</span>
      </button>
    </li>
  );
});
