// The state of a session: plain data that `fold` makes of a book, the same on every machine for ever.
import type { BookId, EvidenceId, FeedId, Hash, PlatformId, PollId, PublicKey, SeatId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import type { Role } from '../council/roles.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { HeadRef, Via } from './head.ts';
import type { Choice, Presence } from './meeting-rulings.ts';
import type { Prose, RulingOf } from './rulings.ts';
import type { ReopenReason, StatementOf } from './statements.ts';

/** Where a value of the state comes from: the hash of its entry and the time its author claimed. */
export type Origin = { readonly entry: Hash; readonly at: string };

export type Seat = {
  readonly seat: SeatId;
  readonly role: Role;
  readonly order: number;
  presence: Presence | 'unknown';
  /** Arrivals and leavings, in order; `sitting` counts from 1. */
  attendance: (Origin & { readonly presence: Presence; readonly note: string; readonly sitting: number })[];
  /** A vice-chair who holds the chair's written authorisation now. */
  authorised?: Origin & { readonly letter: string };
  /** Has left the council after so many sittings; sits and votes no more. */
  replaced?: Origin & { readonly by: SeatId; readonly ground: string; readonly sittings: number };
  /** Whose place this seat took. */
  readonly replaces?: SeatId;
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

export type Evidence = RulingOf<'evidence-added'> & {
  readonly origin: Origin;
  /** Revisions before this one, the first first; left out where there is none. */
  readonly earlier?: readonly EvidenceRevision[];
};
export type EvidenceRevision = Pick<Evidence, 'revision' | 'sha256' | 'size' | 'mediaType' | 'title' | 'origin'>;
export type Platform = RulingOf<'platform-added'> & {
  readonly origin: Origin;
  /** Newest revision of each item, in the order of their numbers. */
  evidence: Record<string, Evidence>;
  measured: Record<string, { readonly value: string; readonly evidence: readonly string[]; readonly origin: Origin }>;
  conclusion?: string;
  /** What an earlier council found of it. */
  before?: RulingOf<'evaluated-before'> & { readonly origin: Origin };
};

/**
 * `standing`: admitted, could still be reopened. `counted`, `set-aside`, `late`: as `round-closed` says; what stands in
 * neither of its lists is late. `unopenable`: no key came and the shares do not open it.
 */
export type BallotStatus = 'standing' | 'superseded' | 'counted' | 'set-aside' | 'late' | 'unopenable';
export type SealedBallot = {
  readonly entry: Hash;
  readonly seat: SeatId;
  /** Who entered and signed it: another seat only for a sheet of paper. */
  readonly by: SeatId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly via: Via;
  /** Paper only: the second pair of eyes, and the photo once it may be shown. */
  confirmedBy?: SeatId;
  photo?: { readonly sha256: Hash; readonly size: number; readonly mediaType: string; readonly origin: Origin };
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

export type Vote = { readonly choice: Choice; readonly origin: Origin };
export type CountReport = StatementOf<'count-reported'> & { readonly origin: Origin };

export type PollStep = 'open' | 'closed' | 'revealed' | 'counted';
export type Poll = Omit<RulingOf<'poll-opened'>, 'entitled'> & {
  readonly origin: Origin;
  step: PollStep;
  /** Who was issued a ballot and is not recused since, in the order of the table. */
  entitled: SeatId[];
  ballots: Record<string, SealedBallot>;
  /** Standing ballot of each seat. */
  standing: Record<string, Hash>;
  votes: Record<string, Vote>;
  hands?: RulingOf<'hands-counted'> & { readonly origin: Origin };
  /** How often each seat reopened. */
  reopened: Record<string, { readonly reason: ReopenReason; readonly origin: Origin }[]>;
  /** Ballots issued after the opening, to who came late. */
  issued: Record<string, Origin>;
  /** Numbers of printed sheets, by seat. */
  paper: Record<string, { readonly number: number; readonly origin: Origin }>;
  closed?: RulingOf<'round-closed'> & { readonly origin: Origin };
  /** How the council stood when it was closed: nothing that comes later changes what it is divided by. */
  stood?: Stood;
  revealed?: Origin;
  counted?: { readonly sha256: Hash; readonly origin: Origin };
  /** Newest report of each member of the counting committee. */
  reports: Record<string, CountReport>;
  agreed?: Origin & { readonly reports: readonly Hash[] };
  discussed: Record<string, Origin>;
  /** Opened below quorum, or ended because it was lost: counts for nothing, and the minutes say so. */
  voided?: Origin & { readonly code: string };
  /** What was seen of it in a void tail; it is voided with `spoiled`. */
  spoiled?: HeadRef;
};

/** The council at the close of a poll. */
export type Stood = {
  /** Entitled seats that attended then, or had put in a ballot. */
  readonly present: readonly SeatId[];
  /** Voting seats appointed, less the recused. */
  readonly appointed: readonly SeatId[];
  /** Whose side decides a tie: the one who presided, not recused. */
  readonly presiding?: SeatId;
  /** Criteria that a seat was recused from while it judged the rest; by seat. */
  readonly barred: Readonly<Record<string, readonly string[]>>;
  /** Criteria that too few were there to judge once the barred had left; left out where there is none. */
  readonly noQuorum?: readonly string[];
};

export type Conclusion = RulingOf<'conclusion-put'> & {
  readonly origin: Origin;
  poll?: string;
  reservations: Record<string, { readonly text?: string; readonly origin: Origin }>;
};

export type Election = RulingOf<'election-put'> & { readonly origin: Origin; poll?: string };

export type Remark = {
  readonly seat: SeatId;
  readonly via: Via;
  /** Absent with the text where the body is withheld. */
  readonly platform?: string;
  readonly criterion?: string;
  readonly text?: string;
  readonly origin: Origin;
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

/** Sealed marks of an absent member, by platform; opened beside the first round, never counted. */
export type SealedOpinion = SealedBallot & { readonly platform: string };

export type Sitting = {
  readonly opened: Origin;
  readonly presiding: SeatId;
  adjourned?: Origin & { readonly until: string; readonly note: string };
};

export type FeedState = {
  readonly feed: FeedId;
  /** Key of entry 1; the seat is the one its device is bound to. */
  readonly key: PublicKey;
  readonly seat: SeatId;
  ruledTo: { seq: number; hash: Hash };
  refused: Record<string, string>;
  /** Its device was unbound, or it was signed in two ways: nothing after this entry is ruled any more. */
  ends?: number;
  /** The other head that its device signed. */
  forked?: { readonly seq: number; readonly hash: Hash; readonly sig: string; readonly origin: Origin };
};

export type Declaration = {
  readonly conflict: boolean;
  readonly criteria?: readonly string[];
  readonly origin: Origin;
  /** Said after a first round of the platform had been opened. */
  readonly late?: true;
};

/** The recording passed from one feed to another; what the former feed says after `from` is void. */
export type Passing = {
  readonly term: number;
  readonly feed: FeedId;
  readonly seat: SeatId;
  readonly key: PublicKey;
  /** Seat that recorded before. */
  readonly before: SeatId;
  readonly from: HeadRef;
  readonly ground: RulingOf<'recording-passed'>['ground']['of'];
  /** Keepers who signed for a takeover. */
  readonly agreed: readonly SeatId[];
  /** Whose word let a restored device go on. */
  readonly word?: SeatId;
  /** The device was new to its seat, and was bound by the keepers. */
  readonly bound?: true;
  readonly origin: Origin;
};

export type State = {
  readonly v: 1;
  readonly book: BookId;
  /** The feed that rules, as far as it is applied; `term` counts the passings on, 0 for the first recorder. */
  recording: { readonly feed: FeedId; seq: number; hash: Hash; readonly term: number };
  /** Every time the recording was passed on, in order. */
  passings: Passing[];
  /** Its recorder has handed it over; whoever it was given to has not begun yet. */
  handed?: RulingOf<'recording-handed-over'> & { readonly origin: Origin };
  /** agreements[`term/seat`]: what a keeper agreed to, as its own feed says. */
  agreements: Record<string, { readonly feed: FeedId; readonly from: HeadRef; readonly origin: Origin }>;
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
  meeting: {
    opened?: Origin & { readonly presiding: SeatId };
    closed?: Origin;
    /** Who presides now. */
    presiding?: SeatId;
    /** Every time the chair was passed on, in order. */
    passed: (Origin & { readonly seat: SeatId })[];
    sittings: Sitting[];
  };
  /** Letters of authorisation that were shown, in order. */
  authorisations: (Origin & { readonly seat: SeatId; readonly letter: string; ended?: Origin })[];
  /** declarations[seat][platform]: a conflict, and the seat is recused there (or in the criteria that are named). */
  declarations: Record<string, Record<string, Declaration>>;
  explanations: Record<string, Record<string, string>>;
  opinions: Record<string, WrittenOpinion>;
  sealedOpinions: Record<string, SealedOpinion>;
  polls: Record<string, Poll>;
  elections: Record<string, Election>;
  /** Elected counting committee. */
  committee?: { readonly members: readonly SeatId[]; readonly head: SeatId; readonly origin: Origin };
  conclusions: Record<string, Conclusion>;
  remarks: Record<string, Remark>;
  /** `seat/commit` of any poll: a seat never uses a key twice; another's copied commitment takes nothing from it. */
  commits: Record<string, true>;
  /** openings[seat][platform][SHA-256 of a revision]: as that seat has said it. */
  openings: Record<string, Record<string, Record<string, Origin>>>;
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
  /** How far the clocks were apart, as last compared. */
  clocks?: { readonly machines: RulingOf<'clocks-compared'>['machines']; readonly origin: Origin };
  /** Evidence was asked back, and which seats' machines have said since that they removed it. */
  recalled?: { readonly note: string; readonly origin: Origin };
  removed: Record<string, Origin>;
};

export type Rules = CouncilRules;
export type { EvidenceId, PlatformId, PollId };

export const emptyState = (book: BookId, feed: FeedId, start: Hash): State => ({
  v: 1,
  book,
  recording: { feed, seq: 0, hash: start, term: 0 },
  passings: [],
  agreements: {},
  thresholds: {},
  seats: {},
  persons: {},
  devices: {},
  feeds: {},
  platforms: {},
  meeting: { passed: [], sittings: [] },
  authorisations: [],
  declarations: {},
  explanations: {},
  opinions: {},
  sealedOpinions: {},
  polls: {},
  elections: {},
  conclusions: {},
  remarks: {},
  commits: {},
  openings: {},
  minutes: { approvals: {}, signers: {}, signatures: [] },
  personal: {},
  erased: {},
  removed: {},
});
