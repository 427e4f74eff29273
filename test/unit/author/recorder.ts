// A small recording device over the real book: real fold and decide, real keys, and a host's answers for one link each.
import { randomBytes } from 'node:crypto';
import { nodeCiphers, nodeSha256 } from '../../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, nodeVerify, openDevice } from '../../../electron/seal/node-keys.ts';
import { fromBase64, toBase64, toHex, utf8 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import type { BookId, FeedId, Hash, PlatformId, PollId, PublicKey, SeatId } from '../../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../../shared/base/result.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText, wireRun } from '../../../shared/book/book.ts';
import { decide } from '../../../shared/book/decide.ts';
import { decideRuling } from '../../../shared/book/decide-ruling.ts';
import type { Entry, Run } from '../../../shared/book/entry.ts';
import { readFact, writeBody } from '../../../shared/book/fact.ts';
import { advance, fold } from '../../../shared/book/fold.ts';
import type { Ruling, RulingKind, RulingOf } from '../../../shared/book/rulings.ts';
import { entitledSeats, holderSeats, holdersOf } from '../../../shared/book/seating.ts';
import type { State } from '../../../shared/book/state.ts';
import type { Statement, StatementKind, StatementOf } from '../../../shared/book/statements.ts';
import { textHash } from '../../../shared/book/text-hash.ts';
import { commitFacts, newFeed, type OwnFeed } from '../../../shared/book/write-entry.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import type { DeviceKeys } from '../../../shared/seal/ciphers.ts';
import { deviceProofMessage, helloMessage } from '../../../shared/seal/device-proof.ts';
import { openBallots } from '../../../shared/seal/open-ballots.ts';
import type { Opened } from '../../../shared/seal/opened.ts';
import { ballotAad, sealBallot, shareInfo } from '../../../shared/seal/seal-ballot.ts';

const name = (vi: string) => ({ vi, en: vi });
const pass = { kind: 'pass-fail' as const, tags: [], notApplicable: true };
export const SMALL_SET: CriteriaSet = {
  v: 1,
  id: 'nho',
  version: '1',
  sample: true,
  name: name('Bộ nhỏ'),
  legalBasis: [],
  outcomes: [{ when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') }],
  groups: [
    {
      id: 'g',
      name: name('Nhóm'),
      criteria: [
        { ...pass, id: 'c1', statement: name('một') },
        { ...pass, id: 'c2', statement: name('hai') },
      ],
    },
  ],
};

export const ROLES = ['chair', 'secretary', 'reviewer', 'member', 'member'] as const;
const short = () => toHex(randomBytes(8));
const AT = '2026-11-23T01:00:00.000Z';

export type Device = { readonly keys: DeviceKeys; own: OwnFeed };
export type Recorder = Awaited<ReturnType<typeof openRecorder>>;

const newDevice = (): DeviceKeys => openDevice(newDeviceSecret());
const keyText = (keys: DeviceKeys) => toBase64(keys.key) as PublicKey;

/** A session of five seats, one platform, everybody present; `unbound` seats have no device yet. */
export async function openRecorder(unbound: readonly number[] = [3]) {
  const recording = newDevice();
  const seats = ROLES.map(() => short() as SeatId);
  const seat = (at: number) => seats[at] as SeatId;
  const platform = short() as PlatformId;
  let own = newFeed(nodeSha256, {
    book: '',
    feed: toHex(randomBytes(16)) as FeedId,
    key: keyText(recording),
    seat: seat(1),
    via: 'app',
  });
  let book: Book = emptyBook('' as BookId);
  let state: State | undefined;
  const devices = new Map<SeatId, Device>();
  const now = () => state as State;

  const take = async (run: Run) => {
    const checked = await checkRun(book, wireRun(run), nodeSha256, nodeVerify);
    if (!checked.ok) throw new Error(JSON.stringify(checked.refusal));
    appendRun(book, checked.value);
  };
  const write = async (facts: readonly Ruling[]): Promise<readonly Entry[]> => {
    const texts = facts.map(({ kind, body }) => ({ kind, body: writeBody(body), at: AT }));
    const { run, own: after } = await commitFacts(nodeSha256, own, texts, recording.sign, toBase64);
    if (own.book === '') book = emptyBook(after.book as BookId);
    await take(run);
    own = after;
    if (state === undefined) state = fold(book, nodeSha256);
    else advance(state, book, nodeSha256);
    if (state?.readOnly) throw new Error(JSON.stringify(state.readOnly));
    return run.entries;
  };
  /** Rules one fact as the rules allow; `anyway` is a recorder that does not keep to them. */
  const rule = async <K extends RulingKind>(kind: K, body: RulingOf<K>, anyway = false): Promise<Entry> => {
    const fact = { kind, body } as unknown as Ruling;
    const barred = state && !anyway ? decideRuling(state, fact, nodeSha256) : undefined;
    if (barred) throw new Error(JSON.stringify(barred));
    return (await write([fact]))[0] as Entry;
  };
  const bind = async (at: SeatId, keys: Pick<DeviceKeys, 'key' | 'kem'>, proof: string) =>
    await rule('device-bound', {
      seat: at,
      key: toBase64(keys.key) as PublicKey,
      kem: toBase64(keys.kem) as PublicKey,
      proof,
    });

  await rule('book-opened', {
    bookKind: 'session',
    keepers: [seat(0)],
    recorder: seat(1),
    rulesVersion: 1,
    rules: DEFAULT_RULES,
  });
  await rule('criteria-loaded', {
    sha256: toHex(nodeSha256(utf8(canonical(SMALL_SET as Parameters<typeof canonical>[0])))) as Hash,
    set: SMALL_SET,
  });
  for (const [at, role] of ROLES.entries()) await rule('seat-appointed', { seat: seat(at), role, order: at });
  await rule('platform-added', { platform, name: 'Nền tảng', owner: 'Cơ quan', enterprise: '', address: '' });
  for (const at of ROLES.keys()) {
    if (unbound.includes(at)) continue;
    const keys = newDevice();
    const proof = toBase64(await keys.sign(deviceProofMessage(book.id, seat(at), keys.key, keys.kem)));
    await bind(seat(at), keys, proof);
    const feed = toHex(randomBytes(16)) as FeedId;
    devices.set(seat(at), {
      keys,
      own: newFeed(nodeSha256, { book: book.id, feed, key: keyText(keys), seat: seat(at), via: 'app' }),
    });
  }
  await rule('meeting-opened', { presiding: seat(0) });
  for (const at of ROLES.keys()) await rule('attendance-marked', { seat: seat(at), presence: 'present', note: '' });

  /** Takes a run of statements and rules each: admitted, or refused with the code of the rule. */
  const append = async (run: RunText): Promise<Result<{ refused: { seq: number; code: string }[] }>> => {
    const checked = await checkRun(book, run, nodeSha256, nodeVerify);
    if (!checked.ok) return checked;
    appendRun(book, checked.value);
    const refused: { seq: number; code: string }[] = [];
    for (const [index, entry] of checked.value.run.entries.entries()) {
      const seq = run.from + index;
      const read = readFact(entry);
      if (!read.ok || read.value.withheld) throw new Error('a statement that cannot be read');
      const { head, fact } = read.value;
      const who = { seat: head.for ?? head.seat, head, key: checked.value.key };
      const code = decide(now(), fact as Statement, who, nodeSha256)?.code;
      const refusals = code === undefined ? [] : [{ seq, code }];
      refused.push(...refusals);
      await rule('ruled', { feed: run.feed as FeedId, upTo: seq, hash: entry.hash, refused: refusals });
    }
    return ok({ refused });
  };

  /** A statement of one of the devices made here. */
  const say = async <K extends StatementKind>(at: SeatId, kind: K, body: StatementOf<K>) => {
    const device = devices.get(at) as Device;
    const fact = { kind, body: writeBody(body as Parameters<typeof writeBody>[0]), at: AT };
    const { run, own: after } = await commitFacts(nodeSha256, device.own, [fact], device.keys.sign, toBase64);
    const taken = await append(wireRun(run));
    device.own = after;
    return { taken, entry: run.entries[0] as Entry };
  };

  const openPoll = async (): Promise<PollId> => {
    const poll = short() as PollId;
    const subject = { of: 'platform' as const, platform, round: 1 };
    const [entitled, holders] = [[...entitledSeats(now(), platform)], [...holderSeats(now())]];
    await rule('poll-opened', { poll, subject, secrecy: 'blind', by: 'devices', entitled, holders });
    return poll;
  };
  const ruledHeads = () => Object.values(now().feeds).map(({ feed, ruledTo }) => ({ feed, ...ruledTo }));
  const standingIn = (poll: string) => Object.values(now().polls[poll]?.standing ?? {});
  const close = async (poll: string, counted = standingIn(poll), anyway = false) =>
    await rule('round-closed', { poll, upTo: ruledHeads(), counted, setAside: [] }, anyway);
  const recordingRun = (from: number, upTo = Number.POSITIVE_INFINITY): RunText | null => {
    const log = book.feeds.get(own.feed);
    const commits = (log?.commits ?? []).filter(({ seq }) => seq >= from && seq <= upTo);
    const end = commits.at(-1)?.seq ?? 0;
    if (log === undefined || end < from) return null;
    return wireRun({ feed: log.feed, from, entries: log.entries.slice(from - 1, end), commits });
  };

  return {
    recording,
    seats,
    seat,
    platform,
    devices,
    id: () => book.id,
    book: () => book,
    state: now,
    own: () => own,
    rule,
    write,
    bind,
    say,
    append,
    openPoll,
    close,
    reveal: async (poll: string) => await rule('revealed', { poll }),
    standingIn,
    recordingRun,
    opened: async (): Promise<Opened> => await openBallots(nodeCiphers, now(), book),
    declareAll: async (but: readonly number[] = []) => {
      for (const at of ROLES.keys())
        if (!but.includes(at)) await say(seat(at), 'interest-declared', { declared: [{ platform, conflict: false }] });
    },
    putConclusion: async (text: string) => {
      const conclusion = short();
      const sha256 = textHash(nodeSha256, text) as Hash;
      await rule('conclusion-put', { conclusion, platform, outcome: 'none', text, sha256 });
      return { conclusion, sha256 };
    },
    openVote: async (conclusion: string): Promise<PollId> => {
      const poll = short() as PollId;
      const entitled = [...entitledSeats(now(), platform)];
      await rule('poll-opened', {
        poll,
        subject: { of: 'conclusion', conclusion },
        secrecy: 'open',
        by: 'devices',
        entitled,
        holders: [],
      });
      return poll;
    },
    /** A sealed ballot of a device made here, and the key that this device then forgets to release. */
    castFor: async (at: SeatId, poll: PollId) => {
      const device = devices.get(at) as Device;
      const place = { book: book.id, feed: device.own.feed, seq: device.own.seq + 1, seat: at, poll };
      const holders = holdersOf(now(), { holders: now().polls[poll]?.holders ?? [] }, at);
      const { key, body } = await sealBallot(nodeCiphers, place, '{"_salt":"x"}', holders);
      const { entry } = await say(at, 'ballot-cast', body);
      return { ballot: entry.hash, key };
    },
    /** The other holder's share, opened and released by its device. */
    shareOf: async (at: SeatId, poll: PollId, ballot: Hash) => {
      const sealed = now().polls[poll]?.ballots[ballot];
      const log = sealed && book.feeds.get(sealed.feed);
      const body = JSON.parse(log?.entries[(sealed?.seq ?? 0) - 1]?.body ?? '{}') as StatementOf<'ballot-cast'>;
      const held = body.shares.find(({ holder }) => holder === at);
      const place = {
        book: book.id,
        feed: sealed?.feed as FeedId,
        seq: sealed?.seq ?? 0,
        seat: sealed?.seat as SeatId,
        poll,
      };
      const info = shareInfo(ballotAad(place), at);
      const share = await (devices.get(at) as Device).keys.unwrap(fromBase64(held?.wrapped ?? ''), info);
      return await say(at, 'share-released', { poll, ballot, share: toBase64(share) });
    },
    /** Another entry at a number the feed has already, signed by the true recording device. */
    forkedAt: async (seq: number): Promise<RunText> => {
      const log = book.feeds.get(own.feed);
      const previous = log?.entries[seq - 2]?.hash as Hash;
      const before = { ...own, seq: seq - 1, hash: previous };
      const fact = { kind: 'meeting-closed', body: '{}', at: AT };
      const { run } = await commitFacts(nodeSha256, before, [fact], recording.sign, toBase64);
      return wireRun(run);
    },
  };
}

type Answer = Result<unknown>;
/** What one link may do to a test's liking. */
export type LinkBehaviour = {
  /** Nothing gets through. */
  down: boolean;
  /** What is sent arrives, and the answer is lost. */
  deaf: boolean;
  /** Shows the recording feed otherwise than it is. */
  show?: (from: number) => RunText | null;
  /** Gives this ballot when another is asked for. */
  instead?: string;
};

/** A link of its own with a host's answers; every text that leaves the page is in `sent`. */
export function linkTo(recorder: Recorder, codes: ReadonlyMap<string, SeatId>) {
  const challenge = randomBytes(32);
  const sent: string[] = [];
  const behaviour: LinkBehaviour = { down: false, deaf: false };
  let mine: SeatId | undefined;
  const become = (seat: SeatId): Answer => {
    mine = seat;
    return ok({ book: recorder.id(), seat, recording: keyText(recorder.recording) });
  };
  type In = {
    readonly code: string;
    readonly key: string;
    readonly kem: string;
    readonly proof: string;
    readonly sig: string;
    readonly run: RunText;
    readonly feed: FeedId;
    readonly from: number;
  };
  const methods: Readonly<Record<string, (input: In) => Promise<Answer>>> = {
    'seat.challenge': async () => ok({ challenge: toBase64(challenge) }),
    'seat.ask': async ({ code }) => {
      const seat = codes.get(code);
      return seat ? ok({ book: recorder.id(), seat, name: 'Bà Mai' }) : refuse('code-unknown');
    },
    'seat.join': async ({ code, key, kem, proof }) => {
      const seat = codes.get(code);
      if (seat === undefined) return refuse('code-unknown');
      const message = deviceProofMessage(recorder.id(), seat, fromBase64(key), fromBase64(kem));
      if (!nodeVerify(fromBase64(key), message, fromBase64(proof))) return refuse('device-proof-wrong');
      await recorder.bind(seat, { key: fromBase64(key), kem: fromBase64(kem) }, proof);
      return become(seat);
    },
    'seat.return': async ({ key, sig }) => {
      const device = recorder.state().devices[key];
      const message = helloMessage(recorder.id(), challenge);
      if (!device || !nodeVerify(fromBase64(key), message, fromBase64(sig))) return refuse('seat-not-known-here');
      return become(device.seat);
    },
    'feed.append': async ({ run }) => (mine ? await recorder.append(run) : refuse('not-allowed')),
    'feed.tip': async ({ feed }) => {
      const log = recorder.book().feeds.get(feed);
      return ok({ seq: log?.entries.length ?? 0, hash: log?.entries.at(-1)?.hash ?? '' });
    },
    'recording.read': async ({ from }) => ok({ run: (behaviour.show ?? recorder.recordingRun)(from) }),
    'presence.report': async () => ok({}),
  };
  const call = async (method: string, input: unknown): Promise<Answer> => {
    if (behaviour.down) return refuse('link-lost');
    const text = JSON.stringify({ call: method, input });
    sent.push(text);
    const answer = (await methods[method]?.(JSON.parse(text).input)) ?? refuse('method-unknown', { name: method });
    return behaviour.deaf ? refuse('link-lost') : answer;
  };
  const readBallot = (asked: string): Answer => {
    const ballot = behaviour.instead ?? asked;
    for (const log of recorder.book().feeds.values()) {
      const at = log.entries.findIndex(({ hash }) => hash === ballot);
      const entry = log.entries[at];
      const previous =
        at > 0
          ? log.entries[at - 1]?.hash
          : recorder.state().feeds[log.feed] &&
            newFeed(nodeSha256, {
              book: recorder.id(),
              feed: log.feed,
              key: log.key,
              seat: recorder.seat(0),
              via: 'app',
            }).hash;
      if (entry && previous) return ok({ previous, head: entry.head, body: entry.body });
    }
    return refuse('entry-unknown');
  };
  return { call, readBallot, sent, behaviour };
}
