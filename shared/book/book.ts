// A book in memory: its feeds, checked as they come, from a disk, a link or a file somebody sent.
import { fromBase64 } from '../base/bytes.ts';
import type { BookId, FeedId, Hash, PublicKey } from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import {
  bodyHashOf,
  type Commit,
  commitMessage,
  type Entry,
  entryHash,
  feedStart,
  type Run,
  type Sha256,
} from './entry.ts';
import { BODY_LIMIT, readHead } from './head.ts';

export type FeedLog = {
  readonly feed: FeedId;
  readonly key: PublicKey;
  /** Entry n stands at index n - 1. */
  readonly entries: Entry[];
  readonly commits: Commit[];
};

export type Book = { readonly id: BookId; readonly feeds: Map<FeedId, FeedLog> };

/** What came from outside: a body, or the hash of one that is withheld. */
export type EntryText =
  | { readonly head: string; readonly body: string }
  | { readonly head: string; readonly bodyHash: string };
export type RunText = {
  readonly feed: string;
  readonly from: number;
  readonly entries: readonly EntryText[];
  readonly commits: readonly Commit[];
};

/** Ed25519 verification (RFC 8032): in Node at once, in a page as a promise. */
export type VerifySignature = (key: Uint8Array, message: Uint8Array, sig: Uint8Array) => boolean | Promise<boolean>;

export const emptyBook = (id: BookId): Book => ({ id, feeds: new Map() });

/** Last entry of a feed that we have; seq 0 and the start hash where there is none. */
export function tipOf(log: FeedLog, sha256: Sha256): { seq: number; hash: Hash } {
  const last = log.entries.at(-1);
  return { seq: log.entries.length, hash: last?.hash ?? feedStart(sha256, log.feed, fromBase64(log.key)) };
}

type Checked = { readonly key: PublicKey; readonly run: Run; readonly last: { seq: number; hash: Hash } };

const at = (run: RunText, index: number) => ({ feed: run.feed, seq: run.from + index });

/**
 * Recomputes the chain of a run that goes on from what `book` has. One signature over the last head proves all before
 * it, so only that one is verified; earlier commits are kept as they came. Nothing is applied here.
 * Refuses: run-gap, run-unsigned, body-too-long, body-mismatch, head-*, wrong-book, wrong-feed, wrong-seq, bad-signature.
 */
export async function checkRun(
  book: Book,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<Checked>> {
  const known = book.feeds.get(run.feed as FeedId);
  const first = run.entries[0];
  if (first === undefined) return refuse('run-empty', { feed: run.feed });
  if (run.from !== (known?.entries.length ?? 0) + 1) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const opening = readHead(first.head);
  if (!opening.ok) return opening;
  const key = known?.key ?? opening.value.key;
  if (key === undefined) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const isFirstFeed = run.from === 1 && opening.value.book === '';
  let hash = known ? tipOf(known, sha256).hash : feedStart(sha256, run.feed as FeedId, fromBase64(key));
  const entries: Entry[] = [];
  for (const [index, text] of run.entries.entries()) {
    const place = at(run, index);
    const head = readHead(text.head);
    if (!head.ok) return refuse(head.refusal.code, { ...head.refusal.params, ...place });
    if (head.value.feed !== run.feed) return refuse('wrong-feed', place);
    if (head.value.seq !== place.seq) return refuse('wrong-seq', place);
    if (head.value.book !== (isFirstFeed && index === 0 ? '' : book.id)) return refuse('wrong-book', place);
    const body = 'body' in text ? text.body : null;
    if (body !== null && body.length > BODY_LIMIT) return refuse('body-too-long', place);
    const bodyHash = body !== null ? bodyHashOf(sha256, body) : ((text as { bodyHash: string }).bodyHash as Hash);
    hash = entryHash(sha256, hash, text.head, bodyHash);
    if (place.seq === 1 && isFirstFeed && hash !== (book.id as string)) return refuse('wrong-book', place);
    entries.push({ head: text.head, body, bodyHash, hash });
  }
  const last = { seq: run.from + entries.length - 1, hash };
  const ordered = run.commits.every((commit, index) => commit.seq > (run.commits[index - 1]?.seq ?? run.from - 1));
  const commit = run.commits.at(-1);
  if (!ordered || commit === undefined || commit.seq !== last.seq) return refuse('run-unsigned', at(run, 0));
  const message = commitMessage(isFirstFeed && last.seq === 1 ? '' : book.id, run.feed as FeedId, last.seq, last.hash);
  if (!(await verifies(verify, key, message, commit.sig)))
    return refuse('bad-signature', { feed: run.feed, seq: last.seq });
  return ok({ key, run: { feed: run.feed as FeedId, from: run.from, entries, commits: run.commits }, last });
}

async function verifies(verify: VerifySignature, key: PublicKey, message: Uint8Array, sig: string): Promise<boolean> {
  try {
    const bytes = fromBase64(sig);
    return bytes.length === 64 && (await verify(fromBase64(key), message, bytes));
  } catch {
    return false;
  }
}

/** Puts a checked run into the book. */
export function appendRun(book: Book, checked: Checked): void {
  const { feed, entries, commits } = checked.run;
  const log = book.feeds.get(feed);
  if (log === undefined) book.feeds.set(feed, { feed, key: checked.key, entries: [...entries], commits: [...commits] });
  else {
    log.entries.push(...entries);
    log.commits.push(...commits);
  }
}

export const wireRun = (run: Run): RunText => ({
  feed: run.feed,
  from: run.from,
  entries: run.entries.map(({ head, body, bodyHash }) => (body === null ? { head, bodyHash } : { head, body })),
  commits: run.commits,
});
