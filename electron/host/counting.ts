// The counting committee's work as the host sees it: what the opened ballots come to, whose reports agree, what differs.
import { ok, type Refusal, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { type Counted, countDifferences } from '../../shared/book/decide-count.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import type { CountReport, Poll } from '../../shared/book/state.ts';
import { pollResult } from '../../shared/results/session-result.ts';
import type { LiveBook } from './live-book.ts';

/** What was stated of a count, without where it was stated. */
export const figuresOf = ({ issued, returned, valid, invalid, positive, lines }: Counted): Counted => ({
  issued,
  returned,
  valid,
  invalid,
  positive,
  lines,
});

/** What the opened ballots come to. Undefined until the poll is counted and every ballot is opened here. */
export function countOf({ state, opened }: Pick<LiveBook, 'state' | 'opened'>, poll: Poll): Counted | undefined {
  const result = pollResult(state, opened, poll);
  if (result === undefined) return undefined;
  const { issued, returned, valid, invalid, positiveBallots, criteria } = result;
  const lines = criteria.map(({ criterion, met, notMet, notApplicable, points }) => ({
    criterion,
    met,
    notMet,
    notApplicable,
    points: points?.sum ?? 0,
  }));
  return { issued, returned, valid, invalid, positive: positiveBallots, lines };
}

/** Two reports of different members, the ones that are nearest to each other; undefined where there are not two. */
function nearest(reports: readonly CountReport[]) {
  const pairs = reports.flatMap((one, at) =>
    reports.slice(at + 1).map((other) => ({ one, other, differences: countDifferences(one, other) })),
  );
  return pairs.sort((a, b) => a.differences.length - b.differences.length)[0];
}

/** On how many figures the two nearest reports differ; 0 where two are equal or there are not two. */
export const leastDifference = (reports: readonly CountReport[]): number => nearest(reports)?.differences.length ?? 0;

/**
 * The ruling that establishes the counting minutes, of two members whose newest reports are equal to each other and to
 * the opened ballots. Where the reports differ, or too few are there, the rule of the book says so.
 * Refuses `count-differs-from-ballots {count}`: on so many figures.
 */
export function agreementOf(live: Pick<LiveBook, 'state' | 'opened'>, poll: Poll): Result<Ruling> {
  const { one, other, differences } = nearest(Object.values(poll.reports)) ?? {};
  const ballots = countOf(live, poll);
  if (one && ballots && differences?.length === 0) {
    const count = countDifferences(one, ballots).length;
    if (count > 0) return refuse('count-differs-from-ballots', { count });
  }
  // With fewer than two reports nothing is named, which the rule refuses by its own word.
  const reports = [one, other].flatMap((report) => (report ? [report.origin.entry] : []));
  return ok({ kind: 'count-agreed', body: { poll: poll.poll, reports } });
}

/** Which figures differ is for the committee alone; everybody else is told on how many. */
export const withoutFigures = ({ code, params }: Refusal): Refusal => {
  const { count = 0 } = params;
  return code === 'counts-differ' ? refusal(code, { count }) : { code, params };
};
