// Counting marks: divisors, "not applicable", positive ballots, dissent.
import { describe, expect, it } from 'vitest';
import { bothWays, countOf, setOf } from './given.ts';

const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

describe('what counts are divided by', () => {
  const votes = times(6, 'y');
  it.each([
    ['present', 8, 'none'],
    ['valid-ballots', 6, 'all'],
    ['appointed', 9, 'none'],
  ] as const)('[T2] six "met" by %s are compared with %i', (denominator, of, outcome) => {
    const result = countOf(
      setOf('c'),
      votes,
      { denominator },
      { present: 8, appointed: 9, issued: 8, returned: 7, invalid: 1 },
    );
    expect(result).toMatchObject({ of, outcome: { outcome }, issued: 8, returned: 7, valid: 6, invalid: 1 });
    expect(result.criteria[0]).toMatchObject({ of, met: 6 });
  });

  it('[T3] the divisor is never less than the valid ballots: who voted and left stays in it', () => {
    const result = countOf(setOf('c'), [...times(5, 'y'), ...times(2, 'n')], {}, { present: 6 });
    expect(result).toMatchObject({ of: 7, outcome: { outcome: 'none' } });
  });

  it('[T2] no ballot at all clears nothing', () => {
    const result = countOf(setOf('cp'), [], { denominator: 'valid-ballots' });
    expect(result).toMatchObject({ of: 0, positiveBallots: 0 });
    expect(bothWays(result)).toEqual({ 'per-criterion': 'none', 'per-ballot': 'none' });
  });
});

describe('not applicable', () => {
  it.each([
    [['y-', 'y-', 'y-', 'y-'], 'left-out', 'all'],
    [['y-', 'y-', 'y-', 'yn'], 'not-met', 'none'],
    [['yy', 'yy', 'yy', 'y-'], 'not-met', 'none'],
    [['yy', 'yy', 'yy', 'yy'], 'met', 'all'],
  ] as const)(
    '[T4, T5] second criterion in %j: %s, platform %s (more than 3/4 of four is four)',
    (texts, verdict, outcome) => {
      const result = countOf(setOf('cc'), texts);
      expect(result.criteria[1]?.verdict).toBe(verdict);
      expect(bothWays(result)['per-criterion']).toBe(outcome);
    },
  );

  it('[T4] marks beside a criterion that was left out do not hinder: 4 of 5 "not applicable", the fifth "not met"', () => {
    const result = countOf(setOf('cc'), ['y-', 'y-', 'y-', 'y-', 'yn']);
    expect(result.criteria[1]).toEqual({
      criterion: 'c1',
      met: 0,
      notMet: 1,
      notApplicable: 4,
      of: 5,
      verdict: 'left-out',
      dissent: 1,
    });
    expect(result.positiveBallots).toBe(5);
    expect(bothWays(result)).toEqual({ 'per-criterion': 'all', 'per-ballot': 'all' });
  });

  it('[T5] an N/A mark that did not carry counts as not met in its ballot too', () => {
    const result = countOf(setOf('cc'), ['yy', 'yy', 'yy', 'y-']);
    expect(result.positiveBallots).toBe(3);
    expect(bothWays(result)['per-ballot']).toBe('none');
  });

  it('[T4] nobody marked N/A: a threshold that even nothing clears leaves no criterion out', () => {
    const anything = { comparator: 'at-least', numerator: 0, denominator: 1 } as const;
    expect(countOf(setOf('c'), ['y', 'n'], { threshold: anything }).criteria[0]?.verdict).toBe('met');
  });

  it('[T4] where both "met" and N/A could clear a low threshold, N/A is asked first', () => {
    const half = { comparator: 'at-least', numerator: 1, denominator: 2 } as const;
    const result = countOf(setOf('cc'), ['yy', 'y-'], { threshold: half });
    expect(result.criteria.map(({ verdict }) => verdict)).toEqual(['met', 'left-out']);
  });
});

describe('ballots and dissent', () => {
  it('[T6] a ballot is positive only when every item is met', () => {
    expect(countOf(setOf('ccc'), ['yyy', 'yyn', 'nyy', 'yyy']).positiveBallots).toBe(2);
  });

  it.each([
    ['yyyyyyy', 0],
    ['nnnnnnn', 0],
    ['yyyyyyn', 1],
    ['yyynnnn', 3],
    ['yyynn--', 4],
  ])('[T7] marks %s: dissent %i', (marks, dissent) => {
    expect(countOf(setOf('c'), [...marks]).criteria[0]?.dissent).toBe(dissent);
  });

  it('[T2] criteria come in the order of the set and every mark is counted once', () => {
    const { criteria } = countOf(setOf('cpc'), ['yn-', 'yyy', 'n-y']);
    expect(
      criteria.map(({ criterion, met, notMet, notApplicable }) => [criterion, met, notMet, notApplicable]),
    ).toEqual([
      ['c0', 2, 1, 0],
      ['c1', 1, 1, 1],
      ['c2', 2, 0, 1],
    ]);
  });
});
