// Ends the reading of one spreadsheet where going on would be wrong or dear; caught where the reading began.
import { type FindingCode, type Place, type Problem, problem } from '../../shared/criteria/finding.ts';

export type Placed = Problem & Place;

export class Halt extends Error {
  readonly problem: Placed;
  constructor(found: Placed) {
    super(found.code);
    this.name = 'Halt';
    this.problem = found;
  }
}

export const halt = (code: FindingCode, params: Problem['params'] = {}, place: Place = {}): never => {
  throw new Halt({ ...problem(code, '', params), ...place });
};
