// The counting committee of a played meeting: elected, then two of it count on their own, one with a slip that is found.
import type { Counted } from '../../shared/book/decide-count.ts';
import type { CountView } from '../../shared/contract/council-views.ts';
import { ready } from './played-cast.ts';
import { voteOn } from './played-conclusion.ts';
import { latest, type Meeting, must, stateAs } from './played-table.ts';
import { shownNow } from './shown-now.ts';

/** Three members at their own devices, nobody of them in the chair. */
export async function electCommittee(meeting: Meeting): Promise<void> {
  const { desk, book, clock, cast, own } = meeting;
  const session = await latest(desk, book);
  const members = ready(session, cast)
    .filter(({ seat, role }) => role !== 'chair' && seat !== own)
    .map(({ seat }) => seat)
    .slice(-3);
  const head = members[0] ?? '';
  const { election } = must(await desk.call('election.put', { book, members, head }), 'election.put');
  const { poll } = must(await desk.call('election.vote.open', { book, election }), 'election.vote.open');
  const put = (await latest(desk, book)).elections.find((each) => each.election === election);
  await voteOn(meeting, poll, put?.sha256 ?? '', () => 'agree');
  clock.pass(3);
}

type Sheets = CountView['polls'][number];

/** As a person would: sheet after sheet, criterion after criterion. */
function countBy(
  { issued, returned, sheets }: Sheets,
  criteria: readonly string[],
  passMark: number | undefined,
): Counted {
  const valid = sheets.filter(({ valid: holds }) => holds);
  const lines = criteria.map((criterion) => {
    const marks = valid.flatMap(({ items }) => items[criterion] ?? []);
    const count = (mark: string) => marks.filter((each) => each.mark === mark).length;
    return {
      criterion,
      met: count('met'),
      notMet: count('not-met'),
      notApplicable: count('not-applicable'),
      points: marks.reduce((sum, { points }) => sum + (points ?? 0), 0),
    };
  });
  const isPositive = ({ items }: Sheets['sheets'][number]): boolean => {
    const marks = Object.values(items);
    if (passMark === undefined) return marks.every(({ mark }) => mark === 'met');
    return marks.reduce((sum, { points }) => sum + (points ?? 0), 0) >= passMark * marks.length;
  };
  return {
    issued,
    returned,
    valid: valid.length,
    invalid: returned - valid.length,
    positive: valid.filter(isPositive).length,
    lines,
  };
}

const slipped = (counted: Counted): Counted => ({
  ...counted,
  lines: counted.lines.map((line, at) => (at === 0 ? { ...line, met: line.met + 1 } : line)),
});

/** `withSlip`: one of the two miscounts a criterion first; the counting minutes do not stand until it is mended. */
export async function countTwice(meeting: Meeting, poll: string, withSlip: boolean): Promise<void> {
  const { desk, book, clock, rules, seats } = meeting;
  const session = await latest(desk, book);
  const { set } = await shownNow(desk, 'criteria', { book });
  const criteria = set.groups.flatMap((group) => group.criteria.map(({ id }) => id));
  const passMark = rules.scale.of === 'points' ? rules.scale.passMark : undefined;
  for (const [at, seat] of (session.committee?.members ?? []).slice(0, 2).entries()) {
    const played = seats.get(seat);
    if (played === undefined) throw new Error('a counting member without a device');
    const sheets = (await played.counting()).polls.find((each) => each.poll === poll);
    if (sheets === undefined) throw new Error('no sheets to count');
    const counted = countBy(sheets, criteria, passMark);
    const report = (body: Counted) => stateAs(meeting, seat, { kind: 'count-reported', body: { poll, ...body } });
    if (withSlip && at === 1) {
      must(await report(slipped(counted)), 'count-reported');
      const stopped = await desk.call('count.agree', { book, poll });
      if (stopped.ok) throw new Error('two counts that differ were taken as one');
    }
    clock.pass(8);
    must(await report(counted), 'count-reported');
  }
  must(await desk.call('count.agree', { book, poll }), 'count.agree');
}
