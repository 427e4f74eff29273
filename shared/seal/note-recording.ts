// What each ruling tells a device that does not fold; a ruling that cannot follow breaks its poll for good.
import { fromBase64 } from '../base/bytes.ts';
import type { Hash, PollId } from '../base/ids.ts';
import { refusal } from '../base/result.ts';
import type { VerifySignature } from '../book/book.ts';
import type { Head } from '../book/head.ts';
import type { Ruling, RulingOf } from '../book/rulings.ts';
import { type CheckedPoll, type CheckedRecording, deviceOf } from './checked-recording.ts';
import { deviceProofMessage, rebindMessage } from './device-proof.ts';

/** Takes one ruling of the feed that records; `hash` is that of its entry. */
export async function noteRuling(
  checked: CheckedRecording,
  fact: Ruling,
  seq: number,
  hash: Hash,
  verify: VerifySignature,
): Promise<void> {
  if (fact.kind === 'device-bound') return await noteDevice(checked, fact.body, verify);
  if (fact.kind === 'device-unbound') {
    const device = checked.devices.get(fact.body.key);
    if (device) device.unbound = true;
  } else if (fact.kind === 'criteria-loaded') checked.criteria = fact.body.set;
  else if (fact.kind === 'recording-handed-over') checked.handed = { ...fact.body, hash };
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
  if (fact.kind === 'book-opened') noteOpening(checked, fact.body);
  else if (fact.kind === 'seat-appointed') {
    const { seat, role, order } = fact.body;
    if (role === 'chair') checked.chair ??= seat;
    checked.seats.set(seat, { seat, role, order });
  } else if (fact.kind === 'seat-replaced') {
    const old = checked.seats.get(fact.body.seat);
    if (old === undefined) return true;
    old.replaced = true;
    old.by = fact.body.by;
    if (checked.chair === old.seat) checked.chair = fact.body.by;
    checked.seats.set(fact.body.by, { seat: fact.body.by, role: old.role, order: old.order });
  } else if (fact.kind === 'attendance-marked') {
    const at = checked.seats.get(fact.body.seat);
    if (at) at.presence = fact.body.presence;
  } else if (fact.kind === 'meeting-adjourned') for (const at of checked.seats.values()) delete at.presence;
  else return false;
  return true;
}

function noteOpening(checked: CheckedRecording, { rules, recorder, keepers }: RulingOf<'book-opened'>): void {
  if (checked.rules !== undefined) return;
  checked.rules = rules;
  checked.recorder = recorder;
  checked.keepers = keepers;
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
  } else if (fact.kind === 'poll-spoiled')
    // What was opened in a void tail is held again: a key of it is asked for no more.
    step(
      checked,
      fact.body.poll,
      seq,
      (poll) => poll.revealed === undefined,
      (poll) => {
        poll.voided = true;
      },
    );
  else if (fact.kind === 'poll-voided')
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

/** The recording is another's from here on. */
export function notePassed(checked: CheckedRecording, head: Head, { term, bound }: RulingOf<'recording-passed'>): void {
  checked.term = term;
  checked.recorder = head.seat;
  delete checked.handed;
  if (bound === undefined || head.key === undefined) return;
  const before = deviceOf(checked, head.seat);
  if (before) before.unbound = true;
  checked.devices.set(head.key, { seat: head.seat, key: head.key, kem: bound.kem, proved: true });
}
