// What was written after a cut: void, kept, and looked at for what it gave away.
import type { FeedId } from '../base/ids.ts';
import type { Book, FeedLog } from './book.ts';
import { courseOf } from './course.ts';
import { mayBeSpoiled } from './decide-passing.ts';
import type { Entry, Sha256 } from './entry.ts';
import { readFact } from './fact.ts';
import type { HeadRef } from './head.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';

/** Entries of a former recording feed that do not count: after its cut, or on a branch that was not taken. */
export function voidTail(book: Book, { feed, entries, upTo }: Segment): readonly Entry[] {
  if (upTo === undefined) return [];
  const fork = book.forks?.get(feed);
  const other = [book.feeds.get(feed), fork?.log].find((log) => log !== undefined && log.entries !== entries);
  return [...entries.slice(upTo), ...(other?.entries.slice((fork?.seq ?? 1) - 1) ?? [])];
}

/** Recording feeds whose way was not taken: they and all they say are void. */
export function voidFeeds(book: Book, sha256: Sha256): readonly FeedLog[] {
  const taken = new Set(courseOf(book, sha256)?.segments.map(({ feed }) => feed));
  return [...book.feeds.values()].filter(
    ({ feed, entries }) => !taken.has(feed) && entries[0]?.head.includes('"kind":"recording-passed"'),
  );
}

const POLL_OF: ReadonlySet<string> = new Set(['revealed', 'key-released', 'share-released']);

/** The poll that an entry reveals, or of which it releases a key. */
function opens(
  entry: Entry,
): { readonly poll: string; readonly kind: string; readonly seen?: number; readonly seenHash?: string } | undefined {
  const read = readFact(entry);
  if (!read.ok || read.value.withheld || !POLL_OF.has(read.value.head.kind)) return undefined;
  const { body } = read.value.fact;
  const { seen } = read.value.head;
  if (!('poll' in body)) return undefined;
  return { poll: body.poll, kind: read.value.head.kind, ...(seen ? { seen: seen.seq, seenHash: seen.hash } : {}) };
}

/** Whether the author had folded something that counts: a head of a recording feed before its cut. */
function isOnCourse(segments: readonly Segment[], seq: number, hash: string): boolean {
  return segments.some(({ entries, upTo }) => seq <= (upTo ?? entries.length) && entries[seq - 1]?.hash === hash);
}

/**
 * Whether this entry shows that a poll was opened in a void tail: a `revealed` there, or a key that its device gave for
 * what it had seen there. A key that somebody gives for nothing spoils only its own ballot's secret, and no poll.
 */
export function spoils(book: Book, sha256: Sha256, poll: string, { feed, seq, hash }: HeadRef): boolean {
  const segments = courseOf(book, sha256)?.segments ?? [];
  const logs = [book.feeds.get(feed as FeedId), book.forks?.get(feed as FeedId)?.log];
  const entry = logs.flatMap((log) => log?.entries[seq - 1] ?? []).find((each) => each.hash === hash);
  const opened = entry && opens(entry);
  if (entry === undefined || opened?.poll !== poll) return false;
  if (opened.kind === 'revealed') return isVoid(book, segments, feed, seq, hash);
  return opened.seen !== undefined && !isOnCourse(segments, opened.seen, opened.seenHash ?? '');
}

function isVoid(book: Book, segments: readonly Segment[], feed: string, seq: number, hash: string): boolean {
  const segment = segments.find((each) => each.feed === feed);
  if (segment === undefined)
    return book.feeds.get(feed as FeedId)?.entries[0]?.head.includes('"kind":"recording-passed"') === true;
  return segment.entries[seq - 1]?.hash !== hash || (segment.upTo !== undefined && seq > segment.upTo);
}

/** Polls of this state that something in the book shows to be spoiled, each with what shows it. */
export function spoiledPolls(
  state: State,
  book: Book,
  sha256: Sha256,
): readonly { readonly poll: string; readonly proof: HeadRef }[] {
  const waiting = new Set(mayBeSpoiled(state).map(({ poll }) => poll));
  if (state.passings.length === 0 || waiting.size === 0) return [];
  const found = new Map<string, HeadRef>();
  const logs = [...book.feeds.values(), ...[...(book.forks?.values() ?? [])].map(({ log }) => log)];
  for (const { feed, entries } of logs)
    for (const [index, entry] of entries.entries()) {
      const poll = opens(entry)?.poll;
      if (poll === undefined || !waiting.has(poll) || found.has(poll)) continue;
      const proof = { feed, seq: index + 1, hash: entry.hash };
      if (spoils(book, sha256, poll, proof)) found.set(poll, proof);
    }
  return [...found].map(([poll, proof]) => ({ poll, proof }));
}

/**
 * The heads of every recording feed that an extract of this state needs: the present one first, then each former one up
 * to its cut, or on to the commit that holds what spoiled a poll.
 */
export function recordingHeads(state: State, book: Book): readonly HeadRef[] {
  const proofs = Object.values(state.polls).flatMap(({ spoiled }) => spoiled ?? []);
  const heads = new Map<string, HeadRef>();
  for (const head of [...state.passings.map(({ from }) => from), ...proofs]) {
    const log = book.feeds.get(head.feed);
    const signed = log?.commits.find(({ seq }) => seq >= head.seq)?.seq ?? head.seq;
    const known = heads.get(head.feed);
    const hash = log?.entries[signed - 1]?.hash ?? head.hash;
    if (known === undefined || known.seq < signed) heads.set(head.feed, { feed: head.feed, seq: signed, hash });
  }
  const { feed, seq, hash } = state.recording;
  return [{ feed, seq, hash }, ...heads.values()];
}
