// The table of rules (domain, section 3), row by row: counting, thresholds, denominators, ties, what is left out.
import { describe, expect, it } from 'vitest';
import { profile } from '../../helpers/shipped-profiles.ts';
import {
  atLeast,
  five,
  four,
  gathered,
  marks,
  moreThan,
  P1,
  points,
  quorumWith,
  rulesWith,
  SEVEN,
  type Share,
  type Sheet,
  s,
  setOf,
  sitting,
  so,
} from './sitting.ts';

describe('counting', () => {
  /** Of eight, seven mark each criterion met, but never the same seven. */
  const eight = [...SEVEN, 'member'] as const;
  const crossed: readonly Sheet[] = so(5, 'yyy', 'nyy', 'yny', 'yyn');

  it('[RB22] per criterion: each passes when its own marks clear the threshold, the platform when all of them do', () => {
    const result = sitting({ roles: eight, set: setOf('...') }).round(crossed);
    expect(result?.criteria.map(({ met, of, verdict }) => [met, of, verdict])).toEqual(so(3, [7, 8, 'met'] as never));
    expect(result).toMatchObject({ counting: 'per-criterion', outcome: { outcome: 'all' } });
    const one = sitting({ roles: eight, set: setOf('...') }).round(so(6, 'yyy', 'nyy', 'nyy'));
    expect(one?.criteria[0]).toMatchObject({ met: 6, verdict: 'not-met' });
    expect(one?.outcome.outcome).toBe('none');
  });

  it('[RB23] per ballot: only a ballot that is met throughout is positive, the platform passes when those clear it', () => {
    const rules = profile('per-ballot-circular-06');
    const counted = { ...rules, committee: 'none', shares: 'none' } as const;
    const result = sitting({ rules: counted, roles: eight, set: setOf('...') }).round(crossed);
    expect(result).toMatchObject({ counting: 'per-ballot', positiveBallots: 5, of: 8, outcome: { outcome: 'none' } });
    const passed = sitting({ rules: counted, roles: eight, set: setOf('...') }).round(so(7, 'yyy', 'nnn'));
    expect(passed).toMatchObject({ positiveBallots: 7, outcome: { outcome: 'all' } });
  });

  it('[RB24] the way that is not named is counted beside it, so that a difference is seen', () => {
    const result = sitting({ roles: eight, set: setOf('...') }).round(crossed);
    expect(result?.outcome.outcome).toBe('all');
    expect(result?.other).toMatchObject({ counting: 'per-ballot', outcome: { outcome: 'none' } });
  });

  it('[RB25] with points by the mean, and beside it by the ballots that reach the pass mark', () => {
    const result = sitting({ rules: rulesWith(points(null)), roles: five, set: setOf('.') }).round(
      so(3, [90], [60], [60]),
    );
    expect(result).toMatchObject({ counting: 'mean', outcome: { outcome: 'all' }, points: { mean: '78.00' } });
    expect(result?.other).toMatchObject({ counting: 'per-ballot', outcome: { outcome: 'none' } });
    expect(result?.positiveBallots).toBe(3);
  });

  it('[RB26] all but a tag is a third outcome, asked of the rest in the same way', () => {
    const council = sitting({ roles: five, set: setOf('.p.') });
    expect(council.round(so(5, 'yny'))?.outcome.outcome).toBe('but');
    expect(sitting({ roles: five, set: setOf('.p.') }).round(so(5, 'nyy'))?.outcome.outcome).toBe('none');
  });
});

describe('threshold', () => {
  const eight = [...SEVEN, 'member'] as const;
  /** The fewest of eight marks with which a criterion passes. */
  const fewest = (threshold: Share): number => {
    const rules = rulesWith({ threshold, tie: 'not-passed' });
    const verdict = (met: number) =>
      sitting({ rules, roles: eight, set: setOf('.') }).round([...so(met, 'y'), ...so(8 - met, 'n')])?.criteria[0]
        ?.verdict;
    return [0, 1, 2, 3, 4, 5, 6, 7, 8].findIndex((met) => verdict(met) === 'met');
  };

  it('[RB27] more than 3/4: seven of eight', () => expect(fewest(moreThan(3, 4))).toBe(7));
  it('[RB28] at least 3/4: six of eight', () => expect(fewest(atLeast(3, 4))).toBe(6));
  it('[RB29] at least 2/3: six of eight', () => expect(fewest(atLeast(2, 3))).toBe(6));
  it('[RB30] more than half: five of eight', () => expect(fewest(moreThan(1, 2))).toBe(5));
  it('[RB31] all: eight of eight', () => expect(fewest(atLeast(1, 1))).toBe(8));

  it('[RB57] a share is compared by whole numbers: a third of three is a third', () => {
    const rules = rulesWith({ threshold: atLeast(33, 99) });
    const result = sitting({ rules, roles: ['chair', 'secretary', 'member'], set: setOf('.') }).round(['y', 'n', 'n']);
    expect(result?.criteria[0]?.verdict).toBe('met');
  });
});

describe('denominator', () => {
  /** Nine appointed, eight there, seven valid ballots, six of them for it: more than three quarters of seven only. */
  const nine = [...SEVEN, 'member', 'member'] as const;
  const counted = (denominator: 'present' | 'valid-ballots' | 'appointed') => {
    const council = sitting({ rules: rulesWith({ denominator }), roles: nine, set: setOf('.') });
    council.sit('ppppppppa');
    return council.round(so(6, 'y', 'n', ' '));
  };

  it('[RB32] members present: who took part in the round, with a valid ballot or not', () => {
    expect(counted('present')).toMatchObject({ of: 8, denominator: 'present', outcome: { outcome: 'none' } });
  });

  it('[RB33] valid ballots', () => {
    expect(counted('valid-ballots')).toMatchObject({
      of: 7,
      denominator: 'valid-ballots',
      outcome: { outcome: 'all' },
    });
  });

  it('[RB34] members appointed, there or not', () => {
    expect(counted('appointed')).toMatchObject({ of: 9, denominator: 'appointed', outcome: { outcome: 'none' } });
  });

  it('[RB32] who cast a ballot and left stays in it; who left without one does not', () => {
    const council = sitting({ set: setOf('.') });
    council.open();
    for (const seat of [1, 2, 3, 4, 5, 6]) council.cast(seat, marks('y'));
    council.sit('     ll');
    expect(council.count()).toMatchObject({ of: 6, issued: 7, returned: 6 });
  });
});

describe('tie', () => {
  const half = { threshold: moreThan(1, 2) };
  const tied = (more: object, sheets: readonly Sheet[]) =>
    sitting({ rules: rulesWith({ ...half, ...more }), roles: four, set: setOf('.') }).round(sheets);

  it("[RB35] half and half, the chair's side decides, for it or against it", () => {
    expect(tied({}, ['y', 'y', 'n', 'n'])).toMatchObject({
      outcome: { outcome: 'all' },
      criteria: [{ tie: 'carried' }],
    });
    expect(tied({}, ['n', 'n', 'y', 'y'])).toMatchObject({
      outcome: { outcome: 'none' },
      criteria: [{ tie: 'not-carried' }],
    });
    expect(tied({ counting: 'per-ballot' }, ['y', 'y', 'n', 'n'])?.outcome.outcome).toBe('all');
    expect(tied({ counting: 'per-ballot' }, ['n', 'n', 'y', 'y'])?.outcome.outcome).toBe('none');
  });

  it('[RB36] only where more than half decides, where the rules say so, and where the side is known', () => {
    expect(tied({ threshold: moreThan(3, 4) }, ['y', 'y', 'n', 'n'])?.outcome.outcome).toBe('none');
    expect(tied({ tie: 'not-passed' }, ['y', 'y', 'n', 'n'])?.outcome.outcome).toBe('none');
    expect(tied({ secrecy: 'secret', individualSheets: false }, ['y', 'y', 'n', 'n'])?.outcome.outcome).toBe('none');
  });

  it("[RB37] a recused chair has no side; an authorised vice-chair's counts in its place", () => {
    const rules = rulesWith({ ...half, quorum: { ...quorumWith({}).quorum, chair: 'not-required' } });
    const roles = ['chair', 'vice-chair', 'secretary', 'member', 'member'] as const;
    const council = gathered({ rules, roles, set: setOf('.') });
    council.act({ act: 'open', presiding: s(1) });
    council.sit('ppppp');
    council.declare('r....');
    expect(council.round([undefined, 'y', 'y', 'n', 'n'])?.outcome.outcome).toBe('none');
    council.act({ act: 'authorise', seat: s(2) });
    council.open(2);
    for (const [at, sheet] of ['y', 'y', 'n', 'n'].entries()) council.cast(at + 2, marks(sheet));
    expect(council.count()?.outcome.outcome).toBe('all');
    expect(council.table.state.polls[council.poll()]?.stood?.presiding).toBe(s(2));
    expect(council.told().platforms).toContain(P1);
  });
});

describe('not applicable', () => {
  it('[RB38] a criterion leaves "all" when such marks clear the threshold', () => {
    const result = sitting({ roles: five }).round(so(4, '-y', 'ny'));
    expect(result?.criteria[0]).toMatchObject({ notApplicable: 4, of: 5, verdict: 'left-out' });
    expect(result?.outcome.outcome).toBe('all');
  });

  it('[RB39] otherwise such a mark counts as not met, and where nothing is left nothing passes', () => {
    const result = sitting({ roles: four }).round(['yy', 'yy', 'yy', '-y']);
    expect(result?.criteria[0]).toMatchObject({ met: 3, notApplicable: 1, of: 4, verdict: 'not-met' });
    expect(result?.outcome.outcome).toBe('none');
    expect(sitting({ roles: four }).round(so(4, '--'))?.outcome.outcome).toBe('none');
  });
});
