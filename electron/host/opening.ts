// What opens ballots from this machine: keys of what it sealed, and shares of what others sealed.
import type { PlatformId, PollId, SeatId } from '../../shared/base/ids.ts';
import { type Result, refuse } from '../../shared/base/result.ts';
import { readFact } from '../../shared/book/fact.ts';
import type { Poll, SealedBallot } from '../../shared/book/state.ts';
import { ballotAad, shareInfo } from '../../shared/seal/seal-ballot.ts';
import { type LiveBook, recordingOf, state as say, seatFeedOf } from './live-book.ts';
import { stateAhead } from './own-ahead.ts';
import { isSound } from './sound-recording.ts';
import type { Surroundings } from './surroundings.ts';

/** Counted in a revealed poll; in open scoring as soon as it stands. */
function mayGo({ step, secrecy, subject, voided }: Poll, { status }: SealedBallot): boolean {
  if (voided) return false;
  if (step === 'open') return secrecy === 'open' && subject.of === 'platform' && status === 'standing';
  return step === 'revealed' && status === 'counted';
}

/** Ballots that were sealed here, for its own seats or entered from paper, and whose key may go and has not gone. */
const owed = (live: LiveBook): readonly { readonly poll: Poll; readonly ballot: SealedBallot }[] =>
  Object.values(stateAhead(live).polls).flatMap((poll) =>
    Object.values(poll.ballots)
      .filter((ballot) => ballot.key === undefined && mayGo(poll, ballot) && seatFeedOf(live, ballot.by) !== undefined)
      .map((ballot) => ({ poll, ballot })),
  );

/**
 * A machine that records wrote and checked `round-closed` and `revealed` itself. Any other gives its keys only where the
 * whole recording keeps to the rules, as this machine finds out for itself.
 */
export async function releaseKeys(around: Surroundings, live: LiveBook): Promise<void> {
  const due = owed(live);
  if (due.length === 0) return;
  if (recordingOf(live) === undefined && !(await isSound(around, live))) return;
  for (const { poll, ballot } of due) {
    const key = await around.store.readKey('ballot', ballot.commit);
    if (key === null) continue;
    const body = { poll: poll.poll, ballot: ballot.entry, key: around.ciphers.toBase64(key) };
    await say(around, live, ballot.by, async () => ({ kind: 'key-released', body }));
  }
}

/** A sealed sheet or an absent member's sealed marks, and what its envelope is bound to beside its entry. */
function sealedAt({ state }: LiveBook, poll: string, entry: string) {
  const opinion = state.sealedOpinions[entry];
  if (opinion) return { sealed: opinion, of: opinion.platform as PlatformId };
  const sealed = state.polls[poll]?.ballots[entry];
  return sealed && { sealed, of: poll as PollId };
}

/** Gives the share that a seat of this machine holds, for a member whose device was lost. Each release is an entry. */
export async function releaseShare(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  ballot: string,
): Promise<Result<unknown>> {
  const found = sealedAt(live, poll, ballot);
  const held = seatFeedOf(live, seat);
  const entry = found && live.book.feeds.get(found.sealed.feed)?.entries[found.sealed.seq - 1];
  if (found === undefined || held === undefined || entry === undefined) return refuse('ballot-not-counted');
  const read = readFact(entry);
  if (!read.ok || read.value.withheld) return refuse('ballot-not-counted');
  const { fact } = read.value;
  if (fact.kind !== 'ballot-cast' && fact.kind !== 'opinion-sealed') return refuse('ballot-not-counted');
  const mine = fact.body.shares.find(({ holder }) => holder === seat);
  if (mine === undefined) return refuse('not-a-holder');
  const { sealed, of } = found;
  const aad = ballotAad({ book: live.id, feed: sealed.feed, seq: sealed.seq, seat: sealed.seat, poll: of });
  const share = await held.device
    .unwrap(around.ciphers.fromBase64(mine.wrapped), shareInfo(aad, seat))
    .catch(() => undefined);
  if (share === undefined) return refuse('share-mismatch');
  const body = { poll, ballot: sealed.entry, share: around.ciphers.toBase64(share) };
  return await say(around, live, seat, async () => ({ kind: 'share-released', body }));
}
