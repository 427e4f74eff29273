// Two texts side by side with the words that differ marked by a sign and a line, never by colour alone.
import { Fragment, type ReactNode } from 'react';
import { type Piece, wordDiff } from '../state/word-diff.ts';
import { useWords } from '../state/words.ts';

export function OldWords({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return <Words pieces={wordDiff(before, after).before} side="before" />;
}
export function NewWords({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return <Words pieces={wordDiff(before, after).after} side="after" />;
}

function Words({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'before' | 'after' }): ReactNode {
  const { t } = useWords();
  if (pieces.length === 0) return <span className="soft">{t('compare.nothing')}</span>;
  const Changed = side === 'before' ? 'del' : 'ins';
  return pieces.map(({ text, differs }, at) => {
    // The sign stands at the first word, not at the space or the line before it.
    const words = differs ? text.trimStart() : '';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change their places
      <Fragment key={at}>
        {text.slice(0, text.length - words.length)}
        {words === '' ? null : <Changed>{words}</Changed>}
      </Fragment>
    );
  });
}
