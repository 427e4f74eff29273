// Own statements that the recording machine has not ruled on: what this machine knows ahead of everybody else.
import type { FeedId, Hash } from '../../shared/base/ids.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import type { Book } from '../../shared/book/book.ts';
import type { Entry } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import type { State } from '../../shared/book/state.ts';
import { STATEMENTS, type Statement } from '../../shared/book/statements.ts';

type Known = {
  readonly book: Book;
  readonly state: State;
  /** Feeds that were signed in two ways, and from where. */
  readonly forks: ReadonlyMap<FeedId, number>;
};
type Holding = Known & {
  readonly held: ReadonlyMap<FeedId, { readonly own: { readonly feed: FeedId }; readonly role: 'recording' | 'seat' }>;
};
export type Unruled = { readonly feed: FeedId; readonly seq: number; readonly entry: Entry };

/** Entries of a feed that are here and that nobody has ruled on; none past a fork or the end of its device. */
export function unruledIn({ book, state, forks }: Known, feed: FeedId) {
  const log = book.feeds.get(feed);
  const { ruledTo, ends } = state.feeds[feed] ?? {};
  const last = Math.min(log?.entries.length ?? 0, ends ?? Number.POSITIVE_INFINITY, (forks.get(feed) ?? Infinity) - 1);
  const from = ruledTo?.seq ?? 0;
  return (log?.entries ?? [])
    .slice(from, Math.max(from, last))
    .map((entry, at): Unruled => ({ feed, seq: from + 1 + at, entry }));
}

/** Of the seats whose keys lie here, in the order in which they were written in each feed. */
export const ownUnruled = (live: Holding): readonly Unruled[] =>
  [...live.held.values()].filter(({ role }) => role === 'seat').flatMap(({ own }) => unruledIn(live, own.feed));

/**
 * The state as it will be if all of them are admitted: what the next own statement is decided on, and what the seat's own
 * sheet shows. The folded state itself where none waits.
 */
export function stateAhead(live: Holding): State {
  const waiting = ownUnruled(live);
  if (waiting.length === 0) return live.state;
  const ahead = structuredClone(live.state);
  for (const { entry } of waiting) {
    const read = readFact(entry);
    if (!read.ok || read.value.withheld || !Object.hasOwn(STATEMENTS, read.value.fact.kind)) continue;
    const { head, fact } = read.value;
    applyStatement(ahead, fact as Statement, { entry: entry.hash as Hash, at: head.at }, head);
  }
  return ahead;
}
