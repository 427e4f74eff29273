// The table of a played meeting: its links, its people at their devices, and what they are told.
import type { Result } from '../../shared/base/result.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { type Client, openClient } from '../../shared/contract/client.ts';
import { serveLink } from '../../shared/contract/dispatcher.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import type { PlatformView, SessionView } from '../../shared/contract/views.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Headless } from '../headless.ts';
import { nodeCiphers } from '../seal/node-ciphers.ts';
import type { MeetingClock } from './meeting-clock.ts';
import type { Cast } from './played-cast.ts';
import { type Dice, playedItems } from './played-marks.ts';
import type { PlayedSeat } from './played-seat.ts';
import { shownNow } from './shown-now.ts';

/** A refusal in a played meeting is a fault of the program: nobody is there to mend it. */
export function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
}

export function linkTo({ host }: Pick<Headless, 'host'>): Client {
  const [near, far] = memoryLinks();
  const id = Buffer.from(nodeCiphers.random(16)).toString('hex');
  // A played meeting acts at once where people take an hour: its links count time a thousandfold.
  const now = () => performance.now() * 1_000;
  serveLink(far, host, { id, challenge: nodeCiphers.random(32), now, soon: setImmediate, note: () => {} });
  return openClient(near);
}

export const latest = async (client: Client, book: string): Promise<SessionView> =>
  await shownNow(client, 'session', { book });

export type Items = ReturnType<typeof playedItems>;
export type Marks = (platform: PlatformView, seat: string) => Items;

/** Marks by a seed, as the demonstration has them. */
export const rolledMarks =
  (set: CriteriaSet, roll: Dice, scale: CouncilRules['scale'] = { of: 'pass-fail' }): Marks =>
  (platform) =>
    playedItems(set, platform, roll, scale);

export type Meeting = {
  readonly desk: Client;
  readonly book: string;
  readonly clock: MeetingClock;
  /** What a seat marks on a platform. */
  readonly marks: Marks;
  readonly rules: CouncilRules;
  /** Rounds to play on the first platform, as far as the rules allow more than one. */
  readonly rounds: number;
  /** What each seat marked last, by `platform/seat`. */
  readonly said: Map<string, Items>;
  /** The seat that the desk itself sits in; it need not vote. */
  readonly own: string;
  readonly cast: Cast;
  readonly seats: ReadonlyMap<string, PlayedSeat>;
};

export const stateAs = async ({ seats }: Meeting, seat: string, statement: Statement): Promise<Result<string>> => {
  const played = seats.get(seat);
  if (played === undefined) throw new Error('nobody plays this seat');
  return await played.state(statement);
};
