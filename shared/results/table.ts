// Counted ballots as a table of small numbers, a line for each ballot and a column for each criterion: what is counted.
import type { SeatId } from '../base/ids.ts';
import type { Item } from '../book/ballot.ts';
import type { Stood } from '../book/state.ts';
import type { CouncilRules } from '../council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf, type OutcomeRule } from '../criteria/criteria-set.ts';
import type { CountedBallot, Outcome } from './result-types.ts';

export type Count = {
  readonly set: CriteriaSet;
  readonly rules: CouncilRules;
  /** Valid ones only, each from another seat. */
  readonly ballots: readonly CountedBallot[];
  /** The council at the close of the round. */
  readonly stood: Stood;
  /** Criteria whose own quorum did not hold then (rules `quorum.per` criterion). */
  readonly noQuorum?: readonly string[];
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

export type Line = { readonly seat?: SeatId; readonly cells: Int8Array };

export type Column = {
  readonly criterion: Criterion;
  /** Basis points, or 1 where the set has none: only the proportion counts. */
  readonly weight: number;
  /** What its marks are divided by. */
  readonly of: number;
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

/**
 * What counts are divided by, and for one criterion: less the seats that are barred from it. Never less than the valid
 * ballots that judge it: who cast one and then left took part in the count, and seven votes out of six present would be
 * no share at all.
 */
export function divisorOf({ rules, ballots, stood }: Pick<Count, 'rules' | 'ballots' | 'stood'>, criterion?: string) {
  const judges = (seat: SeatId): boolean => criterion === undefined || !stood.barred[seat]?.includes(criterion);
  const valid =
    criterion === undefined
      ? ballots.length
      : ballots.filter(({ ballot }) => Object.hasOwn(ballot.items, criterion)).length;
  if (rules.denominator === 'valid-ballots') return valid;
  return Math.max(stood[rules.denominator].filter(judges).length, valid);
}

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
    case 'otherwise':
      return { outcome: { outcome, name } };
  }
};

export function tableOf(count: Count): Table {
  const { set, rules, ballots, stood } = count;
  const all = criteriaOf(set);
  return {
    rules,
    of: divisorOf(count),
    // A secret ballot names no seat, so nobody's side is known.
    presiding:
      rules.tie === 'chairs-side' && stood.presiding !== undefined
        ? ballots.findIndex(({ seat }) => seat === stood.presiding)
        : -1,
    columns: all.map((criterion) => ({
      criterion,
      weight: criterion.weight ?? 1,
      of: divisorOf(count, criterion.id),
      noQuorum: count.noQuorum?.includes(criterion.id) ?? false,
    })),
    lines: ballots.map(({ seat, ballot }) => ({
      ...(seat === undefined ? {} : { seat }),
      cells: Int8Array.from(all, ({ id }) => cellOf(Object.hasOwn(ballot.items, id) ? ballot.items[id] : undefined)),
    })),
    asked: set.outcomes.map((rule) => askedBy(rule, all)),
  };
}
