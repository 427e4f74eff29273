// The decision margin of the largest meeting that is promised an answer at once: 15 members, 120 criteria, every rule.
import { marginOf } from '../../shared/results/margin.ts';
import { resultOf } from '../../shared/results/outcome.ts';
import type { Count } from '../../shared/results/table.ts';
import { randomFrom } from '../helpers/seed.ts';
import { randomCount, type Wanted } from '../unit/results/random-count.ts';
import { median, roundedAll, timed } from './figures.ts';

const MEETINGS = 40;
const SEED = 120_015;

const WAYS = {
  pass_fail_per_criterion: { scale: 'pass-fail', counting: 'per-criterion' },
  pass_fail_per_ballot: { scale: 'pass-fail', counting: 'per-ballot' },
  points_mean: { scale: 'points', counting: 'mean' },
  points_per_ballot: { scale: 'points', counting: 'per-ballot' },
} as const satisfies Readonly<Record<string, Pick<Wanted, 'scale' | 'counting'>>>;

/** The same meetings on every machine: weights, outliers, barred seats, ties and "not applicable" among them. */
function meetings(way: Pick<Wanted, 'scale' | 'counting'>): readonly Count[] {
  const random = randomFrom(SEED);
  return Array.from({ length: MEETINGS }, () =>
    randomCount(random, {
      ...way,
      members: 15,
      criteria: 120,
      good: random.pick([85, 97, 100]),
      notApplicable: random.pick([0, 5, 40]),
      leaning: random.pick([0, 10]),
    }),
  );
}

async function times(counts: readonly Count[], act: (count: Count) => unknown): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const count of counts) taken.push((await timed(() => act(count))).ms);
  return taken;
}

export async function benchmark() {
  const figures: Record<string, number> = { members: 15, criteria: 120, meetings: MEETINGS };
  const targets: Record<string, string> = {};
  for (const [name, way] of Object.entries(WAYS)) {
    const counts = meetings(way);
    const taken = await times(counts, marginOf);
    figures[`margin_${name}_ms`] = median(taken);
    figures[`margin_${name}_slowest_ms`] = Math.max(...taken);
    figures[`result_${name}_ms`] = median(await times(counts, resultOf));
    targets[`margin_${name}_ms`] = '<= 50';
  }
  return { figures: roundedAll(figures), targets };
}
