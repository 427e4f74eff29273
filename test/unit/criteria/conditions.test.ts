// Conditions between criteria, and the way of a set through its tree and its draft.
import { describe, expect, it } from 'vitest';
import { checkConditions } from '../../../shared/criteria/conditions.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { readSet } from '../../../shared/criteria/read-set.ts';
import { draftOfSet, readSetDraft } from '../../../shared/criteria/set-draft.ts';
import { treeOfSet } from '../../../shared/criteria/write-set.ts';
import { randomSet } from '../../helpers/random-set.ts';
import { seeded } from '../../helpers/seed.ts';
import { setOf } from '../results/given.ts';

/** `on[0]` is what c0 depends on, and so forth. */
function dependent(...on: readonly (string | undefined)[]): CriteriaSet {
  const set = setOf('x'.repeat(on.length));
  const criteria = set.groups.flatMap((group) => group.criteria);
  const made = criteria.map((criterion, at) => {
    const other = on[at];
    return other === undefined
      ? criterion
      : { ...criterion, appliesWhen: [{ criterion: other, mark: 'met' as const }] };
  });
  return { ...set, groups: set.groups.map((group) => ({ ...group, criteria: made })) };
}
const told = (set: CriteriaSet) => checkConditions(set).map(({ code, path }) => `${code} ${path}`);

describe('conditions', () => {
  it.each<[string, readonly (string | undefined)[], readonly string[]]>([
    ['none', [undefined, undefined], []],
    ['a chain', [undefined, 'c0', 'c1'], []],
    ['on itself', ['c0'], ['condition-itself groups[0].criteria[0].applies_when[0]']],
    ['on nobody', ['c9'], ['condition-unknown groups[0].criteria[0].applies_when[0]']],
    ['two on each other', ['c1', 'c0'], ['condition-cycle groups[0].criteria[0].applies_when']],
    ['one behind a circle of others', ['c1', 'c2', 'c1'], ['condition-cycle groups[0].criteria[1].applies_when']],
  ])('[KD5] %s', (_, on, expected) => {
    expect(told(dependent(...on))).toEqual(expected);
  });

  it('[KD5] a circle of ten thousand criteria is found without running out of stack', () => {
    const many = 10_000;
    const set = dependent(...Array.from({ length: many }, (_, at) => `c${(at + 1) % many}`));
    expect(told(set)).toEqual(['condition-cycle groups[0].criteria[0].applies_when']);
  });
});

describe('one set in three forms', () => {
  it('[KD6] comes back from its tree and from its draft with every field', () => {
    const random = seeded('sets');
    for (let at = 0; at < 300; at++) {
      const set = randomSet(random);
      const errors = readSet(treeOfSet(set));
      expect(errors.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(errors.leftOut).toEqual([]);
      expect(errors.set).toEqual(set);
      const { promulgation: _, ...unfrozen } = set;
      expect(readSetDraft(draftOfSet(set)).set).toEqual(unfrozen);
    }
  });
});
