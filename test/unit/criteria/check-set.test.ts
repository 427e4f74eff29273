// Checks over a set that is being edited: each damage to a good set is found where it is.
import { describe, expect, it } from 'vitest';
import { checkSet } from '../../../shared/criteria/check-set.ts';
import type { CriteriaSet, Criterion, OutcomeRule } from '../../../shared/criteria/criteria-set.ts';

const both = (vi: string) => ({ vi, en: vi });
const all: OutcomeRule = { when: { is: 'all-met' }, outcome: 'du', name: both('đủ') };
const except: OutcomeRule = { when: { is: 'all-met-except-tag', tag: 'p' }, outcome: 'gan', name: both('gần') };
const otherwise: OutcomeRule = { when: { is: 'otherwise' }, outcome: 'chua', name: both('chưa') };
const plain: Criterion = { kind: 'pass-fail', id: 'a', statement: both('một'), tags: [], notApplicable: false };
const measured: Criterion = {
  ...{ kind: 'measured', id: 'b', statement: both('hai'), tags: ['p'], notApplicable: false },
  ...{ unit: '%', comparator: '>=', threshold: '50' },
};

const setOf = (
  criteria: readonly Criterion[],
  outcomes: readonly OutcomeRule[] = [all, except, otherwise],
): CriteriaSet => ({
  v: 1,
  id: 's',
  version: '1',
  sample: false,
  name: both('bộ'),
  legalBasis: [],
  outcomes: [...outcomes],
  groups: [{ id: 'g', name: both('nhóm'), criteria: [...criteria] }],
});

const told = (set: CriteriaSet) => checkSet(set).map(({ severity, code, path }) => `${severity} ${code} ${path}`);

describe('checks over a set', () => {
  it('[C9] a good set raises nothing', () => {
    expect(told(setOf([plain, measured]))).toEqual([]);
  });

  it.each<[string, readonly OutcomeRule[], readonly string[]]>([
    ['no otherwise', [all, except], ['error otherwise-missing outcome_rules[1].when']],
    ['no rule at all', [], ['error otherwise-missing outcome_rules', 'warning all-met-missing outcome_rules']],
    [
      'otherwise first',
      [otherwise, all],
      ['error rule-unreachable outcome_rules[1].when', 'error otherwise-missing outcome_rules[1].when'],
    ],
    ['the same twice', [all, { ...all, outcome: 'khac' }, otherwise], ['error rule-unreachable outcome_rules[1].when']],
    ['the weaker before all-met', [except, all, otherwise], ['error rule-unreachable outcome_rules[1].when']],
    ['only otherwise', [otherwise], ['warning all-met-missing outcome_rules']],
  ])('[C9] %s', (_, outcomes, expected) => {
    expect(told(setOf([plain, measured], outcomes))).toEqual(expected);
  });

  it('[C10] a rule may name only a tag that some criterion carries, and not all of them', () => {
    expect(told(setOf([plain]))).toEqual(['error tag-uncarried outcome_rules[1].when']);
    expect(told(setOf([measured]))).toEqual(['warning tag-everywhere outcome_rules[1].when']);
  });

  it('[C5] ids are used once: criteria over all groups, groups among themselves', () => {
    const set = setOf([plain, measured]);
    const twice = { ...set, groups: [...set.groups, { id: 'g', name: both('nhóm hai'), criteria: [plain] }] };
    expect(checkSet(twice)).toMatchObject([
      { code: 'id-duplicate', path: 'groups[1].id', params: { id: 'g', first: 'groups[0].id' } },
      {
        code: 'id-duplicate',
        path: 'groups[1].criteria[0].id',
        params: { id: 'a', first: 'groups[0].criteria[0].id' },
      },
    ]);
  });

  it.each<[string, Partial<Extract<Criterion, { kind: 'measured' }>>, readonly string[]]>([
    ['no unit', { unit: ' ' }, ['error unit-missing groups[0].criteria[1].unit']],
    ['comma', { threshold: '99,5' }, ['error threshold-malformed groups[0].criteria[1].threshold']],
    ['grouping', { threshold: '1.000.000' }, ['error threshold-malformed groups[0].criteria[1].threshold']],
    ['leading zero', { threshold: '05' }, ['error threshold-malformed groups[0].criteria[1].threshold']],
    ['left open', { threshold: null }, ['warning threshold-open groups[0].criteria[1].threshold']],
    ['tag twice', { tags: ['p', 'p'] }, ['error tag-duplicate groups[0].criteria[1].tags[1]']],
  ])('[C11] a measured criterion with %s', (_, change, expected) => {
    expect(told(setOf([plain, { ...measured, ...change } as Criterion]))).toEqual(expected);
  });

  it('[C8] missing English is said once, with its count and first place', () => {
    const silent = { ...plain, statement: { vi: 'một', en: '' }, guidance: { vi: 'xem', en: ' ' } };
    expect(checkSet(setOf([silent, measured]))).toMatchObject([
      { severity: 'warning', code: 'english-missing', path: 'groups[0].criteria[0]', params: { count: 2 } },
    ]);
  });
});
