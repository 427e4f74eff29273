// The ways of counting: what each of them makes of a table of counted ballots.
import type { Counting } from '../council/rules.ts';
import { isPositive, meanOf, outliersOf, passMarkOf, reaches, type Score, type SetAside, scoreOn } from './points.ts';
import type { Outcome, Verdict } from './result-types.ts';
import type { Table } from './table.ts';
import { ballotsCarry, marksOf, verdictOf } from './tally.ts';

/** What every question after it is asked of: decided once, for all ways of counting. */
export type Counted = {
  readonly table: Table;
  /** Of each column; with points only `left-out` says anything here. */
  readonly verdicts: readonly Verdict[];
  /** Lines that the outlier rule set aside. */
  readonly aside: SetAside;
};

const NOTHING_ASIDE: SetAside = { places: new Set(), allOff: false };

export const everyColumn = ({ columns }: Table): readonly number[] => [...columns.keys()];

export const leftIn = (verdicts: readonly Verdict[], columns: readonly number[]): readonly number[] =>
  columns.filter((at) => verdicts[at] !== 'left-out');

/** Of each ballot, on these columns; they must be left in. */
export const scoresOn = ({ columns, lines }: Table, list: readonly number[]): readonly Score[] =>
  lines.map(({ cells }) => scoreOn(columns, cells, list));

const outliersIn = (table: Table, list: readonly number[]): SetAside => {
  const { scale } = table.rules;
  return scale.of === 'points' && scale.outlier !== null
    ? outliersOf(scoresOn(table, list), scale.outlier)
    : NOTHING_ASIDE;
};

export function countTable(table: Table): Counted {
  const verdicts = table.columns.map((_, at) => verdictOf(table, at, marksOf(table, at)).verdict);
  return { table, verdicts, aside: outliersIn(table, leftIn(verdicts, everyColumn(table))) };
}

/** After the marks of one column have changed. */
export function countAgain({ verdicts }: Counted, table: Table, at: number): Counted {
  const now = verdicts.with(at, verdictOf(table, at, marksOf(table, at)).verdict);
  return { table, verdicts: now, aside: outliersIn(table, leftIn(now, everyColumn(table))) };
}

/** First match wins. Throws on a set that does not end in `otherwise`: such a set is refused where sets come in. */
export function firstMatch(
  { asked, columns: all }: Pick<Table, 'asked' | 'columns'>,
  holds: (columns: readonly number[]) => boolean,
): Outcome {
  // A criterion that too few may judge is not met, whichever way is counted.
  const isShort = (columns: readonly number[]): boolean => columns.some((at) => all[at]?.noQuorum === true);
  const found = asked.find(({ columns }) => columns === undefined || (!isShort(columns) && holds(columns)));
  if (found === undefined) throw new Error('the criteria set has no outcome for "otherwise"');
  return found.outcome;
}

function holdsBy(counting: Counting, { table, verdicts, aside }: Counted): (columns: readonly number[]) => boolean {
  const { rules, presiding } = table;
  const passMark = passMarkOf(rules.scale);
  switch (counting) {
    case 'per-criterion':
      return (asked) => {
        const rest = leftIn(verdicts, asked);
        return rest.length > 0 && rest.every((at) => verdicts[at] === 'met');
      };
    case 'per-ballot':
      return (asked) => {
        const positive = scoresOn(table, leftIn(verdicts, asked)).map((score) => isPositive(score, passMark));
        return ballotsCarry(table, positive.filter(Boolean).length, positive[presiding] ?? false);
      };
    case 'mean':
      return (asked) => {
        const scores = scoresOn(table, leftIn(verdicts, asked));
        const mean = meanOf(scores, (at) => !aside.places.has(at));
        return reaches(mean, passMark);
      };
  }
}

/**
 * The ways of counting (domain, section 3, "Counting"). "All" are the criteria asked about that "not applicable" did not
 * leave out; when none is left, "all" does not hold.
 *
 * - per criterion: every criterion is met, by the marks on it or, on a tie, by the presiding seat's side;
 * - per ballot: the ballots that are positive on all of them clear the threshold, or half do and the presiding seat's
 *   ballot is one of them. What the council as a whole left out hinders nobody's ballot;
 * - mean (points): the mean of the ballots' scores, without those that the outlier rule set aside, reaches the pass mark.
 *
 * "All met except a tag" asks the same about the criteria that do not carry the tag.
 */
export const outcomeBy = (counting: Counting, counted: Counted): Outcome =>
  firstMatch(counted.table, holdsBy(counting, counted));

/** The way that the rules do not name: with points the mean or the ballots, else the criteria or the ballots. */
export const otherCounting = (counting: Counting, scale: 'pass-fail' | 'points'): Counting =>
  counting !== 'per-ballot' ? 'per-ballot' : scale === 'points' ? 'mean' : 'per-criterion';
