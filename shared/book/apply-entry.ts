// Applies one entry of the recording feed to a state, with all that it brings in of other feeds.
import { fromBase64 } from '../base/bytes.ts';
import type { FeedId, Hash, PublicKey } from '../base/ids.ts';
import { type Refusal, type Result, refusal } from '../base/result.ts';
import { applyPassing } from './apply-passing.ts';
import { applyRuling } from './apply-ruling.ts';
import { applyStatement, applyWithheld } from './apply-statement.ts';
import type { Book, FeedLog } from './book.ts';
import { type Entry, feedStart, type Sha256 } from './entry.ts';
import { type Fact, isPersonal, readFact } from './fact.ts';
import { readHead } from './head.ts';
import { RULINGS, type Ruling, type RulingOf } from './rulings.ts';
import type { Origin, State } from './state.ts';
import { STATEMENTS, type Statement } from './statements.ts';

/** Sees every fact just before it is applied (`refused` carries the code of a refused statement): what `audit` stands on. */
export type Observer = (state: State, fact: Fact, refused: string | undefined) => void;

export type Stop = Refusal | 'behind' | undefined;

/** Of the feed that the state is at; undefined: it is applied. `behind`: statements that it rules are not here yet. */
export function applyEntry(state: State, book: Book, entry: Entry, sha256: Sha256, observe?: Observer): Stop {
  const read = readFact(entry);
  if (!read.ok) return read.refusal;
  const { head } = read.value;
  if (!Object.hasOwn(RULINGS, head.kind))
    return refusal('fact-misplaced', { kind: head.kind, feed: head.feed, seq: head.seq });
  if (!read.value.withheld && read.value.fact.kind === 'ruled') {
    const { feed, upTo } = read.value.fact.body;
    if ((book.feeds.get(feed)?.entries.length ?? 0) < upTo) return 'behind';
  }
  const missing = missingBody(read.value, book);
  if (missing) return missing;
  // Only the course of the book begins a feed with it.
  if (head.kind === 'recording-passed' && (head.seq !== 1 || state.passings.some(({ feed }) => feed === head.feed)))
    return refusal('fact-misplaced', { kind: head.kind, feed: head.feed, seq: head.seq });
  observe?.(state, read.value, undefined);
  if (isPersonal(head.kind)) state.personal[`${head.feed}/${head.seq}`] = true;
  if (read.value.withheld) return undefined;
  const origin: Origin = { entry: entry.hash, at: head.at };
  const fact = read.value.fact as Ruling;
  if (fact.kind === 'ruled') return applyRuled(state, book, fact.body, sha256, observe);
  if (fact.kind === 'recording-passed') applyPassing(state, head, fact.body, origin);
  else applyRuling(state, fact, origin, head);
  return undefined;
}

/** What opens a sealed ballot. */
export const OPENING: ReadonlySet<string> = new Set(['key-released', 'share-released']);

/**
 * Only personal bodies may be missing: no rule reads them. A peer that holds back any other would make a state of its
 * own here, so the fold stops instead. In an extract that brings the texts of secret ballots, what would tie them to
 * their names is missing too; without a key a ballot opens nothing, so a key held back of any other poll is found out.
 */
const missingBody = ({ withheld, head }: Fact, book: Book): Refusal | undefined =>
  withheld && !isPersonal(head.kind) && !(book.texts !== undefined && OPENING.has(head.kind))
    ? refusal('body-withheld', { kind: head.kind, feed: head.feed, seq: head.seq })
    : undefined;

function feedStateOf(state: State, log: FeedLog, sha256: Sha256): State['feeds'][string] | Refusal {
  const known = state.feeds[log.feed];
  if (known) return known;
  const first = readHead(log.entries[0]?.head ?? '');
  if (!first.ok) return first.refusal;
  const hash = feedStart(sha256, log.feed, fromBase64(log.key));
  // What entry 1 says of its seat is a claim, and may have been refused.
  const seat = state.devices[log.key]?.seat ?? first.value.seat;
  return { feed: log.feed, key: log.key as PublicKey, seat, ruledTo: { seq: 0, hash }, refused: {} };
}

/** The branch that was ruled: of a forked feed perhaps not the one that came here first. */
function branchWith(book: Book, feed: FeedId, seq: number, hash: string): FeedLog {
  const log = book.feeds.get(feed) as FeedLog;
  const other = book.forks?.get(feed)?.log;
  return log.entries[seq - 1]?.hash !== hash && other?.entries[seq - 1]?.hash === hash ? other : log;
}

function applyRuled(state: State, book: Book, body: RulingOf<'ruled'>, sha256: Sha256, observe?: Observer): Stop {
  const log = branchWith(book, body.feed as FeedId, body.upTo, body.hash);
  if (log.entries[body.upTo - 1]?.hash !== (body.hash as Hash))
    return refusal('ruled-mismatch', { feed: body.feed, seq: body.upTo });
  const feed = feedStateOf(state, log, sha256);
  if ('code' in feed) return feed;
  const { seq: from } = feed.ruledTo;
  // Ruled twice, an older statement would come again over a newer one.
  if (body.upTo <= from || isRecordingFeed(state, body.feed))
    return refusal('ruled-backwards', { feed: body.feed, seq: body.upTo });
  if (feed.ends !== undefined && body.upTo > feed.ends)
    return refusal('feed-ended', { feed: body.feed, seq: body.upTo });
  const refused = new Map(body.refused.map(({ seq, code }) => [seq, code]));
  if (refused.size !== body.refused.length || body.refused.some(({ seq }) => seq <= from || seq > body.upTo))
    return refusal('ruled-mismatch', { feed: body.feed, seq: body.upTo });
  // All is read before anything is applied, so that a stop leaves nothing half done.
  const ruled: Ruled[] = [];
  for (let seq = from + 1; seq <= body.upTo; seq++) {
    const entry = log.entries[seq - 1] as Entry;
    const code = refused.get(seq);
    const read = readFact(entry);
    const stop = code === undefined ? stopAt(read, seq, book) : undefined;
    if (stop) return stop;
    ruled.push({ seq, entry, code, fact: read.ok ? read.value : undefined });
  }
  for (const { seq, entry, code, fact } of ruled) {
    if (code !== undefined) feed.refused[seq] = code;
    if (fact === undefined) continue;
    const { head } = fact;
    observe?.(state, fact, code);
    const origin = { entry: entry.hash, at: head.at };
    if (code === undefined && fact.withheld) applyWithheld(state, origin, head);
    else if (code === undefined && !fact.withheld) applyStatement(state, fact.fact as Statement, origin, head);
    if (isPersonal(head.kind)) state.personal[`${body.feed}/${seq}`] = true;
  }
  feed.ruledTo = { seq: body.upTo, hash: body.hash as Hash };
  state.feeds[body.feed] = feed;
  return undefined;
}

/** Of now or before: what was said in a void tail is never ruled in by another hand. */
const isRecordingFeed = ({ recording, passings }: State, feed: string): boolean =>
  feed === recording.feed || passings.some((each) => each.feed === feed || each.from.feed === feed);

type Ruled = {
  readonly seq: number;
  readonly entry: Entry;
  readonly code: string | undefined;
  /** Undefined where a refused one cannot be read. */
  readonly fact: Fact | undefined;
};

function stopAt(read: Result<Fact>, seq: number, book: Book): Refusal | undefined {
  if (!read.ok) return read.refusal;
  const { head } = read.value;
  if (!Object.hasOwn(STATEMENTS, head.kind))
    return refusal('fact-misplaced', { kind: head.kind, feed: head.feed, seq });
  return missingBody(read.value, book);
}

/** Applies entries of the feed that the state is at, up to and including number `end`. */
export function runSegment(
  state: State,
  book: Book,
  entries: readonly Entry[],
  end: number,
  sha256: Sha256,
  observe?: Observer,
): void {
  while (state.readOnly === undefined && state.recording.seq < end) {
    const entry = entries[state.recording.seq];
    if (entry === undefined) return;
    const stop = applyEntry(state, book, entry, sha256, observe);
    if (stop === 'behind') return;
    if (stop !== undefined) {
      state.readOnly = stop;
      return;
    }
    state.recording.seq += 1;
    state.recording.hash = entry.hash;
  }
}

/** Applies the first entry of a feed that takes the recording over. False: it does not hold together. */
export function beginSegment(
  state: State,
  book: Book,
  entries: readonly Entry[],
  sha256: Sha256,
  observe?: Observer,
): boolean {
  const [entry] = entries;
  const stop = entry && applyEntry(state, book, entry, sha256, observe);
  if (entry === undefined || stop !== undefined) {
    if (stop !== undefined && stop !== 'behind') state.readOnly = stop;
    return false;
  }
  state.recording.seq = 1;
  state.recording.hash = entry.hash;
  return true;
}
