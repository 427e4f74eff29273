// What the rule book adds to the views: sittings, elections, the count, the discussion; never a mark before its time.
import type { Item } from '../book/ballot.ts';
import type { CountDifference, Counted } from '../book/decide-count.ts';
import type { Choice } from '../book/meeting-rulings.ts';
import type { VoteResult } from '../results/conclusion-result.ts';
import type { Possible } from './possible.ts';

/** How a vote of raised hands, open names or secret papers came out; who did not vote abstains. */
export type VoteCountView = Pick<VoteResult, 'agree' | 'disagree' | 'abstain' | 'of' | 'tie'>;

export type SittingView = {
  readonly openedAt: string;
  readonly presiding: string;
  readonly adjourned?: { readonly at: string; readonly until: string; readonly note: string };
};

export type ElectionView = {
  readonly election: string;
  readonly members: readonly string[];
  readonly head: string;
  readonly sha256: string;
  readonly poll?: string;
  /** null: the vote is not closed. */
  readonly passed: boolean | null;
  readonly count?: VoteCountView;
};

/** A vote by raised hands, as it was counted. */
export type HandsView = {
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
  readonly presiding: Choice | null;
};

/** What the rule book adds to a poll. */
export type PollBookView = {
  readonly secrecy: 'open' | 'blind' | 'secret';
  readonly by: 'devices' | 'hands';
  readonly entitled: readonly string[];
  readonly voided?: { readonly at: string; readonly code: string };
  /** Seats that attend, may judge and were issued nothing: they came late. */
  readonly unissued: readonly string[];
  /** Numbers of printed sheets, by seat. */
  readonly paper: Readonly<Record<string, number>>;
  /** Sheets of paper that were entered: who entered them, who confirmed; a photo only once the marks are known. */
  readonly sheetsOfPaper: readonly {
    readonly seat: string;
    readonly ballot: string;
    readonly by: string;
    readonly confirmedBy?: string;
    readonly photo?: string;
  }[];
  readonly hands?: HandsView;
  /** Whether the quorum holds at this moment, with the ballots that are in. */
  readonly quorumHolds: boolean;
  readonly committee?: {
    /** Who of it has reported; never what. */
    readonly reported: readonly string[];
    readonly agreed: boolean;
    /** Two reports are there and differ: on how many figures. */
    readonly differ?: number;
  };
  readonly discussed: readonly string[];
};

/** What the rule book adds to a session. */
export type SessionBookView = {
  readonly sittings: readonly SittingView[];
  readonly adjourned: boolean;
  readonly authorisations: readonly {
    readonly seat: string;
    readonly letter: string;
    readonly at: string;
    readonly endedAt?: string;
  }[];
  readonly elections: readonly ElectionView[];
  readonly committee?: { readonly members: readonly string[]; readonly head: string };
  readonly remarks: readonly {
    readonly seat: string;
    readonly platform: string;
    readonly criterion?: string;
    readonly text: string;
    readonly at: string;
    readonly entry: string;
  }[];
  /** Only for the desk. */
  readonly may?: {
    readonly adjourn: Possible;
    readonly resume: Possible;
    readonly putElection: Possible;
    /** By poll. */
    readonly close: Readonly<Record<string, Possible>>;
    readonly void: Readonly<Record<string, Possible>>;
    readonly agreeCount: Readonly<Record<string, Possible>>;
  };
};

/**
 * The counting committee at work: for its members alone, until the counting minutes stand. Sheets carry no name and
 * stand in the order of their texts. What the other member counted is shown only when both have reported.
 */
export type CountView = {
  readonly polls: readonly {
    readonly poll: string;
    readonly platform: string;
    readonly round: number;
    readonly issued: number;
    readonly returned: number;
    readonly sheets: readonly {
      readonly valid: boolean;
      readonly code?: string;
      readonly items: Readonly<Record<string, Pick<Item, 'mark' | 'points'>>>;
    }[];
    readonly mine?: Counted;
    readonly differences: readonly CountDifference[];
    readonly agreed: boolean;
  }[];
};

/** The discussion as it is led: presence, gone with the process. */
export type TalkView = {
  readonly platform?: string;
  readonly criterion?: string;
  /** Every screen shows what the presiding person points at. */
  readonly follow: boolean;
  readonly budget: number | null;
  /** When the criterion was taken up, by the host's clock (ISO 8601); shown, never decided upon. */
  readonly since?: string;
  /** In the order in which they asked. */
  readonly queue: readonly string[];
  readonly floor?: string;
};
