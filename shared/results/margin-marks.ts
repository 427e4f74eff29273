// Which single marks would have turned an outcome that is counted by criteria or by ballots.
import { MOST_POINTS } from '../book/ballot.ts';
import { isPositive, passMarkOf, type Score } from './points.ts';
import { levelsOf, MET, NO_ITEM, NOT_APPLICABLE, NOT_MET, type Table } from './table.ts';
import { ballotsCarry, type Marks, marksOf, verdictOf } from './tally.ts';
import { type Counted, countAgain, firstMatch, leftIn, outcomeBy, scoresOn } from './ways.ts';

/** Whether the mark of one line on one column, made another, turns the outcome. */
type Turns = (place: number, at: number, cell: number) => boolean;

export const withCell = (table: Table, place: number, at: number, cell: number): Table => ({
  ...table,
  lines: table.lines.map((line, other) => (other === place ? { ...line, cells: line.cells.with(at, cell) } : line)),
});

/** The marks of a column after one of them has changed. */
export function marksWith({ rules, presiding }: Table, marks: Marks, place: number, from: number, to: number): Marks {
  const isMarked = rules.scale.of === 'pass-fail';
  const moved = (cell: number): number => Number(to === cell) - Number(from === cell);
  return {
    met: marks.met + (isMarked ? moved(MET) : 0),
    notMet: marks.notMet + (isMarked ? moved(NOT_MET) : 0),
    notApplicable: marks.notApplicable + moved(NOT_APPLICABLE),
    presiding: place === presiding ? to : marks.presiding,
  };
}

/** Only the verdict on that criterion can change, so each other verdict is asked of once. */
function byCriteria(counted: Counted, base: string): Turns {
  const { table, verdicts } = counted;
  const all = table.columns.map((_, at) => marksOf(table, at));
  const known = new Map<string, boolean>();
  return (place, at, cell) => {
    const marks = marksWith(table, all[at] as Marks, place, table.lines[place]?.cells[at] ?? NO_ITEM, cell);
    const { verdict } = verdictOf(table, at, marks);
    if (verdict === verdicts[at]) return false;
    const key = `${at} ${verdict}`;
    const turns =
      known.get(key) ??
      outcomeBy('per-criterion', { ...counted, verdicts: verdicts.with(at, verdict) }).outcome !== base;
    known.set(key, turns);
    return turns;
  };
}

/** What is asked of the ballots on one list of the set, before and after one mark has changed. */
type BallotList = {
  readonly asked: ReadonlySet<number>;
  /** Of them, those that are left in. */
  readonly holds: ReadonlySet<number>;
  readonly scores: readonly Score[];
  readonly positive: readonly boolean[];
  readonly count: number;
};

function ballotLists({ table, verdicts }: Counted): ReadonlyMap<readonly number[], BallotList> {
  const passMark = passMarkOf(table.rules.scale);
  return new Map(
    table.asked.flatMap(({ columns }) => {
      if (columns === undefined) return [];
      const rest = leftIn(verdicts, columns);
      const scores = scoresOn(table, rest);
      const positive = scores.map((score) => isPositive(score, passMark));
      const list = {
        asked: new Set(columns),
        holds: new Set(rest),
        scores,
        positive,
        count: positive.filter(Boolean).length,
      };
      return [[columns, list] as const];
    }),
  );
}

const worth = (cell: number): number => Math.max(0, cell);

/** Only that ballot can become positive or cease to be, unless the criterion is left out by the change or comes back. */
function byBallots(counted: Counted, base: string, lists: ReturnType<typeof ballotLists>): Turns {
  const { table, verdicts } = counted;
  const { presiding } = table;
  const passMark = passMarkOf(table.rules.scale);
  const all = table.columns.map((_, at) => marksOf(table, at));
  return (place, at, cell) => {
    const from = table.lines[place]?.cells[at] ?? NO_ITEM;
    const { verdict } = verdictOf(table, at, marksWith(table, all[at] as Marks, place, from, cell));
    const wasOut = verdicts[at] === 'left-out';
    if (wasOut && verdict === 'left-out') return false;
    if (wasOut || verdict === 'left-out')
      return outcomeBy('per-ballot', countAgain(counted, withCell(table, place, at, cell), at)).outcome !== base;
    const shift = (table.columns[at]?.weight ?? 0) * (worth(cell) - worth(from));
    const outcome = firstMatch(table, (columns) => {
      const list = lists.get(columns);
      const score = list?.scores[place];
      if (list === undefined || score === undefined) return false;
      const moved = list.holds.has(at) ? { ...score, sum: score.sum + shift } : score;
      const now = isPositive(moved, passMark);
      const side = place === presiding ? now : (list.positive[presiding] ?? false);
      return ballotsCarry(table, list.count - Number(list.positive[place]) + Number(now), side);
    });
    return outcome.outcome !== base;
  };
}

/**
 * The points that need trying on one mark: 0, and those from which on the ballot is positive on one of the lists asked
 * about. Between two of these nothing changes, because a ballot's score only grows with its points. Where each outcome
 * stands once in the set, 0 and 100 would do: the conditions then only come to hold as the points grow.
 */
function steps(
  { table, verdicts }: Counted,
  lists: ReturnType<typeof ballotLists>,
  place: number,
  at: number,
): readonly number[] {
  const passMark = passMarkOf(table.rules.scale);
  const own = table.columns[at]?.weight ?? 1;
  const isIn = verdicts[at] !== 'left-out';
  const now = isIn ? worth(table.lines[place]?.cells[at] ?? NO_ITEM) : 0;
  const from = [...lists.values()].flatMap(({ asked, scores }) => {
    const score = scores[place];
    if (score === undefined || !asked.has(at)) return [];
    const weight = isIn ? score.weight : score.weight + own;
    return Math.ceil((passMark * weight - (score.sum - own * now)) / own);
  });
  return [NOT_MET, ...from.filter((points) => points > 0 && points <= MOST_POINTS)];
}

/** Of each column, how many marks turn the outcome when they alone are made another. */
export function turningMarks(counted: Counted): readonly number[] {
  const { table } = counted;
  const { counting, scale } = table.rules;
  const base = outcomeBy(counting, counted).outcome;
  const lists = ballotLists(counted);
  const turns = counting === 'per-ballot' ? byBallots(counted, base, lists) : byCriteria(counted, base);
  return table.columns.map(({ criterion }, at) => {
    const aside = criterion.notApplicable ? [NOT_APPLICABLE] : [];
    return table.lines.filter(({ cells }, place) => {
      const now = cells[at] ?? NO_ITEM;
      if (now === NO_ITEM) return false;
      const others =
        levelsOf(scale, criterion) ?? (scale.of === 'points' ? steps(counted, lists, place, at) : [NOT_MET, MET]);
      return [...others, ...aside].some((cell) => cell !== now && turns(place, at, cell));
    }).length;
  });
}
