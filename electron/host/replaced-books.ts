// Books that an edit has replaced before they were opened: kept on disk, shown nowhere, and nothing is done in them any more.
import type { BookId } from '../../shared/base/ids.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import type { Store } from '../store/open-store.ts';

export type ReplacedBooks = {
  readonly has: (book: string) => Promise<boolean>;
  /** Durable when it resolves. */
  readonly put: (book: BookId, by: BookId) => Promise<Result<null>>;
};

/** Old book to new book, as one setting of the store. */
const PLACE = 'books/replaced';

export function openReplacedBooks(store: Pick<Store, 'readSetting' | 'saveSetting'>): ReplacedBooks {
  let known: Promise<Map<string, string>> | undefined;
  const read = async (): Promise<Map<string, string>> =>
    new Map(Object.entries(JSON.parse((await store.readSetting(PLACE)) ?? '{}') as Record<string, string>));
  const all = async (): Promise<Map<string, string>> => {
    known ??= read();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    has: async (book) => (await all()).has(book),
    put: async (book, by) => {
      const next = new Map(await all()).set(book, by);
      const saved = await store.saveSetting(PLACE, JSON.stringify(Object.fromEntries(next)));
      if (!saved.ok) return saved;
      (await all()).set(book, by);
      return ok(null);
    },
  };
}
