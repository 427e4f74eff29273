// The draft of a session form as a value of React: kept while somebody types, saved before the page goes.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type DraftKeeper, type Kept, openDraftKeeper } from './draft-keeper.ts';
import { useHouse } from './house.ts';

const later = (act: () => void, ms: number): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

export function useDraft(draft: string | undefined): { readonly keeper: DraftKeeper; readonly kept: Kept } {
  const { client } = useHouse();
  const keeper = useMemo(() => openDraftKeeper({ call: client.call, draft, later }), [client, draft]);
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
  return { keeper, kept };
}
