// The tree of a criteria set that is written: one stop of Tab, arrows choose, keys and buttons add, double, move and remove.
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import type { CriterionDraft, GroupDraft } from '../../shared/criteria/set-draft.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { type At, isAt } from '../state/set-edits.ts';
import { walkRows } from '../state/walk-rows.ts';
import { useWords } from '../state/words.ts';

export type TreeAct = 'add-group' | 'add-criterion' | 'duplicate' | 'up' | 'down' | 'remove';
const BUTTONS = [
  ['add-criterion', 'set.add.criterion'],
  ['add-group', 'set.add.group'],
  ['duplicate', 'set.duplicate'],
  ['up', 'set.up'],
  ['down', 'set.down'],
  ['remove', 'set.remove'],
] as const;
const OF_ROW: readonly TreeAct[] = ['duplicate', 'up', 'down', 'remove'];

function actOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): TreeAct | undefined {
  if (ctrlKey || metaKey || shiftKey) return undefined;
  if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;
  return key === 'Insert' ? 'add-criterion' : key === 'Delete' ? 'remove' : undefined;
}

export function SetTree(props: {
  readonly groups: readonly GroupDraft[];
  readonly at: At;
  readonly errors: ReadonlyMap<number, number>;
  /** Undefined: for reading only. */
  readonly onAct: ((act: TreeAct) => void) | undefined;
  readonly onGo: (at: At) => void;
  /** Enter on a row: into its fields. */
  readonly onEnter: () => void;
}): ReactNode {
  const { groups, at, errors, onAct, onGo, onEnter } = props;
  const { t, of } = useWords();
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const isRow = event.target instanceof HTMLElement && event.target.classList.contains('set-row');
    const act = isRow ? actOf(event) : undefined;
    if (act !== undefined && onAct !== undefined) {
      event.preventDefault();
      onAct(act);
    } else if (isRow && event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    } else walkRows(event, '.set-row');
  };
  return (
    <div className="set-tree">
      {onAct === undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: buttons of a tree are no fieldset of a form
        <div className="set-acts" role="group" aria-label={t('set.tree.acts')}>
          {BUTTONS.map(([act, key]) => (
            <Button
              key={act}
              small={true}
              isDisabled={at.is === 'set' && OF_ROW.includes(act)}
              onPress={() => onAct(act)}
            >
              {t(key)}
            </Button>
          ))}
        </div>
      )}
      <nav aria-label={t('set.tree')} onKeyDown={press}>
        <Row
          at={SET}
          id=""
          words={t('set.tree.whole')}
          level="set"
          isOpen={at.is === 'set'}
          errors={errors.get(0) ?? 0}
          onGo={onGo}
        />
        {groups.map((group) => (
          <section key={group.key} aria-label={group.id}>
            <GroupRow
              group={group}
              words={of(group.name)}
              isOpen={at.is === 'group' && at.key === group.key}
              errors={errors.get(group.key) ?? 0}
              onGo={onGo}
            />
            <ul>
              {group.criteria.map((criterion) => (
                <CriterionRow
                  key={criterion.key}
                  criterion={criterion}
                  words={of(criterion.statement)}
                  isOpen={isAt(at, { is: 'criterion', key: criterion.key })}
                  errors={errors.get(criterion.key) ?? 0}
                  onGo={onGo}
                />
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <p className="soft small set-hint">{t(onAct === undefined ? 'set.tree.hint.frozen' : 'set.tree.hint')}</p>
    </div>
  );
}

const SET: At = { is: 'set' };

type RowProps = { readonly isOpen: boolean; readonly errors: number; readonly onGo: (at: At) => void };

const GroupRow = memo(function GroupRow({
  group,
  words,
  ...rest
}: RowProps & { readonly group: GroupDraft; readonly words: string }): ReactNode {
  return <Row {...rest} at={{ is: 'group', key: group.key }} id={group.id} words={words} level="group" />;
});

const CriterionRow = memo(function CriterionRow({
  criterion,
  words,
  ...rest
}: RowProps & { readonly criterion: CriterionDraft; readonly words: string }): ReactNode {
  const { key, id, mustPass } = criterion;
  return (
    <li>
      <Row {...rest} at={{ is: 'criterion', key }} id={id} words={words} level="criterion" isMust={mustPass} />
    </li>
  );
});

function Row(
  props: RowProps & {
    readonly at: At;
    readonly id: string;
    readonly words: string;
    readonly level: At['is'];
    readonly isMust?: boolean;
  },
): ReactNode {
  const { at, id, words, level, isMust, isOpen, errors, onGo } = props;
  const { t } = useWords();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <button
      ref={row}
      type="button"
      className={`tree-row set-row of-${level}`}
      tabIndex={isOpen ? 0 : -1}
      aria-current={isOpen ? 'step' : undefined}
      onClick={() => onGo(at)}
    >
      {id === '' ? null : <span className="tree-id">{id}</span>}
      <span className={words === '' ? 'tree-words soft' : 'tree-words'}>
        {words === '' ? t('set.tree.empty') : words}
        {isMust === true ? <span className="soft"> · {t('set.tree.must')}</span> : null}
      </span>
      {errors === 0 ? null : (
        <span className="wrong set-errors">
          <Icon name="stop" />
          <span className="unseen"> {t('set.tree.errors', { count: errors })}</span>
        </span>
      )}
    </button>
  );
}
