// One book while it is open on this machine: held in memory, written durably, changed by one act at a time.
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import { applyRuling } from '../../shared/book/apply-ruling.ts';
import { appendRun, type Book, tipOf } from '../../shared/book/book.ts';
import { decide } from '../../shared/book/decide.ts';
import { decideRuling } from '../../shared/book/decide-ruling.ts';
import type { Run } from '../../shared/book/entry.ts';
import { readBody, writeBody } from '../../shared/book/fact.ts';
import { advance } from '../../shared/book/fold.ts';
import { BODY_LIMIT, type Head, type Via } from '../../shared/book/head.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import type { State } from '../../shared/book/state.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { commitFacts, type NewFact, newFeed, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { MinutesWork } from '../../shared/contract/views.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { NOTHING_OPENED, type Opened } from '../../shared/seal/opened.ts';
import type { CountedRound } from './counted-round.ts';
import { stateAhead } from './own-ahead.ts';
import type { Surroundings } from './surroundings.ts';

/** A feed that this machine writes, with the device that signs it. */
export type HeldFeed = { own: OwnFeed; readonly device: DeviceKeys; readonly role: 'recording' | 'seat' };

export type LiveBook = {
  readonly id: BookId;
  readonly book: Book;
  readonly state: State;
  opened: Opened;
  readonly held: Map<FeedId, HeldFeed>;
  /** What counted rounds came to, by poll: it changes no more, and takes long to work out. */
  readonly rounds: Map<string, CountedRound>;
  /** Feeds that said two things at one number, and that number: they go no further. */
  readonly forks: Map<FeedId, number>;
  /** A save ended in a fault, so that memory and disk may differ: nothing is written until the book is read anew. */
  unsure: boolean;
  /** What is being done to the file of the minutes, for who waits for it. */
  work?: MinutesWork | undefined;
  /** Acts wait for one another. */
  last: Promise<unknown>;
};

/** One act at a time; a failed one does not stop the next. */
export function inTurn<T>(live: LiveBook, act: () => Promise<T>): Promise<T> {
  const next = live.last.then(act, act);
  live.last = next.catch(() => undefined);
  return next;
}

/** The recording feed, where this machine writes it; one that was passed on is written by nobody any more. */
export const recordingOf = ({ held, state }: Pick<LiveBook, 'held' | 'state'>): HeldFeed | undefined => {
  const feed = held.get(state.recording.feed);
  return feed?.role === 'recording' ? feed : undefined;
};

/** The feed in which this machine states for a seat. */
export const seatFeedOf = (live: LiveBook, seat: string): HeldFeed | undefined =>
  [...live.held.values()].find((held) => held.role === 'seat' && held.own.seat === seat);

export const keptFeed = ({ own, role }: HeldFeed): string =>
  JSON.stringify({ role, book: own.book, feed: own.feed, key: own.key, seat: own.seat, via: own.via });

const factOf = (around: Surroundings, fact: Ruling | Statement, more: Partial<NewFact> = {}): NewFact => ({
  kind: fact.kind,
  body: writeBody(fact.body),
  at: around.now().toISOString(),
  ...more,
});

/** Half a surrogate pair has no canonical text. */
const isWellFormed = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.isWellFormed()
    : typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed);

/**
 * As they will be written. What could not be read back must never be: one such entry ends a book for good, and a text
 * may outgrow its place only when it is cleaned. Refuses body-malformed.
 */
export function factsOf(
  around: Surroundings,
  facts: readonly (Ruling | Statement)[],
  more: Partial<NewFact> = {},
): Result<readonly NewFact[]> {
  const written: NewFact[] = [];
  for (const fact of facts) {
    if (!isWellFormed(fact.body)) return refuse('body-malformed', { why: 'text' });
    const one = factOf(around, fact, more);
    const read = readBody(one.kind, one.body);
    if (!read.ok) return read;
    if (one.body.length > BODY_LIMIT) return refuse('body-malformed', { why: 'length' });
    written.push(one);
  }
  return ok(written);
}

/** Decides rulings one after another, each on the state that those before leave. Undefined: all may be written. */
export function rulingRefusal(around: Surroundings, state: State, rulings: readonly Ruling[]): Refusal | undefined {
  const sha256 = around.ciphers.sha256;
  if (rulings.length === 1) return decideRuling(state, rulings[0] as Ruling, sha256);
  const trial = structuredClone(state);
  for (const ruling of rulings) {
    const refusal = decideRuling(trial, ruling, sha256);
    if (refusal) return refusal;
    applyRuling(trial, ruling, { entry: '' as Hash, at: '' }, {} as Head);
  }
  return undefined;
}

export async function signed(around: Surroundings, held: HeldFeed, facts: readonly NewFact[]) {
  return await commitFacts(around.ciphers.sha256, held.own, facts, held.device.sign, around.ciphers.toBase64);
}

/** Durable first, then in memory: what a screen is told has been saved is on the disk. */
export async function take(
  around: Surroundings,
  live: LiveBook,
  runs: readonly { readonly run: Run; readonly key: PublicKey }[],
  feeds: readonly HeldFeed[],
): Promise<Result<null>> {
  const known = new Set(live.book.feeds.keys());
  const ownFeeds = feeds
    .filter(({ own }) => !known.has(own.feed))
    .map((held) => ({ feed: held.own.feed, text: keptFeed(held) }));
  live.unsure = true;
  const stored = await around.store.append(
    live.id,
    runs.map(({ run }) => run),
    { ownFeeds },
  );
  live.unsure = false;
  if (!stored.ok) return stored;
  for (const { run, key } of runs) appendRun(live.book, { run, key, last: { seq: 0, hash: '' as Hash } });
  advance(live.state, live.book, around.ciphers.sha256);
  return ok(null);
}

/** Writes rulings as one commit of the recording feed, or none of them. */
export async function rule(around: Surroundings, live: LiveBook, rulings: readonly Ruling[]): Promise<Result<null>> {
  const recording = recordingOf(live);
  if (recording === undefined) return refuse('not-recording');
  if (live.state.readOnly) return { ok: false, refusal: live.state.readOnly };
  const refusal = rulingRefusal(around, live.state, rulings);
  if (refusal) return { ok: false, refusal };
  const facts = factsOf(around, rulings);
  if (!facts.ok) return facts;
  const { run, own } = await signed(around, recording, facts.value);
  const taken = await take(around, live, [{ run, key: own.key }], [recording]);
  if (taken.ok) recording.own = own;
  return taken;
}

export type Ruled = { readonly seq: number; readonly code: string };

/** Signs what is ruled of a run of a seat's feed. */
export async function ruleOn(around: Surroundings, recording: HeldFeed, run: Run, refused: readonly Ruled[]) {
  const last = run.entries.at(-1)?.hash as Hash;
  const body = { feed: run.feed, upTo: run.from + run.entries.length - 1, hash: last, refused: [...refused] };
  return await signed(around, recording, [factOf(around, { kind: 'ruled', body })]);
}

/** Where the recording itself is in doubt, keepers pass it on. */
const PASSED_BY: ReadonlySet<string> = new Set(['recording-feed-forked', 'recording-passed-twice']);

/**
 * States something for a seat whose key this machine holds: decided first, on what is folded and what this machine has
 * stated since, so that nothing refused is ever written; where this machine records, with its ruling in the same save.
 * `prepare` is given the place of the entry to be (an envelope is bound to it). Refuses `seat-not-held`.
 */
export async function state(
  around: Surroundings,
  live: LiveBook,
  seat: string,
  prepare: (own: OwnFeed) => Promise<Statement | Extract<Result<never>, { readonly ok: false }>>,
  more: { readonly for?: SeatId; readonly via?: Via } = {},
): Promise<Result<Hash>> {
  const recording = recordingOf(live);
  const held = seatFeedOf(live, seat);
  if (held === undefined) return refuse('seat-not-held');
  const statement = await prepare(held.own);
  if ('ok' in statement) return statement;
  const { readOnly } = live.state;
  if (readOnly && !(statement.kind === 'takeover-agreed' && PASSED_BY.has(readOnly.code)))
    return { ok: false, refusal: readOnly };
  const head = { seat: held.own.seat, via: more.via ?? held.own.via, ...(more.for ? { for: more.for } : {}) };
  const refusal = decide(
    stateAhead(live),
    statement,
    { seat: more.for ?? held.own.seat, head, key: held.own.key },
    around.ciphers.sha256,
  );
  if (refusal) return { ok: false, refusal };
  const seen = { seq: live.state.recording.seq, hash: live.state.recording.hash };
  const facts = factsOf(around, [statement], { seen, ...more });
  if (!facts.ok) return facts;
  const said = await signed(around, held, facts.value);
  const ruled = recording && { recording, ...(await ruleOn(around, recording, said.run, [])) };
  const runs = [{ run: said.run, key: said.own.key }, ...(ruled ? [{ run: ruled.run, key: ruled.own.key }] : [])];
  const taken = await take(around, live, runs, ruled ? [held, ruled.recording] : [held]);
  if (!taken.ok) return taken;
  held.own = said.own;
  if (ruled) ruled.recording.own = ruled.own;
  return ok(said.own.hash);
}

/** A feed of this machine as it stands in a book that was read back from the store. */
export function heldFeedFrom(
  around: Surroundings,
  book: Book,
  kept: Omit<OwnFeed, 'seq' | 'hash'>,
  role: HeldFeed['role'],
  device: DeviceKeys,
): HeldFeed {
  const log = book.feeds.get(kept.feed);
  const own = newFeed(around.ciphers.sha256, kept);
  return { own: log ? { ...own, ...tipOf(log, around.ciphers.sha256) } : own, role, device };
}

/** A book as it stands in memory, nobody acting on it yet. */
export const liveBook = (
  parts: Pick<LiveBook, 'id' | 'book' | 'state' | 'held'> & Partial<Pick<LiveBook, 'opened' | 'forks'>>,
): LiveBook => ({
  opened: NOTHING_OPENED,
  forks: new Map(),
  rounds: new Map(),
  ...parts,
  unsure: false,
  last: Promise.resolve(),
});

export const publicKeyOf = (device: DeviceKeys): PublicKey => toBase64(device.key) as PublicKey;
