// A mark as sign, word and colour together: colour never stands alone.
import type { ReactNode } from 'react';
import type { DraftMark } from '../../shared/book/ballot.ts';
import { useWords } from '../state/words.ts';
import { Icon } from './icon.tsx';

export function MarkWord({ mark }: { readonly mark: DraftMark | undefined }): ReactNode {
  const { t } = useWords();
  const name = mark ?? 'none';
  return (
    <span className={`mark ${name}`}>
      <Icon name={name} />
      {t(`mark.${name}`)}
    </span>
  );
}

/** Only the sign, with the word for those who hear the page. */
export function MarkSign({ mark }: { readonly mark: DraftMark | undefined }): ReactNode {
  const { t } = useWords();
  const name = mark ?? 'none';
  return (
    <span className={`mark ${name}`}>
      <Icon name={name} />
      <span className="unseen">{t(`mark.${name}`)}</span>
    </span>
  );
}
