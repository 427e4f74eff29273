// What changed from one round to the next: whose mark, from which to which, and the reason that was given.
import type { Item } from '../../shared/book/ballot.ts';
import type { RoundView } from '../../shared/contract/views.ts';

export type Change = {
  readonly criterion: string;
  /** null: the sheet was not there, or did not judge it. */
  readonly before: Pick<Item, 'mark' | 'points'> | null;
  readonly after: Pick<Item, 'mark' | 'points'> | null;
  readonly seat: string;
  readonly reason: string | undefined;
};

/** Sheets with a name only, criterion by criterion in the order of the later round's result; a secret ballot compares none. */
export function changesBetweenRounds(before: RoundView, after: RoundView): readonly Change[] {
  const earlier = new Map(
    before.sheets.flatMap((sheet) => (sheet.seat === null ? [] : [[sheet.seat, sheet] as const])),
  );
  return after.result.criteria.flatMap(({ criterion }) =>
    after.sheets.flatMap((sheet): Change[] => {
      if (sheet.seat === null) return [];
      const old = earlier.get(sheet.seat);
      // Who had no sheet before has changed nothing.
      if (old === undefined) return [];
      const was = old.valid ? (old.items[criterion] ?? null) : null;
      const is = sheet.valid ? (sheet.items[criterion] ?? null) : null;
      if (was?.mark === is?.mark && was?.points === is?.points) return [];
      return [{ criterion, before: was, after: is, seat: sheet.seat, reason: is?.change }];
    }),
  );
}

type Row = RoundView['result']['criteria'][number];
export type TallyChange = {
  readonly criterion: string;
  readonly before: Row;
  readonly after: Row;
  /** Counts or verdict differ. */
  readonly isChanged: boolean;
};

const isSame = (one: Row, other: Row): boolean =>
  one.met === other.met &&
  one.notMet === other.notMet &&
  one.notApplicable === other.notApplicable &&
  one.verdict === other.verdict &&
  one.points?.sum === other.points?.sum;

export function talliesBetweenRounds(before: RoundView, after: RoundView): readonly TallyChange[] {
  const earlier = new Map(before.result.criteria.map((row) => [row.criterion, row]));
  return after.result.criteria.flatMap((row): TallyChange[] => {
    const old = earlier.get(row.criterion);
    return old === undefined
      ? []
      : [{ criterion: row.criterion, before: old, after: row, isChanged: !isSame(old, row) }];
  });
}
