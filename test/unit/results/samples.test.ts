// The two sample sets through the whole count: which marks lead to which words.
import { describe, expect, it } from 'vitest';
import { type CriteriaSet, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { readSample } from '../imports/given.ts';
import { bothWays, countOf } from './given.ts';

const MAU = readSample('mau-1230.yaml');
const TOI_THIEU = readSample('toi-thieu-224.yaml');

/** Seven equal ballots in which exactly `failing` are not met. */
const outcomeWhere = (set: CriteriaSet, failing: readonly string[]) => {
  const text = criteriaOf(set)
    .map(({ id }) => (failing.includes(id) ? 'n' : 'y'))
    .join('');
  const result = countOf(
    set,
    Array.from({ length: 7 }, () => text),
  );
  const { 'per-criterion': perCriterion, 'per-ballot': perBallot } = bothWays(result);
  expect(perBallot).toBe(perCriterion);
  return result.outcome;
};

describe('the six-group sample', () => {
  const popularity = criteriaOf(MAU).filter(({ tags }) => tags.includes('popularity'));
  const others = criteriaOf(MAU).filter(({ tags }) => !tags.includes('popularity'));

  it('[O2] everything met: proposed for recognition', () => {
    expect(outcomeWhere(MAU, [])).toEqual({
      outcome: 'cong_nhan',
      name: {
        vi: 'Đề nghị công nhận nền tảng số quốc gia',
        en: 'Propose recognition as a national digital platform',
      },
    });
  });

  it('[O2] potential exactly when only popularity fails: each alone, and both', () => {
    expect(popularity.map(({ id }) => id)).toEqual(['G4-01', 'G4-03']);
    for (const failing of [['G4-01'], ['G4-03'], ['G4-01', 'G4-03']])
      expect(outcomeWhere(MAU, failing)).toMatchObject({
        outcome: 'tiem_nang',
        name: { vi: 'Đề nghị công nhận nền tảng số tiềm năng' },
      });
  });

  it('[O2] any other criterion that fails, alone or beside popularity, is neither', () => {
    expect(others).toHaveLength(28);
    for (const { id } of others)
      for (const beside of [[], ['G4-01'], ['G4-01', 'G4-03']])
        expect(outcomeWhere(MAU, [id, ...beside]), id).toMatchObject({
          outcome: 'khong_dat',
          name: { vi: 'Chưa đáp ứng tiêu chí' },
        });
  });

  it('[O2] a popularity criterion fails by the count, not by a single voice: one "not met" of seven carries nothing', () => {
    const ids = criteriaOf(MAU).map(({ id }) => id);
    const ballot = (failing: boolean) => ids.map((id) => (failing && id === 'G4-01' ? 'n' : 'y')).join('');
    const votes = (against: number) => Array.from({ length: 7 }, (_, at) => ballot(at < against));
    expect(countOf(MAU, votes(1)).outcome.outcome).toBe('cong_nhan');
    expect(countOf(MAU, votes(2)).outcome.outcome).toBe('tiem_nang');
  });
});

describe('the sample of minimum requirements', () => {
  it('[O3] has its own words and knows no "potential"', () => {
    expect(outcomeWhere(TOI_THIEU, [])).toMatchObject({
      outcome: 'dap_ung',
      name: { vi: 'Đáp ứng yêu cầu tối thiểu' },
    });
    for (const { id } of criteriaOf(TOI_THIEU))
      expect(outcomeWhere(TOI_THIEU, [id]), id).toMatchObject({
        outcome: 'chua_dap_ung',
        name: { vi: 'Chưa đáp ứng yêu cầu tối thiểu' },
      });
    expect(JSON.stringify(TOI_THIEU.outcomes)).not.toMatch(/tiềm năng|potential/i);
  });
});
