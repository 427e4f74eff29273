// How what is typed is kept, as a value of React; what is not saved yet is saved before the page goes.
import { useEffect, useSyncExternalStore } from 'react';
import { useHouse } from './house.ts';
import type { Keeper, Kept } from './keeper.ts';

export const laterOnce = (act: () => void, ms: number): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** @param keeper the same object at every rendering */
export function useKept(keeper: Pick<Keeper<never>, 'now' | 'onChange' | 'flush'>): Kept {
  const { client } = useHouse();
  const kept = useSyncExternalStore(keeper.onChange, keeper.now, keeper.now);
  useEffect(() => {
    const save = (): void => void keeper.flush();
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    const stop = client.onState(() => {
      if (client.state.word === 'open') save();
    });
    return () => {
      removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      stop();
      save();
    };
  }, [client, keeper]);
  return kept;
}
