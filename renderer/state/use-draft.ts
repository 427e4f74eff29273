// The draft of a session form as a value of React: kept while somebody types, saved before the page goes.
import { useMemo } from 'react';
import { type DraftKeeper, openDraftKeeper } from './draft-keeper.ts';
import { useHouse } from './house.ts';
import type { Kept } from './keeper.ts';
import { laterOnce, useKept } from './use-keeper.ts';

export function useDraft(draft: string | undefined): { readonly keeper: DraftKeeper; readonly kept: Kept } {
  const { client } = useHouse();
  const keeper = useMemo(() => openDraftKeeper({ call: client.call, draft, later: laterOnce }), [client, draft]);
  return { keeper, kept: useKept(keeper) };
}
