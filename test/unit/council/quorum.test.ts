// Quorum as tables: who is in the room, what the rules ask, what is missing.
import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { type Presence, type QuorumSeat, quorumOf } from '../../../shared/council/quorum.ts';
import type { Role } from '../../../shared/council/roles.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';

/** The usual council: chair, vice-chair, secretary-member, two reviewers, two members. */
const SEVEN: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer', 'member', 'member'];

const PRESENCES: Record<string, Presence> = {
  p: 'present',
  o: 'online',
  a: 'absent',
  e: 'excused',
  l: 'left',
  '?': 'unknown',
};

/** One letter of `PRESENCES` per seat; upper case: recused. */
function seatsOf(roles: readonly Role[], letters: string): readonly QuorumSeat[] {
  return roles.map((role, at) => {
    const letter = letters[at] ?? '?';
    const presence = PRESENCES[letter.toLowerCase()] ?? 'unknown';
    return { seat: `seat-${at}`, role, presence, recused: letter !== letter.toLowerCase() };
  });
}

const codes = (seats: readonly QuorumSeat[], rules: CouncilRules = DEFAULT_RULES) =>
  quorumOf({ rules, seats }).missing.map(({ code }) => code);

describe('quorum', () => {
  it.each([
    ['ppppppp', 7, true],
    ['papppaa', 4, false],
    ['ppppaaa', 4, false],
    ['pppppaa', 5, true],
    ['papaaaa', 2, false],
  ])('[Q1] of seven appointed, %s: %i present, holds %s (at least 2/3 asks for 5)', (letters, present, holds) => {
    const quorum = quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(SEVEN, letters) });
    expect(quorum).toMatchObject({ present, appointed: 7, needed: 5, holds });
  });

  it('[Q1] says how many more are needed', () => {
    const { missing } = quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(SEVEN, 'papaaaa') });
    expect(missing).toEqual([{ code: 'quorum-short', params: { more: 3, present: 2, appointed: 7, needed: 5 } }]);
  });

  it('[Q1] exactly 2/3 of nine is enough for "at least" and short by one for "more than"', () => {
    const nine: readonly Role[] = [...SEVEN, 'member', 'member'];
    const seats = seatsOf(nine, 'ppppppaaa');
    const strict: CouncilRules = {
      ...DEFAULT_RULES,
      quorum: { ...DEFAULT_RULES.quorum, share: { comparator: 'more-than', numerator: 2, denominator: 3 } },
    };
    expect(quorumOf({ rules: DEFAULT_RULES, seats }).holds).toBe(true);
    expect(quorumOf({ rules: strict, seats })).toMatchObject({ holds: false, needed: 7 });
  });

  it('[Q1] a council of nobody has no quorum', () => {
    expect(quorumOf({ rules: DEFAULT_RULES, seats: [] })).toMatchObject({ holds: false, present: 0, appointed: 0 });
  });

  it('[Q2] a recused member leaves both sides: 4 of 6 is enough where 4 of 7 was not', () => {
    expect(quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(SEVEN, 'ppppaaa') }).holds).toBe(false);
    const quorum = quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(SEVEN, 'ppppaaA') });
    expect(quorum).toMatchObject({ holds: true, present: 4, appointed: 6, needed: 4 });
  });

  it('[Q2] a recused member who sits in the room is not counted as present', () => {
    const quorum = quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(SEVEN, 'ppppPPa') });
    expect(quorum).toMatchObject({ present: 4, appointed: 5, holds: true });
  });

  it('[Q3] without the chair there is no quorum, however many are there', () => {
    expect(codes(seatsOf(SEVEN, 'epppppp'))).toEqual(['chair-absent']);
  });

  it('[Q3] a vice-chair presides only with a written authorisation', () => {
    const seats = seatsOf(SEVEN, 'epppppp');
    const authorised = seats.map((seat) => (seat.role === 'vice-chair' ? { ...seat, authorised: true } : seat));
    const memberAuthorised = seats.map((seat) => (seat.role === 'member' ? { ...seat, authorised: true } : seat));
    expect(codes(authorised)).toEqual([]);
    expect(codes(memberAuthorised)).toEqual(['chair-absent']);
  });

  it('[Q3] rules that do not require chair or secretary ask for the share only', () => {
    const rules: CouncilRules = {
      ...DEFAULT_RULES,
      quorum: { ...DEFAULT_RULES.quorum, chair: 'not-required', secretary: 'not-required' },
    };
    expect(codes(seatsOf(SEVEN, 'apapppp'), rules)).toEqual([]);
  });

  it('[Q4] a recused chair does not preside over the platform, an authorised vice-chair does', () => {
    const seats = seatsOf(SEVEN, 'Ppppppp');
    const authorised = seats.map((seat) => (seat.role === 'vice-chair' ? { ...seat, authorised: true } : seat));
    expect(codes(seats)).toEqual(['chair-recused']);
    expect(codes(authorised)).toEqual([]);
  });

  it('[Q5] without the secretary there is no quorum, and the administrative secretary does not stand in', () => {
    const roles: readonly Role[] = [...SEVEN, 'administrative-secretary'];
    expect(codes(seatsOf(roles, 'ppappppp'))).toEqual(['secretary-absent']);
  });

  it('[Q5] a recused secretary in the room still writes the minutes', () => {
    expect(codes(seatsOf(SEVEN, 'ppPpppp'))).toEqual([]);
  });

  it('[Q6] seats that do not vote stand on neither side', () => {
    const roles: readonly Role[] = [...SEVEN, 'administrative-secretary', 'invited', 'observer'];
    const quorum = quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(roles, 'papaaaappp') });
    expect(quorum).toMatchObject({ present: 2, appointed: 7 });
  });

  it.each([
    ['o', 5, true],
    ['a', 4, false],
    ['e', 4, false],
    ['l', 4, false],
    ['?', 4, false],
  ])('[Q7] the fifth seat marked "%s" gives %i present', (letter, present, holds) => {
    const quorum = quorumOf({ rules: DEFAULT_RULES, seats: seatsOf(SEVEN, `pppp${letter}aa`) });
    expect(quorum).toMatchObject({ present, holds });
  });

  it('[RB14] online is not there where the rules do not count it', () => {
    const rules: CouncilRules = { ...DEFAULT_RULES, online: 'does-not-count' };
    expect(quorumOf({ rules, seats: seatsOf(SEVEN, 'ppppoaa') })).toMatchObject({ present: 4, holds: false });
    expect(codes(seatsOf(SEVEN, 'opopppp'), rules)).toEqual(['chair-absent', 'secretary-absent']);
  });

  it('[RB8] an authorisation is worth nothing where the rules know none', () => {
    const rules: CouncilRules = { ...DEFAULT_RULES, quorum: { ...DEFAULT_RULES.quorum, viceChair: 'never' } };
    const seats = seatsOf(SEVEN, 'epppppp').map((seat) => ({ ...seat, authorised: true }));
    expect(codes(seats, rules)).toEqual(['chair-absent']);
  });

  it.each([
    ['one', 'pppaapp', ['reviewers-absent']],
    ['one', 'pppapaa', ['quorum-short']],
    ['all', 'pppapap', ['reviewers-absent']],
    ['all', 'pppAppp', []],
    ['all', 'pppAApp', ['reviewers-absent']],
  ] as const)('[RB10] reviewers, %s of those who are not recused: %s', (reviewers, letters, missing) => {
    const rules: CouncilRules = { ...DEFAULT_RULES, quorum: { ...DEFAULT_RULES.quorum, reviewers } };
    expect(codes(seatsOf(SEVEN, letters), rules)).toEqual(missing);
  });

  it('[Q1] everything that is missing is said at once', () => {
    expect(codes(seatsOf(SEVEN, 'aaaaaap'))).toEqual(['quorum-short', 'chair-absent', 'secretary-absent']);
  });
});
