// What follows from a checked recording feed: who holds shares, how an entry was ruled, when a key may leave its device.
import type { FeedId, Hash, PollId, PublicKey, SeatId } from '../base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import { type CheckedRecording, deviceOf, logOf } from './checked-recording.ts';

/** Who is issued a ballot, and who may hold shares, in order. */
export function pollOf(
  checked: CheckedRecording,
  poll: string,
): { readonly entitled: readonly SeatId[]; readonly holders: readonly SeatId[] } | undefined {
  const at = checked.polls.get(poll as PollId);
  return at && { entitled: at.opened.entitled, holders: at.opened.holders };
}

/**
 * The two holders of one author's ballot with their keys, as `holdersOf` finds them in the folded state; none where
 * there are not two. Refuses to seal to a key nobody proved to have: `holder-unproved`, `holder-bound-twice`.
 */
export function holderKeys(
  checked: CheckedRecording,
  poll: string,
  author: SeatId,
): Result<readonly { readonly seat: SeatId; readonly kem: PublicKey }[]> {
  const holders: { readonly seat: SeatId; readonly kem: PublicKey }[] = [];
  for (const seat of pollOf(checked, poll)?.holders ?? []) {
    const device = deviceOf(checked, seat);
    if (seat === author || device === undefined || holders.length === 2) continue;
    if (checked.doubled.has(seat)) return refuse('holder-bound-twice', { seat });
    if (!device.proved) return refuse('holder-unproved', { seat });
    holders.push({ seat, kem: device.kem });
  }
  return ok(holders.length === 2 ? holders : []);
}

/**
 * Why the key of a ballot may not leave its device; undefined where it may: the poll was opened, then closed by a
 * `round-closed` that counts this ballot, then revealed, and nothing of it was ruled set aside or unopenable
 * (design, section 3, "Sealing").
 */
export function releaseBarred(checked: CheckedRecording, poll: string, ballot: string): Refusal | undefined {
  if (checked.stopped) return checked.stopped;
  if ((logOf(checked)?.entries.length ?? 0) < (checked.pinned?.seq ?? 0)) return refusal('recording-behind');
  const at = checked.polls.get(poll as PollId);
  if (at === undefined) return refusal('poll-unknown');
  if (at.broken) return at.broken;
  if (at.closed === undefined) return refusal('round-open');
  if (!at.closed.counted.has(ballot)) return refusal('ballot-not-counted');
  if (at.settled.has(ballot)) return refusal('ballot-not-counted');
  if (at.revealed === undefined) return refusal('not-revealed');
  return at.counted === undefined ? undefined : refusal('already-counted');
}

export const releaseAllowed = (checked: CheckedRecording, poll: string, ballot: string): boolean =>
  releaseBarred(checked, poll, ballot) === undefined;

/** How one statement of a feed was ruled; undefined while it was not. `at` is the ruling's number, `hash` that of `upTo`. */
export function rulingOn(
  checked: CheckedRecording,
  feed: FeedId,
  seq: number,
): { readonly at: number; readonly upTo: number; readonly hash: Hash; readonly refused?: string } | undefined {
  const ruled = checked.ruled.get(feed)?.find(({ upTo }) => upTo >= seq);
  if (ruled === undefined) return undefined;
  const code = ruled.refused.get(seq);
  const { at, upTo, hash } = ruled;
  return { at, upTo, hash, ...(code === undefined ? {} : { refused: code }) };
}
