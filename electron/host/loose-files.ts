// Files that were brought in and that nothing names: looked for at the start, before anybody can name one.
import { ok, type Result } from '../../shared/base/result.ts';
import type { Store } from '../store/open-store.ts';

/** How long a file may wait to be named, ms: a form that is filled in over two working days is kept as a draft. */
export const LOOSE_LIFE = 24 * 60 * 60 * 1_000;

type Read = Pick<Store, 'readBooks' | 'readBook' | 'readAllDrafts' | 'readSettings'>;

/** Every run of 64 hex digits that is one of them; in a longer run none is. */
function take(text: string, wanted: ReadonlySet<string>, found: Set<string>): void {
  for (const [hash] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)) if (wanted.has(hash)) found.add(hash);
}

/**
 * Those hashes that any text of the store bears, whatever it is for: bodies of entries of every book (also of one that
 * was replaced), drafts, settings. One book in memory at a time.
 */
export async function namedIn(store: Read, wanted: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const text of [...(await store.readAllDrafts()), ...(await store.readSettings())]) take(text, wanted, found);
  for (const book of await store.readBooks()) {
    if (found.size === wanted.size) break;
    for (const { entries } of await store.readBook(book))
      for (const { body } of entries) take(body ?? '', wanted, found);
  }
  return found;
}

/** To be done before the door is open. Without it a little room on the disk is lost, and nothing else. */
export async function sweepLoose(
  store: Read & Pick<Store, 'dropLoose'>,
  now: Date,
): Promise<Result<{ readonly dropped: number; readonly bytes: number }>> {
  const swept = await store.dropLoose(new Date(now.getTime() - LOOSE_LIFE), (wanted) => namedIn(store, wanted));
  return swept.ok ? ok(swept.value) : swept;
}
