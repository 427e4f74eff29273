// The invented members' devices: their keys are made and kept by this machine, in a rehearsal and nowhere else.
import { toBase64 } from '../../shared/base/bytes.ts';
import type { FeedId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { votingSeats } from '../../shared/book/seating.ts';
import { newFeed } from '../../shared/book/write-entry.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import { makeDevice } from './create-session.ts';
import { newId } from './fresh.ts';
import {
  factsOf,
  type HeldFeed,
  type LiveBook,
  publicKeyOf,
  recordingOf,
  rulingRefusal,
  seatFeedOf,
  signed,
  take,
} from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

/** Seats that this machine plays: none outside a rehearsal, and never the newcomer's own. In the order of the table. */
export function playedSeats(live: LiveBook): readonly SeatId[] {
  const { opened } = live.state;
  if (opened?.bookKind !== 'rehearsal') return [];
  return votingSeats(live.state)
    .map(({ seat }) => seat)
    .filter((seat) => seat !== opened.recorder && seatFeedOf(live, seat) !== undefined);
}

/**
 * Every voting seat where nobody sits yet, but the recorder's, gets a device and a feed of its own, bound in one commit
 * and kept like all other keys, so that a rehearsal goes on after a restart. Refuses `rehearsal-only`.
 */
export async function seatPlayers(around: Surroundings, live: LiveBook): Promise<Result<null>> {
  const recording = recordingOf(live);
  const { opened } = live.state;
  if (opened?.bookKind !== 'rehearsal') return refuse('rehearsal-only');
  if (recording === undefined) return refuse('not-recording');
  const invented = votingSeats(live.state).filter(
    ({ seat, device }) => seat !== opened.recorder && device === undefined,
  );
  if (invented.length === 0) return ok(null);
  const bindings: Ruling[] = [];
  const feeds: HeldFeed[] = [];
  for (const { seat } of invented) {
    const made = await makeDevice(around);
    if (!made.ok) return made;
    const device = made.value;
    const key = publicKeyOf(device);
    const proof = toBase64(await device.sign(deviceProofMessage(live.id, seat, device.key, device.kem)));
    bindings.push({ kind: 'device-bound', body: { seat, key, kem: toBase64(device.kem) as PublicKey, proof } });
    const own = { book: live.id, feed: newId(around, 16) as FeedId, key, seat, via: 'app' as const };
    feeds.push({ own: newFeed(around.ciphers.sha256, own), device, role: 'seat' });
  }
  const barred = rulingRefusal(around, live.state, bindings);
  if (barred) return { ok: false, refusal: barred };
  const facts = factsOf(around, bindings);
  if (!facts.ok) return facts;
  const { run, own } = await signed(around, recording, facts.value);
  // The feeds are named in the very save that binds their devices: no rehearsal has members whom nobody can play.
  const taken = await take(around, live, [{ run, key: own.key }], [recording, ...feeds]);
  if (!taken.ok) return taken;
  recording.own = own;
  for (const held of feeds) live.held.set(held.own.feed, held);
  return ok(null);
}
