// The table of rules (domain, section 3), row by row: who sits, who is there, who may vote, what a valid ballot is.
import { describe, expect, it } from 'vitest';
import { holdersOf, opinionHolders, quorumFor, thresholdOf } from '../../../shared/book/seating.ts';
import { signerFields } from '../../../shared/book/signers.ts';
import { adviceFor } from '../../../shared/council/advice.ts';
import type { Role } from '../../../shared/council/roles.ts';
import { force, keyFor, rule, SALT, say, tableOf } from '../../helpers/random-meeting-state.ts';
import { profile } from '../../helpers/shipped-profiles.ts';
import {
  atLeast,
  five,
  gathered,
  marks,
  P1,
  points,
  quorumWith,
  rulesWith,
  SEVEN,
  s,
  setOf,
  sitting,
  so,
} from './sitting.ts';

const holds = (council: ReturnType<typeof sitting>, platform?: string) =>
  quorumFor(council.table.state, platform === undefined ? {} : { platform })?.holds;

describe('size', () => {
  it('[RB1] an even or small council is warned about, and counts all the same', () => {
    const four: readonly Role[] = ['chair', 'secretary', 'member', 'member'];
    expect(adviceFor(rulesWith(), four).map(({ about }) => about)).toEqual(['few', 'even', 'reviewers']);
    expect(adviceFor(rulesWith(), SEVEN)).toEqual([]);
    expect(sitting({ roles: four }).round(so(4, 'yy'))?.outcome.outcome).toBe('all');
  });

  it.each([3, 9, 11, 15])('[RB2] a council of %i counts its ballots by its own number', (size) => {
    const roles: Role[] = ['chair', 'secretary', ...Array.from({ length: size - 2 }, () => 'member' as const)];
    expect(sitting({ roles }).round(so(size, 'yy'))).toMatchObject({ of: size, issued: size, valid: size });
  });

  it('[RB3] an expert group of three decides together or not at all', () => {
    const group = { rules: profile('expert-group'), roles: ['chair', 'secretary', 'member'] as const };
    expect(sitting(group).round(so(3, 'yy'))?.outcome.outcome).toBe('all');
    expect(sitting(group).round(['yy', 'yy', 'yn'])?.outcome.outcome).toBe('none');
    const short = sitting(group);
    short.sit('ppa');
    expect(short.open()).toBe('quorum-short');
  });

  it('[RB4] a hired unit makes one report, and one person signs it', () => {
    const unit = sitting({ rules: profile('hired-unit'), roles: ['chair'] });
    expect(unit.round(['yy'])).toMatchObject({ of: 1, outcome: { outcome: 'all' } });
    expect(signerFields(unit.table.state)).toEqual(['ChuToa']);
    expect(signerFields(sitting().table.state)).toEqual(['ThuKy', 'ChuToa']);
  });
});

describe('roles', () => {
  it('[RB5] chair, vice-chairs, the secretary-member, reviewers and members vote', () => {
    const council = sitting({
      roles: ['chair', 'vice-chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer', 'member'],
    });
    expect(council.round(so(7, 'yy'))).toMatchObject({ issued: 7, valid: 7 });
  });

  it('[RB6] an administrative secretary, an invited attendee and an observer are there and do not vote', () => {
    const council = sitting({ roles: [...five, 'administrative-secretary', 'invited', 'observer'] });
    council.open();
    for (const seat of [6, 7, 8]) expect(council.cast(seat, marks('yy'))).toBe('not-entitled');
    for (const seat of [1, 2, 3, 4, 5]) council.cast(seat, marks('yy'));
    expect(council.count()).toMatchObject({ of: 5, issued: 5 });
  });
});

describe('quorum', () => {
  it.each([
    ['pppppaa', 'ok'],
    ['ppppaaa', 'quorum-short'],
    ['apppppp', 'chair-absent'],
    ['ppapppp', 'secretary-absent'],
  ])('[RB7] two thirds of the appointed, the chair and the secretary: %s is %s', (there, refused) => {
    const council = sitting();
    council.sit(there);
    expect(council.open()).toBe(refused);
  });

  it('[RB8] a vice-chair stands in for the chair with a written authorisation, as long as it lasts', () => {
    const council = sitting();
    council.sit('apppppp');
    expect(council.open()).toBe('chair-absent');
    council.act({ act: 'authorise', seat: s(2) });
    expect(council.act({ act: 'pass-chair', seat: s(2) })).toBe('ok');
    expect(council.open()).toBe('ok');
    council.act({ act: 'end-authority', seat: s(2) });
    expect(council.close()).toBe('chair-absent');
    const never = sitting({ rules: quorumWith({ viceChair: 'never' }) });
    expect(never.act({ act: 'authorise', seat: s(2) })).toBe('authorisation-barred');
  });

  it('[RB9] three quarters of the appointed: six of eight are there, five are short by one', () => {
    const council = sitting({ rules: quorumWith({ share: atLeast(3, 4) }), roles: [...SEVEN, 'member'] });
    council.sit('ppppppaa');
    expect(holds(council)).toBe(true);
    council.sit('pppppaaa');
    expect(quorumFor(council.table.state, {})?.missing).toEqual([
      { code: 'quorum-short', params: { more: 1, present: 5, appointed: 8, needed: 6 } },
    ]);
  });

  it.each([
    ['one', 'pppappp', 'ok'],
    ['one', 'pppaapp', 'reviewers-absent'],
    ['all', 'pppappp', 'reviewers-absent'],
    ['all', 'ppppppa', 'ok'],
    ['not-required', 'pppaapp', 'ok'],
  ] as const)('[RB10] reviewers required, %s: %s is %s', (reviewers, there, refused) => {
    const council = sitting({ rules: quorumWith({ reviewers }) });
    council.sit(there);
    expect(council.open()).toBe(refused);
  });

  it('[RB11] after a recusal from single criteria the quorum is counted for each criterion', () => {
    const rules = quorumWith({ per: 'criterion' });
    const council = gathered({ rules, roles: five });
    council.act({ act: 'open', presiding: s(1) });
    council.sit('ppppa');
    council.declare('....');
    // Of c0 two judge of three that may, of c1 four of five: both are at least two thirds; then one more leaves c0.
    for (const seat of [3, 4])
      council.act({ act: 'declare', seat: s(seat), platform: P1, conflict: true, criteria: ['c0'] });
    council.open();
    for (const seat of [1, 2]) council.cast(seat, marks('yy'));
    for (const seat of [3, 4]) council.cast(seat, marks(' y'));
    const [first, second] = council.count()?.criteria ?? [];
    expect(first).toMatchObject({ verdict: 'met', met: 2, of: 2 });
    expect(second).toMatchObject({ verdict: 'met', met: 4, of: 4 });
    council.act({ act: 'declare', seat: s(2), platform: P1, conflict: true, criteria: ['c0'] });
    council.open(2);
    council.cast(1, marks('yy'));
    for (const seat of [2, 3, 4]) council.cast(seat, marks(' y'));
    const again = council.count();
    expect(again?.criteria[0]).toMatchObject({ verdict: 'not-met', met: 1, of: 1, noQuorum: true });
    expect(again?.outcome.outcome).toBe('none');
  });

  it('[RB11] as it was at the close: who was there without a ballot counts, and no authorisation ends backwards', () => {
    const rules = quorumWith({ per: 'criterion', share: atLeast(3, 4) });
    const roles: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'member', 'member'];
    const council = gathered({ rules, roles });
    council.act({ act: 'open', presiding: s(1) });
    council.act({ act: 'authorise', seat: s(2) });
    council.sit('appp');
    council.declare('....');
    council.act({ act: 'declare', seat: s(4), platform: P1, conflict: true, criteria: ['c0'] });
    council.sit('p');
    council.open();
    // Of c0 four may judge: three of them are there, the last without a ballot.
    council.sit('a   p');
    council.cast(2, marks('yy'));
    council.cast(3, marks('yy'));
    council.cast(4, marks(' y'));
    council.close();
    council.act({ act: 'end-authority', seat: s(2) });
    expect(council.count()?.criteria[0]).not.toHaveProperty('noQuorum');
  });

  it('[RB12] what was opened below quorum is void, whoever opened it, and what lost it is voided', () => {
    const council = sitting();
    council.sit('ppppaaa');
    expect(council.open()).toBe('quorum-short');
    const broken = sitting();
    broken.sit('ppppaaa');
    const subject = { of: 'platform', platform: P1, round: 1 } as const;
    const poll = '00000000000000ff';
    force(broken.table, 'poll-opened', { poll, subject, secrecy: 'blind', by: 'devices', entitled: [], holders: [] });
    expect(broken.table.state.polls[poll]?.voided?.code).toBe('quorum-short');
    council.sit('ppppppp');
    council.open();
    council.sit('ppppaaa');
    expect(council.close()).toBe('quorum-short');
    expect(council.act({ act: 'void', poll: council.poll() })).toBe('ok');
    expect(council.table.state.polls[council.poll()]?.voided?.code).toBe('quorum-short');
    expect(council.cast(1, marks('yy'))).toBe('round-closed');
  });
});

describe('who votes', () => {
  it('[RB13] attending members only: who is absent, excused or has left is issued no ballot', () => {
    const council = sitting({ roles: [...SEVEN, 'member', 'member'] });
    council.sit('ppppppael');
    council.open();
    for (const seat of [7, 8, 9]) expect(council.cast(seat, marks('yy'))).toBe('not-entitled');
    // Who comes in while the round is open is issued one.
    council.sit('       p ');
    expect(council.act({ act: 'issue', poll: council.poll(), seat: s(8) })).toBe('ok');
    expect(council.cast(8, marks('yy'))).toBe('ok');
  });

  it.each([
    ['counts', 'ok', 7],
    ['does-not-count', 'not-entitled', 5],
  ] as const)('[RB14] attending online %s where the rules say so', (online, refused, present) => {
    const council = sitting({ rules: rulesWith({ online }) });
    council.sit('pppppoo');
    expect(quorumFor(council.table.state, {})?.present).toBe(present);
    council.open();
    expect(council.cast(7, marks('yy'))).toBe(refused);
  });

  it('[RB15] an absent member writes an opinion, with marks or without; neither is counted', () => {
    const council = sitting();
    council.sit('ppppppa');
    const { table } = council;
    const written = { _salt: SALT, platform: P1, text: 'Không đồng ý.' };
    expect(say(table, s(7), 'opinion-written', written).refused).toBeUndefined();
    expect(say(table, s(1), 'opinion-written', written).refused).toBe('opinion-of-present-member');
    const holders = holdersOf(table.state, { holders: [...opinionHolders(table.state)] }, s(7));
    const { commit } = keyFor('opinion', s(7), 0);
    const shares = holders.map(({ seat, kem }) => ({ holder: seat, key: kem, wrapped: '', commit }));
    const sealed = { platform: P1, envelope: '', commit, shares };
    expect(say(table, s(7), 'opinion-sealed', sealed).refused).toBeUndefined();
    expect(say(table, s(6), 'opinion-sealed', sealed).refused).toBe('opinion-of-present-member');
    const result = council.round(so(6, 'yy'));
    expect(result).toMatchObject({ of: 6, issued: 6, valid: 6, outcome: { outcome: 'all' } });
    expect(Object.values(table.state.opinions)).toHaveLength(1);
    expect(Object.values(table.state.sealedOpinions)).toHaveLength(1);
  });
});

describe('a ballot', () => {
  it('[RB16] says met or not met of every criterion; a blank makes the whole ballot invalid', () => {
    const council = sitting({ roles: five });
    const result = council.round(['yy', 'yy', 'yn', 'y ', '  ']);
    expect(result).toMatchObject({ issued: 5, returned: 5, valid: 3, invalid: 2, of: 5 });
    expect(result?.criteria.map(({ met, notMet }) => [met, notMet])).toEqual([
      [3, 0],
      [2, 1],
    ]);
  });

  it('[RB17] cannot say that there is not enough to go by: that is for drafts', () => {
    expect(sitting({ roles: five }).round(so(4, 'yy', 'y?'))).toMatchObject({ valid: 4, invalid: 1 });
  });

  it('[RB18] may leave out what the set lets be left out, with a reason', () => {
    const council = sitting({ roles: five, set: setOf('.x') });
    expect(council.round(['-y', '0y', 'y-', 'yy', 'yy'])).toMatchObject({ valid: 3, invalid: 2 });
  });

  it('[RB19] marks a measured value met or not; an open threshold is set with its source before the meeting', () => {
    const plain = setOf('.');
    const criterion = {
      ...plain.groups[0]?.criteria[0],
      kind: 'measured',
      unit: '%',
      comparator: '>=',
      threshold: null,
    };
    const set = { ...plain, groups: [{ ...plain.groups[0], criteria: [criterion] }] } as typeof plain;
    const table = tableOf({ rules: rulesWith(), set, roles: SEVEN });
    expect(rule(table, 'meeting-opened', { presiding: s(1) }).refused).toBe('threshold-open');
    rule(table, 'threshold-set', { criterion: 'c0', threshold: '50', source: 'Quyết định số 12' });
    expect(thresholdOf(table.state, { id: 'c0', threshold: null })).toBe('50');
    expect(
      rule(table, 'value-measured', { platform: P1, criterion: 'c0', value: '49.9', evidence: [] }).refused,
    ).toBeUndefined();
    expect(rule(table, 'meeting-opened', { presiding: s(1) }).refused).toBeUndefined();
    // The comparison is shown beside; what counts is what the members mark.
    expect(sitting({ set: plain }).round(so(7, 'y'))?.outcome.outcome).toBe('all');
  });

  it('[RB20] gives whole points from 0 to 100 where the rules say points, weighed as the set has it', () => {
    const council = sitting({ rules: rulesWith(points(null)), roles: five, set: setOf('91') });
    const result = council.round(so(5, [70, 60]));
    expect(result).toMatchObject({ outcome: { outcome: 'none' }, points: { mean: '69.00' } });
    const even = sitting({ rules: rulesWith(points(null)), roles: five }).round(so(5, [80, 60]));
    expect(even).toMatchObject({ outcome: { outcome: 'all' }, points: { mean: '70.00', passMark: 70 } });
    const wrong = sitting({ rules: rulesWith(points(null)), roles: five });
    expect(wrong.round(so(3, [80, 60], [101, 60], 'yy'))).toMatchObject({ valid: 3, invalid: 2 });
  });

  it('[RB21] more than 20 % off the mean is set aside, once, and the mean is computed again', () => {
    const rules = rulesWith(points(20));
    const result = sitting({ rules, roles: five, set: setOf('.') }).round([[80], [80], [80], [80], [30]]);
    // Mean 70: 30 is 57 % off it, 80 is 14 %. Without it 80.
    expect(result?.points).toMatchObject({ mean: '80.00', meanWithAll: '70.00', outliers: [{ seat: s(5) }] });
    // Mean 75: exactly 20 % off is not more than 20 %.
    const edge = sitting({ rules, roles: five, set: setOf('.') }).round([[90], [60], [75], [75], [75]]);
    expect(edge?.points?.outliers).toEqual([]);
    // 30 goes; off the new mean of 87.6 the 70 would go as well, but it is done once.
    const six: readonly Role[] = [...five, 'member'];
    const once = sitting({ rules, roles: six, set: setOf('.') }).round(so(4, [92], [70], [30]));
    expect(once?.points).toMatchObject({ mean: '87.60', outliers: [{ seat: s(6), score: '30.00' }] });
  });
});
