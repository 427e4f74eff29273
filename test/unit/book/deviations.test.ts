// Wrong rulings and admissions planted into an otherwise valid book: the audit finds each at its entry, and nothing else.
import { expect, test } from 'vitest';
import { toBase64 } from '../../../shared/base/bytes.ts';
import type { Hash, PollId, SeatId } from '../../../shared/base/ids.ts';
import { audit } from '../../../shared/book/audit.ts';
import type { Poll } from '../../../shared/book/state.ts';
import {
  cast,
  closing,
  conclusion,
  counted,
  declare,
  election,
  given,
  keyAt,
  member,
  must,
  opening,
  PLATFORM,
  type Planted,
  POLL,
  planted,
  report,
  scored,
} from '../../helpers/history-council.ts';
import { admit, force, hexOf, rule, say, seatAt, sha256, shortOf } from '../../helpers/history-table.ts';

const DEVIATIONS: readonly (readonly [string, string, () => Planted])[] = [
  [
    'a round opened below quorum',
    'quorum-short',
    () => {
      const table = given({}, [2, 3, 4]);
      return planted(table, 'poll-opened', opening(table));
    },
  ],
  [
    'a round opened while the chair is recused and nobody is authorised',
    'chair-recused',
    () => {
      const table = given();
      declare(table, member(table, 0), true);
      return planted(table, 'poll-opened', opening(table));
    },
  ],
  [
    'a recused member entitled',
    'entitled-differ',
    () => {
      const table = given();
      declare(table, member(table, 4), true);
      const body = opening(table);
      return planted(table, 'poll-opened', { ...body, entitled: [...body.entitled, seatAt(4)] });
    },
  ],
  [
    'an absent member entitled',
    'entitled-differ',
    () => {
      const table = given({}, [6]);
      const body = opening(table);
      return planted(table, 'poll-opened', { ...body, entitled: [...body.entitled, seatAt(6)] });
    },
  ],
  [
    'a round opened before everybody has declared',
    'declarations-missing',
    () => {
      const table = given({}, [4]);
      must(rule(table, 'meeting-adjourned', { until: '', note: '' }));
      must(rule(table, 'seat-replaced', { seat: seatAt(4), by: shortOf('new') as SeatId, ground: 'chuyển' }));
      must(rule(table, 'meeting-resumed', { presiding: seatAt(0) }));
      for (const seat of [...[0, 1, 2, 3, 5].map(seatAt), shortOf('new') as SeatId])
        must(rule(table, 'attendance-marked', { seat, presence: 'present', note: '' }));
      return planted(table, 'poll-opened', opening(table));
    },
  ],
  [
    'open scoring where the rules say blind',
    'secrecy-differs',
    () => {
      const table = given();
      return planted(table, 'poll-opened', { ...opening(table), secrecy: 'open' });
    },
  ],
  [
    'other holders of shares than the rules give',
    'holders-differ',
    () => {
      const table = given();
      return planted(table, 'poll-opened', { ...opening(table), holders: [seatAt(3), seatAt(4)] });
    },
  ],
  [
    'a second poll while one is open',
    'another-poll-open',
    () => {
      const table = scored();
      return planted(table, 'poll-opened', opening(table, undefined, shortOf('second')));
    },
  ],
  [
    'one round more than the rules allow',
    'rounds-exhausted',
    () => {
      const table = counted({ rounds: { most: 1, change: 'free' } });
      return planted(
        table,
        'poll-opened',
        opening(table, { of: 'platform', platform: PLATFORM, round: 2 }, shortOf('second')),
      );
    },
  ],
  [
    'a standing ballot left out at the close',
    'round-list-differs',
    () => {
      const table = scored();
      return planted(
        table,
        'round-closed',
        closing(table, Object.values((table.state.polls[POLL] as Poll).standing).slice(1)),
      );
    },
  ],
  [
    'a round closed while the quorum is lost',
    'chair-recused',
    () => {
      const table = scored();
      declare(table, member(table, 0), true);
      return planted(table, 'round-closed', closing(table));
    },
  ],
  [
    'a round voided while the quorum holds',
    'quorum-holds',
    () => planted(scored(), 'poll-voided', { poll: POLL, code: 'quorum-short' }),
  ],
  [
    'a ballot on paper counted that nobody confirmed',
    'paper-not-confirmed',
    () => {
      const table = scored();
      must(rule(table, 'paper-issued', { poll: POLL, seat: seatAt(5), number: 1 }));
      cast(table, member(table, 1), seatAt(5));
      admit(table, member(table, 1));
      return planted(table, 'round-closed', closing(table));
    },
  ],
  [
    'paper issued to who has a device',
    'seat-has-device',
    () => planted(scored(), 'paper-issued', { poll: POLL, seat: seatAt(4), number: 1 }),
  ],
  [
    'a ballot set aside after the reveal',
    'poll-step',
    () => {
      const table = counted({}, 'revealed');
      const ballot = (table.state.polls[POLL] as Poll).standing[seatAt(4)] as Hash;
      return planted(table, 'ballot-set-aside', { poll: POLL, ballot, code: 'late', note: '' });
    },
  ],
  ['revealed before the close', 'poll-step', () => planted(scored(), 'revealed', { poll: POLL })],
  [
    'counted before the keys came',
    'keys-missing',
    () => planted(counted({}, 'revealed'), 'counted', { poll: POLL, sha256: hexOf('x', 32) as Hash }),
  ],
  [
    'a conclusion before the count',
    'platform-not-counted',
    () => planted(counted({}, 'closed'), 'conclusion-put', conclusion()),
  ],
  [
    'a conclusion whose hash is of other words',
    'stale-object',
    () => planted(counted(), 'conclusion-put', { ...conclusion(), text: 'Không đạt' }),
  ],
  [
    'raised hands where the rules want open votes',
    'vote-differs',
    () => {
      const table = counted();
      must(rule(table, 'conclusion-put', conclusion()));
      const body = opening(table, { of: 'conclusion', conclusion: shortOf('conclusion') }, shortOf('vote'));
      return planted(table, 'poll-opened', { ...body, by: 'hands' });
    },
  ],
  [
    'more hands than members',
    'hands-differ',
    () => {
      const table = counted({ vote: 'hands' });
      must(rule(table, 'conclusion-put', conclusion()));
      const poll = shortOf('vote') as PollId;
      must(rule(table, 'poll-opened', opening(table, { of: 'conclusion', conclusion: shortOf('conclusion') }, poll)));
      return planted(table, 'hands-counted', { poll, agree: 9, disagree: 0, abstain: 0, presiding: 'agree' });
    },
  ],
  [
    'a member authorised as if a vice-chair',
    'not-a-vice-chair',
    () => planted(given(), 'vice-chair-authorised', { seat: seatAt(4), letter: 'số 1' }),
  ],
  [
    'the chair passed to a vice-chair without a letter',
    'may-not-preside',
    () => planted(given(), 'presiding-passed', { seat: seatAt(2) }),
  ],
  [
    'a member replaced inside a sitting',
    'replaced-in-sitting',
    () => planted(given(), 'seat-replaced', { seat: seatAt(4), by: shortOf('new') as SeatId, ground: 'x' }),
  ],
  [
    'adjourned while a round is open',
    'another-poll-open',
    () => planted(scored(), 'meeting-adjourned', { until: '', note: '' }),
  ],
  [
    'a committee of who is not there',
    'not-present',
    () => {
      const table = given({ committee: 'three' }, [4]);
      return planted(table, 'election-put', election([seatAt(2), seatAt(3), seatAt(4)], seatAt(2)));
    },
  ],
  [
    'a round before the committee is elected',
    'committee-missing',
    () => {
      const table = given({ committee: 'three' });
      return planted(table, 'poll-opened', opening(table));
    },
  ],
  [
    'a count agreed that differs',
    'counts-differ',
    () => {
      const table = counted({ committee: 'three' });
      return planted(table, 'count-agreed', { poll: POLL, reports: [report(table, 2, 5), report(table, 3, 4)] });
    },
  ],
  [
    'a conclusion while the count is not agreed',
    'count-not-agreed',
    () => planted(counted({ committee: 'three' }), 'conclusion-put', conclusion()),
  ],
  [
    'a ballot issued to who has one',
    'already-issued',
    () => planted(scored(), 'ballot-issued', { poll: POLL, seat: seatAt(4) }),
  ],
  [
    'minutes cut before the meeting is closed',
    'meeting-not-closed',
    () => planted(counted(), 'minutes-cut', { content: hexOf('m', 32) as Hash, heads: [] }),
  ],
];

test.each(DEVIATIONS)('[FA3] %s is found at its entry', (_, code, plant) => {
  const { table, entry } = plant();
  const { deviations } = audit(table.book, sha256);
  expect(deviations.map((each) => ({ entry: each.entry, what: each.what, code: each.rule?.code }))).toEqual([
    { entry, what: 'ruled-against', code },
  ]);
});

test('[FA3] a ballot refused without ground, and a vote after the close let in, are found', () => {
  const table = given();
  must(rule(table, 'poll-opened', opening(table)));
  const refused = cast(table, member(table, 4));
  admit(table, member(table, 4), 1, 'not-entitled');
  const other = scored();
  must(rule(other, 'round-closed', closing(other)));
  declare(other, member(other, 4), false);
  const found = audit(table.book, sha256).deviations;
  expect(found.map(({ entry, what }) => ({ entry, what }))).toEqual([
    { entry: refused, what: 'refused-without-ground' },
  ]);
  // Refused with its right ground, a late declaration is no deviation.
  expect(audit(other.book, sha256).deviations).toEqual([]);
});

test('[FA3] a declaration taken back is let in against the rule, and found', () => {
  const table = scored();
  declare(table, member(table, 4), true);
  const back = say(table, member(table, 4), 'interest-declared', {
    declared: [{ platform: PLATFORM, conflict: false }],
  });
  const { feed, seq, hash } = member(table, 4).own;
  force(table, 'ruled', { feed, upTo: seq, hash, refused: [] });
  expect(audit(table.book, sha256).deviations.map(({ entry, rule: against }) => [entry, against?.code])).toEqual([
    [back, 'declaration-late'],
  ]);
});

test('[FA4] what was opened below quorum is void in every fold, whoever opened it', () => {
  const table = given({}, [2, 3, 4]);
  force(table, 'poll-opened', opening(table));
  expect(table.state.polls[POLL]?.voided?.code).toBe('quorum-short');
  expect(rule(table, 'round-closed', closing(table, []))).toBe('poll-voided');
});

test('[FA4] of a void round no key is let in, in open scoring either', () => {
  const table = scored({ secrecy: 'open' });
  declare(table, member(table, 0), true);
  must(rule(table, 'poll-voided', { poll: POLL, code: 'chair-recused' }));
  const an = member(table, 4);
  const ballot = (table.state.polls[POLL] as Poll).standing[an.seat] as Hash;
  say(table, an, 'key-released', { poll: POLL, ballot, key: toBase64(keyAt(`key ${an.seat}`)) });
  admit(table, an);
  expect(Object.values(table.state.feeds[an.own.feed]?.refused ?? {})).toEqual(['poll-voided']);
});
