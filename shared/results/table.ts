// Counted ballots as a table of small numbers, a line for each ballot and a column for each criterion: what is counted.
import type { SeatId } from '../base/ids.ts';
import { type Item, MOST_POINTS } from '../book/ballot.ts';
import type { Stood } from '../book/state.ts';
import type { CouncilRules, Scale } from '../council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf, type OutcomeRule } from '../criteria/criteria-set.ts';
import type { CountedBallot, Outcome } from './result-types.ts';

export type Count = {
  readonly set: CriteriaSet;
  readonly rules: CouncilRules;
  /** Valid ones only, each from another seat. */
  readonly ballots: readonly CountedBallot[];
  /** The council at the close of the round. */
  readonly stood: Stood;
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
};

/** A cell: points, or these. */
export const MET = 1;
export const NOT_MET = 0;
export const NOT_APPLICABLE = -1;
/** The seat is barred from the criterion. */
export const NO_ITEM = -2;

/** The points that may be given on a criterion of levels; undefined: any from 0 to 100, or none at all. */
export const levelsOf = (scale: Scale, criterion: Criterion): readonly number[] | undefined =>
  scale.of === 'points' && criterion.kind === 'points' ? criterion.levels.map(({ points }) => points) : undefined;

/** The worst and the best that can be said on a criterion. */
export function extremesOf(scale: Scale, criterion: Criterion): { readonly worst: number; readonly best: number } {
  const levels = levelsOf(scale, criterion);
  if (levels) return { worst: Math.min(...levels), best: Math.max(...levels) };
  return { worst: NOT_MET, best: scale.of === 'points' ? MOST_POINTS : MET };
}

/** With points: from where on a criterion is met; its own pass where it has levels. */
export const passOn = ({ passMark }: Extract<Scale, { of: 'points' }>, criterion: Criterion | undefined): number =>
  criterion?.kind === 'points' ? criterion.pass : passMark;

export type Line = { readonly seat?: SeatId; readonly cells: Int8Array };

export type Column = {
  readonly criterion: Criterion;
  /** Basis points, or 1 where the set has none: only the proportion counts. */
  readonly weight: number;
  /** What its marks are divided by. */
  readonly of: number;
  /** Its own quorum did not hold at the close (rules `quorum.per` criterion). */
  readonly noQuorum: boolean;
};

/** An outcome and the columns that must hold for it; none: `otherwise`. */
export type Asked = { readonly outcome: Outcome; readonly columns?: readonly number[] };

export type Table = {
  readonly rules: CouncilRules;
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly asked: readonly Asked[];
  /** What ballots are divided by. */
  readonly of: number;
  /** Line of the seat whose side settles a tie; -1: nobody's does. */
  readonly presiding: number;
};

function cellOf(item: Item | undefined): number {
  switch (item?.mark) {
    case undefined:
      return NO_ITEM;
    case 'not-applicable':
      return NOT_APPLICABLE;
    case 'met':
      return MET;
    case 'not-met':
      return NOT_MET;
    case 'scored':
      return item.points ?? 0;
  }
}

const askedBy = ({ when, outcome, name }: OutcomeRule, all: readonly Criterion[]): Asked => {
  const columns = [...all.keys()];
  switch (when.is) {
    case 'all-met':
      return { outcome: { outcome, name }, columns };
    case 'all-met-except-tag':
      return { outcome: { outcome, name }, columns: columns.filter((at) => !all[at]?.tags.includes(when.tag)) };
    case 'must-pass-met':
      return { outcome: { outcome, name }, columns: columns.filter((at) => all[at]?.mustPass === true) };
    case 'otherwise':
      return { outcome: { outcome, name } };
  }
};

/** How many of these seats are barred from each criterion. */
function barredAmong(seats: readonly SeatId[], barred: Stood['barred']): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const seat of seats)
    for (const criterion of new Set(barred[seat])) found.set(criterion, (found.get(criterion) ?? 0) + 1);
  return found;
}

/**
 * The same table with these ballots and this council: what counts are divided by is found here, and for each criterion
 * less the seats that are barred from it. Never less than the valid ballots that judge it: who cast one and then left
 * took part in the count, and seven votes out of six present would be no share at all.
 */
export function seated(
  { rules, columns, asked }: Pick<Table, 'rules' | 'columns' | 'asked'>,
  stood: Stood,
  lines: readonly Line[],
): Table {
  const named = rules.denominator === 'valid-ballots' ? [] : stood[rules.denominator];
  const barred = barredAmong(named, stood.barred);
  return {
    rules,
    asked,
    lines,
    of: Math.max(named.length, lines.length),
    // A secret ballot names no seat, so nobody's side is known.
    presiding:
      rules.tie === 'chairs-side' && stood.presiding !== undefined
        ? lines.findIndex(({ seat }) => seat === stood.presiding)
        : -1,
    columns: columns.map((column, at) => {
      const valid = lines.filter(({ cells }) => cells[at] !== NO_ITEM).length;
      return { ...column, of: Math.max(named.length - (barred.get(column.criterion.id) ?? 0), valid) };
    }),
  };
}

export function tableOf({ set, rules, ballots, stood }: Count): Table {
  const all = criteriaOf(set);
  const columns = all.map((criterion) => ({
    criterion,
    weight: criterion.weight ?? 1,
    of: 0,
    noQuorum: stood.noQuorum?.includes(criterion.id) ?? false,
  }));
  const lines = ballots.map(({ seat, ballot }) => ({
    ...(seat === undefined ? {} : { seat }),
    cells: Int8Array.from(all, ({ id }) => cellOf(Object.hasOwn(ballot.items, id) ? ballot.items[id] : undefined)),
  }));
  return seated({ rules, columns, asked: set.outcomes.map((rule) => askedBy(rule, all)) }, stood, lines);
}
