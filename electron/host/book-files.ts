// Files that a book names, for whoever copies it: what is looked at next comes first.
import type { Hash } from '../../shared/base/ids.ts';
import { revisionsOf } from '../../shared/book/evidence-of.ts';
import type { State } from '../../shared/book/state.ts';
import { type Closed, closedFiles, openFiles } from './closed-platforms.ts';
import { newestFile } from './minutes-text.ts';

/** `size` in bytes; absent where the book does not say: the minutes. */
export type NamedFile = { readonly sha256: Hash; readonly size?: number };

/** Newest revisions first, then older ones, photos, and the file of the minutes; each once, none of a closed platform. */
export function filesIn(state: State, closed: Closed): readonly NamedFile[] {
  const sizes = new Map<string, number>();
  const newest: string[] = [];
  for (const { evidence } of Object.values(state.platforms))
    for (const item of Object.values(evidence))
      for (const [at, { sha256, size }] of revisionsOf(item).entries()) {
        sizes.set(sha256, size);
        if (at === 0) newest.push(sha256);
      }
  for (const poll of Object.values(state.polls))
    for (const { photo } of Object.values(poll.ballots)) if (photo) sizes.set(photo.sha256, photo.size);
  const open = new Set(openFiles(state, closed).map(({ sha256 }) => sha256));
  const barred = closedFiles(state, closed);
  const ordered = [...new Set([...newest, ...open])].filter((sha256) => open.has(sha256) && !barred.has(sha256));
  const minutes = newestFile(state);
  return [
    ...ordered.map((sha256) => ({ sha256: sha256 as Hash, size: sizes.get(sha256) ?? 0 })),
    ...(minutes === undefined ? [] : [{ sha256: minutes }]),
  ];
}
