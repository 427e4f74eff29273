// A set whose first criterion must pass, counted.
import type { CriteriaSet, OutcomeRule } from '../../../shared/criteria/criteria-set.ts';
import { countOf, setOf } from './given.ts';

const name = (vi: string) => ({ vi, en: vi });
const RULES: readonly OutcomeRule[] = [
  { when: { is: 'all-met' }, outcome: 'all', name: name('đủ') },
  { when: { is: 'must-pass-met' }, outcome: 'enough', name: name('đủ điều bắt buộc') },
  { when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') },
];

/** One letter per criterion, as in `ballotsOf`; three criteria. */
export function outcomeOf(texts: readonly string[]): string {
  const plain = setOf('xxx', RULES);
  const criteria = plain.groups.flatMap((group) => group.criteria);
  const marked = criteria.map((criterion, at) => (at === 0 ? { ...criterion, mustPass: true as const } : criterion));
  const set: CriteriaSet = { ...plain, groups: [{ id: 'g', name: name('nhóm'), criteria: marked }] };
  return countOf(set, texts).outcome.outcome;
}
