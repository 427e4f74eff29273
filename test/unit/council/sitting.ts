// A council in a few letters: who sits, who is there, what they mark; every act is asked of the engine and of the oracle.

import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { Role } from '../../../shared/council/roles.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import type { PlatformResult } from '../../../shared/results/result-types.ts';
import { pollResult } from '../../../shared/results/session-result.ts';
import type { WrittenItem } from '../../helpers/oracle-ballot.ts';
import { entitledNow } from '../../helpers/oracle-council.ts';
import type { Happening } from '../../helpers/oracle-happenings.ts';
import { pollOf, sheets } from '../../helpers/oracle-polls.ts';
import { type Both, bothSides } from '../../helpers/random-meeting-both.ts';
import { idOf, platformAt, seatAt } from '../../helpers/random-meeting-state.ts';

/** The usual council of the circulars: all seven vote. */
export const SEVEN: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer', 'member', 'member'];
export const five: readonly Role[] = ['chair', 'secretary', 'member', 'member', 'member'];
export const four: readonly Role[] = ['chair', 'secretary', 'member', 'member'];

export type Share = CouncilRules['threshold'];
export const moreThan = (numerator: number, denominator: number): Share => ({
  comparator: 'more-than',
  numerator,
  denominator,
});
export const atLeast = (numerator: number, denominator: number): Share => ({
  comparator: 'at-least',
  numerator,
  denominator,
});

/** The defaults of domain section 3, with what a test changes. */
export const rulesWith = (more: Partial<CouncilRules> = {}): CouncilRules => ({ ...DEFAULT_RULES, ...more });
export const quorumWith = (more: Partial<CouncilRules['quorum']>): CouncilRules =>
  rulesWith({ quorum: { ...DEFAULT_RULES.quorum, ...more } });
export const points = (outlier: number | null = 20): Partial<CouncilRules> => ({
  scale: { of: 'points', passMark: 70, outlier },
  counting: 'mean',
});

const name = (vi: string) => ({ vi, en: vi });
/** One criterion a letter: `p` carries the tag of popularity, `x` may not be left out, a digit is a weight in thousands. */
export function setOf(letters: string): CriteriaSet {
  const weighted = /\d/.test(letters);
  const criteria = [...letters].map((letter, at) => ({
    id: `c${at}`,
    kind: 'pass-fail' as const,
    statement: name(`Tiêu chí ${at}`),
    tags: letter === 'p' ? ['pho-bien'] : [],
    notApplicable: letter !== 'x',
    ...(weighted ? { weight: Number(letter) * 1_000 } : {}),
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
      // A set whose rule asks for a tag that nobody carries is no set.
      ...(letters.includes('p')
        ? [{ when: { is: 'all-met-except-tag' as const, tag: 'pho-bien' }, outcome: 'but', name: name('tiềm năng') }]
        : []),
      { when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') },
    ],
    groups: [{ id: 'g', name: name('Nhóm'), criteria }],
  };
}

const HOW = { p: 'present', o: 'online', a: 'absent', e: 'excused', l: 'left' } as const;
const reason = 'Không thuộc phạm vi';
const ITEM: Readonly<Record<string, WrittenItem>> = {
  y: { mark: 'met' },
  n: { mark: 'not-met' },
  '-': { mark: 'not-applicable', reason },
  '0': { mark: 'not-applicable' },
  '?': { mark: 'insufficient' },
};

/** One letter a criterion: y met, n not met, - left out with a reason, 0 without, ? not enough to go by, blank nothing. */
export function marks(sheet: string | readonly number[], change?: string): Readonly<Record<string, WrittenItem>> {
  const each = typeof sheet === 'string' ? [...sheet].map((letter) => ITEM[letter]) : sheet.map(scored);
  const items = each.flatMap((item, at) =>
    item === undefined ? [] : [[`c${at}`, { ...item, ...(change === undefined ? {} : { change }) }] as const],
  );
  return Object.fromEntries(items);
}
const scored = (given: number): WrittenItem => ({ mark: 'scored', points: given });

export type Sheet = string | readonly number[] | undefined;
export type Council = Both & {
  /** What was refused, by its code; `ok` where nothing was. */
  readonly act: (act: Happening) => string;
  /** One letter a seat: present, online, absent, excused, left; a space leaves it as it is. */
  readonly sit: (letters: string) => void;
  /** One letter a seat: `.` no conflict, `r` recused from the platform, a space says nothing. */
  readonly declare: (letters: string, platform?: string) => void;
  readonly open: (round?: number, platform?: string) => string;
  readonly cast: (seat: number, items: Readonly<Record<string, WrittenItem>>) => string;
  readonly close: () => string;
  /** From the close to the count: every key comes. */
  readonly count: () => PlatformResult | undefined;
  /** A whole round: one sheet a seat, in the order of the table; nothing where a seat casts none. */
  readonly round: (sheets: readonly Sheet[], round?: number, platform?: string) => PlatformResult | undefined;
  /** Id of the newest poll. */
  readonly poll: () => string;
};

export const P1 = platformAt(1);
export const P2 = platformAt(2);
export const s = seatAt;

export type Wish = {
  readonly rules?: CouncilRules;
  readonly roles?: readonly Role[];
  readonly set?: CriteriaSet;
  readonly platforms?: number;
};

/** Not open yet. */
export function gathered({ rules = rulesWith(), roles = SEVEN, set = setOf('..'), platforms = 1 }: Wish = {}): Council {
  const both = bothSides({ rules, set, roles, platforms });
  const { told, table, opened } = both;
  let made = 0;
  const poll = () => idOf(3, made);
  const act = (happening: Happening): string => {
    both.attempt(happening);
    return both.tried.at(-1)?.refused ?? 'ok';
  };
  const council: Council = {
    ...both,
    act,
    poll,
    sit: (letters) => {
      for (const [at, letter] of [...letters].entries())
        if (letter in HOW) act({ act: 'attend', seat: s(at + 1), how: HOW[letter as keyof typeof HOW] });
    },
    declare: (letters, platform = P1) => {
      for (const [at, letter] of [...letters].entries())
        if (letter !== ' ') act({ act: 'declare', seat: s(at + 1), platform, conflict: letter === 'r' });
    },
    open: (round = 1, platform = P1) => {
      made += 1;
      const entitled = entitledNow(told(), { platform, ballots: true });
      return act({ act: 'open-round', poll: poll(), platform, round, entitled });
    },
    cast: (seat, items) =>
      act({
        act: 'cast',
        poll: poll(),
        seat: s(seat),
        ballot: idOf(4, made * 1_000 + both.tried.length),
        written: { items },
      }),
    close: () => {
      const at = pollOf(told(), poll());
      const stand = at === undefined ? [] : sheets(told(), at).filter(({ status }) => status === 'standing');
      return act({ act: 'close', poll: poll(), counted: stand.map(({ ballot }) => ballot), aside: [] });
    },
    count: () => {
      council.close();
      act({ act: 'reveal', poll: poll() });
      const at = pollOf(told(), poll());
      const counted = at === undefined ? [] : sheets(told(), at).filter(({ status }) => status === 'counted');
      for (const { ballot, seat } of counted) act({ act: 'key', poll: poll(), ballot, seat });
      act({ act: 'count', poll: poll() });
      const found = table.state.polls[poll()];
      return found && pollResult(table.state, opened, found);
    },
    round: (each, round = 1, platform = P1) => {
      const refused = council.open(round, platform);
      if (refused !== 'ok') throw new Error(`the round is refused: ${refused}`);
      for (const [at, sheet] of each.entries()) if (sheet !== undefined) council.cast(at + 1, marks(sheet));
      return council.count();
    },
  };
  return council;
}

/** Open, everybody there, nobody with a conflict. */
export function sitting(wish: Wish = {}): Council {
  const council = gathered(wish);
  const size = (wish.roles ?? SEVEN).length;
  council.act({ act: 'open', presiding: s(1) });
  council.sit('p'.repeat(size));
  for (const { platform } of Object.values(council.table.state.platforms)) council.declare('.'.repeat(size), platform);
  return council;
}

/** So many sheets of one kind and so many of another. */
export const so = (count: number, sheet: string | readonly number[], ...more: readonly Sheet[]): readonly Sheet[] => [
  ...Array.from({ length: count }, () => sheet),
  ...more,
];
