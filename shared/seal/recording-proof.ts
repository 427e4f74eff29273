// What follows from a checked recording feed: who holds shares, how an entry was ruled, when a key may leave its device.
import type { FeedId, Hash, PollId, PublicKey, SeatId } from '../base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import { HOLDER_ROLES } from '../book/seating.ts';
import { attends } from '../council/quorum.ts';
import { votes } from '../council/roles.ts';
import { type CheckedPoll, type CheckedRecording, deviceOf, isBehind } from './checked-recording.ts';

/** Who is issued a ballot, and who may hold shares, in order. */
export function pollOf(
  checked: CheckedRecording,
  poll: string,
): { readonly entitled: readonly SeatId[]; readonly holders: readonly SeatId[] } | undefined {
  const at = checked.polls.get(poll as PollId);
  return at && { entitled: [...at.opened.entitled, ...(at.issued ?? [])], holders: at.opened.holders };
}

/** The SHA-256 of the very words a vote is about, as the feed itself put them; undefined where it is no vote. */
export function votedOn(checked: CheckedRecording, poll: string): Hash | undefined {
  const subject = checked.polls.get(poll as PollId)?.opened.subject;
  if (subject?.of === 'conclusion') return checked.conclusions.get(subject.conclusion);
  return subject?.of === 'election' ? checked.elections.get(subject.election) : undefined;
}

/**
 * Every ballot is seen as it is cast: opened so, and so by the rules that the book's id fixes. A recorder who opens a
 * blind council's poll as an open one is given no key for it.
 */
const isOpenScoring = ({ rules }: CheckedRecording, { opened }: CheckedPoll): boolean =>
  opened.secrecy === 'open' && rules?.secrecy === 'open' && opened.subject.of === 'platform';

/**
 * The two holders of one author's ballot with their keys, as `holdersOf` finds them in the folded state; none where
 * there are not two. Refuses to seal to a key nobody proved to have: `holder-unproved`, `holder-bound-twice`.
 */
export function holderKeys(checked: CheckedRecording, poll: string, author: SeatId): Result<HolderKeys> {
  return keysOf(checked, pollOf(checked, poll)?.holders ?? [], author);
}

type HolderKeys = readonly { readonly seat: SeatId; readonly kem: PublicKey }[];

function keysOf(checked: CheckedRecording, seats: readonly SeatId[], author: SeatId): Result<HolderKeys> {
  const holders: HolderKeys[number][] = [];
  for (const seat of seats) {
    const device = deviceOf(checked, seat);
    if (seat === author || device === undefined || holders.length === 2) continue;
    if (checked.doubled.has(seat)) return refuse('holder-bound-twice', { seat });
    if (!device.proved) return refuse('holder-unproved', { seat });
    holders.push({ seat, kem: device.kem });
  }
  return ok(holders.length === 2 ? holders : []);
}

/** The two holders of an absent member's sealed marks, as `opinionHolders` finds them in the folded state. */
export function opinionHolderKeys(checked: CheckedRecording, author: SeatId): Result<HolderKeys> {
  if ((checked.rules?.shares ?? 'none') === 'none') return ok([]);
  const bound = [...checked.seats.values()]
    .filter(
      ({ seat, role, replaced }) => votes(role) && replaced === undefined && deviceOf(checked, seat) !== undefined,
    )
    .sort((a, b) => a.order - b.order || (a.seat < b.seat ? -1 : 1));
  const ordered = HOLDER_ROLES.flatMap((role) => bound.filter((seat) => seat.role === role));
  return keysOf(
    checked,
    ordered.slice(0, 3).map(({ seat }) => seat),
    author,
  );
}

/** What stands against a written opinion of this seat, as far as the recording feed shows it. */
export function opinionBarred(checked: CheckedRecording, seat: SeatId, platform: string): Refusal | undefined {
  if (checked.stopped) return checked.stopped;
  const at = checked.seats.get(seat);
  if (at === undefined || checked.rules === undefined) return refusal('seat-unknown');
  if (!votes(at.role)) return refusal('seat-does-not-vote');
  if (at.presence !== undefined && attends(at.presence, checked.rules)) return refusal('opinion-of-present-member');
  return revealedOf(checked, platform) === undefined ? undefined : refusal('already-revealed');
}

/** The first round of a platform that was closed and then revealed: with it sealed marks of opinions are opened. */
export function revealedOf(checked: CheckedRecording, platform: string): PollId | undefined {
  if (checked.stopped || isBehind(checked)) return undefined;
  const found = [...checked.polls].find(
    ([, { opened, broken, revealed }]) =>
      opened.subject.of === 'platform' &&
      opened.subject.platform === platform &&
      broken === undefined &&
      revealed !== undefined,
  );
  return found?.[0];
}

/** As `mayNameOpenings` of the book: nothing is named while a later round of the platform is sealed. */
export function mayTellOpenings(checked: CheckedRecording, platform: string): boolean {
  if (checked.rules?.openings === 'named-at-once') return true;
  const isSealed = [...checked.polls.values()].some(
    ({ opened: { subject }, voided, revealed }) =>
      subject.of === 'platform' && subject.platform === platform && voided === undefined && revealed === undefined,
  );
  return !isSealed && revealedOf(checked, platform) !== undefined;
}

/**
 * Why the key of a ballot may not leave its device; undefined where it may: the poll was opened, then closed by a
 * `round-closed` that counts this ballot, then revealed, and nothing of it was ruled set aside or unopenable
 * (design, section 3, "Sealing"); in open scoring already while the round is open.
 */
export function releaseBarred(checked: CheckedRecording, poll: string, ballot: string): Refusal | undefined {
  if (checked.stopped) return checked.stopped;
  if (isBehind(checked)) return refusal('recording-behind');
  const at = checked.polls.get(poll as PollId);
  if (at === undefined) return refusal('poll-unknown');
  if (at.broken) return at.broken;
  if (at.voided) return refusal('poll-voided');
  if (at.closed === undefined) return isOpenScoring(checked, at) ? undefined : refusal('round-open');
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
