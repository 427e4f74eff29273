// A meeting on a bare state: what is ruled and said is asked of the engine and applied, without feeds, signatures or ciphers.
import { createHash } from 'node:crypto';
import { toBase64, utf8 } from '../../shared/base/bytes.ts';
import { canonical } from '../../shared/base/canonical.ts';
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { applyRuling } from '../../shared/book/apply-ruling.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import { decide } from '../../shared/book/decide.ts';
import { keyCommit } from '../../shared/book/decide-ballot.ts';
import { decideRuling } from '../../shared/book/decide-ruling.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import type { Head } from '../../shared/book/head.ts';
import type { Ruling, RulingKind, RulingOf } from '../../shared/book/rulings.ts';
import { emptyState, type Origin, type State } from '../../shared/book/state.ts';
import type { Statement, StatementKind, StatementOf } from '../../shared/book/statements.ts';
import type { Role } from '../../shared/council/roles.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';

export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** Sixteen hex digits that say what they stand for by their number: seats 1…, platforms a1…, and so on. */
export const idOf = (kind: number, at: number): string =>
  kind.toString(16).padStart(4, '0') + at.toString(16).padStart(12, '0');
export const seatAt = (at: number): SeatId => idOf(1, at) as SeatId;
export const platformAt = (at: number): string => idOf(2, at);
const FEED = '0'.repeat(32) as FeedId;
export const SALT = 'A'.repeat(22);

/** The key of a device: any text does, since nobody asks for signatures here. */
const keyOf = (seat: string): PublicKey => seat.padEnd(43, 'A') as PublicKey;

export type Table = {
  readonly state: State;
  /** Entries so far; also the minute of the clock. */
  entries: number;
};

const stamp = (table: Table, seat: string, kind: string): { origin: Origin; head: Head } => {
  table.entries += 1;
  const at = new Date(Date.UTC(2026, 10, 23) + table.entries * 60_000).toISOString();
  const entry = table.entries.toString(16).padStart(64, '0') as Hash;
  const head: Head = { v: 1, book: entry, feed: FEED, seq: table.entries, at, seat: seat as SeatId, via: 'app', kind };
  return { origin: { entry, at }, head };
};

/** The refusal's code and nothing done, or the hash of the entry that was made. */
export type Done =
  | { readonly refused: string; readonly entry?: never }
  | { readonly entry: Hash; readonly refused?: never };

export function rule<K extends RulingKind>(table: Table, kind: K, body: RulingOf<K>): Done {
  const fact = { kind, body } as unknown as Ruling;
  const refused = decideRuling(table.state, fact, sha256);
  return refused === undefined ? { entry: force(table, kind, body) } : { refused: refused.code };
}

/** As a recorder who breaks the rules would: applied without being asked for. */
export function force<K extends RulingKind>(table: Table, kind: K, body: RulingOf<K>): Hash {
  const { origin, head } = stamp(table, table.state.opened?.recorder ?? seatAt(1), kind);
  applyRuling(table.state, { kind, body } as unknown as Ruling, origin, head);
  return origin.entry;
}

export function say<K extends StatementKind>(table: Table, seat: string, kind: K, body: StatementOf<K>): Done {
  const fact = { kind, body } as unknown as Statement;
  const who = { seat: seat as SeatId, head: { seat: seat as SeatId, via: 'app' as const }, key: keyOf(seat) };
  const refused = decide(table.state, fact, who, sha256);
  if (refused !== undefined) return { refused: refused.code };
  const { origin, head } = stamp(table, seat, kind);
  applyStatement(table.state, fact, origin, head);
  return { entry: origin.entry };
}

/** What nobody may refuse while a meeting is set up. */
export function must(done: Done): Hash {
  if (done.entry === undefined) throw new Error(`refused: ${done.refused}`);
  return done.entry;
}

/** A device for a seat: without one it says nothing. */
export const bind = (table: Table, seat: string): Hash =>
  must(
    rule(table, 'device-bound', {
      seat: seat as SeatId,
      key: keyOf(seat),
      kem: keyOf(seat),
      proof: 'A'.repeat(86),
    }),
  );

export type Wish = {
  readonly rules: CouncilRules;
  readonly set: CriteriaSet;
  /** In the order of the table; seat numbers count from 1. */
  readonly roles: readonly Role[];
  readonly platforms?: number;
};

export const hashOfSet = (set: CriteriaSet): Hash =>
  Buffer.from(sha256(utf8(canonical(set as Parameters<typeof canonical>[0])))).toString('hex') as Hash;

/** A book with its rules, criteria, platforms, seats and devices; the meeting is not open yet. */
export function tableOf({ rules, set, roles, platforms = 1 }: Wish): Table {
  const table: Table = { state: emptyState('b'.repeat(64) as BookId, FEED, '0'.repeat(64) as Hash), entries: 0 };
  const seats = roles.map((_, at) => seatAt(at + 1));
  const recorder = seats[roles.findIndex((role) => role === 'administrative-secretary' || role === 'secretary')];
  const first = seats[0];
  if (first === undefined) throw new Error('a council of nobody');
  must(
    rule(table, 'book-opened', {
      bookKind: 'session',
      keepers: [first],
      recorder: recorder ?? first,
      rulesVersion: 1,
      rules,
    }),
  );
  must(rule(table, 'criteria-loaded', { sha256: hashOfSet(set), set }));
  for (const [at, role] of roles.entries())
    must(rule(table, 'seat-appointed', { seat: seatAt(at + 1), role, order: at + 1 }));
  for (const seat of seats) bind(table, seat);
  for (let at = 1; at <= platforms; at++)
    must(
      rule(table, 'platform-added', {
        platform: platformAt(at),
        name: `Nền tảng ${at}`,
        owner: 'Cơ quan chủ quản',
        enterprise: '',
        address: '',
      }),
    );
  return table;
}

/** The key of one ballot, and what the ballot commits itself to. */
export const keyFor = (poll: string, seat: string, nth: number) => {
  const key = sha256(utf8(`key ${poll} ${seat} ${nth}`));
  return { key: toBase64(key), commit: keyCommit(sha256, key) as Hash };
};
