// What the council at the close decides of a count: who is barred, whose side settles a tie, where too few may judge.
import { describe, expect, it } from 'vitest';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { ballotsOf, barredFrom, bothWays, countOf, named, pointsRules, scoresOf, seat, setOf } from './given.ts';

const MAJORITY = { threshold: { comparator: 'more-than', numerator: 1, denominator: 2 } } as const;
const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

describe('barred from a criterion', () => {
  it.each([
    ['present', 8, 7],
    ['appointed', 9, 8],
    ['valid-ballots', 7, 6],
  ] as const)('[RE1] by %s, ballots are compared with %i and the criterion with %i', (denominator, of, ofIt) => {
    const result = countOf(
      setOf('cc'),
      [' y', ...times(6, 'yy')],
      { denominator },
      {
        present: 8,
        appointed: 9,
        ...barredFrom({ 0: ['c0'] }),
      },
    );
    expect(result).toMatchObject({ of, denominator });
    expect(result.criteria.map((each) => each.of)).toEqual([ofIt, of]);
  });

  it('[RE1] never less than the ballots that judge it: who left after voting stays in the divisor', () => {
    const result = countOf(setOf('cc'), [' y', ...times(6, 'yy')], {}, { present: 5, ...barredFrom({ 0: ['c0'] }) });
    expect(result.criteria.map((each) => each.of)).toEqual([6, 7]);
  });

  it('[RE1] a seat that is barred and did not vote leaves the divisor too', () => {
    const result = countOf(setOf('c'), times(5, 'y'), {}, { present: 7, ...barredFrom({ 6: ['c0'] }) });
    expect(result.criteria[0]).toMatchObject({ of: 6, met: 5, verdict: 'met' });
  });

  it('[RE4] it does not hinder a ballot, but one that judges nothing of what is asked is not positive', () => {
    const result = countOf(
      setOf('cp'),
      [' y', 'yn', ' n', ...times(2, 'yy')],
      { counting: 'per-ballot' },
      {
        ...barredFrom({ 0: ['c0'], 2: ['c0'] }),
      },
    );
    expect(result.positiveBallots).toBe(3);
    // Without the tag: the first and the third judge nothing; three are positive of five.
    expect(bothWays(result)).toEqual({ 'per-criterion': 'but-popular', 'per-ballot': 'none' });
  });
});

describe('a tie', () => {
  const halves = [...times(2, 'y'), ...times(2, 'n')];
  it.each([
    [0, 'carried', 'met', 'all'],
    [3, 'not-carried', 'not-met', 'none'],
  ] as const)('[RE2] two for, two against, seat %i presides: %s', (presiding, tie, verdict, outcome) => {
    const result = countOf(setOf('c'), halves, MAJORITY, { presiding });
    expect(result.criteria[0]).toMatchObject({ met: 2, of: 4, tie, verdict });
    expect(result).toMatchObject({ positiveBallots: 2, tie });
    expect(bothWays(result)).toEqual({ 'per-criterion': outcome, 'per-ballot': outcome });
  });

  it.each([
    ['the rules let no side decide', { ...MAJORITY, tie: 'not-passed' as const }, { presiding: 0 }],
    ['a secret ballot names nobody', { ...MAJORITY, secrecy: 'secret' as const }, {}],
    ['the presiding seat put in no valid ballot', MAJORITY, { presiding: 4, present: 4 }],
  ])('[RE2] not carried: %s', (_, rules, more) => {
    const result = countOf(setOf('c'), halves, rules, more);
    expect(result.criteria[0]).toMatchObject({ tie: 'not-carried', verdict: 'not-met' });
    expect(result.outcome.outcome).toBe('none');
  });

  it.each([
    ['at least half', { comparator: 'at-least', numerator: 1, denominator: 2 }, 'met'],
    ['more than 3/4', { comparator: 'more-than', numerator: 3, denominator: 4 }, 'not-met'],
  ] as const)('[RE2] under %s halves are no tie', (_, threshold, verdict) => {
    const [first] = countOf(setOf('c'), halves, { threshold }, { presiding: 0 }).criteria;
    expect(first?.verdict).toBe(verdict);
    expect(first).not.toHaveProperty('tie');
  });

  it('[RE2] the presiding seat that is barred from the criterion settles nothing on it', () => {
    const sheets = ballotsOf(setOf('cc'), [' y', 'yy', 'ny', 'yn', 'nn']);
    const result = countOf(setOf('cc'), sheets, MAJORITY, { presiding: 0, ...barredFrom({ 0: ['c0'] }) });
    expect(result.criteria.map(({ tie, verdict }) => [tie, verdict])).toEqual([
      ['not-carried', 'not-met'],
      [undefined, 'met'],
    ]);
  });

  it('[RE2] "not applicable" on one half leaves nothing out: no more than half is for that', () => {
    const [first] = countOf(setOf('c'), ['-', '-', 'y', 'y'], MAJORITY, { presiding: 2 }).criteria;
    expect(first).toMatchObject({ verdict: 'met', tie: 'carried', notApplicable: 2 });
  });

  it('[RE2] with points the ballots that reach the pass mark are the side', () => {
    const sheets = scoresOf(setOf('c'), [[70], [69], [71], [0]]);
    const rules = { ...pointsRules({ outlier: null }), ...MAJORITY, counting: 'per-ballot' as const };
    expect(countOf(setOf('c'), sheets, rules, { presiding: 0 }).outcome.outcome).toBe('all');
    expect(countOf(setOf('c'), sheets, rules, { presiding: 1 }).outcome.outcome).toBe('none');
  });
});

describe('a criterion that too few may judge', () => {
  it('[RE3] is not met, whatever the marks say, and says why; it is never left out either', () => {
    const result = countOf(setOf('ccc'), times(5, 'yy-'), {}, { noQuorum: ['c1', 'c2'] });
    expect(result.criteria.map(({ verdict, noQuorum }) => [verdict, noQuorum])).toEqual([
      ['met', undefined],
      ['not-met', true],
      ['not-met', true],
    ]);
    expect(bothWays(result)['per-criterion']).toBe('none');
  });

  it('[RE3] with points as well', () => {
    const set = setOf('cc');
    const result = countOf(
      set,
      scoresOf(set, [
        [90, 90],
        [90, 90],
      ]),
      pointsRules(),
      { noQuorum: ['c1'] },
    );
    expect(result.criteria[1]).toMatchObject({ verdict: 'not-met', noQuorum: true, points: { mean: '90.00' } });
  });
});

describe('groups and ways', () => {
  const TWO = (() => {
    const [group] = setOf('cccc').groups;
    if (group === undefined) throw new Error('a group is needed');
    const first = { ...group, id: 'a', criteria: group.criteria.slice(0, 3) };
    return { ...setOf('cccc'), groups: [first, { ...group, id: 'b', criteria: group.criteria.slice(3) }] };
  })();

  it('[RE12] every group says how many of its criteria are met, not met, left out', () => {
    expect(countOf(TWO, times(4, 'yn-y')).groups).toEqual([
      { group: 'a', met: 1, notMet: 1, leftOut: 1, of: 3 },
      { group: 'b', met: 1, notMet: 0, leftOut: 0, of: 1 },
    ]);
  });

  it('[RE12] with points also the mean of the group, after the outlier rule', () => {
    const rows = [...Array.from({ length: 6 }, () => [80, 60, null, 90]), [0, 0, null, 0]];
    const { groups, points } = countOf(TWO, scoresOf(TWO, rows), pointsRules());
    expect(points?.outliers).toEqual([{ score: '0.00' }]);
    expect(groups).toEqual([
      { group: 'a', met: 1, notMet: 1, leftOut: 1, of: 3, mean: '70.00' },
      { group: 'b', met: 1, notMet: 0, leftOut: 0, of: 1, mean: '90.00' },
    ]);
  });

  it.each([
    ['pass-fail', 'per-criterion', 'per-ballot'],
    ['pass-fail', 'per-ballot', 'per-criterion'],
    ['points', 'mean', 'per-ballot'],
    ['points', 'per-ballot', 'mean'],
  ] as const)('[RE11] %s counted %s: beside it %s', (scale, counting, other) => {
    const set = setOf('c');
    const sheets = scale === 'points' ? scoresOf(set, [[90]]) : ['y'];
    const rules = scale === 'points' ? { ...pointsRules(), counting } : { counting };
    const result = countOf(set, sheets, rules);
    expect([result.counting, result.other.counting]).toEqual([counting, other]);
  });

  it('[RE15] ballots without names count as those with names do', () => {
    const sheets = ballotsOf(setOf('cpc'), ['yyn', 'yny', 'nyy', 'yyy']);
    const { points: _, ...open } = countOf(setOf('cpc'), named(sheets));
    expect(countOf(setOf('cpc'), sheets)).toEqual(open);
    expect(criteriaOf(setOf('cpc'))).toHaveLength(3);
    expect(named(sheets)[1]?.seat).toBe(seat(1));
  });
});
