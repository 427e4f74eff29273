// What a page knows of the recording feed by its own checking: grown run by run, believed only where chain and signatures hold.
import { fromBase64 } from '../base/bytes.ts';
import type { BookId, FeedId, Hash, PollId, PublicKey, SeatId } from '../base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import {
  appendRun,
  type Book,
  checkRun,
  emptyBook,
  type FeedLog,
  type RunText,
  tipOf,
  type VerifySignature,
} from '../book/book.ts';
import type { Sha256 } from '../book/entry.ts';
import { readFact } from '../book/fact.ts';
import { RULINGS, type Ruling, type RulingOf } from '../book/rulings.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { deviceProofMessage } from './device-proof.ts';

export type CheckedPoll = {
  readonly opened: RulingOf<'poll-opened'>;
  /** What was ruled of it, in order, with its number in the recording feed. */
  closed?: {
    readonly seq: number;
    readonly counted: ReadonlySet<string>;
    readonly setAside: ReadonlyMap<string, string>;
  };
  revealed?: { readonly seq: number };
  counted?: { readonly seq: number };
  /** `ballot-set-aside` and `ballot-unopenable`. */
  readonly settled: Map<string, { readonly what: 'set-aside' | 'unopenable'; readonly code: string }>;
  /** Rulings that cannot follow one another: no key is given for this poll. */
  broken?: Refusal;
};

export type CheckedDevice = {
  readonly seat: SeatId;
  readonly key: PublicKey;
  readonly kem: PublicKey;
  /** The device's own signature over book, seat and both keys holds. */
  readonly proved: boolean;
  unbound?: true;
};

/** How a feed of statements was ruled: up to where, at which entry of the recording feed, what was refused. */
export type CheckedRuled = {
  readonly at: number;
  readonly upTo: number;
  readonly hash: Hash;
  readonly refused: ReadonlyMap<number, string>;
};

/** Grown in place by `growRecording` and by nothing else. */
export type CheckedRecording = {
  readonly book: Book;
  feed?: FeedId;
  /** The farthest entry checked before this window was opened: shown again with another hash, it is a fork. */
  readonly pinned?: { readonly seq: number; readonly hash: Hash };
  /** For ever: the feed was shown in two ways, or rules what no version of ours knows. Nothing more is read or given. */
  stopped?: Refusal;
  criteria?: CriteriaSet;
  readonly polls: Map<PollId, CheckedPoll>;
  readonly conclusions: Map<string, Hash>;
  readonly devices: Map<PublicKey, CheckedDevice>;
  /** Seats with two devices bound at once, which no recorder that keeps the rules writes. */
  readonly doubled: Set<SeatId>;
  readonly ruled: Map<FeedId, CheckedRuled[]>;
};

/** The book's id, pinned when the seat was paired, pins the first entry and so feed and key of the recording device. */
export const newRecording = (
  book: BookId,
  kept: Pick<CheckedRecording, 'pinned' | 'stopped'> = {},
): CheckedRecording => ({
  ...kept,
  book: emptyBook(book),
  polls: new Map(),
  conclusions: new Map(),
  devices: new Map(),
  doubled: new Set(),
  ruled: new Map(),
});

const logOf = (checked: CheckedRecording): FeedLog | undefined => checked.book.feeds.get(checked.feed as FeedId);

/** Last entry checked; undefined before the first. What an own entry names as `seen`. */
export function seenOf(
  checked: CheckedRecording,
  sha256: Sha256,
): { readonly seq: number; readonly hash: Hash } | undefined {
  const log = logOf(checked);
  return log && tipOf(log, sha256);
}

/**
 * Takes what a host shows of the recording feed. A run may begin at what is known already: another hash at a number
 * already checked, with a signature that holds, is a fork, and this copy is then stopped for ever (`recording-forked`).
 * Refuses what `checkRun` refuses, `wrong-feed`, `recording-forked`; a run refused leaves everything as it was.
 */
export async function growRecording(
  checked: CheckedRecording,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<null>> {
  if (checked.stopped) return { ok: false, refusal: checked.stopped };
  const log = logOf(checked);
  const known = log?.entries.length ?? 0;
  if (log !== undefined && run.feed !== log.feed) return refuse('wrong-feed', { feed: run.feed });
  if (run.from > known + 1) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const before: Book = emptyBook(checked.book.id);
  if (log !== undefined && run.from > 1)
    before.feeds.set(log.feed, { ...log, entries: log.entries.slice(0, run.from - 1) });
  const result = await checkRun(before, run, sha256, verify);
  if (!result.ok) return result;
  const { entries } = result.value.run;
  if (run.from === 1 && entries[0]?.hash !== (checked.book.id as string)) return refuse('wrong-book', { seq: 1 });
  for (const [index, entry] of entries.entries()) {
    const seq = run.from + index;
    const mine = log?.entries[seq - 1]?.hash ?? (checked.pinned?.seq === seq ? checked.pinned.hash : undefined);
    if (mine !== undefined && mine !== entry.hash) {
      checked.stopped = refusal('recording-forked', { seq });
      return { ok: false, refusal: checked.stopped };
    }
  }
  const fresh = entries.slice(known - run.from + 1);
  if (fresh.length === 0) return ok(null);
  const commits = run.commits.filter(({ seq }) => seq > known);
  appendRun(checked.book, {
    ...result.value,
    run: { feed: run.feed as FeedId, from: known + 1, entries: fresh, commits },
  });
  checked.feed = run.feed as FeedId;
  for (const [index, entry] of fresh.entries()) {
    const read = readFact(entry);
    if (!read.ok || !Object.hasOwn(RULINGS, read.value.head.kind)) {
      checked.stopped = refusal('recording-unreadable', { seq: known + 1 + index });
      return { ok: false, refusal: checked.stopped };
    }
    if (!read.value.withheld) await note(checked, read.value.fact as Ruling, known + 1 + index, verify);
  }
  return ok(null);
}

async function note(checked: CheckedRecording, fact: Ruling, seq: number, verify: VerifySignature): Promise<void> {
  if (fact.kind === 'device-bound') return await noteDevice(checked, fact.body, verify);
  if (fact.kind === 'device-unbound') {
    const device = checked.devices.get(fact.body.key);
    if (device) device.unbound = true;
  } else if (fact.kind === 'criteria-loaded') checked.criteria = fact.body.set;
  else if (fact.kind === 'conclusion-put') checked.conclusions.set(fact.body.conclusion, fact.body.sha256);
  else if (fact.kind === 'ruled') {
    const { feed, upTo, hash, refused } = fact.body;
    const list = checked.ruled.get(feed) ?? [];
    list.push({ at: seq, upTo, hash, refused: new Map(refused.map(({ seq: at, code }) => [at, code])) });
    checked.ruled.set(feed, list);
  } else notePoll(checked, fact, seq);
}

async function noteDevice(
  checked: CheckedRecording,
  { seat, key, kem, proof }: RulingOf<'device-bound'>,
  verify: VerifySignature,
): Promise<void> {
  if (checked.devices.has(key) || deviceOf(checked, seat) !== undefined) checked.doubled.add(seat);
  const message = deviceProofMessage(checked.book.id, seat, fromBase64(key), fromBase64(kem));
  const proved = await verify(fromBase64(key), message, fromBase64(proof));
  if (!checked.devices.has(key)) checked.devices.set(key, { seat, key, kem, proved });
}

function notePoll(checked: CheckedRecording, fact: Ruling, seq: number): void {
  if (fact.kind === 'poll-opened') {
    const poll = fact.body.poll as PollId;
    const known = checked.polls.get(poll);
    if (known) known.broken ??= refusal('poll-opened-twice', { seq });
    else checked.polls.set(poll, { opened: fact.body, settled: new Map() });
    return;
  }
  if (fact.kind === 'round-closed') {
    const { counted, setAside } = fact.body;
    const closed = {
      seq,
      counted: new Set<string>(counted),
      setAside: new Map(setAside.map((at) => [at.hash as string, at.code])),
    };
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.closed === undefined,
      (poll) => {
        poll.closed = closed;
      },
    );
  } else if (fact.kind === 'revealed')
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.closed !== undefined && poll.revealed === undefined,
      (poll) => {
        poll.revealed = { seq };
      },
    );
  else if (fact.kind === 'counted')
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.revealed !== undefined && poll.counted === undefined,
      (poll) => {
        poll.counted = { seq };
      },
    );
  else if (fact.kind === 'ballot-set-aside' || fact.kind === 'ballot-unopenable') {
    const { poll, ballot, code } = fact.body;
    const what = fact.kind === 'ballot-set-aside' ? 'set-aside' : 'unopenable';
    step(
      checked,
      poll,
      seq,
      (at) => at.closed !== undefined,
      (at) => {
        at.settled.set(ballot, { what, code });
      },
    );
  }
}

/** A ruling that cannot follow breaks its poll, for good. One of a poll never opened is nothing. */
function step(
  checked: CheckedRecording,
  id: string,
  seq: number,
  follows: (poll: CheckedPoll) => boolean,
  take: (poll: CheckedPoll) => void,
): void {
  const poll = checked.polls.get(id as PollId);
  if (poll === undefined) return;
  if (follows(poll)) take(poll);
  else poll.broken ??= refusal('rulings-out-of-order', { seq });
}

/** The one device that speaks for a seat, as checked. */
export const deviceOf = (checked: CheckedRecording, seat: SeatId): CheckedDevice | undefined =>
  [...checked.devices.values()].findLast((device) => device.seat === seat && device.unbound !== true);

/** Who is issued a ballot, and who may hold shares, in order. */
export function pollOf(
  checked: CheckedRecording,
  poll: string,
): { readonly entitled: readonly SeatId[]; readonly holders: readonly SeatId[] } | undefined {
  const at = checked.polls.get(poll as PollId);
  return at && { entitled: at.opened.entitled, holders: at.opened.holders };
}

/**
 * The two holders of one author's ballot with their keys, as `holdersOf` finds them in the folded state; none where
 * there are not two. Refuses to seal to a key nobody proved to have: `holder-unproved`, `holder-bound-twice`.
 */
export function holderKeys(
  checked: CheckedRecording,
  poll: string,
  author: SeatId,
): Result<readonly { readonly seat: SeatId; readonly kem: PublicKey }[]> {
  const holders: { readonly seat: SeatId; readonly kem: PublicKey }[] = [];
  for (const seat of pollOf(checked, poll)?.holders ?? []) {
    const device = deviceOf(checked, seat);
    if (seat === author || device === undefined || holders.length === 2) continue;
    if (checked.doubled.has(seat)) return refuse('holder-bound-twice', { seat });
    if (!device.proved) return refuse('holder-unproved', { seat });
    holders.push({ seat, kem: device.kem });
  }
  return ok(holders.length === 2 ? holders : []);
}

/**
 * Why the key of a ballot may not leave its device; undefined where it may: the poll was opened, then closed by a
 * `round-closed` that counts this ballot, then revealed, and nothing of it was ruled set aside or unopenable
 * (design, section 3, "Sealing").
 */
export function releaseBarred(checked: CheckedRecording, poll: string, ballot: string): Refusal | undefined {
  if (checked.stopped) return checked.stopped;
  if ((logOf(checked)?.entries.length ?? 0) < (checked.pinned?.seq ?? 0)) return refusal('recording-behind');
  const at = checked.polls.get(poll as PollId);
  if (at === undefined) return refusal('poll-unknown');
  if (at.broken) return at.broken;
  if (at.closed === undefined) return refusal('round-open');
  if (!at.closed.counted.has(ballot)) return refusal('ballot-not-counted');
  if (at.settled.has(ballot)) return refusal('ballot-not-counted');
  return at.revealed === undefined ? refusal('not-revealed') : undefined;
}

export const releaseAllowed = (checked: CheckedRecording, poll: string, ballot: string): boolean =>
  releaseBarred(checked, poll, ballot) === undefined;

/** How one statement of a feed was ruled; undefined while it was not. `at` is the ruling's number. */
export function rulingOn(
  checked: CheckedRecording,
  feed: FeedId,
  seq: number,
): { readonly at: number; readonly refused?: string } | undefined {
  const ruled = checked.ruled.get(feed)?.find(({ upTo }) => upTo >= seq);
  if (ruled === undefined) return undefined;
  const code = ruled.refused.get(seq);
  return { at: ruled.at, ...(code === undefined ? {} : { refused: code }) };
}
