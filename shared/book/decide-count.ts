// When a member of the counting committee may report a count, and whether two reports say the same.
import { type Refusal, refusal } from '../base/result.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { Rule } from './rule.ts';
import type { CountReport, State } from './state.ts';
import type { StatementOf } from './statements.ts';

export const countRules: { readonly 'count-reported': Rule<'count-reported'> } = {
  'count-reported': (state, report, { seat }) => {
    const poll = state.polls[report.poll];
    if (poll === undefined || poll.subject.of !== 'platform') return refusal('poll-unknown');
    if (!state.committee?.members.includes(seat)) return refusal('not-of-the-committee');
    if (poll.step !== 'counted') return refusal('not-revealed');
    if (poll.agreed) return refusal('count-already-agreed');
    return linesRefusal(state, report);
  },
};

/** One line for each criterion of the set, in its order. */
function linesRefusal(state: State, { lines }: Pick<StatementOf<'count-reported'>, 'lines'>): Refusal | undefined {
  const ids = state.criteria ? criteriaOf(state.criteria.set).map(({ id }) => id) : [];
  const at = ids.findIndex((id, place) => lines[place]?.criterion !== id);
  if (at === -1 && lines.length === ids.length) return undefined;
  return refusal('count-lines-differ', { criterion: ids[at] ?? lines.at(-1)?.criterion ?? '' });
}

export type Counted = Omit<StatementOf<'count-reported'>, 'poll'>;
export type CountDifference = {
  readonly what: string;
  readonly criterion?: string;
  readonly a: number;
  readonly b: number;
};

const TOTALS = ['issued', 'returned', 'valid', 'invalid', 'positive'] as const;
const LINE = ['met', 'notMet', 'notApplicable', 'points'] as const;

/** Every figure on which two counts differ, the totals first, then criterion by criterion. */
export function countDifferences(one: Counted, other: Counted): readonly CountDifference[] {
  const totals = TOTALS.filter((what) => one[what] !== other[what]).map((what) => ({
    what,
    a: one[what],
    b: other[what],
  }));
  const lines = one.lines.flatMap((line) => {
    const same = other.lines.find(({ criterion }) => criterion === line.criterion);
    return LINE.flatMap((what) => {
      const b = same?.[what] ?? 0;
      return line[what] === b ? [] : [{ what, criterion: line.criterion, a: line[what], b }];
    });
  });
  return [...totals, ...lines];
}

/** Two of the committee, each with its newest report, who came to the same. */
export function agreementRefusal(state: State, poll: string, named: readonly string[]): Refusal | undefined {
  const at = state.polls[poll];
  if (at === undefined || at.subject.of !== 'platform') return refusal('poll-unknown');
  if (at.agreed) return refusal('count-already-agreed');
  const reports = named.flatMap((hash): CountReport[] =>
    Object.values(at.reports).filter(({ origin }) => (origin.entry as string) === hash),
  );
  const [one, other] = reports;
  if (one === undefined || other === undefined || one === other) return refusal('count-reports-missing');
  const [first, ...more] = countDifferences(one, other);
  if (first === undefined) return undefined;
  return refusal('counts-differ', { criterion: first.criterion ?? '', count: more.length + 1, a: first.a, b: first.b });
}
