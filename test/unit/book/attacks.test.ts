// What whoever records, or a member, might try to have another result: each is against a rule, and the audit names it.
import { expect, test } from 'vitest';
import { canonical } from '../../../shared/base/canonical.ts';
import type { Hash, PollId, SeatId } from '../../../shared/base/ids.ts';
import { audit } from '../../../shared/book/audit.ts';
import { readBody } from '../../../shared/book/fact.ts';
import type { RulingOf } from '../../../shared/book/rulings.ts';
import { presidingOver } from '../../../shared/book/seating.ts';
import type { Poll } from '../../../shared/book/state.ts';
import {
  closing,
  conclusion,
  counted,
  given,
  member,
  must,
  opening,
  PLATFORM,
  type Planted,
  POLL,
  planted,
  scored,
} from '../../helpers/history-council.ts';
import {
  admit,
  force,
  type HistoryTable,
  hexOf,
  type Member,
  rule,
  SALT,
  say,
  seatAt,
  sha256,
  shortOf,
} from '../../helpers/history-table.ts';

const bytesOf = (label: string, length: number): string =>
  Buffer.from(hexOf(label, length), 'hex').toString('base64url');

/** The device of a seat is taken out of the book, with all that it has said so far kept. */
const unbinding = ({ state }: HistoryTable, at: number): RulingOf<'device-unbound'> => {
  const key = state.seats[seatAt(at)]?.device as RulingOf<'device-unbound'>['key'];
  const feeds = Object.values(state.feeds).filter((feed) => feed.key === key);
  return { key, feeds: feeds.map(({ feed, ruledTo }) => ({ feed, upTo: ruledTo.seq, hash: ruledTo.hash })) };
};

/** Admits what a member said last, whatever the rules say. */
function admitted(table: HistoryTable, by: Member): Planted {
  const { feed, seq, hash } = by.own;
  force(table, 'ruled', { feed, upTo: seq, hash, refused: [] });
  return { table, entry: hash };
}

/** Between two sittings somebody takes the place of a member; then everybody is there again. */
function replaced(at: number): { readonly table: HistoryTable; readonly by: SeatId } {
  const table = given();
  // Comes after the old one wherever seats of one place are sorted by their ids.
  const by = 'f'.repeat(16) as SeatId;
  must(rule(table, 'meeting-adjourned', { until: '', note: '' }));
  must(rule(table, 'seat-replaced', { seat: seatAt(at), by, ground: 'chuyển công tác' }));
  must(rule(table, 'meeting-resumed', { presiding: at === 0 ? by : seatAt(0) }));
  return { table, by };
}

const ATTACKS: readonly (readonly [string, string, () => Planted])[] = [
  [
    'the device of a ballot is unbound, so that its key never comes',
    'device-in-use',
    () => {
      const table = scored();
      return planted(table, 'device-unbound', unbinding(table, 4));
    },
  ],
  [
    'a member’s device is unbound and paper issued, to be entered by accomplices',
    'seat-has-device',
    () => {
      const table = given();
      must(rule(table, 'device-unbound', unbinding(table, 4)));
      must(rule(table, 'poll-opened', opening(table)));
      return planted(table, 'paper-issued', { poll: POLL, seat: seatAt(4), number: 1 });
    },
  ],
  [
    'a member’s device is unbound and the secretary recuses the member',
    'seat-has-device',
    () => {
      const table = given();
      must(rule(table, 'device-unbound', unbinding(table, 4)));
      const declared = [{ platform: PLATFORM, conflict: true }];
      say(table, member(table, 1), 'interest-declared', { declared }, { for: seatAt(4), via: 'hands' });
      return admitted(table, member(table, 1));
    },
  ],
  [
    'a chair who was replaced still speaks for others',
    'seat-replaced',
    () => {
      const { table } = replaced(0);
      const declared = [{ platform: PLATFORM, conflict: false }];
      say(table, member(table, 0), 'interest-declared', { declared }, { for: seatAt(5), via: 'hands' });
      return admitted(table, member(table, 0));
    },
  ],
  [
    'a chair who was replaced consents to another device',
    'consent-of-another',
    () => {
      const { table } = replaced(0);
      const chair = table.state.seats[seatAt(0)]?.device as RulingOf<'device-unbound'>['key'];
      force(table, 'device-unbound', unbinding(table, 4));
      const [key, kem] = [bytesOf('key', 32), bytesOf('kem', 32)] as [typeof chair, typeof chair];
      const consent = { key: chair, sig: bytesOf('sig', 64) };
      return planted(table, 'device-bound', { seat: seatAt(4), key, kem, proof: bytesOf('proof', 64), consent });
    },
  ],
  [
    'one statement declares twice, the second taking back the first',
    'declaration-twice',
    () => {
      const table = scored();
      const declared = [
        { platform: PLATFORM, conflict: true },
        { platform: PLATFORM, conflict: true },
      ];
      say(table, member(table, 4), 'interest-declared', { declared });
      return admitted(table, member(table, 4));
    },
  ],
  [
    'minutes written while a round is open',
    'minutes-while-voting',
    () => planted(scored(), 'minutes-written', minutes),
  ],
  [
    'minutes written while the meeting is adjourned',
    'minutes-while-adjourned',
    () => {
      const table = given();
      must(rule(table, 'meeting-adjourned', { until: '', note: '' }));
      return planted(table, 'minutes-written', minutes);
    },
  ],
  [
    'an unwelcome ballot set aside at the close without a word',
    'round-list-differs',
    () => {
      const table = scored();
      const [first, ...rest] = Object.values((table.state.polls[POLL] as Poll).standing);
      const setAside = [{ hash: first as Hash, code: 'paper-not-confirmed' }];
      return planted(table, 'round-closed', { ...closing(table, rest), setAside });
    },
  ],
  [
    'an unwelcome sheet set aside that everybody has seen',
    'ballot-seen',
    () => {
      const table = scored({ secrecy: 'open' });
      const ballot = (table.state.polls[POLL] as Poll).standing[seatAt(4)] as Hash;
      must(rule(table, 'round-closed', closing(table)));
      return planted(table, 'ballot-set-aside', { poll: POLL, ballot, code: 'x', note: '' });
    },
  ],
  [
    'the chair passed on in an open vote to whose side is wanted',
    'another-poll-open',
    () => {
      const { table } = voting('open', (given) =>
        must(rule(given, 'vice-chair-authorised', { seat: seatAt(2), letter: 'số 1' })),
      );
      return planted(table, 'presiding-passed', { seat: seatAt(2) });
    },
  ],
  [
    'a tie settled by a hand that did not go up',
    'presiding-hand-differs',
    () => {
      const { table, poll } = voting('hands');
      return planted(table, 'hands-counted', { poll, agree: 0, disagree: 4, abstain: 3, presiding: 'agree' });
    },
  ],
  [
    'who abstained is sent out before the close, and the divisor with them',
    'hands-differ',
    () => {
      const { table, poll } = voting('hands');
      must(rule(table, 'hands-counted', { poll, agree: 3, disagree: 2, abstain: 2, presiding: null }));
      for (const at of [5, 6]) must(rule(table, 'attendance-marked', { seat: seatAt(at), presence: 'left', note: '' }));
      return planted(table, 'round-closed', { ...closing(table, []), poll });
    },
  ],
  [
    'an open vote that goes wrong is voided by leaving the room',
    'quorum-holds',
    () => {
      const { table, poll } = voting('open');
      for (const each of table.members) {
        const { sha256: about } = conclusion();
        say(table, each, 'vote-cast', { poll, about, choice: 'disagree' });
        admit(table, each);
      }
      must(rule(table, 'attendance-marked', { seat: seatAt(0), presence: 'left', note: '' }));
      return planted(table, 'poll-voided', { poll, code: 'chair-absent' });
    },
  ],
  [
    'another conclusion put in place of one that was carried',
    'conclusion-voted',
    () => {
      const { table, poll } = voting('hands');
      must(rule(table, 'hands-counted', { poll, agree: 7, disagree: 0, abstain: 0, presiding: 'agree' }));
      must(rule(table, 'round-closed', { ...closing(table, []), poll }));
      return planted(table, 'conclusion-put', { ...conclusion('Không đạt'), conclusion: shortOf('other') });
    },
  ],
  [
    'a vote on words that others were put in place of',
    'stale-object',
    () => {
      const table = counted({ vote: 'hands' });
      must(rule(table, 'conclusion-put', conclusion()));
      must(rule(table, 'conclusion-put', { ...conclusion('Không đạt'), conclusion: shortOf('other') }));
      const subject = { of: 'conclusion', conclusion: shortOf('conclusion') } as const;
      return planted(table, 'poll-opened', opening(table, subject, shortOf('vote')));
    },
  ],
];

/** The vote on the conclusion is open. */
function voting(
  vote: 'hands' | 'open',
  before: (table: HistoryTable) => void = () => {},
): { readonly table: HistoryTable; readonly poll: PollId } {
  const table = counted({ vote });
  before(table);
  const poll = shortOf('vote') as PollId;
  must(rule(table, 'conclusion-put', conclusion()));
  must(rule(table, 'poll-opened', opening(table, { of: 'conclusion', conclusion: shortOf('conclusion') }, poll)));
  return { table, poll };
}

const minutes: RulingOf<'minutes-written'> = {
  sha256: hexOf('minutes', 32) as Hash,
  facts: [],
  prose: { number: '', presentation: '', discussion: '', recommendation: '', recipients: [] },
};

test.each(ATTACKS)('[FA6] %s: named at its entry', (_, code, attack) => {
  const { table, entry } = attack();
  const { deviations } = audit(table.book, sha256);
  expect(deviations.map((each) => ({ entry: each.entry, what: each.what, code: each.rule?.code }))).toEqual([
    { entry, what: 'ruled-against', code },
  ]);
});

test('[FA7] a vice-chair whose authorisation has ended settles no tie any more', () => {
  const table = given();
  must(rule(table, 'vice-chair-authorised', { seat: seatAt(2), letter: 'số 1' }));
  must(rule(table, 'presiding-passed', { seat: seatAt(2) }));
  expect(presidingOver(table.state)).toBe(seatAt(2));
  must(rule(table, 'authorisation-ended', { seat: seatAt(2), note: '' }));
  expect(presidingOver(table.state)).toBeUndefined();
  must(rule(table, 'presiding-passed', { seat: seatAt(0) }));
  expect(presidingOver(table.state)).toBe(seatAt(0));
});

test.each(['__proto__', 'constructor', 'toString', '', 'c 0'])('[FA8] no fact names a criterion %j', (criterion) => {
  const read = (kind: string, body: object) => readBody(kind, canonical(body as never));
  for (const [kind, of] of [
    ['threshold-set', (id: string) => ({ criterion: id, threshold: null, source: '' })],
    ['value-measured', (id: string) => ({ platform: PLATFORM, criterion: id, value: '1', evidence: [] })],
    ['criteria-discussed', (id: string) => ({ poll: POLL, criteria: [id] })],
    ['interest-declared', (id: string) => ({ declared: [{ platform: PLATFORM, conflict: true, criteria: [id] }] })],
    ['remark-made', (id: string) => ({ _salt: SALT, platform: PLATFORM, criterion: id, text: 'x' })],
  ] as const) {
    expect(read(kind, of(criterion))).toMatchObject({ ok: false, refusal: { code: 'body-malformed' } });
    expect(read(kind, of('G2-05')).ok).toBe(true);
  }
});
