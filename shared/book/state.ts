// The state of a session: plain data that `fold` makes of a book, the same on every machine for ever.
import type { BookId, EvidenceId, FeedId, Hash, PlatformId, PollId, PublicKey, SeatId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import type { Role } from '../council/roles.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { HeadRef, Via } from './head.ts';
import type { Presence, Prose, RulingOf } from './rulings.ts';
import type { ReopenReason } from './statements.ts';

/** Where a value of the state comes from: the hash of its entry and the time its author claimed. */
export type Origin = { readonly entry: Hash; readonly at: string };

export type Seat = {
  readonly seat: SeatId;
  readonly role: Role;
  readonly order: number;
  presence: Presence | 'unknown';
  /** Arrivals and leavings, in order. */
  attendance: (Origin & { readonly presence: Presence; readonly note: string })[];
  /** Key of the device that now speaks for the seat. */
  device?: PublicKey;
};

export type Device = {
  readonly key: PublicKey;
  readonly kem: PublicKey;
  readonly seat: SeatId;
  readonly origin: Origin;
  unbound?: Origin;
};

/** Personal data, apart from everything that rules read; absent where the body is withheld. */
export type Person = { readonly name: string; readonly position: string; readonly unit: string };

export type Evidence = RulingOf<'evidence-added'> & { readonly origin: Origin };
export type Platform = RulingOf<'platform-added'> & {
  readonly origin: Origin;
  /** Newest revision of each item, in the order of their numbers. */
  evidence: Record<string, Evidence>;
  measured: Record<string, { readonly value: string; readonly evidence: readonly string[]; readonly origin: Origin }>;
  conclusion?: string;
};

/**
 * `standing`: admitted, could still be reopened. `counted`, `set-aside`, `late`: as `round-closed` says; what stands in
 * neither of its lists is late. `unopenable`: no key came and the shares do not open it.
 */
export type BallotStatus = 'standing' | 'superseded' | 'counted' | 'set-aside' | 'late' | 'unopenable';
export type SealedBallot = {
  readonly entry: Hash;
  readonly seat: SeatId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly via: Via;
  readonly commit: Hash;
  readonly shares: readonly { readonly holder: SeatId; readonly key: string; readonly commit: Hash }[];
  readonly at: string;
  status: BallotStatus;
  code?: string;
  /** Released key, base64url; only after `revealed`. */
  key?: string;
  /** Released shares by holder's seat. */
  released: Record<string, string>;
};

export type Vote = { readonly choice: 'agree' | 'disagree' | 'abstain'; readonly origin: Origin };

export type PollStep = 'open' | 'closed' | 'revealed' | 'counted';
export type Poll = RulingOf<'poll-opened'> & {
  readonly origin: Origin;
  step: PollStep;
  ballots: Record<string, SealedBallot>;
  /** Standing ballot of each seat. */
  standing: Record<string, Hash>;
  votes: Record<string, Vote>;
  /** How often each seat reopened. */
  reopened: Record<string, { readonly reason: ReopenReason; readonly origin: Origin }[]>;
  closed?: RulingOf<'round-closed'> & { readonly origin: Origin };
  revealed?: Origin;
  counted?: { readonly sha256: Hash; readonly origin: Origin };
};

export type Conclusion = RulingOf<'conclusion-put'> & {
  readonly origin: Origin;
  poll?: string;
  reservations: Record<string, { readonly text?: string; readonly origin: Origin }>;
};

export type WrittenOpinion = {
  readonly seat: SeatId;
  /** Absent with the text where the body is withheld. */
  readonly platform?: string;
  readonly text?: string;
  readonly by: SeatId;
  readonly via: Via;
  readonly origin: Origin;
  confirmedBy?: SeatId;
};

export type FeedState = {
  readonly feed: FeedId;
  /** Key of entry 1; the seat is the one its device is bound to. */
  readonly key: PublicKey;
  readonly seat: SeatId;
  ruledTo: { seq: number; hash: Hash };
  refused: Record<string, string>;
  /** Its device was unbound: nothing after this entry is ruled any more. */
  ends?: number;
};

export type State = {
  readonly v: 1;
  readonly book: BookId;
  recording: { readonly feed: FeedId; seq: number; hash: Hash };
  /** Set when a fact is from a newer version or does not hold together: the book is then shown and not written. */
  readOnly?: Refusal;
  opened?: RulingOf<'book-opened'> & { readonly origin: Origin };
  described?: RulingOf<'session-described'>;
  criteria?: { readonly sha256: Hash; readonly set: CriteriaSet };
  /** Thresholds that the set left open. */
  thresholds: Record<string, { readonly threshold: string | null; readonly source: string; readonly origin: Origin }>;
  seats: Record<string, Seat>;
  persons: Record<string, Person>;
  devices: Record<string, Device>;
  feeds: Record<string, FeedState>;
  platforms: Record<string, Platform>;
  meeting: { opened?: Origin & { readonly presiding: SeatId }; closed?: Origin };
  /** declarations[seat][platform]: true is a conflict, and the seat is recused there. */
  declarations: Record<string, Record<string, { readonly conflict: boolean; readonly origin: Origin }>>;
  explanations: Record<string, Record<string, string>>;
  opinions: Record<string, WrittenOpinion>;
  polls: Record<string, Poll>;
  conclusions: Record<string, Conclusion>;
  /** `seat/commit` of any poll: a seat never uses a key twice; another's copied commitment takes nothing from it. */
  commits: Record<string, true>;
  minutes: {
    written?: {
      readonly sha256: Hash;
      readonly facts: readonly HeadRef[];
      readonly prose: Prose;
      readonly origin: Origin;
    };
    approvals: Record<string, { readonly sha256: Hash; readonly origin: Origin }>;
    signers: Record<string, { readonly seat: SeatId; readonly field: 'ThuKy' | 'ChuToa'; readonly certificate?: Hash }>;
    cut?: { readonly content: Hash; readonly heads: readonly HeadRef[]; readonly origin: Origin };
    sealed?: { readonly sha256: Hash; readonly origin: Origin };
    signatures: (RulingOf<'signature-added'> & { readonly origin: Origin })[];
  };
  /** `feed/seq` of every ruled entry with a personal body: what may be erased. */
  personal: Record<string, true>;
  erased: Record<string, string>;
};

export type Rules = CouncilRules;
export type { EvidenceId, PlatformId, PollId };

export const emptyState = (book: BookId, feed: FeedId, start: Hash): State => ({
  v: 1,
  book,
  recording: { feed, seq: 0, hash: start },
  thresholds: {},
  seats: {},
  persons: {},
  devices: {},
  feeds: {},
  platforms: {},
  meeting: {},
  declarations: {},
  explanations: {},
  opinions: {},
  polls: {},
  conclusions: {},
  commits: {},
  minutes: { approvals: {}, signers: {}, signatures: [] },
  personal: {},
  erased: {},
});
