// Passing the recording on from this machine's side: proposing, agreeing, taking it over, handing it over, going on with it.
import type { FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Agreement, agreementRefusal, agreementsIn, nextTerm } from '../../shared/book/agree.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import { type Passage, takeoverMessage } from '../../shared/book/passing.ts';
import { keepersNeeded, keepersOf } from '../../shared/book/recorder.ts';
import type { RulingOf } from '../../shared/book/rulings.ts';
import { spoiledPolls } from '../../shared/book/void-tail.ts';
import { newFeed } from '../../shared/book/write-entry.ts';
import { deskSeat } from './desk-seat.ts';
import { newId } from './fresh.ts';
import {
  factsOf,
  type HeldFeed,
  type LiveBook,
  recordingOf,
  rule,
  state as say,
  seatFeedOf,
  signed,
  take,
} from './live-book.ts';
import type { Surroundings } from './surroundings.ts';
import { ruleWaiting } from './take-runs.ts';

/** What a keeper proposed and how many stand behind it: read off the agreements, ruled or not, that have come here. */
export type Proposal = {
  readonly passage: Passage;
  /** Seat whose machine would record. */
  readonly by: SeatId;
  /** Keepers whose own device signed for it. */
  readonly agreed: readonly { readonly seat: SeatId; readonly key: PublicKey; readonly sig: string }[];
  readonly needed: number;
};

const passageIn = (live: LiveBook, { term, from, feed, seat, key, kem }: Agreement): Passage => ({
  ...{ book: live.id, term, from, feed, seat, key },
  ...(kem === undefined ? {} : { kem }),
});

/** The last signed head of the feed that records: what a passing leaves as it is. */
export function lastHead({ book, state }: Pick<LiveBook, 'book' | 'state'>): HeadRef {
  const log = book.feeds.get(state.recording.feed);
  const seq = log?.commits.at(-1)?.seq ?? state.recording.seq;
  return { feed: state.recording.feed, seq, hash: log?.entries[seq - 1]?.hash ?? state.recording.hash };
}

/** The newest that is not overtaken; undefined where nobody proposes anything. */
export function proposalIn(live: LiveBook): Proposal | undefined {
  const { state, book } = live;
  const open = agreementsIn(book).filter(({ term }) => term > state.recording.term);
  const newest = open.toSorted((a, b) => b.term - a.term)[0];
  if (newest === undefined) return undefined;
  const keepers = new Set<string>(keepersOf(state));
  const agreed = new Map<string, Proposal['agreed'][number]>();
  for (const each of open) {
    const key = state.seats[each.by]?.device;
    if (each.feed === newest.feed && each.term === newest.term && keepers.has(each.by) && key !== undefined)
      agreed.set(each.by, { seat: each.by as SeatId, key, sig: each.sig });
  }
  return {
    passage: passageIn(live, newest),
    by: newest.seat,
    agreed: [...agreed.values()],
    needed: keepersNeeded(state),
  };
}

/** Signs for a passage by this machine's own device, as an entry of its own feed: what was signed is on record. */
async function sign(around: Surroundings, live: LiveBook, passage: Passage): Promise<Result<null>> {
  const seat = deskSeat(live);
  const held = seat && seatFeedOf(live, seat);
  if (seat === undefined || held === undefined) return refuse('seat-not-held');
  const refusal = agreementRefusal(live.state, live.book, passage, seat);
  if (refusal) return { ok: false, refusal };
  const sig = around.ciphers.toBase64(await held.device.sign(takeoverMessage(passage)));
  const { book: _, ...named } = passage;
  const said = await say(around, live, seat, async () => ({ kind: 'takeover-agreed', body: { ...named, sig } }));
  return said.ok ? ok(null) : said;
}

/** This machine proposes itself, at the longest prefix that it knows. Refuses `recording-here` and what `agreementRefusal` does. */
export async function propose(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  if (recordingOf(live)) return refuse('recording-here');
  const seat = deskSeat(live);
  const held = seat && seatFeedOf(live, seat);
  if (seat === undefined || held === undefined) return refuse('seat-not-held');
  return await sign(around, live, {
    book: live.id,
    term: nextTerm(live.state, live.book),
    from: lastHead(live),
    feed: newId(around, 16) as FeedId,
    seat,
    key: held.own.key,
  });
}

/** Refuses `proposal-unknown` where the newest one is another by now. */
export async function agree(around: Surroundings, live: LiveBook, proposal: string): Promise<Result<null>> {
  const open = proposalIn(live);
  if (open === undefined || proposalName(around, open) !== proposal) return refuse('proposal-unknown');
  return await sign(around, live, open.passage);
}

/** SHA-256 of what is signed: one name for one proposal on every machine. */
export const proposalName = ({ ciphers }: Surroundings, { passage }: Proposal): Hash =>
  Buffer.from(ciphers.sha256(takeoverMessage(passage))).toString('hex') as Hash;

/** Begins the new recording feed, then rules on all that has waited. Refuses `proposal-unknown`, `passing-minority`. */
export async function takeOver(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  const open = proposalIn(live);
  if (open === undefined || open.by !== deskSeat(live)) return refuse('proposal-unknown');
  const { agreed, needed } = open;
  if (agreed.length < needed) return refuse('passing-minority', { agreed: agreed.length, needed });
  return await begin(around, live, open.passage, { of: 'takeover', agreed: [...agreed] });
}

async function begin(
  around: Surroundings,
  live: LiveBook,
  { term, from, feed, seat }: Pick<Passage, 'term' | 'from' | 'feed' | 'seat'>,
  ground: RulingOf<'recording-passed'>['ground'],
): Promise<Result<null>> {
  const held = seatFeedOf(live, seat) ?? [...live.held.values()].find(({ own }) => own.seat === seat);
  if (held === undefined) return refuse('seat-not-held');
  const { key } = held.own;
  const own = newFeed(around.ciphers.sha256, { book: live.id, feed, key, seat, via: 'app' });
  const recording: HeldFeed = { own, device: held.device, role: 'recording' };
  const facts = factsOf(around, [{ kind: 'recording-passed', body: { term, from, ground } }]);
  if (!facts.ok) return facts;
  const written = await signed(around, recording, facts.value);
  live.held.set(feed, recording);
  const taken = await take(around, live, [{ run: written.run, key }], [recording]);
  if (!taken.ok) {
    live.held.delete(feed);
    return taken;
  }
  recording.own = written.own;
  if (recordingOf(live) !== recording) return refuse('passing-behind', { term: live.state.recording.term });
  const waited = await ruleWaiting(around, live);
  return waited.ok ? await ruleSpoiled(around, live) : waited;
}

/** What a void tail gave away is held again. */
async function ruleSpoiled(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  const spoiled = spoiledPolls(live.state, live.book, around.ciphers.sha256);
  if (spoiled.length === 0) return ok(null);
  return await rule(
    around,
    live,
    spoiled.map(({ poll, proof }) => ({ kind: 'poll-spoiled' as const, body: { poll, proof } })),
  );
}

/** The last act of this machine's recording: that of the seat's device goes on in a feed that is named here. */
export async function handOver(around: Surroundings, live: LiveBook, seat: SeatId): Promise<Result<null>> {
  const key = live.state.seats[seat]?.device;
  if (recordingOf(live) === undefined) return refuse('not-recording');
  if (key === undefined || seat === deskSeat(live)) return refuse('passing-device');
  const feed = newId(around, 16) as FeedId;
  const body = { term: live.state.recording.term + 1, seat, feed, key };
  return await rule(around, live, [{ kind: 'recording-handed-over', body }]);
}

/** What was handed to this machine it takes up by itself. */
export async function takeUp(around: Surroundings, live: LiveBook): Promise<void> {
  const { handed } = live.state;
  if (handed === undefined || recordingOf(live)) return;
  const held = seatFeedOf(live, handed.seat);
  if (held === undefined || held.own.key !== handed.key) return;
  await begin(around, live, { ...handed, from: lastHead(live) }, { of: 'handover' });
}

/** The recording device goes on after a restore where no other device is in the book; else keepers agree to it. */
export async function resume(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  const seat = deskSeat(live);
  if (seat === undefined) return refuse('seat-not-held');
  const others = Object.values(live.state.devices).some((device) => device.seat !== seat);
  if (others) return await propose(around, live);
  const passage = {
    term: live.state.recording.term + 1,
    from: lastHead(live),
    feed: newId(around, 16) as FeedId,
    seat,
  };
  return await begin(around, live, passage, { of: 'alone' });
}

/** Something of a void tail has come that spoils a poll: ruled as soon as this machine records and sees it. */
export async function settleRecording(around: Surroundings, live: LiveBook): Promise<void> {
  await takeUp(around, live);
  if (recordingOf(live) && live.state.passings.length > 0) await ruleSpoiled(around, live);
}
