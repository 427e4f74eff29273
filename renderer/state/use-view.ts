// A view of the host as a value of React: watched while somebody looks, the last value kept between links.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { LastingClient } from '../../shared/contract/lasting-client.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';
import { useHouse } from './house.ts';

type Snapshot = Result<unknown> | undefined;
type Watched = { value: Snapshot; readonly listeners: Set<() => void>; stop: () => void };

/** One watch per view and parameters, however many components look; it ends a moment after the last one went. */
export type ViewStore = {
  readonly subscribe: <V extends ViewName>(view: V, params: Views[V]['params'], told: () => void) => () => void;
  readonly now: <V extends ViewName>(view: V, params: Views[V]['params']) => Result<Views[V]['value']> | undefined;
};

const keyOf = (view: string, params: object): string => `${view} ${JSON.stringify(params)}`;

export function viewStore(client: Pick<LastingClient, 'watch'>, later: (act: () => void) => void): ViewStore {
  const watched = new Map<string, Watched>();
  return {
    subscribe: (view, params, told) => {
      const key = keyOf(view, params);
      let entry = watched.get(key);
      if (entry === undefined) {
        const made: Watched = { value: undefined, listeners: new Set(), stop: () => {} };
        watched.set(key, made);
        made.stop = client.watch(view, params, (value) => {
          made.value = value;
          for (const each of [...made.listeners]) each();
        });
        entry = made;
      }
      const mine = entry;
      mine.listeners.add(told);
      return () => {
        mine.listeners.delete(told);
        // A change of screen lets go and takes up again at once: the value must not flicker.
        later(() => {
          if (mine.listeners.size > 0 || watched.get(key) !== mine) return;
          watched.delete(key);
          mine.stop();
        });
      };
    },
    // What was watched under this key is of this view: the map is written above only.
    now: <V extends ViewName>(view: V, params: Views[V]['params']) =>
      watched.get(keyOf(view, params))?.value as Result<Views[V]['value']> | undefined,
  };
}

const stores = new WeakMap<LastingClient, ViewStore>();
/** The one store of a client: every screen that looks at the same view shares its watch. */
export function storeFor(client: LastingClient): ViewStore {
  const known = stores.get(client);
  if (known !== undefined) return known;
  const store = viewStore(client, (act) => setTimeout(act, 2_000));
  stores.set(client, store);
  return store;
}

/** Undefined until the host has answered for the first time. */
export const useView = <V extends ViewName>(
  view: V,
  params: Views[V]['params'],
): Result<Views[V]['value']> | undefined => useViewOf(useHouse().client, view, params);

/** The same over a client that is no house's: the window on the wall has one link and nothing else. */
export function useViewOf<V extends ViewName>(
  client: LastingClient,
  view: V,
  params: Views[V]['params'],
): Result<Views[V]['value']> | undefined {
  const store = storeFor(client);
  // Parameters are made anew at each rendering; the watch depends on what they say.
  const text = JSON.stringify(params);
  const same = useMemo(() => JSON.parse(text) as Views[V]['params'], [text]);
  const subscribe = useCallback((told: () => void) => store.subscribe(view, same, told), [store, view, same]);
  const now = useCallback(() => store.now(view, same), [store, view, same]);
  return useSyncExternalStore(subscribe, now, now);
}
