// What came out of the box: opened ballots by their entries.
import type { Ballot } from '../book/ballot.ts';
import type { Choice } from '../book/meeting-rulings.ts';

/** A counted ballot, opened: valid with its marks or its vote, or invalid with the ground, as with paper. */
export type OpenedBallot =
  | { readonly valid: true; readonly ballot: Ballot; readonly text: string }
  | { readonly valid: true; readonly vote: Choice; readonly text: string }
  | { readonly valid: false; readonly code: string; readonly text: string };

/** By hash of the `ballot-cast` entry. */
export type Opened = ReadonlyMap<string, OpenedBallot>;
export const NOTHING_OPENED: Opened = new Map();

/** The marks of a valid sheet; undefined for a secret vote and for what is not valid. */
export const sheetIn = (found: OpenedBallot | undefined): Ballot | undefined =>
  found?.valid === true && 'ballot' in found ? found.ballot : undefined;
