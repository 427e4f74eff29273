// What a device that does not fold knows of the recording feed: only what it checked itself.
import type { BookId, FeedId, Hash, PollId, PublicKey, SeatId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import { type Book, emptyBook, type FeedLog, tipOf } from '../book/book.ts';
import type { Sha256 } from '../book/entry.ts';
import type { Presence } from '../book/meeting-rulings.ts';
import type { RulingOf } from '../book/rulings.ts';
import type { Role } from '../council/roles.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';

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
  /** Who came late and was issued a ballot all the same. */
  readonly issued?: Set<SeatId>;
  voided?: true;
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

/** A seat as the recording feed appointed it; `presence` is absent before it is first marked in a sitting. */
export type CheckedSeat = {
  readonly seat: SeatId;
  readonly role: Role;
  readonly order: number;
  presence?: Presence;
  replaced?: true;
  by?: SeatId;
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
  /** The feed that records now, as checked, the turn it has, and whose it is. */
  feed?: FeedId;
  term: number;
  recorder?: SeatId;
  /** Feeds that recorded before, each up to its cut. */
  former: readonly { readonly feed: FeedId; readonly upTo: number }[];
  /** Its recorder has handed it over to this device, by the entry of this hash. */
  handed?: RulingOf<'recording-handed-over'> & { readonly hash: Hash };
  /**
   * The farthest entry checked before this window was opened: shown again with another hash, it is a fork. Without a
   * feed it is of the first.
   */
  pinned?: { readonly feed?: FeedId; readonly seq: number; readonly hash: Hash };
  /** For ever: the feed was shown in two ways, or rules what no version of ours knows. Nothing more is read or given. */
  stopped?: Refusal;
  /** Fixed by the first entry, whose hash is the book's id. */
  rules?: CouncilRules;
  criteria?: CriteriaSet;
  chair?: SeatId;
  keepers: readonly SeatId[];
  readonly seats: Map<SeatId, CheckedSeat>;
  readonly polls: Map<PollId, CheckedPoll>;
  /** SHA-256 of the text of each conclusion and election, and of the newest minutes written: what a vote or an approval is about. */
  readonly conclusions: Map<string, Hash>;
  readonly elections: Map<string, Hash>;
  written?: Hash;
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
  term: 0,
  former: [],
  keepers: [],
  seats: new Map(),
  polls: new Map(),
  conclusions: new Map(),
  elections: new Map(),
  devices: new Map(),
  doubled: new Set(),
  ruled: new Map(),
});

export const logOf = (checked: CheckedRecording): FeedLog | undefined => checked.book.feeds.get(checked.feed as FeedId);

/** Last entry checked; undefined before the first. What an own entry names as `seen`. */
export function seenOf(
  checked: CheckedRecording,
  sha256: Sha256,
): { readonly seq: number; readonly hash: Hash } | undefined {
  const log = logOf(checked);
  return log && tipOf(log, sha256);
}

/** Less is shown than was checked here before: what came since is not believed away. */
export function isBehind(checked: CheckedRecording): boolean {
  const { pinned, book, feed, former } = checked;
  if (pinned === undefined) return false;
  const of = pinned.feed ?? former[0]?.feed ?? feed;
  return (book.feeds.get(of as FeedId)?.entries.length ?? 0) < pinned.seq;
}

/** The one device that speaks for a seat, as checked. */
export const deviceOf = (checked: CheckedRecording, seat: SeatId): CheckedDevice | undefined =>
  [...checked.devices.values()].findLast((device) => device.seat === seat && device.unbound !== true);
