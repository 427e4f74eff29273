// The table of rules (domain, section 3), row by row: conflicts, secrecy, the committee, sittings, rounds, conclusions.
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../shared/base/bytes.ts';
import { keyCommit } from '../../../shared/book/decide-ballot.ts';
import { entitledSeats } from '../../../shared/book/seating.ts';
import { conclusionResult, electionResult } from '../../../shared/results/conclusion-result.ts';
import { platformResult, pollResult, sheetsOf } from '../../../shared/results/session-result.ts';
import { NOTHING_OPENED } from '../../../shared/seal/opened.ts';
import { keyFor, SALT, say, sha256 } from '../../helpers/random-meeting-state.ts';
import {
  type Council,
  five,
  four,
  gathered,
  marks,
  moreThan,
  P1,
  P2,
  quorumWith,
  rulesWith,
  s,
  setOf,
  sitting,
  so,
} from './sitting.ts';

describe('conflict of interest', () => {
  it('[RB40] everybody who is there says it before scoring', () => {
    const council = gathered();
    council.act({ act: 'open', presiding: s(1) });
    council.sit('ppppppp');
    council.declare('......');
    expect(council.open()).toBe('declarations-missing');
    council.declare('      .');
    expect(council.open()).toBe('ok');
  });

  it('[RB41] a recused member has no ballot on that platform and leaves the denominator; on others nothing changes', () => {
    const council = gathered({ platforms: 2 });
    council.act({ act: 'open', presiding: s(1) });
    council.sit('ppppppp');
    council.declare('......r');
    council.declare('.......', P2);
    council.open();
    expect(council.cast(7, marks('yy'))).toBe('not-entitled');
    for (const seat of [1, 2, 3, 4, 5, 6]) council.cast(seat, marks('yy'));
    expect(council.count()).toMatchObject({ of: 6, issued: 6 });
    expect(entitledSeats(council.table.state, P2)).toHaveLength(7);
  });

  it('[RB42] a recusal in mid-meeting takes the seat out of the open round and sets its ballot aside, with the time', () => {
    const council = sitting();
    council.open();
    for (const seat of [1, 2, 3, 4, 5, 6, 7]) council.cast(seat, marks(seat === 7 ? 'nn' : 'yy'));
    expect(council.act({ act: 'declare', seat: s(7), platform: P1, conflict: true })).toBe('ok');
    const { table } = council;
    const declared = table.state.declarations[s(7)]?.[P1];
    expect(declared).toMatchObject({ conflict: true, late: true });
    expect(declared?.origin.at).toMatch(/^2026-11-23T/);
    expect(council.count()).toMatchObject({
      of: 6,
      issued: 6,
      returned: 6,
      valid: 6,
      invalid: 0,
      criteria: [{ met: 6 }, { met: 6 }],
    });
    // None is taken back, and once the conclusion is put none is heard.
    expect(council.act({ act: 'declare', seat: s(7), platform: P1, conflict: false })).toBe('declaration-late');
    council.act({ act: 'conclude', conclusion: '5', platform: P1 });
    expect(council.act({ act: 'declare', seat: s(6), platform: P1, conflict: true })).toBe('recusal-too-late');
  });

  it('[RB43] from single criteria only where the rules know it: the rest is judged, those are not', () => {
    const only = { act: 'declare', seat: s(7), platform: P1, conflict: true, criteria: ['c0'] } as const;
    expect(sitting().act(only)).toBe('recusal-by-criterion-barred');
    const council = sitting({ rules: quorumWith({ per: 'criterion' }) });
    expect(council.act(only)).toBe('ok');
    council.open();
    for (const seat of [1, 2, 3, 4, 5]) council.cast(seat, marks('yy'));
    council.cast(6, marks('yy'));
    council.cast(7, marks(' y'));
    expect(council.count()).toMatchObject({
      valid: 7,
      of: 7,
      criteria: [
        { met: 6, of: 6 },
        { met: 7, of: 7 },
      ],
    });
    // One more conflict may be added, and a mark where one is barred makes the ballot invalid.
    expect(council.act({ ...only, criteria: ['c0', 'c1'] })).toBe('ok');
    expect(council.act({ ...only, criteria: ['c1'] })).toBe('declaration-late');
    expect(council.act({ ...only, seat: s(6) })).toBe('ok');
    council.open(2);
    for (const seat of [1, 2, 3, 4, 5, 6]) council.cast(seat, marks('yy'));
    expect(council.count()).toMatchObject({ valid: 5, invalid: 1 });
  });
});

describe('secrecy', () => {
  const cast = (council: Council) => {
    council.open();
    for (const seat of [1, 2, 3, 4, 5]) council.cast(seat, marks(seat === 5 ? 'nn' : 'yy'));
  };

  it('[RB44] blind: before the reveal no key is taken and nothing is counted', () => {
    const council = sitting({ roles: five });
    cast(council);
    const { state } = council.table;
    const poll = council.poll();
    const ballot = Object.values(state.polls[poll]?.ballots ?? {})[0];
    const { key } = keyFor(poll, 'x', 0);
    expect(say(council.table, s(1), 'key-released', { poll, ballot: ballot?.entry as never, key }).refused).toBe(
      'not-revealed',
    );
    expect(pollResult(state, NOTHING_OPENED, state.polls[poll] as never)).toBeUndefined();
    expect(keyCommit(sha256, fromBase64(key))).toBe(keyFor(poll, 'x', 0).commit);
    council.count();
    expect(pollResult(state, council.opened, state.polls[poll] as never)?.valid).toBe(5);
    // Half of the ballots opened is no result.
    expect(pollResult(state, new Map([...council.opened].slice(1)), state.polls[poll] as never)).toBeUndefined();
  });

  it('[RB45] open scoring: the key may come with the ballot', () => {
    const council = sitting({ roles: five, rules: rulesWith({ secrecy: 'open' }) });
    cast(council);
    const [ballot] = council.told().happened.flatMap((each) => (each.act === 'cast' ? [each.ballot] : []));
    const key = { act: 'key', poll: council.poll(), ballot: ballot ?? '', seat: s(1) } as const;
    expect(council.act(key)).toBe('ok');
    expect(council.count()?.valid).toBe(5);
  });

  it('[RB46] a secret ballot: counted sheets carry no name', () => {
    const council = sitting({ roles: five, rules: rulesWith({ secrecy: 'secret', individualSheets: false }) });
    cast(council);
    expect(council.count()).toMatchObject({
      valid: 5,
      criteria: [
        { met: 4, notMet: 1 },
        { met: 4, notMet: 1 },
      ],
    });
    const { state } = council.table;
    const sheets = sheetsOf(state, council.opened, state.polls[council.poll()] as never);
    expect(sheets.map(({ seat }) => seat)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(sheets.some(({ counted }) => counted?.seat !== undefined)).toBe(false);
  });
});

describe('counting committee', () => {
  const elect = (council: Council) => {
    const members = [s(3), s(4), s(5)];
    expect(council.act({ act: 'elect', election: '6', members, head: s(4) })).toBe('ok');
    const entitled = [1, 2, 3, 4, 5].map(s);
    council.act({ act: 'open-vote', poll: '7', on: '6', hands: false, entitled });
    for (const seat of [1, 2, 3]) council.act({ act: 'vote', poll: '7', seat: s(seat), choice: 'agree' });
    council.act({ act: 'close', poll: '7', counted: [], aside: [] });
  };

  it('[RB47] three with a head are elected before the first round; two count on their own and must come to the same', () => {
    const council = sitting({ roles: five, rules: rulesWith({ committee: 'three' }) });
    expect(council.open()).toBe('committee-missing');
    elect(council);
    expect(council.table.state.committee).toMatchObject({ members: [s(3), s(4), s(5)], head: s(4) });
    expect(council.round(so(5, 'yy'))?.outcome.outcome).toBe('all');
    const { state } = council.table;
    const shown = () => platformResult(state, council.opened, P1)?.outcome.outcome;
    const poll = council.poll();
    expect(shown()).toBeUndefined();
    const report = (seat: number, figures: string) => council.act({ act: 'report', poll, seat: s(seat), figures });
    expect(report(1, '5')).toBe('not-of-the-committee');
    report(3, '5');
    report(4, '4');
    const agree = { act: 'agree', poll, seats: [s(3), s(4)] } as const;
    expect(council.act(agree)).toBe('counts-differ');
    expect(council.act({ act: 'conclude', conclusion: '5', platform: P1 })).toBe('count-not-agreed');
    report(4, '5');
    expect(council.act(agree)).toBe('ok');
    expect(shown()).toBe('all');
  });

  it('[RB47] it is elected by the same divisor as every vote', () => {
    const share = moreThan(1, 2);
    const rules = { ...quorumWith({ share }), committee: 'three', denominator: 'appointed' } as const;
    const council = sitting({ roles: five, rules });
    council.sit('pppaa');
    const members = [s(1), s(2), s(3)];
    council.act({ act: 'elect', election: '6', members, head: s(1) });
    council.act({ act: 'open-vote', poll: '7', on: '6', hands: false, entitled: members });
    // Two of three who are there, but of five who are appointed.
    for (const seat of [1, 2]) council.act({ act: 'vote', poll: '7', seat: s(seat), choice: 'agree' });
    council.act({ act: 'close', poll: '7', counted: [], aside: [] });
    const { state } = council.table;
    expect(electionResult(state, council.opened, state.elections['6'] as never)).toMatchObject({
      of: 5,
      passed: false,
    });
    expect(state.committee).toBeUndefined();
  });

  it('[RB48] without one the count stands at once, and none can be elected', () => {
    const council = sitting({ roles: five });
    expect(council.act({ act: 'elect', election: '6', members: [s(3), s(4), s(5)], head: s(4) })).toBe(
      'committee-barred',
    );
    council.round(so(5, 'yy'));
    expect(platformResult(council.table.state, council.opened, P1)?.outcome.outcome).toBe('all');
  });
});

describe('casting', () => {
  it('[RB49] only while the seat attends and the round is open', () => {
    const council = sitting();
    expect(council.cast(1, marks('yy'))).toBe('poll-unknown');
    council.open();
    council.sit('      l');
    expect(council.cast(7, marks('yy'))).toBe('not-present');
    for (const seat of [1, 2, 3, 4, 5]) council.cast(seat, marks('yy'));
    council.close();
    expect(council.cast(6, marks('yy'))).toBe('round-closed');
  });

  it('[RB50] from a distance where the rules say so: who is away is issued a ballot as well', () => {
    const council = sitting({ rules: rulesWith({ casting: 'from-a-distance' }) });
    council.sit('pppppaa');
    council.open();
    expect(council.cast(7, marks('yy'))).toBe('ok');
    for (const seat of [1, 2, 3, 4, 5]) council.cast(seat, marks('yy'));
    // Six took part; the seventh was issued a ballot and neither cast it nor came.
    expect(council.count()).toMatchObject({ issued: 7, returned: 6, of: 6 });
  });
});

describe('sittings', () => {
  it('[RB51] adjourned and resumed another day: attendance and quorum begin anew', () => {
    const council = sitting();
    council.act({ act: 'adjourn' });
    expect(council.open()).toBe('meeting-adjourned');
    council.act({ act: 'resume', presiding: s(1) });
    expect(council.open()).toBe('quorum-short');
    council.sit('pppppaa');
    expect(council.open()).toBe('ok');
    expect(council.act({ act: 'adjourn' })).toBe('another-poll-open');
    expect(council.table.state.seats[s(1)]?.attendance.map((each) => each.sitting)).toEqual([1, 2]);
  });

  it('[RB52] a member is replaced between sittings: the new one declares and votes, the old one does not', () => {
    const council = sitting();
    const replace = { act: 'replace', seat: s(7), by: s(8) } as const;
    expect(council.act(replace)).toBe('replaced-in-sitting');
    council.act({ act: 'adjourn' });
    expect(council.act(replace)).toBe('ok');
    council.act({ act: 'resume', presiding: s(1) });
    council.sit('pppppp p');
    expect(council.act({ act: 'attend', seat: s(7), how: 'present' })).toBe('seat-replaced');
    const loose = sitting({ rules: quorumWith({ chair: 'not-required' }) });
    loose.act({ act: 'adjourn' });
    loose.act(replace);
    expect(loose.act({ act: 'resume', presiding: s(7) })).toBe('seat-replaced');
    expect(council.open()).toBe('declarations-missing');
    council.declare('       .');
    council.open();
    expect(council.cast(7, marks('yy'))).toBe('seat-replaced');
    expect(council.cast(8, marks('yy'))).toBe('ok');
    for (const seat of [1, 2, 3, 4, 5, 6]) council.cast(seat, marks('yy'));
    expect(council.count()).toMatchObject({ of: 7, valid: 7 });
  });
});

describe('conclusion', () => {
  const concluded = (council: Council, choices: string) => {
    council.act({ act: 'conclude', conclusion: '5', platform: P1 });
    const entitled = [...entitledSeats(council.table.state, P1)];
    council.act({ act: 'open-vote', poll: '9', on: '5', hands: false, entitled });
    for (const [at, letter] of [...choices].entries())
      if (letter !== ' ')
        council.act({ act: 'vote', poll: '9', seat: s(at + 1), choice: letter === 'y' ? 'agree' : 'disagree' });
    council.act({ act: 'close', poll: '9', counted: [], aside: [] });
    const { state } = council.table;
    return conclusionResult(state, council.opened, state.conclusions['5'] as never);
  };

  it('[RB53] a conclusion is carried by its own share; who does not vote abstains; a tie goes to the chair', () => {
    const council = () => {
      const made = sitting({ roles: four });
      made.round(so(4, 'yy'));
      return made;
    };
    expect(concluded(council(), 'yyy ')).toMatchObject({ agree: 3, disagree: 0, abstain: 1, of: 4, passed: true });
    expect(concluded(council(), 'y   ')).toMatchObject({ agree: 1, abstain: 3, passed: false });
    expect(concluded(council(), 'yynn')).toMatchObject({ agree: 2, of: 4, passed: true, tie: 'carried' });
    expect(concluded(council(), 'nnyy')).toMatchObject({ agree: 2, passed: false, tie: 'not-carried' });
  });

  it('[RB54] a reserved opinion is kept with its name and changes no result', () => {
    const council = sitting({ roles: four });
    council.round(so(4, 'yy'));
    const before = concluded(council, 'yyyn');
    const { state } = council.table;
    const about = state.conclusions['5']?.sha256 as never;
    const body = { _salt: SALT, conclusion: '5', about, text: 'Tôi bảo lưu ý kiến.' };
    expect(say(council.table, s(4), 'reservation-made', body).refused).toBeUndefined();
    expect(state.conclusions['5']?.reservations[s(4)]?.text).toBe('Tôi bảo lưu ý kiến.');
    expect(conclusionResult(state, council.opened, state.conclusions['5'] as never)).toEqual(before);
    expect(platformResult(state, council.opened, P1)?.outcome.outcome).toBe('all');
  });
});

describe('rounds', () => {
  it('[RB55] in a second round every changed mark has its reason, else the ballot is invalid', () => {
    const council = sitting({ roles: four, set: setOf('..') });
    expect(council.round(so(3, 'yn', 'ny'))?.outcome.outcome).toBe('none');
    council.open(2);
    council.cast(1, { ...marks('y '), c1: { mark: 'met', change: 'Đã xem minh chứng số 4.' } });
    council.cast(2, marks('yy'));
    council.cast(3, marks('yn'));
    council.cast(4, marks('yn', 'Sau thảo luận.'));
    expect(council.count()).toMatchObject({ valid: 3, invalid: 1, criteria: [{ met: 3 }, { met: 1 }] });
    // The last counted round decides.
    expect(platformResult(council.table.state, council.opened, P1)?.criteria[1]?.met).toBe(1);
    const free = sitting({ roles: four, rules: rulesWith({ rounds: { most: 2, change: 'free' } }) });
    free.round(so(4, 'yn'));
    expect(free.round(so(4, 'yy'), 2)).toMatchObject({ valid: 4, outcome: { outcome: 'all' } });
  });

  it('[RB56] no more rounds than the rules allow, one where they say one, none after the conclusion is put', () => {
    const once = sitting({ roles: four, rules: rulesWith({ rounds: { most: 1, change: 'reason-required' } }) });
    once.round(so(4, 'yy'));
    expect(once.open(2)).toBe('rounds-exhausted');
    const council = sitting({ roles: four, rules: rulesWith({ threshold: moreThan(1, 2) }) });
    council.round(so(4, 'yy'));
    expect(council.open(1)).toBe('round-differs');
    council.act({ act: 'conclude', conclusion: '5', platform: P1 });
    expect(council.open(2)).toBe('conclusion-standing');
  });
});
