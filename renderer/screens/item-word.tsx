// One mark in words: met, not met, or the figure on a scale of points.
import type { ReactNode } from 'react';
import type { DraftMark } from '../../shared/book/ballot.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkWord } from '../parts/mark-word.tsx';
import { useWords } from '../state/words.ts';

export function ItemWord(props: {
  readonly mark: DraftMark | undefined;
  readonly points: number | undefined;
}): ReactNode {
  const { t } = useWords();
  if (props.mark !== 'scored' || props.points === undefined) return <MarkWord mark={props.mark} />;
  return (
    <span className="mark scored">
      <Icon name="scored" />
      {t('points.of', { points: props.points })}
    </span>
  );
}
