// Small sets and ballots for counting tests, written as tables of letters.
import type { PollId, SeatId } from '../../../shared/base/ids.ts';
import type { Item, Mark } from '../../../shared/book/ballot.ts';
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

/** One ballot per text, one letter per criterion in the set's order: y met, n not met, - not applicable. */
export function ballotsOf(set: CriteriaSet, texts: readonly string[]): readonly CountedBallot[] {
  return texts.map((text) => {
    const items: Record<string, Item> = {};
    for (const [at, { id }] of criteriaOf(set).entries()) {
      const mark = MARK_OF[text[at] ?? ''];
      if (mark === undefined) throw new Error(`no mark for ${id} in "${text}"`);
      items[id] = { mark, ...(mark === 'not-applicable' ? { reason: 'không thuộc phạm vi' } : {}) };
    }
    return { ballot: { poll: POLL, items } };
  });
}

export const seat = (at: number): SeatId => at.toString(16).padStart(16, '0') as SeatId;
const seats = (size: number): readonly SeatId[] => Array.from({ length: size }, (_, at) => seat(at));

export type Given = Partial<Omit<Count, 'stood'>> & { readonly present?: number; readonly appointed?: number };

/** Everybody present voted, unless `more` says otherwise. */
export function countOf(
  set: CriteriaSet,
  texts: readonly string[],
  rules: Partial<CouncilRules> = {},
  { present = texts.length, appointed = texts.length, ...more }: Given = {},
): PlatformResult {
  const size = texts.length;
  const stood = { present: seats(present), appointed: seats(appointed), barred: {} };
  const usual = { stood, issued: size, returned: size, invalid: 0 };
  return resultOf({ set, rules: { ...DEFAULT_RULES, ...rules }, ballots: ballotsOf(set, texts), ...usual, ...more });
}

/** What each way of counting gives, by name. */
export const bothWays = ({ counting, outcome, other }: PlatformResult): Readonly<Record<string, string>> => ({
  [counting]: outcome.outcome,
  [other.counting]: other.outcome.outcome,
});
