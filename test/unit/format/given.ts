// A small council whose book is written entry by entry, honest or not: the recorder here may rule whatever a test says.
import { createHash, createPrivateKey, sign as nodeSign } from 'node:crypto';
import { nodeCiphers, nodeSha256 as sha256 } from '../../../electron/seal/node-ciphers.ts';
import { type DeviceSecret, openDevice } from '../../../electron/seal/node-keys.ts';
import { toBase64, utf8 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import type { BookId, FeedId, Hash, PollId, PublicKey, SeatId } from '../../../shared/base/ids.ts';
import { writeBallot } from '../../../shared/book/ballot.ts';
import { appendRun, type Book, emptyBook } from '../../../shared/book/book.ts';
import type { Entry } from '../../../shared/book/entry.ts';
import { writeBody } from '../../../shared/book/fact.ts';
import { fold } from '../../../shared/book/fold.ts';
import type { RulingKind, RulingOf } from '../../../shared/book/rulings.ts';
import { entitledSeats, holderSeats, holdersOf } from '../../../shared/book/seating.ts';
import type { State } from '../../../shared/book/state.ts';
import type { StatementKind, StatementOf } from '../../../shared/book/statements.ts';
import { textHash } from '../../../shared/book/text-hash.ts';
import { newFeed, nextEntry, type OwnFeed } from '../../../shared/book/write-entry.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { deviceProofMessage } from '../../../shared/seal/device-proof.ts';
import { sealBallot } from '../../../shared/seal/seal-ballot.ts';
import { setOf } from '../results/given.ts';

export { nodeCiphers, sha256 };

/** Bytes that are the same in every run. */
export const fixed = (label: string, length: number): Uint8Array =>
  new Uint8Array(createHash('shake256', { outputLength: length }).update(label).digest());
const hex = (label: string, length: number) => Buffer.from(fixed(label, length)).toString('hex');
export const id = (label: string) => hex(label, 8);

const PKCS8 = { sign: '302e020100300506032b657004220420', kem: '302e020100300506032b656e04220420' };
const secretOf = (name: string): DeviceSecret => ({
  sign: Buffer.concat([Buffer.from(PKCS8.sign, 'hex'), fixed(`${name} sign`, 32)]).toString('base64url'),
  kem: Buffer.concat([Buffer.from(PKCS8.kem, 'hex'), fixed(`${name} kem`, 32)]).toString('base64url'),
});

export const NAMES = ['chair', 'secretary', 'an', 'bình', 'chi'] as const;
export type Name = (typeof NAMES)[number] | 'recorder' | 'thief';
export const seatOf = (name: string) =>
  id(`seat ${name === 'recorder' || name === 'thief' ? 'secretary' : name}`) as SeatId;
export const deviceOf = (name: string) => openDevice(secretOf(name === 'recorder' ? 'secretary' : name));
export const keyOf = (name: string) => toBase64(deviceOf(name).key) as PublicKey;
export const kemOf = (name: string) => toBase64(deviceOf(name).kem) as PublicKey;
/** Ed25519 without waiting: signatures of tests are made while a book is written. */
export const signNow = (name: string, message: Uint8Array): string => {
  const der = Buffer.from(secretOf(name === 'recorder' ? 'secretary' : name).sign, 'base64url');
  return nodeSign(null, message, createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })).toString('base64url');
};

export const PLATFORM = id('platform');
export const POLL = id('poll') as PollId;
export const CONCLUSION = id('conclusion');
export const SALT = 'A'.repeat(22);
export const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();

export type Session = {
  readonly book: Book;
  readonly own: Map<string, OwnFeed>;
  minute: number;
};

export type More = {
  readonly for?: string;
  readonly via?: 'paper' | 'hands';
  readonly seat?: string;
  readonly text?: string;
  readonly seen?: { readonly seq: number; readonly hash: Hash };
};

/** Appends an entry whose signature nobody asks for: `fold` and `audit` stand on the chain alone. */
export function write(session: Session, name: string, kind: string, body: object, more: More = {}): Entry {
  const feed = session.own.get(name) as OwnFeed;
  const own = more.seat === undefined ? feed : { ...feed, seat: more.seat as SeatId };
  const made = nextEntry(sha256, own, {
    kind,
    body: more.text ?? writeBody(body as never),
    at: at(session.minute++),
    ...(more.seen === undefined ? {} : { seen: more.seen }),
    ...(more.for === undefined ? {} : { for: more.for as SeatId, via: more.via ?? 'hands' }),
  });
  session.own.set(name, { ...made.own, seat: feed.seat });
  const { entry } = made;
  const commits = [{ seq: made.own.seq, sig: signNow(name, made.message) }];
  appendRun(session.book, {
    key: own.key,
    run: { feed: own.feed, from: made.own.seq, entries: [entry], commits },
    last: made.own,
  });
  return entry;
}

export const rule = <K extends RulingKind>(session: Session, kind: K, body: RulingOf<K>, more?: More): Entry =>
  write(session, 'recorder', kind, body, more);
export const say = <K extends StatementKind>(
  session: Session,
  name: string,
  kind: K,
  body: StatementOf<K>,
  more?: More,
): Entry => write(session, name, kind, body, more);

export const tip = (session: Session, name: string) => {
  const { feed, seq, hash } = session.own.get(name) as OwnFeed;
  return { feed, seq, hash };
};

/** Rules everything that a seat has said, or a part of it. */
export function admit(
  session: Session,
  name: string,
  refused: { seq: number; code: string }[] = [],
  upTo?: number,
): Entry {
  const { feed, seq } = tip(session, name);
  const last = upTo ?? seq;
  const hash = session.book.feeds.get(feed)?.entries[last - 1]?.hash as Hash;
  return rule(session, 'ruled', { feed, upTo: last, hash, refused });
}

export const stateOf = (session: Session): State => fold(session.book, sha256) as State;

export const openFeed = (session: Session, feedName: string, name: string): void => {
  const feed = hex(`feed ${feedName}`, 16) as FeedId;
  session.own.set(
    feedName,
    newFeed(sha256, { book: session.book.id, feed, key: keyOf(name), seat: seatOf(name), via: 'app' }),
  );
};

/** A council of five, bound, present, declared; the round is open. */
export function council(ids = 'pp'): Session {
  const feed = hex('feed recorder', 16) as FeedId;
  const recorder = newFeed(sha256, { book: '', feed, key: keyOf('recorder'), seat: seatOf('secretary'), via: 'app' });
  const opening = {
    bookKind: 'session',
    keepers: ['chair', 'secretary', 'an'].map(seatOf),
    recorder: seatOf('secretary'),
    rulesVersion: 1,
    rules: DEFAULT_RULES,
  } as const;
  const first = nextEntry(sha256, recorder, { kind: 'book-opened', body: writeBody(opening), at: at(0) });
  const session: Session = {
    book: emptyBook(first.entry.hash as string as BookId),
    own: new Map([['recorder', recorder]]),
    minute: 0,
  };
  rule(session, 'book-opened', opening);
  for (const [order, name] of NAMES.entries()) {
    const role = name === 'chair' || name === 'secretary' ? name : 'member';
    rule(session, 'seat-appointed', { seat: seatOf(name), role, order });
    rule(session, 'person-named', { _salt: SALT, seat: seatOf(name), name, position: '', unit: '' });
    const message = deviceProofMessage(session.book.id, seatOf(name), deviceOf(name).key, deviceOf(name).kem);
    rule(session, 'device-bound', {
      seat: seatOf(name),
      key: keyOf(name),
      kem: kemOf(name),
      proof: signNow(name, message),
    });
    openFeed(session, name, name);
  }
  const set = setOf(ids);
  rule(session, 'criteria-loaded', { sha256: setHash(set), set });
  rule(session, 'platform-added', { platform: PLATFORM, name: 'Nền tảng', owner: '', enterprise: '', address: '' });
  rule(session, 'meeting-opened', { presiding: seatOf('chair') });
  for (const name of NAMES) rule(session, 'attendance-marked', { seat: seatOf(name), presence: 'present', note: '' });
  for (const name of NAMES) {
    say(session, name, 'interest-declared', { declared: [{ platform: PLATFORM, conflict: false }] });
    admit(session, name);
  }
  return session;
}

/** SHA-256 of the canonical text of the set. */
export const setHash = (set: object) => Buffer.from(sha256(utf8(canonical(set as never)))).toString('hex') as Hash;

export function openPoll(session: Session): Session {
  const state = stateOf(session);
  rule(session, 'poll-opened', {
    poll: POLL,
    subject: { of: 'platform', platform: PLATFORM, round: 1 },
    secrecy: 'blind',
    by: 'devices',
    entitled: [...entitledSeats(state, PLATFORM)],
    holders: [...holderSeats(state)],
  });
  return session;
}

export type Cast = { readonly name: string; readonly entry: Hash; readonly key: string; readonly plain: string };

export async function cast(
  session: Session,
  name: string,
  more: Partial<StatementOf<'ballot-cast'>> = {},
): Promise<Cast> {
  const { feed, seq } = tip(session, name);
  const state = stateOf(session);
  const set = (state.criteria as NonNullable<State['criteria']>).set;
  const items = Object.fromEntries(
    set.groups.flatMap(({ criteria }) => criteria.map((one) => [one.id, { mark: 'met' as const }])),
  );
  const plain = writeBallot({ poll: POLL, items }, toBase64(fixed(`salt ${name}`, 16)));
  const place = { book: session.book.id, feed, seq: seq + 1, seat: seatOf(name), poll: POLL };
  const holders = holdersOf(state, state.polls[POLL] as State['polls'][string], seatOf(name));
  const sealed = await sealBallot(nodeCiphers, place, plain, holders);
  const entry = say(session, name, 'ballot-cast', { ...sealed.body, ...more });
  return { name, entry: entry.hash, key: toBase64(sealed.key), plain };
}

/** Heads of every feed as far as they are ruled: what a round's close names. */
export const ruledHeads = (session: Session) =>
  Object.values(stateOf(session).feeds).map(({ feed, ruledTo }) => ({ feed, seq: ruledTo.seq, hash: ruledTo.hash }));

export const closeRound = (session: Session, casts: readonly Cast[]): Entry =>
  rule(session, 'round-closed', {
    poll: POLL,
    upTo: ruledHeads(session),
    counted: casts.map(({ entry }) => entry),
    setAside: [],
  });

export const release = (session: Session, { name, entry, key }: Cast): Entry =>
  say(session, name, 'key-released', { poll: POLL, ballot: entry, key });

/** Everybody has cast, the round is closed and revealed; keys are still with the devices. */
export async function revealed(): Promise<{ session: Session; casts: Cast[] }> {
  const session = openPoll(council());
  const casts: Cast[] = [];
  for (const name of NAMES) {
    casts.push(await cast(session, name));
    admit(session, name);
  }
  closeRound(session, casts);
  rule(session, 'revealed', { poll: POLL });
  return { session, casts };
}

/** A conclusion is put and open for votes. */
export async function concluded(): Promise<{ session: Session; about: Hash; poll: PollId }> {
  const { session, casts } = await revealed();
  for (const one of casts) {
    release(session, one);
    admit(session, one.name);
  }
  const { countedHash, openBallots } = await import('../../../shared/seal/open-ballots.ts');
  const state = stateOf(session);
  const opened = await openBallots(nodeCiphers, state, session.book);
  rule(session, 'counted', {
    poll: POLL,
    sha256: countedHash(sha256, state.polls[POLL] as State['polls'][string], opened),
  });
  const text = 'Kết luận: Đạt';
  const about = textHash(sha256, text) as Hash;
  rule(session, 'conclusion-put', { conclusion: CONCLUSION, platform: PLATFORM, outcome: 'all', text, sha256: about });
  const poll = id('vote') as PollId;
  rule(session, 'poll-opened', {
    poll,
    subject: { of: 'conclusion', conclusion: CONCLUSION },
    secrecy: 'open',
    by: 'devices',
    entitled: [...entitledSeats(stateOf(session), PLATFORM)],
    holders: [],
  });
  return { session, about, poll };
}

/** Puts another body, or none, in the place of one: what a relay may do to an entry on its way. */
export function replaceBody(session: Session, name: string, seq: number, body: string | null): void {
  const log = session.book.feeds.get(tip(session, name).feed);
  const entry = log?.entries[seq - 1] as Entry;
  if (log) log.entries[seq - 1] = { ...entry, body };
}
