// What a seat may see. Views are computed in the host and are the leak boundary: no mark before its poll is counted.
import type { Refusal } from '../base/result.ts';
import type { Item } from '../book/ballot.ts';
import type { Via } from '../book/head.ts';
import type { Presence } from '../book/meeting-rulings.ts';
import type { Prose } from '../book/rulings.ts';
import type { BallotStatus, PollStep } from '../book/state.ts';
import type { Role } from '../council/roles.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { ChangedSentence } from '../minutes/changes.ts';
import type { Minutes } from '../minutes/content.ts';
import type { Margin } from '../results/margin.ts';
import type { PlatformResult } from '../results/result-types.ts';
import type { CopiesView } from './copies-methods.ts';
import type { CountView, PollBookView, SessionBookView, TalkView, VoteCountView } from './council-views.ts';
import type { ReadingView } from './evidence-methods.ts';
import type { Phase } from './phases.ts';
import type { Possible } from './possible.ts';
import type { ProjectorView } from './projector-view.ts';
import type { AwayView, RecordingView } from './recording-methods.ts';
import type { JoiningView, RoomView } from './room-methods.ts';
import type { ShellView } from './shell-view.ts';

export type { Possible } from './possible.ts';

/** What a session waits for before it can go on: said aloud in the room anyway, never anything of a sheet. */
export const WAITS = [
  'opening',
  'adjourned',
  'quorum',
  'committee',
  'declarations',
  'round',
  'ballots',
  'closing-round',
  'reveal',
  'keys',
  'count',
  'conclusion',
  'votes',
  'minutes',
  'approvals',
  'closing',
  'sealing',
  'signature-secretary',
  'signature-chair',
  'signature-unit',
  'nothing',
] as const;
export type Waiting = { readonly for: (typeof WAITS)[number]; readonly count: number };

/** Times are ISO 8601 UTC as somebody's clock claimed them. */
export type Card = {
  readonly book: string;
  readonly kind: 'session' | 'rehearsal';
  readonly subject: string;
  readonly council: string;
  readonly openedAt: string;
  /** When the meeting was opened. */
  readonly meetingAt?: string;
  readonly phase: Phase;
  readonly waits: Waiting;
  /** The criteria set it holds, and what stands on it. Absent on a card of an earlier version. */
  readonly set?: {
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
    /** Ballots counted on it. */
    readonly ballots: number;
    readonly sealed: boolean;
  };
  /** Platforms whose result may be shown: what a later evaluation can name. Absent on a card of an earlier version. */
  readonly scored?: readonly { readonly platform: string; readonly name: string }[];
};
/** A form that somebody is still filling in; `book`: the session that it edits. */
export type DraftCard = {
  readonly draft: string;
  readonly kind: 'session' | 'rehearsal';
  readonly subject: string;
  readonly council: string;
  readonly savedAt: string;
  readonly book?: string;
};
export type HomeView = { readonly cards: readonly Card[]; readonly drafts: readonly DraftCard[] };

export type MySeat = {
  readonly as: 'desk' | 'seat';
  readonly seat?: string;
  readonly name: string;
  readonly seatRole?: Role;
};

export type SeatView = {
  readonly seat: string;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly role: Role;
  readonly votes: boolean;
  readonly presence: Presence | 'unknown';
  readonly attendance: readonly { readonly at: string; readonly presence: Presence; readonly note: string }[];
  /** `none`: nobody has joined as this seat yet. Fingerprint: first 16 hex digits of SHA-256 of the device's key. */
  readonly device: 'none' | 'host' | 'own';
  readonly fingerprint?: string;
  /** Its link is open now. */
  readonly here: boolean;
  /** Holds the chair's written authorisation now. */
  readonly authorised: boolean;
  /** Left the council between sittings; the seat that took its place. */
  readonly replacedBy?: string;
  /** Platforms on which it declared, true where with a conflict. */
  readonly declared: Readonly<Record<string, boolean>>;
  /** Criteria it does not judge though it judges the rest, by platform. */
  readonly barred: Readonly<Record<string, readonly string[]>>;
};

export type QuorumView = {
  readonly holds: boolean;
  readonly present: number;
  readonly appointed: number;
  readonly needed: number;
  readonly missing: readonly Refusal[];
};

export type EvidenceView = {
  readonly evidence: string;
  readonly number: number;
  readonly revision: number;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly title: string;
  readonly kind: string;
  readonly supplier: string;
  readonly date: string;
  readonly label: 'public' | 'internal';
  readonly criteria: readonly string[];
  /** Revisions before this one, the first first. */
  readonly earlier: readonly {
    readonly revision: number;
    readonly sha256: string;
    readonly size: number;
    readonly mediaType: string;
    readonly title: string;
  }[];
};

/** An earlier evaluation of the same platform, as its book said. */
export type BeforeView = {
  readonly book: string;
  readonly at: string;
  readonly version: string;
  readonly outcome: string;
  /** By criterion of this session, where the question is word for word the same. */
  readonly marks: Readonly<
    Record<string, { readonly verdict: 'met' | 'not-met' | 'left-out'; readonly met: number; readonly of: number }>
  >;
  /** Criteria of this session that are new or ask otherwise than then. */
  readonly changed: readonly string[];
};

export type MeasuredView = {
  readonly value: string;
  readonly threshold: string | null;
  readonly satisfied: boolean | null;
};

export type PlatformView = {
  readonly platform: string;
  readonly name: string;
  readonly owner: string;
  readonly enterprise: string;
  readonly address: string;
  readonly evidence: readonly EvidenceView[];
  /** By criterion. */
  readonly measured: Readonly<Record<string, MeasuredView>>;
  readonly recused: readonly string[];
  readonly undeclared: readonly string[];
  readonly quorum: QuorumView;
  readonly opinions: readonly {
    readonly seat: string;
    /** Who wrote it down: the member, or who entered it for them. */
    readonly by: string;
    readonly via: Via;
    /** Empty while the rules hide it. */
    readonly text: string;
    readonly confirmed: boolean;
    readonly entry: string;
  }[];
  readonly conclusion?: ConclusionView;
  readonly before?: BeforeView;
  /** Who has opened which revisions (SHA-256): stated after the reveal, or at once where the rules allow names. */
  readonly openings: readonly { readonly seat: string; readonly opened: readonly string[] }[];
};

/** How far a seat is; never what it marked. */
export type SheetState = 'not-entitled' | 'working' | 'cast' | BallotStatus;
export type PollView = PollBookView & {
  readonly poll: string;
  readonly of: 'platform' | 'conclusion' | 'election';
  readonly platform: string;
  readonly round: number;
  readonly step: PollStep;
  readonly openedAt: string;
  readonly sheets: readonly {
    readonly seat: string;
    readonly state: SheetState;
    readonly via?: Via;
    readonly reopened: number;
    /** Entry of its standing or counted ballot: a hash, which says nothing of the marks. */
    readonly ballot?: string;
    /** Key or both shares are there. Only after the reveal. */
    readonly opened: boolean;
    /** How many of the criteria carry a working mark, as its screen reported; presence, never stored. */
    readonly marked?: number;
    /** How many files of evidence it has opened; for chair and secretary only, presence as well. */
    readonly openedFiles?: number;
  }[];
  readonly setAside: readonly { readonly ballot: string; readonly code: string }[];
};

export type ConclusionView = {
  readonly conclusion: string;
  readonly platform: string;
  readonly outcome: string;
  readonly text: string;
  readonly sha256: string;
  readonly poll?: string;
  readonly votes: readonly { readonly seat: string; readonly choice: 'agree' | 'disagree' | 'abstain' }[];
  readonly passed: boolean | null;
  /** Once the vote is closed and, if it is secret, opened. */
  readonly count?: VoteCountView;
  readonly reservations: readonly { readonly seat: string; readonly text: string }[];
};

export type SessionView = SessionBookView & {
  readonly book: string;
  readonly kind: 'session' | 'rehearsal';
  readonly me: MySeat;
  readonly phase: Phase;
  readonly readOnly?: Refusal;
  readonly away?: AwayView;
  readonly subject: string;
  readonly superior: string;
  readonly council: string;
  readonly decision: { readonly number: string; readonly date: string; readonly body: string };
  readonly place: string;
  readonly legalBasis: readonly string[];
  readonly rules: CouncilRules;
  readonly criteria: {
    readonly sha256: string;
    readonly name: { readonly vi: string; readonly en: string };
    readonly version: string;
    readonly sample: boolean;
    /** Absent of a sample, and of a set that nobody has put in force yet. */
    readonly promulgation?: { readonly number: string; readonly date: string; readonly body: string };
    readonly count: number;
  };
  readonly seats: readonly SeatView[];
  readonly quorum: QuorumView;
  readonly platforms: readonly PlatformView[];
  readonly polls: readonly PollView[];
  readonly meeting: { readonly openedAt?: string; readonly closedAt?: string; readonly presiding?: string };
  readonly minutes: {
    readonly written?: { readonly sha256: string; readonly at: string; readonly stale: boolean };
    readonly approvals: readonly { readonly seat: string; readonly stale: boolean }[];
    readonly file?: {
      readonly sha256: string;
      readonly signatures: readonly { readonly field: string; readonly seat: string; readonly at: string }[];
    };
  };
  /** Only for the desk. */
  readonly possible?: {
    readonly openMeeting: Possible;
    readonly openRound: Readonly<Record<string, Possible>>;
    readonly writeMinutes: Possible;
    readonly closeMeeting: Possible;
    readonly sealMinutes: Possible;
  };
};

export type CriteriaView = {
  readonly set: CriteriaSet;
  /** Thresholds in force by criterion: the set's own, or the session's with its source; null is judged by hand. */
  readonly thresholds: Readonly<Record<string, { readonly threshold: string | null; readonly source: string }>>;
};

export type SheetView = {
  /** null: a secret ballot, which carries no name; such sheets stand in the order of their texts. */
  readonly seat: string | null;
  readonly valid: boolean;
  readonly code?: string;
  readonly items: Readonly<Record<string, Item>>;
  readonly comment?: string;
};
export type RoundView = {
  readonly poll: string;
  readonly round: number;
  readonly result: PlatformResult;
  readonly sheets: readonly SheetView[];
};

/** After `counted` only (with a counting committee: after its minutes stand), and the same for everybody. */
export type ResultsView = {
  /** The last counted round of each platform. */
  readonly platforms: readonly (RoundView & {
    readonly platform: string;
    /** Whether one absence, one mark, one criterion would turn the outcome. */
    readonly margin: Margin;
    /** Rounds before it, the first first. */
    readonly history: readonly RoundView[];
    /** Marks of absent members' written opinions, opened; for reference only. */
    readonly opinions: readonly SheetView[];
  })[];
  /** Open scoring: what has been cast so far in a round that is not counted. */
  readonly live: readonly { readonly platform: string; readonly poll: string; readonly sheets: readonly SheetView[] }[];
};

/** The host-held seat's own working sheet: nobody else's. Page seats keep theirs in the page. */
export type DraftView = {
  readonly items: Readonly<
    Record<
      string,
      {
        readonly mark?: string;
        readonly points?: number;
        readonly change?: string;
        readonly reason?: string;
        readonly remark?: string;
        readonly cites?: Item['cites'];
      }
    >
  >;
  readonly comment: string;
  /** Its own valid sheet of the round before: where a mark differs, a reason is asked. */
  readonly before?: Readonly<Record<string, Pick<Item, 'mark' | 'points'>>>;
  /** Criteria this seat does not judge. */
  readonly barred: readonly string[];
  /** The round whose sheet of its own this one began with; absent where it began empty. */
  readonly startedFrom?: number;
  /** Revisions (SHA-256) of the platform's evidence that it has opened: its own knowledge until it may be named. */
  readonly openedFiles: readonly string[];
};

export type MinutesView = {
  /** Undefined where something is missing; `missing` says what. */
  readonly minutes?: Minutes;
  readonly missing: readonly Refusal[];
  readonly prose: Prose;
  readonly stale: boolean;
  /** Sentences whose facts changed since the minutes were written; empty unless stale. */
  readonly changes: readonly ChangedSentence[];
  /** Only for the desk: its words are no longer those that stand before the council. */
  readonly edited: boolean;
  /** What the recording device is doing to the file now. */
  readonly work?: MinutesWork;
};

/** Steps of sealing and signing, as they are taken. */
export type MinutesWork = 'cutting' | 'laying-out' | 'reserving' | 'stamping' | 'signing' | 'keeping' | 'recording';

export type LogView = {
  readonly rows: readonly {
    readonly at: string;
    readonly seat: string;
    readonly kind: string;
    readonly feed: string;
    readonly seq: number;
    readonly via: Via;
    readonly hash: string;
    readonly refused?: string;
  }[];
};

/** Name of each view, its parameters and what it gives. */
export type Views = {
  readonly home: { readonly params: Record<string, never>; readonly value: HomeView };
  readonly shell: { readonly params: Record<string, never>; readonly value: ShellView };
  readonly session: { readonly params: { readonly book: string }; readonly value: SessionView };
  readonly criteria: { readonly params: { readonly book: string }; readonly value: CriteriaView };
  readonly results: { readonly params: { readonly book: string }; readonly value: ResultsView };
  readonly draft: { readonly params: { readonly book: string; readonly poll: string }; readonly value: DraftView };
  readonly minutes: { readonly params: { readonly book: string }; readonly value: MinutesView };
  readonly log: { readonly params: { readonly book: string }; readonly value: LogView };
  readonly count: { readonly params: { readonly book: string }; readonly value: CountView };
  readonly talk: { readonly params: { readonly book: string }; readonly value: TalkView };
  /** Progress of reading the evidence for search. */
  readonly reading: { readonly params: { readonly book: string }; readonly value: ReadingView };
  readonly projector: { readonly params: { readonly book: string }; readonly value: ProjectorView };
  /** Who may come in, who waits, who is there: for the desk and the chair. */
  readonly room: { readonly params: { readonly book: string }; readonly value: RoomView };
  readonly joining: { readonly params: Record<string, never>; readonly value: JoiningView };
  readonly copies: { readonly params: Record<string, never>; readonly value: CopiesView };
  readonly recording: { readonly params: { readonly book: string }; readonly value: RecordingView };
};
export type ViewName = keyof Views;
