// What a member of the counting committee has typed: texts until they are whole numbers, nothing filled in beforehand.
import type { Counted } from '../../shared/book/decide-count.ts';

export const TOTALS = ['issued', 'returned', 'valid', 'invalid', 'positive'] as const;
export type Total = (typeof TOTALS)[number];
/** With points the sum of points stands where "met" and "not met" are counted. */
export const linesOf = (isPoints: boolean): readonly Line[] =>
  isPoints ? ['points', 'notApplicable'] : ['met', 'notMet', 'notApplicable'];
export type Line = 'met' | 'notMet' | 'notApplicable' | 'points';

/** By `total` or `criterion line`. */
export type Typed = Readonly<Record<string, string>>;
export const totalKey = (total: Total): string => total;
export const lineKey = (criterion: string, line: Line): string => `${criterion} ${line}`;

/** What this member reported last, to be corrected; never what anybody else did. */
export function typedOf(mine: Counted | undefined, isPoints: boolean): Typed {
  if (mine === undefined) return {};
  return Object.fromEntries([
    ...TOTALS.map((total) => [totalKey(total), String(mine[total])] as const),
    ...mine.lines.flatMap((line) =>
      linesOf(isPoints).map((name) => [lineKey(line.criterion, name), String(line[name])] as const),
    ),
  ]);
}

const MOST: Readonly<Record<string, number>> = { points: 1_000_000 };

/** undefined where it is no whole number that can be meant. */
export function readFigure(text: string | undefined, line?: Line): number | undefined {
  if (text === undefined || !/^\d{1,7}$/.test(text.trim())) return undefined;
  const value = Number(text.trim());
  return value <= (MOST[line ?? ''] ?? 100_000) ? value : undefined;
}

/** All keys in the order in which they are typed. */
export const keysOf = (criteria: readonly string[], isPoints: boolean): readonly string[] => [
  ...TOTALS.map(totalKey),
  ...criteria.flatMap((criterion) => linesOf(isPoints).map((line) => lineKey(criterion, line))),
];

/** Undefined until every figure is one. */
export function countedOf(typed: Typed, criteria: readonly string[], isPoints: boolean): Counted | undefined {
  const names = linesOf(isPoints);
  const total = (name: Total): number | undefined => readFigure(typed[totalKey(name)]);
  const lines = criteria.map((criterion) => {
    const read = (line: Line): number | undefined =>
      names.includes(line) ? readFigure(typed[lineKey(criterion, line)], line) : 0;
    return {
      criterion,
      met: read('met'),
      notMet: read('notMet'),
      notApplicable: read('notApplicable'),
      points: read('points'),
    };
  });
  const [issued, returned, valid, invalid, positive] = TOTALS.map(total);
  if (
    issued === undefined ||
    returned === undefined ||
    valid === undefined ||
    invalid === undefined ||
    positive === undefined
  )
    return undefined;
  const whole = lines.flatMap(({ criterion, met, notMet, notApplicable, points }) =>
    met === undefined || notMet === undefined || notApplicable === undefined || points === undefined
      ? []
      : [{ criterion, met, notMet, notApplicable, points }],
  );
  return whole.length === lines.length ? { issued, returned, valid, invalid, positive, lines: whole } : undefined;
}
