// Which single points would have turned an outcome that is decided by the mean of the ballots' scores.
import { MOST_POINTS } from '../book/ballot.ts';
import { marksWith, withCell } from './margin-marks.ts';
import { evenScores, type Score } from './points.ts';
import { type Column, levelsOf, NO_ITEM, NOT_APPLICABLE, NOT_MET } from './table.ts';
import { marksOf, verdictOf } from './tally.ts';
import { type Counted, countAgain, everyColumn, firstMatch, leftIn, outcomeBy, scoresOn } from './ways.ts';

/** Whole numbers from `low` to `high`; none where `low` is above `high`. */
type Span = { readonly low: bigint; readonly high: bigint };

const floor = (over: bigint, under: bigint): bigint =>
  over / under - (over % under !== 0n && over < 0n !== under < 0n ? 1n : 0n);
const ceil = (over: bigint, under: bigint): bigint => -floor(-over, under);

const meet = (a: Span, b: Span): Span => ({
  low: a.low > b.low ? a.low : b.low,
  high: a.high < b.high ? a.high : b.high,
});

/** All x within `reach` for which factor * x <= limit. */
function upTo(factor: bigint, limit: bigint, reach: Span): Span {
  if (factor > 0n) return meet(reach, { low: reach.low, high: floor(limit, factor) });
  if (factor < 0n) return meet(reach, { low: ceil(limit, factor), high: reach.high });
  return limit >= 0n ? reach : { low: 1n, high: 0n };
}

/** A list of criteria asked about, with every ballot's distance from the pass mark in one unit; none: it has no score. */
type List = {
  readonly columns: readonly number[];
  readonly unit: bigint;
  readonly scores: readonly Score[];
  readonly over: readonly (bigint | undefined)[];
};

type Ground = {
  readonly counted: Counted;
  readonly lists: readonly List[];
  /** On all criteria, for the outlier rule. */
  readonly scores: readonly Score[];
  readonly unit: bigint;
  readonly sizes: readonly (bigint | undefined)[];
  readonly total: bigint;
  readonly count: bigint;
  readonly outlier: number | null;
  /** How far one mark can move a ballot's sum of weight * points. */
  readonly reach: Span;
};

function groundOf(counted: Counted): Ground {
  const { table, verdicts } = counted;
  const { scale } = table.rules;
  const { passMark, outlier } = scale.of === 'points' ? scale : { passMark: 0, outlier: null };
  const evenOn = (list: readonly number[]) => {
    const scores = scoresOn(table, leftIn(verdicts, list));
    return { scores, ...evenScores(scores) };
  };
  const lists = table.asked.flatMap(({ columns }) => {
    if (columns === undefined) return [];
    const { sizes, unit, scores } = evenOn(columns);
    return {
      columns,
      unit,
      scores,
      over: sizes.map((size) => (size === undefined ? undefined : size - BigInt(passMark) * unit)),
    };
  });
  const all = evenOn(everyColumn(table));
  const given = all.sizes.filter((size) => size !== undefined);
  const most = BigInt(MOST_POINTS) * BigInt(Math.max(1, ...table.columns.map(({ weight }) => weight)));
  return {
    counted,
    lists,
    ...all,
    total: given.reduce((sum, size) => sum + size, 0n),
    count: BigInt(given.length),
    outlier,
    reach: { low: -most, high: most },
  };
}

/**
 * For which shifts of one ballot's sum each ballot stays in the mean. With n scores of sum T, score s and the limit p per
 * cent, a ballot stays while 100 n s <= (100 + p) T and (100 - p) T <= 100 n s (the rule, without its fraction); a shift
 * by x moves T, and of the scores only the ballot's own, by x in this ballot's unit. Undefined: it has no score.
 */
function spansOf(ground: Ground, place: number): readonly (Span | undefined)[] {
  const { sizes, total, count, outlier, reach, unit, scores } = ground;
  if (outlier === null) return sizes.map((size) => (size === undefined ? undefined : reach));
  const step = unit / BigInt(scores[place]?.weight || 1);
  const least = 100n - BigInt(outlier);
  const most = 100n + BigInt(outlier);
  return sizes.map((size, at) => {
    if (size === undefined) return undefined;
    const each = 100n * count * size;
    const own = at === place ? 100n * count : 0n;
    const below = upTo(step * (own - most), most * total - each, reach);
    return meet(below, upTo(step * (least - own), each - least * total, reach));
  });
}

/** Where a stretch may begin at which other ballots stay in the mean than just before it. */
function startsOf(spans: readonly (Span | undefined)[], reach: Span): readonly bigint[] {
  const starts = new Set([reach.low]);
  for (const span of spans) {
    if (span === undefined || span.low > span.high) continue;
    if (span.low > reach.low) starts.add(span.low);
    if (span.high < reach.high) starts.add(span.high + 1n);
  }
  return [...starts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The part of a stretch of shifts, along which the same ballots stay, where the outcome is another than `base`. */
function turningOf(
  { counted, lists }: Ground,
  place: number,
  kept: readonly number[],
  stretch: Span,
  isIn: (list: List) => boolean,
  base: string,
): readonly Span[] {
  const means = lists.map((list) => {
    const sizes = kept.flatMap((at) => list.over[at] ?? []);
    const moves = kept.includes(place) && isIn(list) ? list.unit / BigInt(list.scores[place]?.weight || 1) : 0n;
    return { columns: list.columns, any: sizes.length > 0, sum: sizes.reduce((sum, each) => sum + each, 0n), moves };
  });
  const passing = means.flatMap(({ sum, moves }) => (moves === 0n ? [] : [ceil(-sum, moves)]));
  const starts = startsOf(
    passing.map((low) => ({ low, high: stretch.high })),
    stretch,
  );
  return starts.flatMap((low, at) => {
    const outcome = firstMatch(counted.table, (asked) => {
      const mean = means.find(({ columns }) => columns === asked);
      return mean?.any === true && mean.sum + mean.moves * low >= 0n;
    });
    const high = (starts[at + 1] ?? stretch.high + 1n) - 1n;
    return outcome.outcome === base ? [] : [{ low, high }];
  });
}

/** Shifts of one ballot's sum, by a mark on a criterion that `isIn` these lists, that turn the outcome. */
function turningShifts(ground: Ground, place: number, isIn: (list: List) => boolean, base: string): readonly Span[] {
  const spans = spansOf(ground, place);
  const starts = startsOf(spans, ground.reach);
  const scored = [...spans.keys()].filter((at) => spans[at] !== undefined);
  return starts.flatMap((low, at) => {
    const high = (starts[at + 1] ?? ground.reach.high + 1n) - 1n;
    const staying = scored.filter((each) => {
      const span = spans[each];
      return span !== undefined && span.low <= low && low <= span.high;
    });
    // Where all lie too far off, none is set aside.
    return turningOf(ground, place, staying.length === 0 ? scored : staying, { low, high }, isIn, base);
  });
}

/** Whether some other number of points on a criterion of this weight gives one of the shifts; `levels`: one of these. */
const canShift = (
  shifts: readonly Span[],
  { weight }: Pick<Column, 'weight'>,
  now: number,
  levels: readonly number[] | undefined,
): boolean =>
  shifts.some(({ low, high }) => {
    if (levels) return levels.map((each) => BigInt(weight * (each - now))).some((by) => low <= by && by <= high);
    const points = meet(
      { low: ceil(low, BigInt(weight)), high: floor(high, BigInt(weight)) },
      { low: BigInt(-now), high: BigInt(MOST_POINTS - now) },
    );
    return points.low <= points.high;
  });

/**
 * Of each column, how many points turn the outcome when they alone are made any other number from 0 to 100, or "not
 * applicable" where the set allows it.
 *
 * 0 and 100 do not suffice under the outlier rule: at both the ballot may lie so far off that it is set aside, and
 * between them pull the mean down. So the shifts of a ballot's sum are cut where a ballot begins or ceases to be set
 * aside, and within such a stretch, where the mean of the rest is linear, where it reaches the pass mark. Between two
 * cuts the outcome is the same throughout.
 */
export function turningPoints(counted: Counted): readonly number[] {
  const { table, verdicts } = counted;
  const base = outcomeBy('mean', counted).outcome;
  const ground = groundOf(counted);
  const known = new Map<string, readonly Span[]>();
  /** The same for all criteria that stand in the same lists. */
  const shiftsOn = (at: number): ((place: number) => readonly Span[]) => {
    const isIn = ({ columns }: List) => columns.includes(at);
    const lists = ground.lists.map(isIn).join();
    return (place) => {
      const key = `${place} ${lists}`;
      const found = known.get(key) ?? turningShifts(ground, place, isIn, base);
      known.set(key, found);
      return found;
    };
  };
  return table.columns.map((column, at) => {
    const { criterion } = column;
    const levels = levelsOf(table.rules.scale, criterion);
    const marks = marksOf(table, at);
    const shifts = shiftsOn(at);
    const isOutWith = (place: number, from: number, to: number): boolean =>
      verdictOf(table, at, marksWith(table, marks, place, from, to)).verdict === 'left-out';
    /** Left out, it is the same whose mark did it. */
    let leaving: boolean | undefined;
    const turnsLeaving = (place: number): boolean => {
      const without = withCell(table, place, at, NOT_APPLICABLE);
      leaving ??= outcomeBy('mean', countAgain(counted, without, at)).outcome !== base;
      return leaving;
    };
    return table.lines.filter(({ cells }, place) => {
      const now = cells[at] ?? NO_ITEM;
      if (now === NO_ITEM) return false;
      if (verdicts[at] === 'left-out') {
        // Only one "not applicable" less can bring it back, and then with any points.
        if (now !== NOT_APPLICABLE || isOutWith(place, now, NOT_MET)) return false;
        const back = groundOf(countAgain(counted, withCell(table, place, at, NOT_MET), at));
        const shifting = turningShifts(back, place, ({ columns }) => columns.includes(at), base);
        return canShift(shifting, column, 0, levels);
      }
      if (canShift(shifts(place), column, Math.max(0, now), levels)) return true;
      if (!criterion.notApplicable || now === NOT_APPLICABLE) return false;
      if (isOutWith(place, now, NOT_APPLICABLE)) return turnsLeaving(place);
      // "Not applicable" that does not carry stands for 0, which need not be one of the levels.
      return levels !== undefined && canShift(shifts(place), column, Math.max(0, now), [NOT_MET]);
    }).length;
  });
}
