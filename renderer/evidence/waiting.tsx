// What stands where a file will be, while it is on its way.
import type { ReactNode } from 'react';
import { useWords } from '../state/words.ts';

export function Waiting({ title }: { readonly title: string }): ReactNode {
  const { t } = useWords();
  return (
    <p className="soft" role="status" data-coming="">
      {t('app.wait', { what: title })}
    </p>
  );
}
