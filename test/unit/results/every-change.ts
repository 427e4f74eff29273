// The decision margin the long way: every single variation is made of whole ballots and counted again from nothing.
import type { Item } from '../../../shared/book/ballot.ts';
import { type Criterion, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import type { Margin } from '../../../shared/results/margin.ts';
import { resultOf } from '../../../shared/results/outcome.ts';
import type { Count } from '../../../shared/results/table.ts';

const outcomeOf = (count: Count): string => resultOf(count).outcome.outcome;

const NOT_APPLICABLE: Item = { mark: 'not-applicable', reason: 'không có' };
const isSame = (a: Item, b: Item): boolean => a.mark === b.mark && a.points === b.points;

/** With points, every number from 0 to 100, or of a criterion with levels each of them. */
function everyMark({ rules }: Count, criterion: Criterion): readonly Item[] {
  const aside = criterion.notApplicable ? [NOT_APPLICABLE] : [];
  if (rules.scale.of === 'pass-fail') return [{ mark: 'met' }, { mark: 'not-met' }, ...aside];
  const numbers =
    criterion.kind === 'points'
      ? criterion.levels.map(({ points }) => points)
      : Array.from({ length: 101 }, (_, points) => points);
  return [...numbers.map((points): Item => ({ mark: 'scored', points })), ...aside];
}

const withItem = (count: Count, place: number, id: string, item: Item): Count => ({
  ...count,
  ballots: count.ballots.map((each, at) =>
    at === place ? { ...each, ballot: { ...each.ballot, items: { ...each.ballot.items, [id]: item } } } : each,
  ),
});

const isBarredLike = (count: Count, seat: string, place: number): boolean => {
  const items = count.ballots[place]?.ballot.items ?? {};
  return criteriaOf(count.set).every(({ id }) => id in items !== (count.stood.barred[seat]?.includes(id) ?? false));
};

/** One number for each place at the table; a ballot without a name sits wherever somebody is barred as it is. */
function absences(count: Count, base: string): Margin['absent'] {
  const { stood, ballots } = count;
  const taken = new Map<number, string>();
  for (const [place, { seat }] of ballots.entries()) {
    const used = new Set(taken.values());
    const found = seat ?? stood.present.find((each) => !used.has(each) && isBarredLike(count, each, place));
    if (found !== undefined) taken.set(place, found);
  }
  const turning = stood.present.filter((seat) => {
    const present = stood.present.filter((each) => each !== seat);
    const left = ballots.filter((_, place) => taken.get(place) !== seat);
    return outcomeOf({ ...count, stood: { ...stood, present }, ballots: left }) !== base;
  });
  const named = ballots.every(({ seat }) => seat !== undefined);
  return { count: turning.length, seats: named ? turning : [] };
}

/** `only`: of these criteria, of all otherwise. */
export function longMarks(count: Count, only?: readonly string[]): Margin['marks'] {
  const base = outcomeOf(count);
  return criteriaOf(count.set).flatMap((each) => {
    const { id } = each;
    if (only?.includes(id) === false) return [];
    const changes = count.ballots.filter(({ ballot }, place) => {
      const now = ballot.items[id];
      if (now === undefined) return false;
      const others = everyMark(count, each).filter((item) => !isSame(item, now));
      return others.some((item) => outcomeOf(withItem(count, place, id, item)) !== base);
    }).length;
    return changes === 0 ? [] : [{ criterion: id, changes }];
  });
}

function criteria(count: Count, base: string): readonly string[] {
  const asked = new Map(criteriaOf(count.set).map((each) => [each.id, each]));
  return resultOf(count).criteria.flatMap(({ criterion, verdict }) => {
    const given = everyMark(count, { ...(asked.get(criterion) as Criterion), notApplicable: false });
    const inOrder = [...given].sort((a, b) => (a.points ?? 0) - (b.points ?? 0));
    const isPoints = count.rules.scale.of === 'points';
    const worst = isPoints ? (inOrder[0] as Item) : ({ mark: 'not-met' } as const);
    const best = isPoints ? (inOrder.at(-1) as Item) : ({ mark: 'met' } as const);
    const others = { met: [worst], 'not-met': [best], 'left-out': [worst, best] }[verdict];
    const turns = others.some((item) => {
      const ballots = count.ballots.map((each) =>
        each.ballot.items[criterion] === undefined
          ? each
          : { ...each, ballot: { ...each.ballot, items: { ...each.ballot.items, [criterion]: item } } },
      );
      return outcomeOf({ ...count, ballots }) !== base;
    });
    return turns ? [criterion] : [];
  });
}

export const longAbsences = (count: Count): Margin['absent'] => absences(count, outcomeOf(count));
export const longCriteria = (count: Count): Margin['criteria'] => criteria(count, outcomeOf(count));

export function longMargin(count: Count): Margin {
  const absent = longAbsences(count);
  const marks = longMarks(count);
  return { firm: absent.count === 0 && marks.length === 0, absent, marks, criteria: longCriteria(count) };
}
