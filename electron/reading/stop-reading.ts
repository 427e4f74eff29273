// Ends the reading of a file that cannot be read, with the code of the refusal that says why.
import type { Refusal } from '../../shared/base/result.ts';

/** Sentences to these stand in `shared/lang/refusals-*`. */
export type StopCode =
  | 'reading-kind'
  | 'reading-locked'
  | 'reading-broken'
  | 'reading-too-large'
  | 'reading-no-text'
  | 'reading-time'
  | 'reading-memory';

export class StopReading extends Error {
  readonly refusal: Refusal;
  constructor(code: StopCode) {
    super(code);
    this.name = 'StopReading';
    this.refusal = { code, params: {} };
  }
}

export const stopReading = (code: StopCode): never => {
  throw new StopReading(code);
};
