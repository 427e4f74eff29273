// What stands on the wall of the room: large, for everybody's eyes, and nothing in it that is not said aloud.
import type { PollStep } from '../book/state.ts';
import type { Bilingual } from '../criteria/criteria-set.ts';
import type { CriterionResult } from '../results/result-types.ts';
import type { Phase } from './phases.ts';

/** How far a vote is: who has put one in, never what it says. With raised hands nothing is put in. */
type Returned = { readonly cast: number; readonly entitled: number };

/** A vote on a conclusion or on the counting committee. */
type VoteOnTheWall = Returned & {
  readonly by?: 'devices' | 'hands';
  /** Ended because the quorum was lost: nothing came of it. */
  readonly voided?: true;
  /** null: the vote is not closed, and how anybody votes is not told. */
  readonly passed: boolean | null;
  readonly agree?: number;
  readonly disagree?: number;
  readonly abstain?: number;
};

export type ProjectorView = {
  readonly book: string;
  readonly kind: 'session' | 'rehearsal';
  readonly sample: boolean;
  readonly subject: string;
  readonly council: string;
  readonly phase: Phase;
  readonly quorum: {
    readonly holds: boolean;
    readonly present: number;
    readonly appointed: number;
    readonly needed: number;
  };
  /** Whom the code in the invitation lets in is not said here; only how many seats have joined. */
  readonly joined: number;
  readonly seats: number;
  readonly platform?: { readonly name: string; readonly number: number; readonly of: number };
  /** The sitting has ended and the meeting goes on another day; empty: the day is not known yet. */
  readonly adjourned?: { readonly until: string };
  readonly round?: Returned & {
    readonly number: number;
    /** How many rounds the rules allow. */
    readonly most?: number;
    readonly step: PollStep;
    readonly voided?: true;
    /** Counted, and the counting committee has not come to one count yet: nothing of it is shown. */
    readonly inCommittee?: true;
  };
  /** The counting committee that was put last, until the first round is opened. */
  readonly election?: VoteOnTheWall & { readonly members: readonly string[]; readonly head: string };
  /** Who has the floor, and how many wait for it. */
  readonly floor?: string;
  readonly asking?: number;
  /** Seconds for each criterion, where there is a limit; `since` by the host's clock (ISO 8601), once one is taken up. */
  readonly clock?: { readonly budget: number; readonly since?: string };
  /** The one the chair or the secretary points at. */
  readonly criterion?: {
    readonly id: string;
    readonly number: number;
    readonly of: number;
    readonly group: Bilingual;
    readonly statement: Bilingual;
    /** Only of a round that is counted. */
    readonly result?: CriterionResult;
  };
  /** Only of a round that is counted. */
  readonly outcome?: {
    readonly name: Bilingual;
    readonly met: number;
    readonly notMet: number;
    readonly leftOut: number;
  };
  readonly conclusion?: VoteOnTheWall & { readonly text: string };
};
