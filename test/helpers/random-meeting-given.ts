// A random council: its rules, who sits in it, what it judges by; and the sheets its members write.
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { Role } from '../../shared/council/roles.ts';
import { type CouncilRules, councilRules } from '../../shared/council/rules.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Written, WrittenItem } from './oracle-ballot.ts';
import type { Given } from './random-meeting-both.ts';
import type { Random } from './seed.ts';

const share = (comparator: 'more-than' | 'at-least', numerator: number, denominator: number) => ({
  comparator,
  numerator,
  denominator,
});
const HALF = share('more-than', 1, 2);
export const THRESHOLDS = [
  share('more-than', 3, 4),
  share('at-least', 3, 4),
  share('at-least', 2, 3),
  HALF,
  HALF,
  share('more-than', 2, 4),
  share('at-least', 1, 2),
  share('at-least', 1, 1),
] as const;

export function randomRules(random: Random): CouncilRules {
  const isPoints = random.chance(35);
  const committee = random.chance(25) ? 'three' : 'none';
  const per = random.chance(35) ? 'criterion' : 'platform';
  const rules: CouncilRules = {
    ...DEFAULT_RULES,
    quorum: {
      share: random.pick([share('at-least', 2, 3), share('at-least', 3, 4), HALF, share('at-least', 1, 2)]),
      chair: random.chance(80) ? 'required' : 'not-required',
      viceChair: random.chance(80) ? 'with-authorisation' : 'never',
      secretary: random.chance(75) ? 'required' : 'not-required',
      reviewers: random.pick(['not-required', 'not-required', 'one', 'all']),
      per,
    },
    online: random.chance(60) ? 'counts' : 'does-not-count',
    casting: random.chance(70) ? 'attending' : 'from-a-distance',
    scale: isPoints
      ? { of: 'points', passMark: random.pick([50, 70, 70, 85]), outlier: random.pick([null, 5, 20, 20, 50]) }
      : { of: 'pass-fail' },
    counting: random.pick(isPoints ? ['mean', 'per-ballot'] : ['per-criterion', 'per-ballot']),
    threshold: random.pick(THRESHOLDS),
    denominator: random.pick(['present', 'present', 'valid-ballots', 'appointed']),
    tie: random.chance(70) ? 'chairs-side' : 'not-passed',
    // Under a secret ballot nobody is recused from single criteria.
    secrecy: random.pick(per === 'criterion' ? ['blind', 'open'] : ['blind', 'blind', 'open', 'secret']),
    shares:
      committee === 'three' && random.chance(50) ? 'counting-committee' : random.pick(['chair-and-secretary', 'none']),
    rounds: { most: random.integer(1, 3), change: random.chance(70) ? 'reason-required' : 'free' },
    committee,
    conclusion: random.pick(THRESHOLDS),
    vote: random.pick(['hands', 'open', 'open', 'secret']),
    individualSheets: false,
  };
  return councilRules.parse(rules);
}

const name = (vi: string) => ({ vi, en: vi });

/** One or two tags among the criteria, weights for all or for none, most of them may be left out. */
export function randomSet(random: Random, size: number): CriteriaSet {
  const weighted = random.chance(50);
  const criteria = Array.from({ length: size }, (_, at) => ({
    id: `c${at}`,
    kind: 'pass-fail' as const,
    statement: name(`Tiêu chí ${at}`),
    // A rule of the set asks for the tag, so one of them carries it.
    tags: random.chance(25) || at === 0 ? ['pho-bien'] : [],
    notApplicable: random.chance(80),
    ...(weighted ? { weight: random.integer(1, 2_000) } : {}),
  }));
  const cut = random.integer(1, size);
  const groups = [criteria.slice(0, cut), criteria.slice(cut)].filter((group) => group.length > 0);
  return {
    v: 1,
    id: 'ngau-nhien',
    version: '1',
    sample: true,
    name: name('Bộ ngẫu nhiên'),
    legalBasis: [],
    outcomes: [
      { when: { is: 'all-met' }, outcome: 'all', name: name('đủ') },
      { when: { is: 'all-met-except-tag', tag: 'pho-bien' }, outcome: 'but', name: name('gần đủ') },
      { when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') },
    ],
    groups: groups.map((own, at) => ({ id: `g${at}`, name: name(`Nhóm ${at}`), criteria: own })),
  };
}

function randomRoles(random: Random): readonly Role[] {
  const size = random.integer(3, 15);
  const roles: Role[] = ['chair', random.chance(85) ? 'secretary' : 'member'];
  for (let at = random.integer(0, 2); at > 0 && roles.length < size; at--) roles.push('vice-chair');
  for (let at = random.integer(0, 2); at > 0 && roles.length < size; at--) roles.push('reviewer');
  while (roles.length < size) roles.push('member');
  if (random.chance(30)) roles.push('administrative-secretary');
  if (random.chance(20)) roles.push('invited', 'observer');
  return roles;
}

export const randomGiven = (random: Random): Given => ({
  rules: randomRules(random),
  set: randomSet(random, random.chance(60) ? random.integer(3, 8) : random.integer(3, 30)),
  roles: randomRoles(random),
  platforms: random.integer(1, 3),
});

export type SheetWish = {
  readonly given: Given;
  readonly criteria: readonly { readonly id: string; readonly notApplicable: boolean }[];
  readonly barred: readonly string[];
  /** How many of a hundred marks are for it. */
  readonly mood: number;
  readonly before: Readonly<Record<string, WrittenItem>> | undefined;
};

/** Marks that a member gives in good faith: what is barred is left out, what is changed has its reason. */
export function goodSheet(random: Random, { given, criteria, barred, mood, before }: SheetWish): Written {
  const { scale } = given.rules;
  const items: Record<string, WrittenItem> = {};
  const leaves = random.chance(40);
  const level = random.integer(0, 20);
  for (const { id, notApplicable } of criteria) {
    if (barred.includes(id)) continue;
    const was = before?.[id];
    if (was !== undefined && random.chance(75)) {
      items[id] = was.mark === 'not-applicable' ? { mark: was.mark, reason: 'Không thuộc phạm vi' } : { ...was };
      continue;
    }
    const change = was === undefined ? {} : { change: 'Đã thảo luận' };
    if (notApplicable && leaves && random.chance(20)) {
      items[id] = { mark: 'not-applicable', reason: 'Không thuộc phạm vi', ...change };
    } else if (scale.of === 'points') {
      const near = Math.min(100, Math.max(0, scale.passMark + level + random.integer(-15, 10)));
      const points = random.chance(5) ? random.integer(0, 100) : random.chance(15) ? scale.passMark : near;
      items[id] = { mark: 'scored', points, ...change };
    } else items[id] = { mark: random.chance(mood) ? 'met' : 'not-met', ...change };
  }
  return { items };
}

/** One thing wrong with it, of those that make a ballot invalid. */
export function spoil(random: Random, sheet: Written, { criteria, barred, given }: SheetWish): Written {
  const items: Record<string, WrittenItem> = { ...sheet.items };
  const { id } = random.pick(criteria);
  const isPoints = given.rules.scale.of === 'points';
  switch (random.integer(1, 7)) {
    case 1:
      delete items[id];
      break;
    case 2:
      items[random.pick([...barred, id])] = { mark: isPoints ? 'met' : 'scored', ...(isPoints ? {} : { points: 80 }) };
      break;
    case 3:
      items[id] = { mark: 'not-applicable', reason: random.pick(['', '  ']) };
      break;
    case 4:
      items[id] = { mark: 'not-applicable', reason: 'Không thuộc phạm vi' };
      break;
    case 5:
      items[id] = isPoints ? { mark: 'scored', points: random.pick([101, -1]) } : { mark: 'met', points: 1 };
      break;
    case 6:
      items['c99'] = isPoints ? { mark: 'scored', points: 70 } : { mark: 'met' };
      break;
    default: {
      // A change without a reason, where there was a round before; else a mark that is none.
      const was = items[id];
      items[id] = was?.change === undefined ? { mark: 'insufficient' } : { ...was, change: '' };
    }
  }
  return { items };
}
