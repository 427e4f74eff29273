// Looks at runs from another machine against what is here: what is new, what was known, what is a fork; nothing is kept yet.
import type { FeedId, PublicKey } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import {
  appendRun,
  type Book,
  type Branch,
  checkBranch,
  checkRun,
  type EntryText,
  type FeedLog,
  type RunText,
} from '../../shared/book/book.ts';
import { bodyHashOf, type Run } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import { readHead } from '../../shared/book/head.ts';
import type { LiveBook } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

export type Fresh = { readonly run: Run; readonly key: PublicKey };
export type Sorted = {
  readonly fresh: readonly Fresh[];
  /** Bodies that were withheld here and have come. */
  readonly filled: readonly Run[];
  /** Why the rest was not looked at; what stands before it is sound. */
  readonly stopped?: Refusal;
  /** The other side of a fork, to be kept as proof. */
  readonly branch?: Branch & { readonly run: RunText };
};

const isRecordingHead = (head: string): boolean => {
  const read = readHead(head);
  return read.ok && read.value.seq === 1 && (read.value.book === '' || read.value.kind === 'recording-passed');
};

/** Keys that a run of the recording feed binds: what they sign may stand in the same batch. */
function boundBy({ entries }: Run): readonly string[] {
  return entries.flatMap((entry) => {
    const read = readFact(entry);
    return read.ok && !read.value.withheld && read.value.fact.kind === 'device-bound' ? [read.value.fact.body.key] : [];
  });
}

/** A copy of the book's logs as far as runs touch them: what is here stays as it is until the disk has the rest. */
const trialOf = ({ book }: Pick<LiveBook, 'book'>): Book => ({ ...book, feeds: new Map(book.feeds) });
function ownCopy(trial: Book, feed: FeedId): FeedLog | undefined {
  const log = trial.feeds.get(feed);
  const copy = log && { ...log, entries: [...log.entries], commits: [...log.commits] };
  if (copy) trial.feeds.set(feed, copy);
  return copy;
}

/**
 * In order, each run on what those before it leave. Stops at the first that cannot be taken: what `checkRun` refuses,
 * `fork {feed, seq}`, `key-unbound` (its device is bound by nothing that is here), `own-feed-elsewhere` (a feed of this
 * machine goes on in another copy of it).
 */
export async function sortRuns(around: Surroundings, live: LiveBook, texts: readonly RunText[]): Promise<Sorted> {
  const trial = trialOf(live);
  const bound = new Set<string>();
  const fresh: Fresh[] = [];
  const filled: Run[] = [];
  const copied = new Set<string>();
  for (const text of texts) {
    const feed = text.feed as FeedId;
    if (!copied.has(feed)) ownCopy(trial, feed);
    copied.add(feed);
    const log = trial.feeds.get(feed);
    const fill = log && bodiesFor(around, live, log, text);
    if (fill) filled.push(fill);
    const news = withoutKnown(log, text);
    if (news === undefined) continue;
    const sorted = await sortOne(around, live, trial, news, bound);
    if (!sorted.ok) return { fresh, filled, stopped: sorted.refusal };
    if ('branch' in sorted.value) {
      const { branch } = sorted.value;
      const stopped = { code: 'fork', params: { feed, seq: branch.seq } } as const;
      return { fresh, filled, stopped, branch: { ...branch, run: news } };
    }
    const { run } = sorted.value;
    if (log === undefined ? isRecordingHead(run.entries[0]?.head ?? '') : isRecordingHead(log.entries[0]?.head ?? ''))
      for (const key of boundBy(run)) bound.add(key);
    fresh.push(sorted.value);
  }
  return { fresh, filled };
}

async function sortOne(
  around: Surroundings,
  live: LiveBook,
  trial: Book,
  news: RunText,
  bound: ReadonlySet<string>,
): Promise<Result<Fresh | { readonly branch: Branch }>> {
  const feed = news.feed as FeedId;
  const { sha256 } = around.ciphers;
  const log = trial.feeds.get(feed);
  const forked = live.forks.get(feed);
  if (forked !== undefined) return refuse('fork', { feed, seq: forked });
  if (log !== undefined && news.from <= log.entries.length) {
    const branch = await checkBranch(trial, news, sha256, around.verify);
    return branch.ok ? ok({ branch: branch.value }) : branch;
  }
  if (live.held.has(feed)) return refuse('own-feed-elsewhere', { feed, seq: news.from });
  const checked = await checkRun(trial, news, sha256, around.verify);
  if (!checked.ok) return checked;
  const { key, run } = checked.value;
  const first = log?.entries[0]?.head ?? run.entries[0]?.head ?? '';
  const isKnown = isRecordingHead(first) || live.state.devices[key] !== undefined || bound.has(key);
  if (!isKnown) return refuse('key-unbound', { feed });
  appendRun(trial, checked.value);
  return ok({ key, run });
}

/** The part of a run that goes on from what is here, or differs from it; undefined where all of it is known. */
export function withoutKnown(log: FeedLog | undefined, text: RunText): RunText | undefined {
  const have = log?.entries ?? [];
  let skip = 0;
  const same = (entry: EntryText | undefined, at: number): boolean => {
    const known = have[at];
    if (entry === undefined || known === undefined || known.head !== entry.head) return false;
    return 'body' in entry ? known.body === entry.body || known.body === null : known.bodyHash === entry.bodyHash;
  };
  while (skip < text.entries.length && same(text.entries[skip], text.from - 1 + skip)) skip += 1;
  if (skip === text.entries.length) return undefined;
  const from = text.from + skip;
  const commits = text.commits.filter(({ seq }) => seq >= from);
  return { feed: text.feed, from, entries: text.entries.slice(skip), commits };
}

/** Entries kept here without their body, whose body has come and is the one that was signed; erased ones never again. */
function bodiesFor({ ciphers }: Surroundings, { state }: LiveBook, log: FeedLog, text: RunText): Run | undefined {
  const found = text.entries.findIndex((entry, at) => {
    const known = log.entries[text.from - 1 + at];
    return known?.body === null && 'body' in entry && known.head === entry.head;
  });
  const seq = text.from + found;
  const [known, given] = [log.entries[seq - 1], text.entries[found]];
  if (known === undefined || given === undefined || !('body' in given)) return undefined;
  if (state.erased[`${log.feed}/${seq}`] !== undefined) return undefined;
  if (bodyHashOf(ciphers.sha256, given.body) !== known.bodyHash) return undefined;
  return { feed: log.feed, from: seq, entries: [{ ...known, body: given.body }], commits: [] };
}
