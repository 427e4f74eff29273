// What stands on the wall of the room: large, for everybody's eyes, and nothing in it that is not said aloud.
import type { PollStep } from '../book/state.ts';
import type { Bilingual } from '../criteria/criteria-set.ts';
import type { CriterionResult } from '../results/result-types.ts';
import type { Phase } from './phases.ts';

/** How far a vote is: who has put one in, never what it says. */
type Returned = { readonly cast: number; readonly entitled: number };

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
  readonly round?: Returned & { readonly number: number; readonly step: PollStep };
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
  readonly conclusion?: Returned & {
    readonly text: string;
    /** null: the vote is not closed, and how anybody votes is not told. */
    readonly passed: boolean | null;
    readonly agree?: number;
    readonly disagree?: number;
    readonly abstain?: number;
  };
};
