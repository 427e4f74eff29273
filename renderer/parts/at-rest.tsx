// How this machine keeps its data on its disk, for the desk, and what weakens it; honest about what is not covered.
import type { ReactNode } from 'react';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

export function AtRest(): ReactNode {
  const { t, say } = useWords();
  const shell = useView('shell', {});
  if (shell?.ok !== true) return null;
  const { covered, worries } = shell.value;
  return (
    <>
      {covered ? <p className="soft small">{t('atrest.covered')}</p> : null}
      {worries.map((worry) => (
        <p key={worry.code} className="small">
          {say(worry)}
        </p>
      ))}
    </>
  );
}
