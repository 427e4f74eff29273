// A council whose book is written feed by feed: a recorder that rules by the rules, and members who say what they like.
import { createHash, createPrivateKey, sign as nodeSign } from 'node:crypto';
import { nodeSha256 as sha256 } from '../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, openDevice } from '../../electron/seal/node-keys.ts';
import { toBase64, toHex, utf8 } from '../../shared/base/bytes.ts';
import { canonical } from '../../shared/base/canonical.ts';
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import { appendRun, type Book, emptyBook } from '../../shared/book/book.ts';
import { decide } from '../../shared/book/decide.ts';
import { decideRuling } from '../../shared/book/decide-ruling.ts';
import { readFact, writeBody } from '../../shared/book/fact.ts';
import { advance, fold } from '../../shared/book/fold.ts';
import type { Head } from '../../shared/book/head.ts';
import type { Ruling, RulingKind, RulingOf } from '../../shared/book/rulings.ts';
import type { State } from '../../shared/book/state.ts';
import type { Statement, StatementKind, StatementOf } from '../../shared/book/statements.ts';
import { newFeed, nextEntry, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { Role } from '../../shared/council/roles.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { criterionHash } from '../../shared/criteria/criterion-hash.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';

export { sha256 };
export const SALT = 'A'.repeat(22);
export const hexOf = (label: string, length: number): string =>
  createHash('shake256', { outputLength: length }).update(label).digest('hex');
export const shortOf = (label: string): string => hexOf(label, 8);

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
/** Devices are made once: what a history is about is the order, not the keys. */
const made = Array.from({ length: 12 }, () => {
  const secret = newDeviceSecret();
  const { key, kem } = openDevice(secret);
  const signing = createPrivateKey({ key: Buffer.from(secret.sign, 'base64url'), type: 'pkcs8', format: 'der' });
  return { key: toBase64(key) as PublicKey, kem: toBase64(kem) as PublicKey, signing };
});
const NO_SIGNATURE = toBase64(new Uint8Array(64));

export const keyOfDevice = (device: number): PublicKey => (made[device] as (typeof made)[number]).key;
export const kemOfDevice = (device: number): PublicKey => (made[device] as (typeof made)[number]).kem;
export const signBy = (device: number, message: Uint8Array): string =>
  nodeSign(null, message, (made[device] as (typeof made)[number]).signing).toString('base64url');

export type Member = { readonly seat: SeatId; readonly device: number; own: OwnFeed };
export type HistoryTable = {
  readonly book: Book;
  state: State;
  readonly members: Member[];
  recorder: OwnFeed;
  /** Which of the made devices signs the recording feed. */
  recorderDevice: number;
  minute: number;
  /** Real Ed25519, or 64 zero bytes where a history is only folded. */
  readonly isSigned: boolean;
};

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 1, 0) + minute * 1_000).toISOString();

/** One entry, one commit, in a feed of its device, whatever the rules say; nothing is folded. */
export function append(
  table: HistoryTable,
  own: OwnFeed,
  device: number,
  kind: string,
  body: string,
  more = {},
): OwnFeed {
  const seen = { seq: table.state.recording.seq, hash: table.state.recording.hash };
  const isRecorder = own.feed === table.recorder.feed;
  const next = nextEntry(sha256, own, {
    kind,
    body,
    at: at(table.minute++),
    ...(isRecorder || seen.seq === 0 ? {} : { seen }),
    ...more,
  });
  const sig = table.isSigned
    ? nodeSign(null, next.message, (made[device] as (typeof made)[number]).signing).toString('base64url')
    : NO_SIGNATURE;
  const run = { feed: own.feed, from: next.own.seq, entries: [next.entry], commits: [{ seq: next.own.seq, sig }] };
  appendRun(table.book, { key: own.key, run, last: next.own });
  return next.own;
}

/** Written whatever the rules say: what a planted deviation is. */
export function force<K extends RulingKind>(table: HistoryTable, kind: K, body: RulingOf<K>): Hash {
  table.recorder = append(table, table.recorder, table.recorderDevice, kind, writeBody(body as never));
  advance(table.state, table.book, sha256);
  if (table.state.readOnly) throw new Error(`the book stopped: ${JSON.stringify(table.state.readOnly)}`);
  return table.recorder.hash;
}

/** Written where the rules allow it; gives the refusal's code otherwise. */
export function rule<K extends RulingKind>(table: HistoryTable, kind: K, body: RulingOf<K>): string | undefined {
  const refused = decideRuling(table.state, { kind, body } as unknown as Ruling, sha256);
  if (refused === undefined) force(table, kind, body);
  return refused?.code;
}

export function say<K extends StatementKind>(
  table: HistoryTable,
  member: Member,
  kind: K,
  body: StatementOf<K>,
  more: { readonly for?: SeatId; readonly via?: 'paper' | 'hands' } = {},
): Hash {
  member.own = append(table, member.own, member.device, kind, writeBody(body as never), more);
  return member.own.hash;
}

/** Rules the next `most` statements of a member as they stand at this moment, refusing each that the rules refuse. */
export function admit(table: HistoryTable, member: Member, most = Number.POSITIVE_INFINITY, wrong?: string): void {
  const log = table.book.feeds.get(member.own.feed);
  const from = table.state.feeds[member.own.feed]?.ruledTo.seq ?? 0;
  const upTo = Math.min(log?.entries.length ?? 0, from + most);
  if (log === undefined || upTo <= from) return;
  const trial = structuredClone(table.state);
  const refused: { seq: number; code: string }[] = [];
  for (let seq = from + 1; seq <= upTo; seq++) {
    const read = readFact(log.entries[seq - 1] as never);
    if (!read.ok || read.value.withheld) throw new Error('a statement of one’s own does not read');
    const { head, fact } = read.value;
    const speaker = { seat: (head as Head).for ?? head.seat, head, key: log.key };
    const rule = decide(trial, fact as Statement, speaker, sha256);
    if (rule) refused.push({ seq, code: rule.code });
    else applyStatement(trial, fact as Statement, { entry: read.value.hash, at: head.at }, head);
  }
  if (wrong !== undefined) refused.push({ seq: upTo, code: wrong });
  force(table, 'ruled', { feed: member.own.feed, upTo, hash: log.entries[upTo - 1]?.hash as Hash, refused });
}

export const ruledHeads = ({ state }: HistoryTable) =>
  Object.values(state.feeds).map(({ feed, ruledTo }) => ({ feed, seq: ruledTo.seq, hash: ruledTo.hash }));

export const setHash = (set: object): Hash => toHex(sha256(utf8(canonical(set as never)))) as Hash;

export function bind(table: HistoryTable, seat: SeatId, device: number): Member {
  const { key, kem, signing } = made[device] as (typeof made)[number];
  const message = deviceProofMessage(table.book.id, seat, bytesOf(key), bytesOf(kem));
  const proof = nodeSign(null, message, signing).toString('base64url');
  force(table, 'device-bound', { seat, key, kem, proof });
  const feed = hexOf(`feed ${seat}`, 16) as FeedId;
  const own = newFeed(sha256, { book: table.book.id, feed, key, seat, via: 'app' });
  const member = { seat, device, own };
  table.members.push(member);
  return member;
}

export type Setting = {
  readonly rules: CouncilRules;
  readonly roles: readonly Role[];
  readonly set: CriteriaSet;
  readonly platforms: number;
  readonly isSigned: boolean;
  /** Seats without a device: they vote on paper or not at all. */
  readonly bare: readonly number[];
  /** Who may pass the recording on; the recorder alone where it is left out. */
  readonly keepers?: readonly number[];
};

export const seatAt = (index: number): SeatId => shortOf(`seat ${index}`) as SeatId;
export const platformAt = (index: number): string => shortOf(`platform ${index}`);

/** A council set up and its meeting opened; nobody has come yet. Seat 1 records. */
export function openTable({ rules, roles, set, platforms, isSigned, bare, keepers = [1] }: Setting): HistoryTable {
  const { key } = made[1] as (typeof made)[number];
  const recorderSeat = seatAt(1);
  const first = newFeed(sha256, {
    book: '',
    feed: hexOf('recorder', 16) as FeedId,
    key,
    seat: recorderSeat,
    via: 'app',
  });
  const opening: RulingOf<'book-opened'> = {
    bookKind: 'session',
    keepers: keepers.map(seatAt),
    recorder: recorderSeat,
    rulesVersion: 1,
    rules,
  };
  const next = nextEntry(sha256, first, { kind: 'book-opened', body: writeBody(opening), at: at(0) });
  const book = emptyBook(next.entry.hash as string as BookId);
  const sig = isSigned
    ? nodeSign(null, next.message, (made[1] as (typeof made)[number]).signing).toString('base64url')
    : NO_SIGNATURE;
  appendRun(book, {
    key,
    run: { feed: first.feed, from: 1, entries: [next.entry], commits: [{ seq: 1, sig }] },
    last: next.own,
  });
  const state = fold(book, sha256) as State;
  const table: HistoryTable = { book, state, members: [], recorder: next.own, recorderDevice: 1, minute: 1, isSigned };
  for (const [order, role] of roles.entries()) {
    force(table, 'seat-appointed', { seat: seatAt(order), role, order });
    force(table, 'person-named', { _salt: SALT, seat: seatAt(order), name: `Người ${order}`, position: '', unit: '' });
    if (!bare.includes(order)) bind(table, seatAt(order), order);
  }
  force(table, 'criteria-loaded', { sha256: setHash(set), set });
  for (let number = 0; number < platforms; number++)
    force(table, 'platform-added', {
      platform: platformAt(number),
      name: `Nền tảng ${number}`,
      owner: '',
      enterprise: '',
      address: '',
    });
  const marks = criteriaOf(set).map((criterion) => {
    const text = criterionHash(criterion, sha256) as Hash;
    return { criterion: criterion.id, text, verdict: 'met' as const, met: 5, of: 7 };
  });
  if (platforms > 0)
    force(table, 'evaluated-before', {
      ...{ platform: platformAt(0), book: hexOf('earlier', 32) as Hash, poll: shortOf('earlier'), at: at(0) },
      ...{ set: { sha256: setHash(set), id: set.id, version: set.version }, outcome: 'all', marks },
    });
  force(table, 'meeting-opened', { presiding: seatAt(0) });
  return table;
}
