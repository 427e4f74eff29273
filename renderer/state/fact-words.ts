// What each kind of entry is called in the log.
import { useCallback } from 'react';
import { type ScreenKey, screensVi } from '../../shared/lang/screens-vi.ts';
import { useWords } from './words.ts';

type FactKey = ScreenKey & `fact.${string}`;
const isFact = (key: string): key is FactKey => key.startsWith('fact.') && Object.hasOwn(screensVi, key);

/** A kind that this version has no words for keeps its code name. */
export function useFactWords(): (kind: string) => string {
  const { t } = useWords();
  return useCallback(
    (kind) => {
      const key = `fact.${kind}`;
      return isFact(key) ? t(key) : kind;
    },
    [t],
  );
}
