// The decision margin of a result: which single absence, single mark or single criterion would have turned the outcome.
import type { SeatId } from '../base/ids.ts';
import { type Count, type Line, MET, NO_ITEM, NOT_APPLICABLE, NOT_MET, type Table, tableOf } from './table.ts';
import { countTable, outcomeBy } from './ways.ts';

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

const outcomeOf = (table: Table): string => outcomeBy(table.rules.counting, countTable(table)).outcome;

const withCell = ({ cells, ...line }: Line, at: number, cell: number): Line => {
  const changed = cells.slice();
  changed[at] = cell;
  return { ...line, cells: changed };
};

const withLines = (table: Table, lines: readonly Line[]): Table => ({ ...table, lines });

export function marginOf(count: Count): Margin {
  const table = tableOf(count);
  const base = outcomeOf(table);
  const { lines, columns, rules } = table;
  const best = rules.scale.of === 'points' ? 100 : MET;
  const marks = columns.map(({ criterion }, at) => {
    const changes = lines.filter(({ cells }, place) => {
      if (cells[at] === NO_ITEM) return false;
      for (let cell = criterion.notApplicable ? NOT_APPLICABLE : 0; cell <= best; cell++) {
        if (cell === cells[at]) continue;
        const changed = lines.map((line, other) => (other === place ? withCell(line, at, cell) : line));
        if (outcomeOf(withLines(table, changed)) !== base) return true;
      }
      return false;
    }).length;
    return { criterion: criterion.id, changes };
  });
  return {
    firm: marks.every(({ changes }) => changes === 0),
    absent: { count: 0, seats: [] },
    marks: marks.filter(({ changes }) => changes > 0),
    criteria: columns
      .filter((_, at) =>
        [NOT_MET, best].some(
          (cell) =>
            outcomeOf(
              withLines(
                table,
                lines.map((line) => (line.cells[at] === NO_ITEM ? line : withCell(line, at, cell))),
              ),
            ) !== base,
        ),
      )
      .map(({ criterion }) => criterion.id),
  };
}
