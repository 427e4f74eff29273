// The proof extract: all heads up to a cut, the bodies that the printed numbers stand on, hashes for the rest.
import { z } from 'zod';
import type { BookId, FeedId } from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { OPENING } from './apply-entry.ts';
import {
  appendRun,
  type Book,
  checkRun,
  emptyBook,
  type RunText,
  type SecretText,
  type VerifySignature,
} from './book.ts';
import { firstFeedOf } from './course.ts';
import type { Entry, Sha256 } from './entry.ts';
import { readFact } from './fact.ts';
import { feedId, type HeadRef, hashText, readHead, seqNumber, shortId } from './head.ts';

/** Largest extract read, UTF-16 units: 15 members, 120 criteria and several platforms stay far below. */
export const EXTRACT_LIMIT = 64 * 1024 * 1024;

const entryText = z.union([
  z.strictObject({ head: z.string(), body: z.string() }),
  z.strictObject({ head: z.string(), bodyHash: hashText }),
]);
const extractSchema = z.strictObject({
  format: z.literal('hoidong/extract/1'),
  book: hashText,
  feeds: z
    .array(
      z.strictObject({
        feed: feedId,
        from: z.literal(1),
        entries: z.array(entryText).min(1).max(100_000),
        commits: z
          .array(z.strictObject({ seq: seqNumber, sig: z.string().regex(/^[A-Za-z0-9_-]{86}$/) }))
          .min(1)
          .max(100_000),
      }),
    )
    .min(1)
    .max(1_000),
  secret: z
    .array(
      z.strictObject({
        poll: shortId,
        ballots: z.array(z.strictObject({ text: z.string(), code: z.string().max(60).optional() })).max(1_000),
      }),
    )
    .max(1_000)
    .optional(),
});

/** What was opened of one secret poll: in the order of the texts, so that the order tells nobody. */
export type SecretPoll = { readonly poll: string; readonly ballots: readonly SecretText[] };
export type Extract = {
  readonly format: 'hoidong/extract/1';
  readonly book: string;
  readonly feeds: readonly RunText[];
  /** There where a poll was secret: its keys are withheld, and these texts are what `counted` is the hash of. */
  readonly secret?: readonly SecretPoll[];
};

/** Personal and not printed anywhere: why somebody has a conflict of interest, and who has opened which evidence. */
const WITHHELD: ReadonlySet<string> = new Set(['interest-explained', 'evidence-opened']);

/** Which entries go without their body. */
type Withheld = (entry: Entry, kind: string) => boolean;

function entryOf(entry: Entry, withheld: Withheld): RunText['entries'][number] {
  const { head, body, bodyHash } = entry;
  const read = readHead(head);
  return body === null || !read.ok || withheld(entry, read.value.kind) ? { head, bodyHash } : { head, body };
}

/** Feeds in the order of their ids, each up to the head that is named. */
const feedsOf = (book: Book, heads: readonly HeadRef[], withheld: Withheld): readonly RunText[] =>
  [...heads]
    .sort((a, b) => (a.feed < b.feed ? -1 : 1))
    .map(({ feed, seq }): RunText => {
      const log = book.feeds.get(feed as FeedId);
      return {
        feed,
        from: 1,
        entries: (log?.entries ?? []).slice(0, seq).map((entry) => entryOf(entry, withheld)),
        commits: (log?.commits ?? []).filter((commit) => commit.seq <= seq),
      };
    });

/** Facts of some kinds in these entries, as far as their bodies are here. */
const factsIn = (entries: readonly Entry[], kinds: ReadonlySet<string>) =>
  entries.flatMap((entry) => {
    const head = readHead(entry.head);
    if (!head.ok || !kinds.has(head.value.kind)) return [];
    const read = readFact(entry);
    return read.ok && !read.value.withheld ? [{ entry, fact: read.value.fact }] : [];
  });

const POLL_OPENED: ReadonlySet<string> = new Set(['poll-opened']);
const OPINION: ReadonlySet<string> = new Set(['opinion-sealed']);

/** What recording feeds say as far as the extract goes: the first, and those that took it over. */
const recordedUpTo = (book: Book, heads: readonly HeadRef[]): readonly Entry[] =>
  heads.flatMap(({ feed, seq }) => {
    const entries = book.feeds.get(feed as FeedId)?.entries ?? [];
    const isRecording =
      entries[0]?.hash === (book.id as string) || entries[0]?.head.includes('"kind":"recording-passed"');
    return isRecording ? entries.slice(0, seq) : [];
  });

/** Keys and shares of secret polls: with one of them a ballot would have its name again. An opinion has a name anyway. */
function secretOpenings(
  book: Book,
  heads: readonly HeadRef[],
): { readonly any: boolean; readonly entries: ReadonlySet<Entry> } {
  const secret = new Set(
    factsIn(recordedUpTo(book, heads), POLL_OPENED).flatMap(({ fact }) =>
      fact.kind === 'poll-opened' && fact.body.secrecy === 'secret' ? [fact.body.poll] : [],
    ),
  );
  if (secret.size === 0) return { any: false, entries: new Set() };
  const all = [...book.feeds.values()].flatMap(({ entries }) => entries);
  const opinions = new Set<string>(factsIn(all, OPINION).map(({ entry }) => entry.hash));
  const opening = factsIn(all, OPENING).flatMap(({ entry, fact }) => {
    if (fact.kind !== 'key-released' && fact.kind !== 'share-released') return [];
    return secret.has(fact.body.poll) && !opinions.has(fact.body.ballot) ? [entry] : [];
  });
  return { any: true, entries: new Set(opening) };
}

/**
 * Each feed up to the head that the cut names, the cut's own up to `cut.seq`.
 * @param secret what was opened of the secret polls, as `secretTexts` gives it
 */
export function extractOf(book: Book, heads: readonly HeadRef[], secret: readonly SecretPoll[] = []): Extract {
  const openings = secretOpenings(book, heads);
  const feeds = feedsOf(book, heads, (entry, kind) => WITHHELD.has(kind) || openings.entries.has(entry));
  const texts = [...secret].sort((a, b) => (a.poll < b.poll ? -1 : 1));
  return { format: 'hoidong/extract/1', book: book.id, feeds, ...(openings.any ? { secret: texts } : {}) };
}

/** Everything of a book, as far as it is here: for keeping, comparing and handing on. */
export const wholeBook = (book: Book): Extract => ({
  format: 'hoidong/extract/1',
  book: book.id,
  feeds: feedsOf(
    book,
    [...book.feeds.values()].map(({ feed, entries }) => ({
      feed,
      seq: entries.length,
      hash: entries.at(-1)?.hash ?? ('' as never),
    })),
    (_, kind) => WITHHELD.has(kind),
  ),
});

/** Each poll once, each list in its one order: an order that could be chosen could tell who wrote what. */
function isSorted(secret: readonly SecretPoll[]): boolean {
  const inOrder = (a: SecretText, b: SecretText | undefined): boolean =>
    b === undefined || a.text < b.text || (a.text === b.text && (a.code ?? '') <= (b.code ?? ''));
  return secret.every(
    ({ poll, ballots }, at) =>
      (at === 0 || (secret[at - 1]?.poll ?? '') < poll) &&
      ballots.every((each, place) => inOrder(each, ballots[place + 1])),
  );
}

/**
 * Reads an extract as a hostile file: shape, chains, signatures. Refuses extract-too-large, extract-malformed, and
 * whatever `checkRun` refuses; a book in which nothing was recorded is `extract-without-recording`.
 */
export async function readExtract(text: string, sha256: Sha256, verify: VerifySignature): Promise<Result<Book>> {
  if (text.length > EXTRACT_LIMIT) return refuse('extract-too-large', { limit: EXTRACT_LIMIT });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('extract-malformed', { why: 'json' });
  }
  const parsed = extractSchema.safeParse(value);
  if (!parsed.success) return refuse('extract-malformed', { why: parsed.error.issues[0]?.path.join('.') ?? '' });
  const secret = parsed.data.secret?.map(({ poll, ballots }) => ({ poll, ballots: ballots.map(plainText) }));
  if (secret !== undefined && !isSorted(secret)) return refuse('extract-malformed', { why: 'secret' });
  const book: Book = {
    ...emptyBook(parsed.data.book as string as BookId),
    ...(secret === undefined ? {} : { texts: new Map(secret.map(({ poll, ballots }) => [poll, ballots])) }),
  };
  for (const feed of parsed.data.feeds) {
    if (book.feeds.has(feed.feed)) return refuse('extract-malformed', { why: feed.feed });
    const checked = await checkRun(book, feed, sha256, verify);
    if (!checked.ok) return checked;
    appendRun(book, checked.value);
  }
  return firstFeedOf(book) ? ok(book) : refuse('extract-without-recording');
}

const plainText = ({ text, code }: { readonly text: string; readonly code?: string | undefined }): SecretText => ({
  text,
  ...(code === undefined ? {} : { code }),
});
