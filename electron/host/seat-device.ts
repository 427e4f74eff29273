// The device by which this machine speaks for a seat of a book that another machine records: made here, bound there.
import { fromBase64, toBase64 } from '../../shared/base/bytes.ts';
import { type BookId, type FeedId, isBase64, isPublicKey, type PublicKey, type SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { newFeed } from '../../shared/book/write-entry.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import type { DeviceSecret } from '../seal/node-keys.ts';
import { makeDevice } from './create-session.ts';
import { newId } from './fresh.ts';
import { type HeldFeed, type LiveBook, publicKeyOf, rule, take } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

/** What a machine shows so that its device is bound: base64url of both keys and of its signature over them. */
export type DeviceShown = { readonly key: PublicKey; readonly kem: PublicKey; readonly proof: string };

/** Devices made here for seats, by book; a feed is begun with one once the book says that it is bound. */
const PLACE = (book: BookId): string => `seat-devices/${book}`;
type Made = readonly { readonly seat: SeatId; readonly key: PublicKey }[];

const madeFor = async ({ store }: Surroundings, book: BookId): Promise<Made> =>
  JSON.parse((await store.readSetting(PLACE(book))) ?? '[]') as Made;

/** Kept before anybody hears of it. Durable when it resolves. */
export async function prepareDevice(around: Surroundings, book: BookId, seat: SeatId): Promise<Result<DeviceShown>> {
  const made = await makeDevice(around);
  if (!made.ok) return made;
  const device = made.value;
  const key = publicKeyOf(device);
  const saved = await around.store.saveSetting(
    PLACE(book),
    JSON.stringify([...(await madeFor(around, book)), { seat, key }]),
  );
  if (!saved.ok) return saved;
  const proof = toBase64(await device.sign(deviceProofMessage(book, seat, device.key, device.kem)));
  return ok({ key, kem: toBase64(device.kem) as PublicKey, proof });
}

/** Proved by its signature, and a share can be wrapped for it: else nobody could cast once this seat holds shares. */
export async function holdsKeys(
  around: Surroundings,
  book: BookId,
  seat: SeatId,
  { key, kem, proof }: { readonly key: string; readonly kem: string; readonly proof: string },
): Promise<boolean> {
  if (!isPublicKey(key) || !isPublicKey(kem) || !isBase64(proof, 64)) return false;
  const message = deviceProofMessage(book, seat, fromBase64(key), fromBase64(kem));
  if (!(await around.verify(fromBase64(key), message, fromBase64(proof)))) return false;
  return await around.ciphers.wrap(fromBase64(kem), new Uint8Array(1), new Uint8Array(32)).then(
    () => true,
    () => false,
  );
}

/** On the machine that records, in the book's turn. Refuses device-proof-wrong, seat-replaced and what the rules say. */
export async function admitDevice(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  shown: { readonly key: string; readonly kem: string; readonly proof: string },
): Promise<Result<null>> {
  if (!(await holdsKeys(around, live.id, seat, shown))) return refuse('device-proof-wrong');
  if (live.state.seats[seat]?.replaced) return refuse('seat-replaced');
  const { proof } = shown;
  const body = { seat, key: shown.key as PublicKey, kem: shown.kem as PublicKey, proof };
  return await rule(around, live, [{ kind: 'device-bound', body }]);
}

/** The devices made here that the book has bound since: each begins a feed, named in a save of its own. */
export async function beginSeatFeeds(around: Surroundings, live: LiveBook): Promise<void> {
  const held = new Set([...live.held.values()].map(({ own }) => own.key));
  for (const { seat, key } of await madeFor(around, live.id)) {
    const bound = live.state.devices[key];
    if (held.has(key) || bound === undefined || bound.unbound !== undefined || bound.seat !== seat) continue;
    const secret = await around.store.readKey('device', key);
    if (secret === null) continue;
    const device = around.openDevice(JSON.parse(new TextDecoder().decode(secret)) as DeviceSecret);
    const own = { book: live.id, feed: newId(around, 16) as FeedId, key, seat, via: 'app' as const };
    const feed: HeldFeed = { own: newFeed(around.ciphers.sha256, own), device, role: 'seat' };
    const taken = await take(around, live, [], [feed]);
    if (taken.ok) live.held.set(feed.own.feed, feed);
  }
}
