// One book while it is open on this machine: held in memory, written durably, changed by one act at a time.
import { fromBase64, toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import { applyRuling } from '../../shared/book/apply-ruling.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import { appendRun, type Book, checkRun, type EntryText, type RunText, tipOf } from '../../shared/book/book.ts';
import { decide } from '../../shared/book/decide.ts';
import { decideRuling } from '../../shared/book/decide-ruling.ts';
import type { Run } from '../../shared/book/entry.ts';
import { readFact, writeBody } from '../../shared/book/fact.ts';
import { advance } from '../../shared/book/fold.ts';
import type { Head, Via } from '../../shared/book/head.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import type { State } from '../../shared/book/state.ts';
import { STATEMENTS, type Statement } from '../../shared/book/statements.ts';
import { commitFacts, type NewFact, newFeed, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { NOTHING_OPENED, type Opened } from '../../shared/seal/open-ballots.ts';
import type { Surroundings } from './surroundings.ts';

/** A feed that this machine writes, with the device that signs it. */
export type HeldFeed = { own: OwnFeed; readonly device: DeviceKeys; readonly role: 'recording' | 'seat' };

export type LiveBook = {
  readonly id: BookId;
  readonly book: Book;
  readonly state: State;
  opened: Opened;
  readonly held: Map<FeedId, HeldFeed>;
  /** Acts wait for one another. */
  last: Promise<unknown>;
};

/** One act at a time; a failed one does not stop the next. */
export function inTurn<T>(live: LiveBook, act: () => Promise<T>): Promise<T> {
  const next = live.last.then(act, act);
  live.last = next.catch(() => undefined);
  return next;
}

export const recordingOf = (live: LiveBook): HeldFeed | undefined =>
  [...live.held.values()].find((held) => held.role === 'recording');

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

async function signed(around: Surroundings, held: HeldFeed, facts: readonly NewFact[]) {
  return await commitFacts(around.ciphers.sha256, held.own, facts, held.device.sign, around.ciphers.toBase64);
}

/** Durable first, then in memory: what a screen is told has been saved is on the disk. */
async function take(
  around: Surroundings,
  live: LiveBook,
  runs: readonly { readonly run: Run; readonly key: PublicKey }[],
  feeds: readonly HeldFeed[],
): Promise<Result<null>> {
  const known = new Set(live.book.feeds.keys());
  const ownFeeds = feeds
    .filter(({ own }) => !known.has(own.feed))
    .map((held) => ({ feed: held.own.feed, text: keptFeed(held) }));
  const stored = await around.store.append(
    live.id,
    runs.map(({ run }) => run),
    { ownFeeds },
  );
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
  const { run, own } = await signed(
    around,
    recording,
    rulings.map((ruling) => factOf(around, ruling)),
  );
  const taken = await take(around, live, [{ run, key: own.key }], [recording]);
  if (taken.ok) recording.own = own;
  return taken;
}

type Ruled = { readonly seq: number; readonly code: string };

/** Decides a run of statements in feed order, each on the state left by those before. */
function judge(around: Surroundings, live: LiveBook, run: Run, key: string): readonly Ruled[] {
  const trial = run.entries.length === 1 ? live.state : structuredClone(live.state);
  const refused: Ruled[] = [];
  for (const [index, entry] of run.entries.entries()) {
    const seq = run.from + index;
    const read = readFact(entry);
    if (!read.ok) refused.push({ seq, code: read.refusal.code });
    else if (read.value.withheld || !Object.hasOwn(STATEMENTS, read.value.fact.kind))
      refused.push({ seq, code: 'fact-misplaced' });
    else {
      const { head } = read.value;
      const statement = read.value.fact as Statement;
      const refusal = decide(trial, statement, { seat: head.for ?? head.seat, head, key }, around.ciphers.sha256);
      if (refusal) refused.push({ seq, code: refusal.code });
      else if (trial !== live.state) applyStatement(trial, statement, { entry: entry.hash, at: head.at }, head);
    }
  }
  return refused;
}

async function ruleOn(around: Surroundings, live: LiveBook, recording: HeldFeed, run: Run, refused: readonly Ruled[]) {
  const last = run.entries.at(-1)?.hash as Hash;
  const body = { feed: run.feed, upTo: run.from + run.entries.length - 1, hash: last, refused: [...refused] };
  return await signed(around, recording, [factOf(around, { kind: 'ruled', body })]);
}

/**
 * Takes a seat's own signed run, rules on each statement and keeps both in one save. What is there already with the
 * same hashes is passed over, so a page may send again what it is not sure of.
 */
export async function admit(
  around: Surroundings,
  live: LiveBook,
  text: RunText,
  seat: SeatId,
): Promise<Result<{ readonly refused: readonly Ruled[] }>> {
  const recording = recordingOf(live);
  if (recording === undefined) return refuse('not-recording');
  if (live.state.readOnly) return { ok: false, refusal: live.state.readOnly };
  if (text.feed === recording.own.feed || live.held.has(text.feed as FeedId))
    return refuse('wrong-feed', { feed: text.feed, seq: text.from });
  const fresh = withoutKnown(live, text);
  if (fresh === undefined) return ok({ refused: refusedBefore(live, text) });
  const checked = await checkRun(live.book, fresh, around.ciphers.sha256, around.verify);
  if (!checked.ok) return checked;
  const { run, key } = checked.value;
  const device = live.state.devices[key];
  if (device === undefined || device.seat !== seat) return refuse('key-unbound');
  const refused = judge(around, live, run, key);
  const ruled = await ruleOn(around, live, recording, run, refused);
  const taken = await take(
    around,
    live,
    [
      { run, key },
      { run: ruled.run, key: ruled.own.key },
    ],
    [recording],
  );
  if (!taken.ok) return taken;
  recording.own = ruled.own;
  return ok({ refused });
}

/** The part of a run that goes on from what we have; undefined where all of it is known. A fork is left for the store. */
function withoutKnown(live: LiveBook, text: RunText): RunText | undefined {
  const have = live.book.feeds.get(text.feed as FeedId)?.entries ?? [];
  let skip = 0;
  const same = (entry: EntryText | undefined, at: number) => {
    const known = have[at];
    return (
      entry !== undefined &&
      known !== undefined &&
      known.head === entry.head &&
      known.body === ('body' in entry ? entry.body : null)
    );
  };
  while (skip < text.entries.length && same(text.entries[skip], text.from - 1 + skip)) skip += 1;
  if (skip === text.entries.length) return undefined;
  const from = text.from + skip;
  return {
    feed: text.feed,
    from,
    entries: text.entries.slice(skip),
    commits: text.commits.filter(({ seq }) => seq >= from),
  };
}

function refusedBefore(live: LiveBook, text: RunText): readonly Ruled[] {
  const refused = live.state.feeds[text.feed]?.refused ?? {};
  return Object.entries(refused)
    .map(([seq, code]) => ({ seq: Number(seq), code }))
    .filter(({ seq }) => seq >= text.from && seq < text.from + text.entries.length);
}

/**
 * States something for a seat whose key this machine holds: decided first, so that nothing refused is ever written, then
 * the statement and its ruling in one save. `prepare` is given the place of the entry to be (an envelope is bound to it).
 */
export async function state(
  around: Surroundings,
  live: LiveBook,
  seat: string,
  prepare: (own: OwnFeed) => Promise<Statement>,
  more: { readonly for?: SeatId; readonly via?: Via } = {},
): Promise<Result<Hash>> {
  const recording = recordingOf(live);
  const held = seatFeedOf(live, seat);
  if (recording === undefined || held === undefined) return refuse('seat-not-held');
  if (live.state.readOnly) return { ok: false, refusal: live.state.readOnly };
  const statement = await prepare(held.own);
  const head = { seat: held.own.seat, via: more.via ?? held.own.via, ...(more.for ? { for: more.for } : {}) };
  const refusal = decide(
    live.state,
    statement,
    { seat: more.for ?? held.own.seat, head, key: held.own.key },
    around.ciphers.sha256,
  );
  if (refusal) return { ok: false, refusal };
  const seen = { seq: live.state.recording.seq, hash: live.state.recording.hash };
  const said = await signed(around, held, [factOf(around, statement, { seen, ...more })]);
  const ruled = await ruleOn(around, live, recording, said.run, []);
  const taken = await take(
    around,
    live,
    [
      { run: said.run, key: said.own.key },
      { run: ruled.run, key: ruled.own.key },
    ],
    [held, recording],
  );
  if (!taken.ok) return taken;
  held.own = said.own;
  recording.own = ruled.own;
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

export const emptyOpened = NOTHING_OPENED;
export const publicKeyOf = (device: DeviceKeys): PublicKey => toBase64(device.key) as PublicKey;
export const rawKey = (key: string): Uint8Array => fromBase64(key);
