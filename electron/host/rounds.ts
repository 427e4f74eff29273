// Rounds as the recording machine runs them: open, close, reveal, open the ballots, count.
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { fittingKey } from '../../shared/book/fitting-key.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { entitledSeats, entitledTo, holderSeats } from '../../shared/book/seating.ts';
import { nextRound, votingWay } from '../../shared/book/sitting.ts';
import type { Poll } from '../../shared/book/state.ts';
import { countedHash, openBallots } from '../../shared/seal/open-ballots.ts';
import { releaseKeys } from './ballots.ts';
import { newId } from './fresh.ts';
import { type LiveBook, rule } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

/** Heads up to which the feeds of seats were ruled: what a closing or a cut names. */
export const ruledHeads = (live: LiveBook): HeadRef[] =>
  Object.values(live.state.feeds)
    .filter(({ ruledTo }) => ruledTo.seq > 0)
    .map(({ feed, ruledTo }) => ({ feed, seq: ruledTo.seq, hash: ruledTo.hash }));

export async function openRound(
  around: Surroundings,
  live: LiveBook,
  platform: string,
): Promise<Result<{ readonly poll: string }>> {
  const poll = newId(around);
  const secrecy = live.state.opened?.rules.secrecy ?? 'blind';
  const done = await rule(around, live, [
    {
      kind: 'poll-opened',
      body: {
        poll,
        subject: { of: 'platform', platform, round: nextRound(live.state, platform) },
        secrecy,
        by: 'devices',
        entitled: [...entitledSeats(live.state, platform)],
        holders: [...holderSeats(live.state)],
      },
    },
  ]);
  return done.ok ? ok({ poll }) : done;
}

const closing = (live: LiveBook, poll: Poll): Ruling => ({
  kind: 'round-closed',
  body: { poll: poll.poll, upTo: ruledHeads(live), counted: Object.values(poll.standing), setAside: [] },
});

export async function closeRound(around: Surroundings, live: LiveBook, poll: string): Promise<Result<null>> {
  const at = live.state.polls[poll];
  return at ? await rule(around, live, [closing(live, at)]) : refuse('poll-unknown');
}

export async function reveal(around: Surroundings, live: LiveBook, poll: string): Promise<Result<null>> {
  const at = live.state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  const close: readonly Ruling[] = at.step === 'open' ? [closing(live, at)] : [];
  return await rule(around, live, [...close, { kind: 'revealed', body: { poll } }]);
}

export async function giveUp(
  around: Surroundings,
  live: LiveBook,
  poll: string,
  ballot: string,
): Promise<Result<null>> {
  return await rule(around, live, [
    { kind: 'ballot-unopenable', body: { poll, ballot: ballot as Hash, code: 'key-missing' } },
  ]);
}

/** Every key is there: open, and fix what was opened. */
async function countWhatIsOpen(around: Surroundings, live: LiveBook): Promise<void> {
  const ready = Object.values(live.state.polls).filter(
    (poll) =>
      poll.step === 'revealed' &&
      poll.subject.of === 'platform' &&
      Object.values(poll.ballots).every(
        (ballot) => ballot.status !== 'counted' || fittingKey(ballot, around.ciphers.sha256) !== undefined,
      ),
  );
  if (ready.length === 0) return;
  live.opened = await openBallots(around.ciphers, live.state, live.book, live.opened);
  for (const poll of ready) {
    const sha256 = countedHash(around.ciphers.sha256, poll, live.opened);
    await rule(around, live, [{ kind: 'counted', body: { poll: poll.poll, sha256 } }]);
  }
}

/** What follows of itself after any act: our own keys go out where a reveal asks for them, and what is open is counted. */
export async function settle(around: Surroundings, live: LiveBook): Promise<void> {
  if (live.state.readOnly) return;
  await releaseKeys(around, live);
  await countWhatIsOpen(around, live);
}

export async function openConclusionVote(
  around: Surroundings,
  live: LiveBook,
  conclusion: string,
): Promise<Result<{ readonly poll: string }>> {
  const at = live.state.conclusions[conclusion];
  if (at === undefined) return refuse('conclusion-unknown');
  if (at.poll !== undefined) return refuse('conclusion-voted');
  const poll = newId(around);
  const entitled: SeatId[] = [...entitledTo(live.state, { of: 'conclusion', conclusion })];
  const body = {
    poll,
    subject: { of: 'conclusion' as const, conclusion },
    ...votingWay(live.state, 'conclusion'),
    entitled,
    holders: [],
  };
  const done = await rule(around, live, [{ kind: 'poll-opened', body }]);
  return done.ok ? ok({ poll }) : done;
}
