// Rounds as the recording machine runs them: open, close, reveal, open the ballots, count.
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { firstReveal } from '../../shared/book/decide-ballot.ts';
import { fittingKey } from '../../shared/book/fitting-key.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { entitledSeats, entitledTo, holderSeats } from '../../shared/book/seating.ts';
import { nextRound, votingWay } from '../../shared/book/sitting.ts';
import type { Poll, SealedBallot } from '../../shared/book/state.ts';
import { countedHash, openBallots } from '../../shared/seal/open-ballots.ts';
import { newId } from './fresh.ts';
import { type LiveBook, recordingOf, rule } from './live-book.ts';
import { releaseKeys } from './opening.ts';
import { stateOpenings } from './openings.ts';
import { attachPhotos } from './paper-photo.ts';
import { settleRecording } from './passing.ts';
import type { Surroundings } from './surroundings.ts';

/** Heads up to which the feeds of seats were ruled: what a closing or a cut names. */
export const ruledHeads = (live: LiveBook): HeadRef[] =>
  Object.values(live.state.feeds)
    .filter(({ ruledTo }) => ruledTo.seq > 0)
    .map(({ feed, ruledTo }) => ({ feed, seq: ruledTo.seq, hash: ruledTo.hash }));

export const roundOpening = ({ state }: Pick<LiveBook, 'state'>, platform: string, poll: string): Ruling => ({
  kind: 'poll-opened',
  body: {
    poll,
    subject: { of: 'platform', platform, round: nextRound(state, platform) },
    secrecy: state.opened?.rules.secrecy ?? 'blind',
    by: 'devices',
    entitled: [...entitledSeats(state, platform)],
    holders: [...holderSeats(state)],
  },
});

export async function openRound(
  around: Surroundings,
  live: LiveBook,
  platform: string,
): Promise<Result<{ readonly poll: string }>> {
  const poll = newId(around);
  const done = await rule(around, live, [roundOpening(live, platform, poll)]);
  return done.ok ? ok({ poll }) : done;
}

/** A sheet of paper that nobody else has looked at is set aside: the one who entered it may have misread it. */
const isUnseen = ({ via, confirmedBy }: SealedBallot): boolean => via === 'paper' && confirmedBy === undefined;

export function closing(live: LiveBook, poll: Poll): Ruling {
  const standing = Object.values(poll.standing).flatMap((entry) => poll.ballots[entry] ?? []);
  const body = {
    poll: poll.poll,
    upTo: ruledHeads(live),
    counted: standing.filter((ballot) => !isUnseen(ballot)).map(({ entry }) => entry),
    setAside: standing.filter(isUnseen).map(({ entry }) => ({ hash: entry, code: 'paper-not-confirmed' })),
  };
  return { kind: 'round-closed', body };
}

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

/** Sheets whose key has come and that may be open now: open scoring, and absent members' marks, wait for no count. */
function comesOpen(around: Surroundings, { state, opened }: LiveBook): boolean {
  const isOpenable = (sealed: SealedBallot): boolean =>
    !opened.has(sealed.entry) && fittingKey(sealed, around.ciphers.sha256) !== undefined;
  const inOpen = Object.values(state.polls)
    .filter(({ secrecy, step, voided }) => secrecy === 'open' && step !== 'counted' && voided === undefined)
    .flatMap(({ ballots }) => Object.values(ballots))
    .filter(({ status }) => status === 'standing' || status === 'counted');
  const besides = Object.values(state.sealedOpinions).filter(
    ({ status, platform }) => status === 'standing' && firstReveal(state, platform),
  );
  return [...inOpen, ...besides].some(isOpenable);
}

/** Another machine has fixed what was opened, and this one has not opened it yet. */
const isCountedElsewhere = ({ state, opened }: LiveBook): boolean =>
  Object.values(state.polls).some(
    ({ step, ballots }) =>
      step === 'counted' &&
      Object.values(ballots).some(({ status, entry, key }) => status === 'counted' && key && !opened.has(entry)),
  );

/** Every key is there: open, and fix what was opened. */
async function countWhatIsOpen(around: Surroundings, live: LiveBook): Promise<void> {
  const ready = Object.values(live.state.polls).filter(
    (poll) =>
      poll.step === 'revealed' &&
      Object.values(poll.ballots).every(
        (ballot) => ballot.status !== 'counted' || fittingKey(ballot, around.ciphers.sha256) !== undefined,
      ),
  );
  const isRecording = recordingOf(live) !== undefined;
  if ((ready.length === 0 || !isRecording) && !comesOpen(around, live) && !isCountedElsewhere(live)) return;
  live.opened = await openBallots(around.ciphers, live.state, live.book, live.opened);
  for (const poll of isRecording ? ready : []) {
    const sha256 = countedHash(around.ciphers.sha256, poll, live.opened);
    await rule(around, live, [{ kind: 'counted', body: { poll: poll.poll, sha256 } }]);
  }
}

/** What follows of itself after any act: our own keys go out where a reveal asks for them, what is open is counted, its photos are shown. */
export async function settle(around: Surroundings, live: LiveBook): Promise<void> {
  if (live.state.readOnly) return;
  await settleRecording(around, live);
  await releaseKeys(around, live);
  await countWhatIsOpen(around, live);
  await attachPhotos(around, live);
  await stateOpenings(around, live);
}

/** A vote on a conclusion or on the counting committee. `secret` ones are sealed, so they have holders of shares. */
export async function openVote(
  around: Surroundings,
  live: LiveBook,
  subject: Exclude<Poll['subject'], { readonly of: 'platform' }>,
): Promise<Result<{ readonly poll: string }>> {
  const put =
    subject.of === 'conclusion' ? live.state.conclusions[subject.conclusion] : live.state.elections[subject.election];
  const before = live.state.polls[put?.poll ?? ''];
  // What was voided may be voted on again.
  if (before !== undefined && before.voided === undefined) return refuse('conclusion-voted');
  const poll = newId(around);
  const way = votingWay(live.state, subject.of);
  const entitled = [...entitledTo(live.state, subject)];
  const holders = way.secrecy === 'secret' ? [...holderSeats(live.state)] : [];
  const done = await rule(around, live, [{ kind: 'poll-opened', body: { poll, subject, ...way, entitled, holders } }]);
  return done.ok ? ok({ poll }) : done;
}

/** Nothing waits between the close of a secret vote and its opening: nobody comes late to the words that were put. */
export async function closeVote(around: Surroundings, live: LiveBook, poll: string): Promise<Result<null>> {
  const at = live.state.polls[poll];
  if (at === undefined || at.subject.of === 'platform') return refuse('poll-unknown');
  return at.secrecy === 'secret' ? await reveal(around, live, poll) : await closeRound(around, live, poll);
}
