// The head of a set: its name and how it stands, its parts, and for a draft the way back, what is kept and what is wrong.
import type { ReactNode } from 'react';
import type { LibraryRow } from '../../shared/contract/criteria-library.ts';
import type { SetDraft } from '../../shared/criteria/set-draft.ts';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import type { Kept } from '../state/keeper.ts';
import { writeRoute } from '../state/route.ts';
import { criteriaIn } from '../state/set-edits.ts';
import type { SetTab } from '../state/set-places.ts';
import { useWords } from '../state/words.ts';

const TABS = ['content', 'outcomes', 'consult', 'promulgate'] as const;

export function SetHead(props: {
  readonly row: LibraryRow;
  readonly draft: SetDraft;
  readonly tab: SetTab;
  readonly onTab: (tab: SetTab) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { row, draft, tab, onTab, children } = props;
  const { t, of } = useWords();
  return (
    <header className="set-head">
      <a className="set-back small" href={writeRoute({ at: 'page', page: 'library' })}>
        {t('set.back')}
      </a>
      <div className="row">
        <h1 className="breaks">{of(draft.name) || t('set.nameless')}</h1>
        <Tag>{t(`set.${row.state}`)}</Tag>
        {draft.sample ? (
          <Tag tone="warn" title={t('tag.sample.words')}>
            {t('tag.sample')}
          </Tag>
        ) : null}
        <span className="soft small">
          {t('set.version', { version: draft.version })} ·{' '}
          {t('set.counts', { groups: draft.groups.length, criteria: criteriaIn(draft).length })}
        </span>
      </div>
      <div className="row">
        <Pick
          label={t('set.tabs')}
          hideLabel={true}
          value={tab}
          options={TABS.map((value) => ({ value, label: t(`set.tab.${value}`) }))}
          onChange={onTab}
        />
        {children}
      </div>
    </header>
  );
}

export function DraftHands(props: {
  readonly kept: Kept;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly errors: number;
  readonly warnings: number;
  readonly isListed: boolean;
  readonly onList: () => void;
}): ReactNode {
  const { kept, errors, warnings } = props;
  const { t, clock, say } = useWords();
  const words = {
    untouched: () => t('set.kept.untouched'),
    typing: () => t('set.kept.typing'),
    saved: () => (kept.word === 'saved' ? t('set.kept.saved', { time: clock(kept.at) }) : ''),
    refused: () => (kept.word === 'refused' ? t('set.kept.refused', { why: say(kept.why) }) : ''),
  };
  return (
    <>
      <Button small={true} isDisabled={!props.canUndo} onPress={props.onUndo}>
        {t('set.undo')}
      </Button>
      <Button small={true} isDisabled={!props.canRedo} onPress={props.onRedo}>
        {t('set.redo')}
      </Button>
      {errors + warnings === 0 ? null : (
        <Button kind={errors > 0 ? 'stop' : 'plain'} small={true} expanded={props.isListed} onPress={props.onList}>
          {t('set.problems', { errors, warnings })}
        </Button>
      )}
      <span className="grow" />
      <p className={kept.word === 'refused' ? 'small wrong' : 'small soft'} role="status">
        {words[kept.word]()}
      </p>
    </>
  );
}
