// Random counted rounds of any rules: barred seats, silent members, ties, "not applicable", weights and outliers.
import type { SeatId } from '../../../shared/base/ids.ts';
import type { Item } from '../../../shared/book/ballot.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { CouncilRules, Counting } from '../../../shared/council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import type { CountedBallot } from '../../../shared/results/result-types.ts';
import type { Count } from '../../../shared/results/table.ts';
import type { Random } from '../../helpers/seed.ts';
import { POLL, seat, setOf, THREE_WORDS } from './given.ts';

export type Wanted = {
  readonly counting: Counting;
  readonly scale: 'pass-fail' | 'points';
  readonly members: number;
  readonly criteria: number;
  /** Per cent of marks that are met, or of points near the top. */
  readonly good: number;
  readonly notApplicable: number;
  /** Per cent of criteria that lean to "not applicable", so that some are near being left out. */
  readonly leaning: number;
};

const MORE_THAN = 'more-than' as const;
const THRESHOLDS = [
  { comparator: MORE_THAN, numerator: 3, denominator: 4 },
  { comparator: MORE_THAN, numerator: 1, denominator: 2 },
  { comparator: MORE_THAN, numerator: 1, denominator: 2 },
  { comparator: 'at-least' as const, numerator: 2, denominator: 3 },
];

/** The same outcome may stand twice: a change can then pass over it. */
const OUTCOMES = [THREE_WORDS, THREE_WORDS, [...THREE_WORDS.slice(0, 2), { ...THREE_WORDS[2], outcome: 'all' }]];

function randomRules(random: Random, { counting, scale }: Wanted): CouncilRules {
  return {
    ...DEFAULT_RULES,
    counting,
    threshold: random.pick(THRESHOLDS),
    denominator: random.pick(['present', 'appointed', 'valid-ballots'] as const),
    tie: random.pick(['chairs-side', 'chairs-side', 'not-passed'] as const),
    scale:
      scale === 'points'
        ? { of: 'points', passMark: random.pick([50, 70, 70, 85]), outlier: random.pick([null, 20, 20, 5, 60, 100]) }
        : { of: 'pass-fail' },
  };
}

/** Also such that begin above 0 or end below 100. */
function randomLevels(random: Random): Pick<Extract<Criterion, { kind: 'points' }>, 'kind' | 'levels' | 'pass'> {
  const points = [...new Set(Array.from({ length: 5 }, () => random.integer(0, 100)).concat(60, 75))];
  const levels = points.sort((a, b) => a - b).map((each) => ({ points: each, name: { vi: `mức ${each}`, en: '' } }));
  return { kind: 'points', levels, pass: random.pick(points) };
}

function randomSet(random: Random, { criteria, scale }: Wanted): CriteriaSet {
  const letters = Array.from({ length: criteria }, () => (random.chance(25) ? 'p' : 'c')).join('');
  const set = setOf(letters, random.pick(OUTCOMES) as typeof THREE_WORDS);
  const isWeighted = scale === 'points' && random.chance(60);
  const hasLevels = scale === 'points' && random.chance(40);
  const groups = set.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((criterion) => ({
      ...criterion,
      notApplicable: random.chance(70),
      ...(isWeighted ? { weight: random.pick([1, 3, random.integer(1, 10_000)]) } : {}),
      ...(hasLevels && random.chance(60) ? randomLevels(random) : {}),
    })),
  }));
  return { ...set, groups } as CriteriaSet;
}

function randomItem(random: Random, wanted: Wanted, near: number, criterion: Criterion): Item {
  if (criterion.notApplicable && random.chance(wanted.notApplicable))
    return { mark: 'not-applicable', reason: 'không có' };
  const isGood = random.chance(wanted.good);
  if (wanted.scale === 'pass-fail') return { mark: isGood ? 'met' : 'not-met' };
  const points = isGood ? near + random.integer(-8, 8) : random.integer(0, 100);
  const drawn = Math.min(100, Math.max(0, points));
  if (criterion.kind !== 'points') return { mark: 'scored', points: drawn };
  const nearest = [...criterion.levels].sort((a, b) => Math.abs(a.points - drawn) - Math.abs(b.points - drawn));
  return { mark: 'scored', points: nearest[0]?.points ?? 0 };
}

export function randomCount(random: Random, wanted: Wanted): Count {
  const rules = randomRules(random, wanted);
  const set = randomSet(random, wanted);
  const all = criteriaOf(set);
  const appointed = Array.from({ length: wanted.members }, (_, at) => seat(at));
  const present = appointed.filter(() => random.chance(92));
  const hasBarred = random.chance(30);
  const barred: Record<SeatId, readonly string[]> = {};
  for (const each of appointed) {
    const from = hasBarred ? all.filter(() => random.chance(15)).map(({ id }) => id) : [];
    if (from.length > 0) barred[each] = from;
  }
  const isSecret = random.chance(20);
  // Whole columns lean to "not applicable", and all numbers to the pass mark: where a change could matter.
  const leaning = new Map(all.map(({ id }) => [id, random.chance(wanted.leaning) ? 80 : wanted.notApplicable]));
  const near = rules.scale.of === 'points' ? rules.scale.passMark : 0;
  const ballots = present
    .filter(() => random.chance(95))
    .map((each): CountedBallot => {
      // Whole ballots without a doubt, else none would be positive on many criteria.
      const good = random.chance(70) ? 100 : wanted.good;
      const own = random.chance(15) ? random.integer(0, 100) : near;
      const items = all.flatMap((criterion): readonly (readonly [string, Item])[] => {
        const { id } = criterion;
        if (barred[each]?.includes(id)) return [];
        const lean = { ...wanted, good, notApplicable: leaning.get(id) ?? 0 };
        return [[id, randomItem(random, lean, own, criterion)]];
      });
      return { ...(isSecret ? {} : { seat: each }), ballot: { poll: POLL, items: Object.fromEntries(items) } };
    });
  const presiding = random.chance(90) ? present[0] : undefined;
  return {
    set,
    rules,
    ballots,
    stood: {
      present,
      appointed,
      barred,
      ...(presiding === undefined ? {} : { presiding }),
      noQuorum: hasBarred && random.chance(30) ? all.slice(0, 1).map(({ id }) => id) : [],
    },
    issued: present.length,
    returned: ballots.length,
    invalid: 0,
  };
}
