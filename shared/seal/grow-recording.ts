// Takes the recording feed on, run by run: believed only where chain and signatures hold, and never in two ways.
import { fromBase64 } from '../base/bytes.ts';
import type { FeedId, PollId } from '../base/ids.ts';
import { ok, type Result, refusal, refuse } from '../base/result.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText, type VerifySignature } from '../book/book.ts';
import type { Sha256 } from '../book/entry.ts';
import { isPersonal, readFact } from '../book/fact.ts';
import { readHead } from '../book/head.ts';
import { RULINGS, type Ruling, type RulingOf } from '../book/rulings.ts';
import { type CheckedPoll, type CheckedRecording, deviceOf, logOf } from './checked-recording.ts';
import { CLOSED_RULINGS } from './closed-rulings.ts';
import { deviceProofMessage, rebindMessage } from './device-proof.ts';

/**
 * Takes what a host shows of the recording feed. A run may begin at what is known already: another hash at a number
 * already checked, with a signature that holds, is a fork, and this copy is then stopped for ever (`recording-forked`).
 * Refuses what `checkRun` refuses, `wrong-feed`, `body-withheld`, `recording-forked`, `recording-unreadable`; a run refused leaves everything as it was.
 */
export async function growRecording(
  checked: CheckedRecording,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<null>> {
  if (checked.stopped) return { ok: false, refusal: checked.stopped };
  const log = logOf(checked);
  const known = log?.entries.length ?? 0;
  if (log !== undefined && run.feed !== log.feed) return refuse('wrong-feed', { feed: run.feed });
  if (run.from > known + 1) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const before: Book = emptyBook(checked.book.id);
  if (log !== undefined && run.from > 1)
    before.feeds.set(log.feed, { ...log, entries: log.entries.slice(0, run.from - 1) });
  const result = await checkRun(before, run, sha256, verify);
  if (!result.ok) return result;
  const { entries } = result.value.run;
  if (run.from === 1 && entries[0]?.hash !== (checked.book.id as string)) return refuse('wrong-book', { seq: 1 });
  for (const [index, entry] of entries.entries()) {
    const seq = run.from + index;
    const mine = log?.entries[seq - 1]?.hash ?? (checked.pinned?.seq === seq ? checked.pinned.hash : undefined);
    if (mine !== undefined && mine !== entry.hash) {
      checked.stopped = refusal('recording-forked', { seq });
      return { ok: false, refusal: checked.stopped };
    }
  }
  const fresh = entries.slice(known - run.from + 1);
  if (fresh.length === 0) return ok(null);
  // Whoever holds back a close or a setting aside would have another story believed; only personal words may be missing, and
  // what is said of a platform that is closed to this seat.
  const heldBack = fresh.findIndex((entry) => entry.body === null && !mayBeMissing(entry.head));
  if (heldBack !== -1) return refuse('body-withheld', { seq: known + 1 + heldBack });
  const commits = run.commits.filter(({ seq }) => seq > known);
  appendRun(checked.book, {
    ...result.value,
    run: { feed: run.feed as FeedId, from: known + 1, entries: fresh, commits },
  });
  checked.feed = run.feed as FeedId;
  for (const [index, entry] of fresh.entries()) {
    const read = readFact(entry);
    if (!read.ok || !Object.hasOwn(RULINGS, read.value.head.kind)) {
      checked.stopped = refusal('recording-unreadable', { seq: known + 1 + index });
      return { ok: false, refusal: checked.stopped };
    }
    if (!read.value.withheld) await note(checked, read.value.fact as Ruling, known + 1 + index, verify);
  }
  return ok(null);
}

async function note(checked: CheckedRecording, fact: Ruling, seq: number, verify: VerifySignature): Promise<void> {
  if (fact.kind === 'device-bound') return await noteDevice(checked, fact.body, verify);
  if (fact.kind === 'device-unbound') {
    const device = checked.devices.get(fact.body.key);
    if (device) device.unbound = true;
  } else if (fact.kind === 'criteria-loaded') checked.criteria = fact.body.set;
  else if (fact.kind === 'minutes-written') checked.written = fact.body.sha256;
  else if (fact.kind === 'conclusion-put') checked.conclusions.set(fact.body.conclusion, fact.body.sha256);
  else if (fact.kind === 'election-put') checked.elections.set(fact.body.election, fact.body.sha256);
  else if (fact.kind === 'ruled') {
    const { feed, upTo, hash, refused } = fact.body;
    const list = checked.ruled.get(feed) ?? [];
    list.push({ at: seq, upTo, hash, refused: new Map(refused.map(({ seq: at, code }) => [at, code])) });
    checked.ruled.set(feed, list);
  } else if (!noteCouncil(checked, fact)) notePoll(checked, fact, seq);
}

/** The rules, who sits, who is there. False: it is about none of them. */
function noteCouncil(checked: CheckedRecording, fact: Ruling): boolean {
  if (fact.kind === 'book-opened') checked.rules ??= fact.body.rules;
  else if (fact.kind === 'seat-appointed') {
    const { seat, role, order } = fact.body;
    if (role === 'chair') checked.chair ??= seat;
    checked.seats.set(seat, { seat, role, order });
  } else if (fact.kind === 'seat-replaced') {
    const old = checked.seats.get(fact.body.seat);
    if (old === undefined) return true;
    old.replaced = true;
    if (checked.chair === old.seat) checked.chair = fact.body.by;
    checked.seats.set(fact.body.by, { seat: fact.body.by, role: old.role, order: old.order });
  } else if (fact.kind === 'attendance-marked') {
    const at = checked.seats.get(fact.body.seat);
    if (at) at.presence = fact.body.presence;
  } else if (fact.kind === 'meeting-adjourned') for (const at of checked.seats.values()) delete at.presence;
  else return false;
  return true;
}

async function noteDevice(
  checked: CheckedRecording,
  body: RulingOf<'device-bound'>,
  verify: VerifySignature,
): Promise<void> {
  const { seat, key, kem } = body;
  if (checked.devices.has(key) || deviceOf(checked, seat) !== undefined) checked.doubled.add(seat);
  const proved = await proves(checked, body, verify);
  if (!checked.devices.has(key)) checked.devices.set(key, { seat, key, kem, proved });
}

/**
 * The device's own signature over book, seat and both keys; and for another device of a seat that had one, the signature
 * of that seat's last device or of the chair's: else whoever records could put itself in a holder's place.
 */
async function proves(
  checked: CheckedRecording,
  { seat, proof, consent, ...named }: RulingOf<'device-bound'>,
  verify: VerifySignature,
): Promise<boolean> {
  const [key, kem] = [fromBase64(named.key), fromBase64(named.kem)];
  const { id } = checked.book;
  if (!(await verify(key, deviceProofMessage(id, seat, key, kem), fromBase64(proof)))) return false;
  const last = [...checked.devices.values()].findLast((device) => device.seat === seat);
  if (last === undefined) return true;
  const chair = checked.chair && deviceOf(checked, checked.chair);
  if (consent === undefined || (consent.key !== last.key && consent.key !== chair?.key)) return false;
  return await verify(fromBase64(consent.key), rebindMessage(id, seat, key, kem), fromBase64(consent.sig));
}

function notePoll(checked: CheckedRecording, fact: Ruling, seq: number): void {
  if (fact.kind === 'poll-opened') {
    const poll = fact.body.poll as PollId;
    const known = checked.polls.get(poll);
    if (known) known.broken ??= refusal('poll-opened-twice', { seq });
    else checked.polls.set(poll, { opened: fact.body, settled: new Map(), issued: new Set() });
    return;
  }
  if (fact.kind === 'ballot-issued') checked.polls.get(fact.body.poll as PollId)?.issued?.add(fact.body.seat);
  if (fact.kind === 'round-closed') {
    const { counted, setAside } = fact.body;
    const closed = {
      seq,
      counted: new Set<string>(counted),
      setAside: new Map(setAside.map((at) => [at.hash as string, at.code])),
    };
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.closed === undefined,
      (poll) => {
        poll.closed = closed;
      },
    );
  } else if (fact.kind === 'poll-voided')
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.closed === undefined,
      (poll) => {
        poll.voided = true;
      },
    );
  else if (fact.kind === 'revealed')
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.closed !== undefined && poll.revealed === undefined,
      (poll) => {
        poll.revealed = { seq };
      },
    );
  else if (fact.kind === 'counted')
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.revealed !== undefined && poll.counted === undefined,
      (poll) => {
        poll.counted = { seq };
      },
    );
  else if (fact.kind === 'ballot-set-aside' || fact.kind === 'ballot-unopenable') {
    const { poll, ballot, code } = fact.body;
    const what = fact.kind === 'ballot-set-aside' ? 'set-aside' : 'unopenable';
    step(
      checked,
      poll,
      seq,
      (at) => at.closed !== undefined,
      (at) => {
        at.settled.set(ballot, { what, code });
      },
    );
  }
}

/** A ruling that cannot follow breaks its poll, for good. One of a poll never opened is nothing. */
function step(
  checked: CheckedRecording,
  id: string,
  seq: number,
  follows: (poll: CheckedPoll) => boolean,
  take: (poll: CheckedPoll) => void,
): void {
  const poll = checked.polls.get(id as PollId);
  if (poll === undefined) return;
  if (follows(poll)) take(poll);
  else poll.broken ??= refusal('rulings-out-of-order', { seq });
}

const mayBeMissing = (text: string): boolean => {
  const head = readHead(text);
  return head.ok && (isPersonal(head.value.kind) || CLOSED_RULINGS.has(head.value.kind));
};
