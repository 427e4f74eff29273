// Two versions of a set side by side: every kind of change is named, and nothing else.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareSets } from '../../../shared/criteria/compare-sets.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { randomSet } from '../../helpers/random-set.ts';
import { seeded } from '../../helpers/seed.ts';
import { setOf } from '../results/given.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const both = (vi: string) => ({ vi, en: vi });

/** Groups of criteria by id: 'a b | c'. */
function setFrom(plan: string, change: (criterion: Criterion) => Criterion = (each) => each): CriteriaSet {
  const [base] = criteriaOf(setOf('x'));
  const groups = plan.split('|').map((part, at) => ({
    id: `g${at}`,
    name: both(`nhóm ${at}`),
    criteria: part
      .trim()
      .split(/\s+/)
      .map((id) => change({ ...(base as Criterion), id, statement: both(`hỏi ${id}`) })),
  }));
  return { ...setOf('x'), groups };
}
const told = (before: CriteriaSet, after: CriteriaSet): readonly string[] =>
  compareSets(before, after, sha256)
    .criteria.filter(({ changes }) => changes.length > 0)
    .map(
      ({ before: was, after: now, changes, asksTheSame }) =>
        `${(now ?? was)?.criterion.id}: ${changes.join(' ')}${asksTheSame ? ' (same question)' : ''}`,
    );

describe('two versions of a set', () => {
  it('[CY1] are the same where nothing changed', () => {
    const random = seeded('same sets');
    for (let at = 0; at < 50; at++) {
      const set = randomSet(random);
      const { criteria, set: changes } = compareSets(set, structuredClone(set), sha256);
      expect([criteria.flatMap((each) => each.changes), changes]).toEqual([[], []]);
      expect(criteria).toHaveLength(criteriaOf(set).length);
    }
  });

  it.each<[string, CriteriaSet, CriteriaSet, readonly string[]]>([
    ['added in the middle', setFrom('a b'), setFrom('a n b'), ['n: added']],
    ['removed', setFrom('a r b'), setFrom('a b'), ['r: removed']],
    ['one moved, not all others', setFrom('a b c d'), setFrom('d a b c'), ['d: moved (same question)']],
    ['moved to another group', setFrom('a b | c'), setFrom('a | b c'), ['b: moved (same question)']],
    [
      'another number for the same question',
      setFrom('a b'),
      setFrom('a n', (each) => (each.id === 'n' ? { ...each, statement: both('hỏi b') } : each)),
      ['n: renumbered (same question)'],
    ],
    [
      'reworded',
      setFrom('a b'),
      setFrom('a b', (each) => (each.id === 'b' ? { ...each, statement: both('hỏi khác') } : each)),
      ['b: reworded english'],
    ],
    [
      'only what helps to answer',
      setFrom('a'),
      setFrom('a', (each) => ({
        ...each,
        guidance: both('gợi ý'),
        tags: ['t'],
        weight: 5,
        mustPass: true,
        origin: 'o',
      })),
      ['a: must-pass weight tags guidance english origin (same question)'],
    ],
  ])('[CY1] %s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('[CY2] a threshold, a level and a condition ask otherwise', () => {
    const measured = (threshold: string | null) =>
      setFrom('a', (each) => ({ ...each, kind: 'measured', unit: '%', comparator: '>=', threshold }) as Criterion);
    expect(told(measured('95'), measured('99'))).toEqual(['a: threshold']);
    expect(told(measured('95'), measured(null))).toEqual(['a: threshold']);
    expect(told(measured('95'), setFrom('a'))).toEqual(['a: kind']);
    const levelled = (name: string) =>
      setFrom('a', (each) => {
        const levels = [0, 100].map((points) => ({ points, name: both(`${name} ${points}`) }));
        return { ...each, kind: 'points', levels, pass: 100 } as Criterion;
      });
    expect(told(levelled('mức'), levelled('bậc'))).toEqual(['a: levels']);
    const on = (mark: 'met' | 'not-met') =>
      setFrom('a b', (each) => (each.id === 'b' ? { ...each, appliesWhen: [{ criterion: 'a', mark }] } : each));
    expect(told(on('met'), on('not-met'))).toEqual(['b: conditions']);
  });

  it('[CY1] names what changed of the set itself', () => {
    const set = setFrom('a');
    const after = { ...set, name: both('tên mới'), promulgation: { number: '1', date: '2026-07-01', body: 'Bộ' } };
    expect(compareSets(set, after, sha256).set).toEqual(['name', 'promulgation']);
  });

  it('[CY1] loses no criterion of either side, whatever was shuffled', () => {
    const random = seeded('shuffled sets');
    for (let at = 0; at < 200; at++) {
      const ids = Array.from({ length: 1 + random.integer(0, 8) }, (_, index) => `c${index}`);
      const before = setFrom(random.shuffle(ids).join(' '));
      const left = random.shuffle(ids).filter(() => random.chance(70));
      const after = setFrom([...left, 'n'].join(' '));
      const { criteria } = compareSets(before, after, sha256);
      expect(criteria.flatMap(({ before: was }) => was?.criterion.id ?? []).sort()).toEqual([...ids].sort());
      expect(criteria.flatMap(({ after: now }) => now?.criterion.id ?? [])).toEqual([...left, 'n']);
      const moved = criteria.filter(({ changes }) => changes.includes('moved')).length;
      expect(moved).toBeLessThan(Math.max(1, left.length));
    }
  });
});
