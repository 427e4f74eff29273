// The decision margin of a result: which single absence, single mark or single criterion would have turned the outcome.
import type { SeatId } from '../base/ids.ts';
import { criterionResults } from './criterion-results.ts';
import { turningMarks } from './margin-marks.ts';
import { turningPoints } from './margin-mean.ts';
import type { Verdict } from './result-types.ts';
import { type Count, extremesOf, NO_ITEM, seated, type Table, tableOf } from './table.ts';
import { type Counted, countAgain, countTable, outcomeBy } from './ways.ts';

export type Margin = {
  /** No single absence and no single changed mark turns the outcome. */
  readonly firm: boolean;
  /** Members whose absence alone would turn it; a secret ballot names nobody, so there only their number is known. */
  readonly absent: { readonly count: number; readonly seats: readonly SeatId[] };
  /** Criteria on which one changed mark would turn it, in the order of the set; `changes`: how many marks, each alone. */
  readonly marks: readonly { readonly criterion: string; readonly changes: number }[];
  /** Criteria that would turn it if all who judge them had said otherwise, in the order of the set. */
  readonly criteria: readonly string[];
};

const outcomeOf = (counted: Counted): string => outcomeBy(counted.table.rules.counting, counted).outcome;

const missingItems = ({ set }: Count, items: object): string =>
  set.groups
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ id }) => (Object.hasOwn(items, id) ? [] : [id]))
    .sort()
    .join();

/**
 * Whose place each ballot takes among those present. A ballot without a name takes that of anybody who is barred from
 * the same criteria: for the count one is as good as the other. -1: it has none.
 */
function placesOf(count: Count): readonly number[] {
  const { stood, ballots } = count;
  const free = new Set(stood.present.keys());
  const barredFrom = (place: number): string => [...(stood.barred[stood.present[place] ?? ''] ?? [])].sort().join();
  return ballots.map(({ seat, ballot }) => {
    const missing = seat === undefined ? missingItems(count, ballot.items) : '';
    const found = [...free].find((place) =>
      seat === undefined ? barredFrom(place) === missing : stood.present[place] === seat,
    );
    if (found !== undefined) free.delete(found);
    return found ?? -1;
  });
}

/**
 * Each member's ballot and place among those present gone, the rest counted again. Whether the meeting would still have
 * had its quorum is not asked: without it there would be no outcome to turn.
 */
function turningAbsences(count: Count, table: Table, base: string): Margin['absent'] {
  const { stood, ballots } = count;
  const places = placesOf(count);
  const without = (place: number, ballot: number): boolean => {
    const rest = { ...stood, present: stood.present.filter((_, at) => at !== place) };
    const lines = table.lines.filter((_, at) => at !== ballot);
    return outcomeOf(countTable(seated(table, rest, lines))) !== base;
  };
  const silent = [...stood.present.keys()].filter((place) => !places.includes(place));
  const turning = [
    ...places.map((place, ballot) => ({ seat: ballots[ballot]?.seat, turns: without(place, ballot) })),
    ...silent.map((place) => ({ seat: stood.present[place], turns: without(place, -1) })),
  ].filter(({ turns }) => turns);
  const isNamed = ballots.every(({ seat }) => seat !== undefined);
  const seats = new Set(isNamed ? turning.map(({ seat }) => seat) : []);
  return { count: turning.length, seats: stood.present.filter((seat) => seats.has(seat)) };
}

/** Every mark on a criterion made the one that its verdict is not; where it was left out, either of the two. */
function turningCriteria(counted: Counted, base: string): readonly string[] {
  const { table } = counted;
  const othersOf = (at: number, verdict: Verdict): readonly number[] => {
    const criterion = table.columns[at]?.criterion;
    if (criterion === undefined) return [];
    const { worst, best } = extremesOf(table.rules.scale, criterion);
    return { met: [worst], 'not-met': [best], 'left-out': [worst, best] }[verdict];
  };
  // Filled one column at a time and set back: copying every ballot for every column would take most of the time.
  const lines = table.lines.map((line) => ({ ...line, cells: line.cells.slice() }));
  const turnsAllAt = (at: number, cell: number): boolean => {
    for (const { cells } of lines) if (cells[at] !== NO_ITEM) cells[at] = cell;
    const turns = outcomeOf(countAgain(counted, { ...table, lines }, at)) !== base;
    for (const [place, { cells }] of lines.entries()) cells[at] = table.lines[place]?.cells[at] ?? NO_ITEM;
    return turns;
  };
  return criterionResults(counted).flatMap(({ criterion, verdict }, at) =>
    othersOf(at, verdict).some((cell) => turnsAllAt(at, cell)) ? [criterion] : [],
  );
}

/**
 * What would have turned the outcome that the rules' way of counting gives. It asks for three things, each alone: a
 * member who had stayed away; a mark that had been any other that its criterion allows, with points any other number
 * from 0 to 100, or another of its levels; a criterion on which everybody had said otherwise. All by the very count that made the result.
 */
export function marginOf(count: Count): Margin {
  const counted = countTable(tableOf(count));
  const base = outcomeOf(counted);
  const changes = counted.table.rules.counting === 'mean' ? turningPoints(counted) : turningMarks(counted);
  const marks = counted.table.columns.flatMap(({ criterion }, at) =>
    changes[at] ? [{ criterion: criterion.id, changes: changes[at] }] : [],
  );
  const absent = turningAbsences(count, counted.table, base);
  return {
    firm: marks.length === 0 && absent.count === 0,
    absent,
    marks,
    criteria: turningCriteria(counted, base),
  };
}
