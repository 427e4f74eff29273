// Counts the marks of one criterion and finds what they come to; and whether so many positive ballots carry.
import { clears, isTie } from '../council/share.ts';
import type { Tie, Verdict } from './result-types.ts';
import { MET, NO_ITEM, NOT_APPLICABLE, NOT_MET, type Table } from './table.ts';

/** Marks of one criterion; `presiding`: the presiding seat's own, where its side settles a tie. */
export type Marks = {
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
  readonly presiding: number;
};

export function marksOf({ rules, lines, presiding }: Table, column: number): Marks {
  const counted = { met: 0, notMet: 0, notApplicable: 0 };
  for (const { cells } of lines) {
    const cell = cells[column];
    if (cell === NOT_APPLICABLE) counted.notApplicable += 1;
    else if (rules.scale.of === 'pass-fail' && cell === MET) counted.met += 1;
    else if (rules.scale.of === 'pass-fail' && cell === NOT_MET) counted.notMet += 1;
  }
  return { ...counted, presiding: lines[presiding]?.cells[column] ?? NO_ITEM };
}

/** `for`: the presiding seat's side is for it. Undefined: no tie. */
export function tieOf({ rules: { threshold } }: Table, count: number, of: number, inFavour: boolean): Tie | undefined {
  if (!isTie(threshold, count, of)) return undefined;
  return inFavour ? 'carried' : 'not-carried';
}

/**
 * Where too few may judge, nothing is met. Else "not applicable" is asked first: where such marks clear the threshold
 * the criterion leaves "all"; otherwise each of them stands in the divisor as a mark that is not "met" (domain, section
 * 3). With points only the second question is asked here; whether it is met is for the mean of its points.
 */
export function verdictOf(table: Table, at: number, marks: Marks): { readonly verdict: Verdict; readonly tie?: Tie } {
  const { threshold } = table.rules;
  const { of = 0, noQuorum = false } = table.columns[at] ?? {};
  if (noQuorum) return { verdict: 'not-met' };
  if (marks.notApplicable > 0 && clears(threshold, marks.notApplicable, of)) return { verdict: 'left-out' };
  if (clears(threshold, marks.met, of)) return { verdict: 'met' };
  const tie = tieOf(table, marks.met, of, marks.presiding === MET);
  return { verdict: tie === 'carried' ? 'met' : 'not-met', ...(tie === undefined ? {} : { tie }) };
}

/** Whether so many positive ballots carry; `presiding`: whether the presiding seat's ballot is one of them. */
export function ballotsCarry(table: Table, positive: number, presiding: boolean): boolean {
  return clears(table.rules.threshold, positive, table.of) || tieOf(table, positive, table.of, presiding) === 'carried';
}
