// Opens a store for one test.
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../../electron/store/open-store.ts';
import { granted, worker } from './samples.ts';

export type Options = Partial<Omit<StoreOptions, 'folder'>>;

/** A store that the test closes, or that is closed when the test is over. */
export async function openedIn(folder: string, options: Options = {}): Promise<Store> {
  const store = granted(await openStore({ folder, worker, ...options }));
  onTestFinished(async () => {
    await store.close().catch(() => undefined);
  });
  return store;
}
