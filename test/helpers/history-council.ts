// A council of seven at every turn of its meeting, and what a recorder writes into its book whatever the rules say.
import { toBase64 } from '../../shared/base/bytes.ts';
import type { Hash, PollId, SeatId } from '../../shared/base/ids.ts';
import { keyCommit } from '../../shared/book/decide-ballot.ts';
import type { RulingOf } from '../../shared/book/rulings.ts';
import { entitledTo, holderSeats, holdersOf } from '../../shared/book/seating.ts';
import { votingWay } from '../../shared/book/sitting.ts';
import type { Poll } from '../../shared/book/state.ts';
import { electionText, textHash } from '../../shared/book/text-hash.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { setOf } from '../unit/results/given.ts';
import {
  admit,
  force,
  type HistoryTable,
  hexOf,
  type Member,
  openTable,
  platformAt,
  rule,
  ruledHeads,
  type Setting,
  say,
  seatAt,
  sha256,
  shortOf,
} from './history-table.ts';

const ROLES = ['chair', 'secretary', 'vice-chair', 'reviewer', 'member', 'member', 'member'] as const;
export const PLATFORM = platformAt(0);
export const POLL = shortOf('poll') as PollId;

/** Seven members, the last two without a device; everybody is there and has declared. */
export function given(
  rules: Partial<CouncilRules> = {},
  away: readonly number[] = [],
  more: Partial<Pick<Setting, 'keepers' | 'isSigned' | 'bare'>> = {},
): HistoryTable {
  const table = openTable({
    rules: { ...DEFAULT_RULES, ...rules },
    roles: ROLES,
    set: setOf('pa'),
    platforms: 1,
    isSigned: false,
    bare: [5, 6],
    ...more,
  });
  for (const [at] of ROLES.entries())
    if (!away.includes(at)) must(rule(table, 'attendance-marked', { seat: seatAt(at), presence: 'present', note: '' }));
  for (const member of table.members) declare(table, member, false);
  const secretary = table.members[1] as Member;
  for (const at of [5, 6])
    say(
      table,
      secretary,
      'interest-declared',
      { declared: [{ platform: PLATFORM, conflict: false }] },
      { for: seatAt(at), via: 'hands' },
    );
  admit(table, secretary);
  return table;
}

export const must = (refused: string | undefined): void => {
  if (refused !== undefined) throw new Error(`refused: ${refused}`);
};
export function declare(table: HistoryTable, member: Member, conflict: boolean): void {
  say(table, member, 'interest-declared', { declared: [{ platform: PLATFORM, conflict }] });
  admit(table, member);
}
export const member = (table: HistoryTable, at: number): Member => table.members[at] as Member;

export const opening = (
  { state }: HistoryTable,
  subject: Poll['subject'] = { of: 'platform', platform: PLATFORM, round: 1 },
  poll = POLL as string,
): RulingOf<'poll-opened'> => {
  const way =
    subject.of === 'platform'
      ? { by: 'devices' as const, secrecy: state.opened?.rules.secrecy ?? 'blind' }
      : votingWay(state, subject.of);
  const isSealed = subject.of === 'platform' || way.secrecy === 'secret';
  return {
    poll,
    subject,
    ...way,
    entitled: [...entitledTo(state, subject)],
    holders: isSealed ? [...holderSeats(state)] : [],
  };
};

export const keyAt = (label: string) => new Uint8Array(Buffer.from(hexOf(label, 32), 'hex'));
export function cast(table: HistoryTable, by: Member, paper?: SeatId): Hash {
  const poll = table.state.polls[POLL] as Poll;
  const seat = paper ?? by.seat;
  const label = `key ${seat}`;
  const shares = holdersOf(table.state, poll, seat).map(({ seat: holder, kem }) => ({
    holder,
    key: kem,
    wrapped: Buffer.from(hexOf(`${label} ${holder}`, 80), 'hex').toString('base64url'),
    commit: hexOf(`${label} ${holder}`, 32) as Hash,
  }));
  const commit = keyCommit(sha256, keyAt(label)) as Hash;
  const envelope = Buffer.from(hexOf(label, 90), 'hex').toString('base64url');
  return say(
    table,
    by,
    'ballot-cast',
    { poll: POLL, envelope, commit, shares },
    paper ? { for: paper, via: 'paper' } : {},
  );
}
export const closing = (table: HistoryTable, counted?: readonly Hash[]): RulingOf<'round-closed'> => ({
  poll: POLL,
  upTo: ruledHeads(table),
  counted: [...(counted ?? Object.values((table.state.polls[POLL] as Poll).standing))],
  setAside: [],
});

/** The round is open; those with a device have cast. */
export function scored(rules: Partial<CouncilRules> = {}): HistoryTable {
  const table = given(rules);
  if (table.state.opened?.rules.committee === 'three') elect(table);
  must(rule(table, 'poll-opened', opening(table)));
  for (const each of table.members) {
    cast(table, each);
    admit(table, each);
  }
  return table;
}

export function counted(
  rules: Partial<CouncilRules> = {},
  upTo: 'closed' | 'revealed' | 'counted' = 'counted',
): HistoryTable {
  const table = scored(rules);
  must(rule(table, 'round-closed', closing(table)));
  if (upTo === 'closed') return table;
  must(rule(table, 'revealed', { poll: POLL }));
  if (upTo === 'revealed') return table;
  for (const each of table.members) {
    const ballot = (table.state.polls[POLL] as Poll).standing[each.seat] as Hash;
    say(table, each, 'key-released', { poll: POLL, ballot, key: toBase64(keyAt(`key ${each.seat}`)) });
    admit(table, each);
  }
  must(rule(table, 'counted', { poll: POLL, sha256: hexOf('counted', 32) as Hash }));
  return table;
}

export const election = (members: readonly SeatId[], head: SeatId): RulingOf<'election-put'> => ({
  election: shortOf('election'),
  members: [...members],
  head,
  sha256: textHash(sha256, electionText({ members: [...members], head })) as Hash,
});
export function elect(table: HistoryTable): void {
  const put = election([seatAt(2), seatAt(3), seatAt(4)], seatAt(2));
  must(rule(table, 'election-put', put));
  const poll = shortOf('vote on the committee') as PollId;
  must(rule(table, 'poll-opened', opening(table, { of: 'election', election: put.election }, poll)));
  for (const each of table.members) {
    say(table, each, 'vote-cast', { poll, about: put.sha256, choice: 'agree' });
    admit(table, each);
  }
  must(rule(table, 'round-closed', { ...closing(table, []), poll }));
}
export const conclusion = (text = 'Đạt'): RulingOf<'conclusion-put'> => ({
  conclusion: shortOf('conclusion'),
  platform: PLATFORM,
  outcome: 'all',
  text,
  sha256: textHash(sha256, text) as Hash,
});
export const report = (table: HistoryTable, at: number, met: number): Hash => {
  const line = (criterion: string) => ({ criterion, met, notMet: 0, notApplicable: 0, points: 0 });
  const hash = say(table, member(table, at), 'count-reported', {
    poll: POLL,
    issued: 7,
    returned: 5,
    valid: 5,
    invalid: 0,
    positive: 5,
    lines: ['c0', 'c1'].map(line),
  });
  admit(table, member(table, at));
  return hash;
};

export type Planted = { readonly table: HistoryTable; readonly entry: Hash };
export const planted = <K extends Parameters<typeof force>[1]>(
  table: HistoryTable,
  kind: K,
  body: RulingOf<K>,
): Planted => ({
  table,
  entry: force(table, kind, body),
});
