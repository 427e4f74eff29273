// What a session's polls come to: which sheets are counted, what is shown and when, and that a secret ballot names nobody.
import { describe, expect, it } from 'vitest';
import type { Hash, PollId } from '../../../shared/base/ids.ts';
import { standingOf } from '../../../shared/book/seating.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import {
  decidingPoll,
  platformResult,
  pollCount,
  pollMargin,
  pollResult,
  sheetsOf,
} from '../../../shared/results/session-result.ts';
import { seat } from './given.ts';
import { openedOf, origin, pollIn, sealedIn, sheet, stateOf } from './given-poll.ts';

describe('ballots of a round', () => {
  it('[RE14] issued, returned, valid, invalid: late and superseded sheets are in none of them', () => {
    const state = stateOf(8);
    const poll = pollIn(state);
    for (const at of [0, 1, 2, 3]) sealedIn(poll, `in-${at}`, at, 'counted');
    sealedIn(poll, 'aside', 4, 'set-aside', 'recused');
    sealedIn(poll, 'shut', 5, 'unopenable', 'no-key');
    sealedIn(poll, 'late', 6, 'late');
    sealedIn(poll, 'old', 0, 'superseded');
    const good = sheet(state, 'yy');
    const opened = openedOf({
      'in-0': good,
      'in-1': good,
      'in-2': good,
      'in-3': { valid: false, code: 'mark-missing', text: '{}' },
    });
    expect(pollResult(state, opened, poll)).toMatchObject({ issued: 8, returned: 6, valid: 3, invalid: 3, of: 8 });
    expect(sheetsOf(state, opened, poll).map(({ seat: by, code }) => [by, code])).toEqual([
      [seat(0), undefined],
      [seat(1), undefined],
      [seat(2), undefined],
      [seat(3), 'mark-missing'],
      [seat(4), 'recused'],
      [seat(5), 'no-key'],
      [seat(6), 'late'],
    ]);
  });

  it('[RE14] one counted sheet that is not opened here, and nothing is said', () => {
    const state = stateOf(3);
    const poll = pollIn(state);
    sealedIn(poll, 'a', 0, 'counted');
    sealedIn(poll, 'b', 1, 'counted');
    expect(pollResult(state, openedOf({ a: sheet(state, 'yy') }), poll)).toBeUndefined();
    expect(pollMargin(state, openedOf({ a: sheet(state, 'yy') }), poll)).toBeUndefined();
  });

  it.each(['open', 'closed', 'revealed'] as const)('[RE14] nothing at the step %s', (step) => {
    const state = stateOf(3);
    expect(pollResult(state, openedOf({}), pollIn(state, { step }))).toBeUndefined();
  });

  it('[RE14] the divisor is the council at the close, not as it is now', () => {
    const state = stateOf(5);
    const present = [0, 1, 2].map(seat);
    const poll = pollIn(state, { stood: { present, appointed: [0, 1, 2, 3].map(seat), barred: {} } });
    expect(pollResult(state, openedOf({}), poll)?.of).toBe(3);
    const appointed = stateOf(5, { denominator: 'appointed' });
    const other = pollIn(appointed, { stood: { present, appointed: [0, 1, 2, 3].map(seat), barred: {} } });
    expect(pollResult(appointed, openedOf({}), other)?.of).toBe(4);
  });

  it('[RE14] the margin is that of the same count', () => {
    const state = stateOf(4);
    const poll = pollIn(state);
    for (const at of [0, 1, 2, 3]) sealedIn(poll, `in-${at}`, at, 'counted');
    const opened = openedOf(Object.fromEntries([0, 1, 2, 3].map((at) => [`in-${at}`, sheet(state, 'yy')])));
    expect(pollMargin(state, opened, poll)).toMatchObject({ firm: false, marks: [{ changes: 4 }, { changes: 4 }] });
  });
});

describe('which round decides', () => {
  const second = '00000000000000bb' as PollId;
  const rounds = (more: Parameters<typeof pollIn>[1]) => {
    const state = stateOf(3);
    const first = pollIn(state);
    const last = pollIn(state, { poll: second, subject: { of: 'platform', platform: 'p', round: 2 }, ...more });
    sealedIn(first, 'a', 0, 'counted');
    sealedIn(last, 'b', 0, 'counted');
    const opened = openedOf({ a: sheet(state, 'yy'), b: sheet(state, 'nn') });
    return { state, opened };
  };

  it('[RE14] the last counted one', () => {
    const { state, opened } = rounds({});
    expect(decidingPoll(state, 'p')?.poll).toBe(second);
    expect(platformResult(state, opened, 'p')?.criteria[0]).toMatchObject({ met: 0, notMet: 1 });
  });

  it.each([
    ['is voided', { voided: { ...origin('void'), code: 'quorum-short' } }],
    ['is open', { step: 'open' as const }],
  ])('[RE14] the one before where the last %s', (_, more) => {
    const { state, opened } = rounds(more);
    expect(platformResult(state, opened, 'p')?.criteria[0]).toMatchObject({ met: 1, notMet: 0 });
  });

  it('[RE14] where a committee counts, nothing before its counts agree: not even the round before', () => {
    const { state, opened } = rounds({});
    if (state.opened) state.opened = { ...state.opened, rules: { ...state.opened.rules, committee: 'three' } };
    const [first, last] = Object.values(state.polls);
    if (first) first.agreed = { ...origin('agreed'), reports: [] };
    expect(platformResult(state, opened, 'p')).toBeUndefined();
    if (last) last.agreed = { ...origin('agreed'), reports: [] };
    expect(platformResult(state, opened, 'p')?.criteria[0]).toMatchObject({ notMet: 1 });
  });
});

describe('a secret ballot', () => {
  const secret = () => {
    const state = stateOf(4, { secrecy: 'secret', individualSheets: false });
    const poll = pollIn(state, { secrecy: 'secret' });
    for (const at of [0, 1, 2]) sealedIn(poll, `in-${at}`, at, 'counted');
    sealedIn(poll, 'aside', 3, 'set-aside', 'recused');
    const opened = openedOf({
      'in-0': sheet(state, 'yy', 'z'),
      'in-1': sheet(state, 'nn', 'a'),
      'in-2': { valid: false, code: 'mark-missing', text: 'm' },
    });
    return { state, poll, opened };
  };

  it('[RE15] names nobody, neither who cast it nor the entry, and stands in the order of its text', () => {
    const { state, poll, opened } = secret();
    const sheets = sheetsOf(state, opened, poll);
    expect(sheets.map(({ counted, code }) => counted?.ballot.items['c0']?.mark ?? code)).toEqual([
      'not-met',
      'mark-missing',
      'met',
      'recused',
    ]);
    const told = JSON.stringify(sheets.slice(0, 3));
    for (const at of [0, 1, 2]) expect(told).not.toMatch(new RegExp(`${seat(at)}|in-${at}`));
    expect(pollCount(state, opened, poll)?.ballots.every((ballot) => !('seat' in ballot))).toBe(true);
  });

  it('[RE15] the order of the seats does not shine through: other seats, the same sheets', () => {
    const { state, poll, opened } = secret();
    const before = sheetsOf(state, opened, poll).slice(0, 3);
    for (const [at, entry] of ['in-2', 'in-0', 'in-1'].entries()) {
      delete poll.ballots[entry];
      sealedIn(poll, entry, at, 'counted');
    }
    expect(sheetsOf(state, opened, poll).slice(0, 3)).toEqual(before);
  });

  it('[RE2] a tie of secret ballots never carries', () => {
    const { state, poll, opened } = secret();
    const rules = {
      threshold: { comparator: 'more-than', numerator: 1, denominator: 2 },
      denominator: 'valid-ballots',
    } as const;
    if (state.opened) state.opened = { ...state.opened, rules: { ...state.opened.rules, ...rules } };
    expect(pollResult(state, opened, poll)?.criteria[0]).toMatchObject({ met: 1, of: 2, tie: 'not-carried' });
  });
});

describe('quorum of a criterion', () => {
  const barredIn = (barred: Readonly<Record<number, readonly string[]>>) => {
    const { quorum } = DEFAULT_RULES;
    const state = stateOf(6, { quorum: { ...quorum, per: 'criterion' } });
    const absent = state.seats[seat(5)];
    if (absent) absent.presence = 'absent';
    state.meeting.presiding = seat(0);
    for (const [at, criteria] of Object.entries(barred))
      state.declarations[seat(Number(at))] = { p: { conflict: true, criteria, origin: origin(`declared-${at}`) } };
    const poll = pollIn(state, { entitled: [0, 1, 2, 3, 4].map(seat) });
    for (const at of [0, 1, 2, 3, 4]) {
      sealedIn(poll, `in-${at}`, at, 'counted');
      poll.standing[seat(at)] = `in-${at}` as Hash;
    }
    poll.stood = standingOf(state, poll);
    const opened = openedOf(
      Object.fromEntries(
        [0, 1, 2, 3, 4].map((at) => {
          const cast = sheet(state, 'yy');
          if (!('ballot' in cast)) throw new Error('a sheet is needed');
          const items = Object.entries(cast.ballot.items).filter(([id]) => !barred[at]?.includes(id));
          return [`in-${at}`, { ...cast, ballot: { ...cast.ballot, items: Object.fromEntries(items) } }];
        }),
      ),
    );
    return pollResult(state, opened, poll)?.criteria.map(({ criterion, of, verdict, noQuorum }) => [
      criterion,
      of,
      verdict,
      noQuorum === true,
    ]);
  };

  it.each([
    ['one member', { 2: ['c0'] }, ['c0', 4, 'met', false]],
    ['the secretary, who writes still', { 1: ['c0'] }, ['c0', 4, 'met', false]],
    ['the chair', { 0: ['c0'] }, ['c0', 4, 'not-met', true]],
    // One of the two who are left attends: half is less than 2/3.
    [
      'all but the chair and the absent one',
      { 1: ['c0'], 2: ['c0'], 3: ['c0'], 4: ['c0'] },
      ['c0', 1, 'not-met', true],
    ],
  ])('[RE3] barred from it: %s', (_, barred, told) => {
    expect(barredIn(barred)).toEqual([told, ['c1', 5, 'met', false]]);
  });
});
