// The title of the window or tab: where one is, before what the application is called (WCAG 2.4.2).
import { useEffect } from 'react';
import { useWords } from './words.ts';

/** From the particular to the general, so that a narrow tab shows what differs. */
export function useTitle(...places: readonly string[]): void {
  const { t } = useWords();
  const title = [...places, t('app.name')].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
