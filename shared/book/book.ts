// A book in memory: its feeds, checked as they come, from a disk, a link or a file somebody sent.
import { z } from 'zod';
import { fromBase64 } from '../base/bytes.ts';
import type { BookId, FeedId, Hash, PublicKey } from '../base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import {
  bodyHashOf,
  type Commit,
  commitMessage,
  type Entry,
  entryHash,
  feedStart,
  type Run,
  type Sha256,
  type VerifySignature,
} from './entry.ts';
import { readBody } from './fact.ts';
import { BODY_LIMIT, bytesText, feedId, hashText, readHead, seqNumber } from './head.ts';
import { checkPassing } from './passing.ts';
import type { KnownCourse } from './segment.ts';

export type FeedLog = {
  readonly feed: FeedId;
  readonly key: PublicKey;
  /** Entry n stands at index n - 1. */
  readonly entries: Entry[];
  readonly commits: Commit[];
};

/** What one secret ballot says, apart from who put it in. `code`: why it is invalid. */
export type SecretText = { readonly text: string; readonly code?: string };

export type Book = {
  readonly id: BookId;
  readonly feeds: Map<FeedId, FeedLog>;
  /** In an extract only: opened texts of secret polls, sorted, in place of the keys that would tie them to their names. */
  readonly texts?: ReadonlyMap<string, readonly SecretText[]>;
  /** Feeds that were signed in two ways: what differs from the branch in `feeds`. Set by `addBranch`. */
  forks?: Map<FeedId, Branch>;
  /** Derived and disposable: who recorded when, as `courseOf` found it. */
  known?: KnownCourse;
};

/** The other branch of a forked feed, whole; `seq` is the first number at which the two differ. */
export type Branch = { readonly seq: number; readonly log: FeedLog };

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

export type { VerifySignature };

export const emptyBook = (id: BookId): Book => ({ id, feeds: new Map() });

/** Last entry of a feed that we have; seq 0 and the start hash where there is none. */
export function tipOf(log: FeedLog, sha256: Sha256): { seq: number; hash: Hash } {
  const last = log.entries.at(-1);
  return { seq: log.entries.length, hash: last?.hash ?? feedStart(sha256, log.feed, fromBase64(log.key)) };
}

type Checked = { readonly key: PublicKey; readonly run: Run; readonly last: { seq: number; hash: Hash } };

const at = (run: RunText, index: number) => ({ feed: run.feed, seq: run.from + index });

/** More entries than this do not come in one run: the next run goes on from there. */
export const RUN_LIMIT = 100_000;

const textShape = z.string().refine((text) => text.isWellFormed(), 'not well-formed');
const runShape = z.object({
  feed: feedId,
  from: seqNumber,
  entries: z
    .array(z.union([z.object({ head: textShape, body: textShape }), z.object({ head: textShape, bodyHash: hashText })]))
    .max(RUN_LIMIT),
  commits: z.array(z.object({ seq: seqNumber, sig: bytesText(64) })).max(RUN_LIMIT),
});

/**
 * Recomputes the chain of a run that goes on from what `book` has, and verifies every commit that is kept: the last one
 * proves the entries, but the others are passed on and stand in extracts, and nobody between us and the author may
 * plant a false one. The first entry of a book is a commit of its own. Nothing is applied here, and nothing is thrown.
 * Refuses: run-malformed, run-empty, run-gap, run-unsigned, body-too-long, head-*, wrong-book, wrong-feed, wrong-seq,
 * bad-signature; of a feed that takes the recording over also what `checkPassing` refuses.
 */
export async function checkRun(
  book: Book,
  given: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<Checked>> {
  const shape = runShape.safeParse(given);
  if (!shape.success) return refuse('run-malformed', { why: shape.error.issues[0]?.path.join('.') ?? '' });
  const run = shape.data;
  const known = book.feeds.get(run.feed);
  const first = run.entries[0];
  if (first === undefined) return refuse('run-empty', { feed: run.feed });
  if (run.from !== (known?.entries.length ?? 0) + 1) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const opening = readHead(first.head);
  if (!opening.ok) return opening;
  const key = known?.key ?? opening.value.key;
  if (key === undefined) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const isFirstFeed = run.from === 1 && opening.value.book === '';
  const chained = chain(
    book,
    run,
    isFirstFeed,
    known ? tipOf(known, sha256).hash : feedStart(sha256, run.feed, fromBase64(key)),
    sha256,
  );
  if (!chained.ok) return chained;
  const entries = chained.value;
  const last = { seq: run.from + entries.length - 1, hash: entries.at(-1)?.hash as Hash };
  const ordered = run.commits.every(({ seq }, index) => seq > (run.commits[index - 1]?.seq ?? run.from - 1));
  const opened = !isFirstFeed || run.commits[0]?.seq === 1;
  if (!ordered || !opened || run.commits.at(-1)?.seq !== last.seq) return refuse('run-unsigned', at(run, 0));
  const keyBytes = fromBase64(key);
  for (const { seq, sig } of run.commits) {
    const { hash } = entries[seq - run.from] as Entry;
    const message = commitMessage(isFirstFeed && seq === 1 ? '' : book.id, run.feed, seq, hash);
    if (!(await verifies(verify, keyBytes, message, sig))) return refuse('bad-signature', { feed: run.feed, seq });
  }
  const passing = run.from === 1 ? await passingRefusal(book, entries[0] as Entry, verify) : undefined;
  if (passing) return { ok: false, refusal: passing };
  return ok({ key, run: { feed: run.feed, from: run.from, entries, commits: run.commits }, last });
}

/** A feed that begins by taking the recording over brings its signers with it: nobody keeps or passes on one without. */
async function passingRefusal({ id }: Book, entry: Entry, verify: VerifySignature): Promise<Refusal | undefined> {
  const head = readHead(entry.head);
  if (!head.ok || head.value.kind !== 'recording-passed') return undefined;
  if (entry.body === null) return refusal('body-withheld', { kind: head.value.kind, feed: head.value.feed, seq: 1 });
  const read = readBody(head.value.kind, entry.body);
  if (!read.ok) return refusal(read.refusal.code, { ...read.refusal.params, kind: head.value.kind, seq: 1 });
  return read.value.kind === 'recording-passed'
    ? await checkPassing(id, head.value, read.value.body, verify)
    : undefined;
}

function chain(book: Book, run: RunText, isFirstFeed: boolean, start: Hash, sha256: Sha256): Result<readonly Entry[]> {
  let hash = start;
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
    const bodyHash = 'body' in text ? bodyHashOf(sha256, text.body) : (text.bodyHash as Hash);
    hash = entryHash(sha256, hash, text.head, bodyHash);
    if (place.seq === 1 && isFirstFeed && hash !== (book.id as string)) return refuse('wrong-book', place);
    entries.push({ head: text.head, body, bodyHash, hash });
  }
  return ok(entries);
}

async function verifies(verify: VerifySignature, key: Uint8Array, message: Uint8Array, sig: string): Promise<boolean> {
  try {
    const bytes = fromBase64(sig);
    return bytes.length === 64 && (await verify(key, message, bytes));
  } catch {
    return false;
  }
}

/**
 * Puts a checked run into the book. False, and nothing is added, where the book has grown since it was checked: two
 * peers may bring the same run while its signatures are being verified.
 */
export function appendRun(book: Book, checked: Checked): boolean {
  const { feed, from, entries, commits } = checked.run;
  const log = book.feeds.get(feed) ?? { feed, key: checked.key, entries: [], commits: [] };
  if (from !== log.entries.length + 1) return false;
  for (const entry of entries) log.entries.push(entry);
  for (const commit of commits) log.commits.push(commit);
  book.feeds.set(feed, log);
  return true;
}

/**
 * Checks a run of a feed that says something else than what is here at a number that both have. Refuses what `checkRun`
 * refuses, and `no-fork` where the two agree as far as both go.
 */
export async function checkBranch(
  book: Book,
  given: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<Branch>> {
  const log = book.feeds.get(given.feed as FeedId);
  if (log === undefined) return refuse('no-fork');
  const common = { ...log, entries: log.entries.slice(0, given.from - 1) };
  const commits = log.commits.filter(({ seq }) => seq < given.from);
  const checked = await checkRun({ id: book.id, feeds: new Map([[log.feed, common]]) }, given, sha256, verify);
  if (!checked.ok) return checked;
  const { run } = checked.value;
  const at = run.entries.findIndex(({ hash }, index) => {
    const mine = log.entries[run.from - 1 + index];
    return mine !== undefined && mine.hash !== hash;
  });
  if (at === -1) return refuse('no-fork');
  const entries = [...common.entries, ...run.entries];
  return ok({ seq: run.from + at, log: { ...log, entries, commits: [...commits, ...run.commits] } });
}

/** Keeps the other branch of a feed; a feed has at most one here, the first that was seen. */
export function addBranch(book: Book, branch: Branch): void {
  book.forks ??= new Map();
  if (!book.forks.has(branch.log.feed)) book.forks.set(branch.log.feed, branch);
}

export const wireRun = (run: Run): RunText => ({
  feed: run.feed,
  from: run.from,
  entries: run.entries.map(({ head, body, bodyHash }) => (body === null ? { head, bodyHash } : { head, body })),
  commits: run.commits,
});
