// Small sets and ballots for counting tests, written as tables of letters.
import type { PollId, SeatId } from '../../../shared/base/ids.ts';
import type { Item, Mark } from '../../../shared/book/ballot.ts';
import type { Stood } from '../../../shared/book/state.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { type CriteriaSet, criteriaOf, type OutcomeRule } from '../../../shared/criteria/criteria-set.ts';
import { resultOf } from '../../../shared/results/outcome.ts';
import type { CountedBallot, PlatformResult } from '../../../shared/results/result-types.ts';
import type { Count } from '../../../shared/results/table.ts';

export const POLL = '00000000000000aa' as PollId;

const name = (vi: string) => ({ vi, en: vi });
export const THREE_WORDS: readonly OutcomeRule[] = [
  { when: { is: 'all-met' }, outcome: 'all', name: name('đủ') },
  { when: { is: 'all-met-except-tag', tag: 'popularity' }, outcome: 'but-popular', name: name('tiềm năng') },
  { when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') },
];

/** Criteria `c0`, `c1`, …; one letter each: `p` carries the tag popularity, anything else does not. */
export function setOf(letters: string, outcomes: readonly OutcomeRule[] = THREE_WORDS): CriteriaSet {
  const criteria = [...letters].map((letter, at) => ({
    id: `c${at}`,
    kind: 'pass-fail' as const,
    statement: name(`tiêu chí ${at}`),
    tags: letter === 'p' ? ['popularity'] : [],
    notApplicable: true,
  }));
  return {
    v: 1,
    id: 'small',
    version: '1',
    sample: true,
    name: name('bộ nhỏ'),
    legalBasis: [],
    outcomes: [...outcomes],
    groups: [{ id: 'g', name: name('nhóm'), criteria }],
  };
}

const MARK_OF: Readonly<Record<string, Mark>> = { y: 'met', n: 'not-met', '-': 'not-applicable' };

/** One ballot per text, one letter per criterion in the set's order: y met, n not met, - not applicable, blank barred. */
export function ballotsOf(set: CriteriaSet, texts: readonly string[]): readonly CountedBallot[] {
  return texts.map((text) => {
    const items: Record<string, Item> = {};
    for (const [at, { id }] of criteriaOf(set).entries()) {
      if (text[at] === ' ') continue;
      const mark = MARK_OF[text[at] ?? ''];
      if (mark === undefined) throw new Error(`no mark for ${id} in "${text}"`);
      items[id] = { mark, ...(mark === 'not-applicable' ? { reason: 'không thuộc phạm vi' } : {}) };
    }
    return { ballot: { poll: POLL, items } };
  });
}

/** One ballot per row, one number per criterion; null: not applicable; undefined: barred. */
export const scoresOf = (
  set: CriteriaSet,
  rows: readonly (readonly (number | null | undefined)[])[],
): readonly CountedBallot[] =>
  rows.map((row) => {
    const items = criteriaOf(set).flatMap(({ id }, at): readonly (readonly [string, Item])[] => {
      const points = row[at];
      if (points === undefined) return [];
      return [[id, points === null ? { mark: 'not-applicable', reason: 'không có' } : { mark: 'scored', points }]];
    });
    return { ballot: { poll: POLL, items: Object.fromEntries(items) } };
  });

/** Counted by the mean, pass mark 70, a ballot more than 20 % off set aside; unless said otherwise. */
export const pointsRules = (scale: { readonly passMark?: number; readonly outlier?: number | null } = {}) => ({
  counting: 'mean' as const,
  scale: { of: 'points' as const, passMark: 70, outlier: 20, ...scale },
});

export const seat = (at: number): SeatId => at.toString(16).padStart(16, '0') as SeatId;
const seats = (size: number): readonly SeatId[] => Array.from({ length: size }, (_, at) => seat(at));

export type Given = Partial<Omit<Count, 'stood'>> & {
  readonly present?: number;
  readonly appointed?: number;
  /** Place at the table of the one who presides; ballots then carry names, the first the first seat's. */
  readonly presiding?: number;
  readonly barred?: Stood['barred'];
  readonly noQuorum?: readonly string[];
};

/** By place at the table. */
export const barredFrom = (places: Readonly<Record<number, readonly string[]>>): Given => ({
  barred: Object.fromEntries(Object.entries(places).map(([at, criteria]) => [seat(Number(at)), criteria])),
});

export const named = (ballots: readonly CountedBallot[]): readonly CountedBallot[] =>
  ballots.map((each, at) => ({ ...each, seat: seat(at) }));

/** Everybody present voted, unless `more` says otherwise. */
export function givenCount(
  set: CriteriaSet,
  sheets: readonly (string | CountedBallot)[],
  rules: Partial<CouncilRules> = {},
  { present = sheets.length, appointed = sheets.length, presiding, barred = {}, noQuorum = [], ...more }: Given = {},
): Count {
  const size = sheets.length;
  const ballots = sheets.flatMap((sheet) => (typeof sheet === 'string' ? ballotsOf(set, [sheet]) : [sheet]));
  const stood = { present: seats(present), appointed: seats(appointed), barred, noQuorum };
  return {
    set,
    rules: { ...DEFAULT_RULES, ...rules },
    ballots: presiding === undefined ? ballots : named(ballots),
    stood: presiding === undefined ? stood : { ...stood, presiding: seat(presiding) },
    issued: size,
    returned: size,
    invalid: 0,
    ...more,
  };
}

export const countOf = (...given: Parameters<typeof givenCount>): PlatformResult => resultOf(givenCount(...given));

/** What each way of counting gives, by name. */
export const bothWays = ({ counting, outcome, other }: PlatformResult): Readonly<Record<string, string>> => ({
  [counting]: outcome.outcome,
  [other.counting]: other.outcome.outcome,
});
