// Every way a small council can mark its sheets, counted by the engine and by the oracle.
import type { PollId, SeatId } from '../../shared/base/ids.ts';
import type { Item } from '../../shared/book/ballot.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { resultOf } from '../../shared/results/outcome.ts';
import type { CountedBallot, PlatformResult } from '../../shared/results/result-types.ts';
import { type ToldBallot, type ToldResult, toldResult } from './oracle-count.ts';
import { twoPlaces } from './random-meeting-compare.ts';
import type { Random } from './seed.ts';

const name = (vi: string) => ({ vi, en: vi });

/** One to three criteria, the second of them tagged, all of them may be left out; heavier from one to the next. */
export function smallSet(size: number, weighted: boolean): CriteriaSet {
  const criteria = Array.from({ length: size }, (_, at) => ({
    id: `c${at}`,
    kind: 'pass-fail' as const,
    statement: name(`Tiêu chí ${at}`),
    tags: at === 1 ? ['pho-bien'] : [],
    notApplicable: true,
    ...(weighted ? { weight: [2_500, 1, 7_499][at] ?? 1 } : {}),
  }));
  return {
    v: 1,
    id: 'nho',
    version: '1',
    sample: true,
    name: name('Bộ nhỏ'),
    legalBasis: [],
    outcomes: [
      { when: { is: 'all-met' }, outcome: 'all', name: name('đủ') },
      { when: { is: 'all-met-except-tag', tag: 'pho-bien' }, outcome: 'but', name: name('gần đủ') },
      { when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') },
    ],
    groups: [{ id: 'g', name: name('Nhóm'), criteria }],
  };
}

const reason = 'Không thuộc phạm vi';
export const PASS_FAIL: readonly Item[] = [{ mark: 'met' }, { mark: 'not-met' }, { mark: 'not-applicable', reason }];
export const POINTS: readonly Item[] = [0, 69, 70, 100].map((points) => ({ mark: 'scored', points }));

/** Every ballot there can be on so many criteria. */
function everyBallot(ids: readonly string[], items: readonly Item[]): readonly Readonly<Record<string, Item>>[] {
  const [first, ...rest] = ids;
  if (first === undefined) return [{}];
  return items.flatMap((item) => everyBallot(rest, items).map((more) => ({ [first]: item, ...more })));
}

const SEATS = ['s0', 's1', 's2', 's3'] as readonly string[] as readonly SeatId[];
const NONE: readonly string[] = [];

/** What differs, in words; undefined where nothing does. */
export function difference(told: ToldResult, found: PlatformResult): string | undefined {
  const other = Object.entries(told.ways).find(([way]) => way !== found.counting)?.[1];
  const isPoints = found.points !== undefined;
  const checks: readonly (readonly [string, unknown, unknown])[] = [
    ['of', told.of, found.of],
    ['outcome', told.outcome, found.outcome.outcome],
    ['other', other, found.other.outcome.outcome],
    ['positive', told.positive, found.positiveBallots],
    ['criteria', told.lines.length, found.criteria.length],
    ['mean', isPoints ? twoPlaces(told.meanLeft) : undefined, found.points?.mean],
    ['mean of all', isPoints ? twoPlaces(told.mean) : undefined, found.points?.meanWithAll],
    ['outliers', isPoints ? told.outliers.length : undefined, found.points?.outliers.length],
  ];
  for (const [what, a, b] of checks) if (a !== b) return `${what}: the oracle says ${a}, the engine ${b}`;
  for (const [at, line] of told.lines.entries()) {
    const same = found.criteria[at];
    const isSame =
      same?.criterion === line.id &&
      same.verdict === line.verdict &&
      same.of === line.of &&
      same.notApplicable === line.notApplicable &&
      (isPoints ? same.points?.sum === line.points : same.met === line.met && same.notMet === line.notMet);
    if (!isSame) return `${line.id}: the oracle says ${JSON.stringify(line)}, the engine ${JSON.stringify(same)}`;
  }
  return undefined;
}

export type Small = {
  readonly rules: CouncilRules;
  readonly members: number;
  readonly criteria: number;
  /** Points only. */
  readonly weighted?: boolean;
};

/** Compares one assignment after another; `s0` presides. Throws at the first that the two count differently. */
export function counter({ rules, members, criteria, weighted = false }: Small) {
  const set = smallSet(criteria, weighted);
  const asked = criteriaOf(set);
  const told = { criteria: asked, outcomes: set.outcomes };
  const sheets = everyBallot(
    asked.map(({ id }) => id),
    rules.scale.of === 'points' ? POINTS : PASS_FAIL,
  );
  const seats = SEATS.slice(0, members);
  const stood = { present: seats, appointed: seats, presiding: SEATS[0] as SeatId, barred: {} };
  const isSecret = rules.secrecy === 'secret';
  const counted = seats.map((seat) =>
    sheets.map((items): CountedBallot => {
      const ballot = { poll: '' as PollId, items };
      return isSecret ? { ballot } : { seat, ballot };
    }),
  );
  const plain = seats.map((who) => sheets.map((items): ToldBallot => ({ who, items })));
  const compare = (marks: readonly number[]): void => {
    const ballots = marks.map((mark, at) => counted[at]?.[mark] as CountedBallot);
    const cast = marks.map((mark, at) => plain[at]?.[mark] as ToldBallot);
    const totals = { issued: members, returned: members, invalid: 0 };
    const found = resultOf({ set, rules, ballots, stood, ...totals });
    const wrong = difference(toldResult(rules, told, cast, { ...stood, noQuorum: NONE }), found);
    if (wrong === undefined) return;
    throw new Error(`${rules.id}, ${members} x ${criteria}: ${wrong}\n${JSON.stringify(cast, null, 1)}`);
  };
  return { compare, sheets: sheets.length };
}

/** Every assignment, one by one. Gives how many. */
export function everyAssignment(small: Small): number {
  const { compare, sheets } = counter(small);
  const total = sheets ** small.members;
  for (let each = 0; each < total; each++) {
    const marks: number[] = [];
    for (let rest = each; marks.length < small.members; rest = Math.floor(rest / sheets)) marks.push(rest % sheets);
    compare(marks);
  }
  return total;
}

/**
 * Every assignment but for who of the members that do not preside wrote which sheet: who presides matters for ties, the
 * names of the rest for nothing (which `anyOrder` looks at). Gives how many.
 */
export function everySymmetric(small: Small): number {
  const { compare, sheets } = counter(small);
  let total = 0;
  const fill = (marks: readonly number[], least: number): void => {
    if (marks.length === small.members) {
      compare(marks);
      total += 1;
      return;
    }
    for (let mark = marks.length === 0 ? 0 : least; mark < sheets; mark++)
      fill([...marks, mark], marks.length === 0 ? 0 : mark);
  };
  fill([], 0);
  return total;
}

/** So many assignments drawn from all of them. */
export function someAssignments(small: Small, random: Random, count: number): void {
  const { compare, sheets } = counter(small);
  for (let at = 0; at < count; at++)
    compare(Array.from({ length: small.members }, () => random.integer(0, sheets - 1)));
}
