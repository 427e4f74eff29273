// A page's seat without a page: own keys, own feed, own sealing; it can also lie, fork and come back.
import { nodeCiphers, nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { type DeviceSecret, newDeviceSecret, openDevice } from '../../electron/seal/node-keys.ts';
import { toBase64, toHex } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, PollId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import { type Item, writeBallot } from '../../shared/book/ballot.ts';
import { wireRun } from '../../shared/book/book.ts';
import type { Run } from '../../shared/book/entry.ts';
import { writeBody } from '../../shared/book/fact.ts';
import type { Holder } from '../../shared/book/seating.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { commitFacts, type NewFact, newFeed, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { Client, Given } from '../../shared/contract/client.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { deviceProofMessage, helloMessage } from '../../shared/seal/device-proof.ts';
import { sealBallot } from '../../shared/seal/seal-ballot.ts';
import { granted } from './host-room.ts';

export type PageSeat = {
  readonly client: Client;
  readonly book: string;
  readonly seat: SeatId;
  readonly secret: DeviceSecret;
  readonly device: DeviceKeys;
  readonly key: PublicKey;
  own: OwnFeed;
};
export type Sent = Awaited<ReturnType<typeof send>>;

export const salt = (): string => toBase64(nodeCiphers.random(16));
export const keyOf = (device: DeviceKeys): PublicKey => toBase64(device.key) as PublicKey;

export const freshFeed = (book: string, seat: string, key: string): OwnFeed =>
  newFeed(nodeSha256, {
    book: book as BookId,
    feed: toHex(nodeCiphers.random(16)) as FeedId,
    key: key as PublicKey,
    seat: seat as SeatId,
    via: 'page',
  });

export async function joinSeat(client: Client, code: string, secret = newDeviceSecret()): Promise<Result<PageSeat>> {
  const asked = granted(await client.call('seat.ask', { code }));
  const device = openDevice(secret);
  const message = deviceProofMessage(asked.book as BookId, asked.seat as SeatId, device.key, device.kem);
  const key = keyOf(device);
  const proof = toBase64(await device.sign(message));
  const joined = await client.call('seat.join', { code, key, kem: toBase64(device.kem), proof, via: 'page' });
  if (!joined.ok) return joined;
  return { ok: true, value: seatOver(client, asked.book, asked.seat, secret) };
}

const seatOver = (client: Client, book: string, seat: string, secret: DeviceSecret): PageSeat => {
  const device = openDevice(secret);
  const key = keyOf(device);
  return { client, book, seat: seat as SeatId, secret, device, key, own: freshFeed(book, seat, key) };
};

/** Over another link, by the same device; goes on in a feed of its own. */
export async function returnSeat(client: Client, book: string, secret: DeviceSecret): Promise<Result<PageSeat>> {
  const device = openDevice(secret);
  const { challenge } = granted(await client.call('seat.challenge', {}));
  const sig = toBase64(await device.sign(helloMessage(book as BookId, Buffer.from(challenge, 'base64url'))));
  const back = await client.call('seat.return', { book, key: keyOf(device), sig });
  return back.ok ? { ok: true, value: seatOver(client, book, back.value.seat, secret) } : back;
}

export const factOf = ({ kind, body }: Statement, more: Partial<NewFact> = {}): NewFact => ({
  kind,
  body: writeBody(body),
  at: new Date().toISOString(),
  ...more,
});

/** Signed, not sent; the seat's own feed stays where it is. */
export const signRun = async (page: Pick<PageSeat, 'own' | 'device'>, facts: readonly NewFact[]) =>
  await commitFacts(nodeSha256, page.own, facts, page.device.sign, toBase64);

export const wired = (run: Run): Given<'feed.append'>['run'] => {
  const { feed, from, entries, commits } = wireRun(run);
  return {
    feed,
    from,
    entries: entries.map((entry) => ({ head: entry.head, body: 'body' in entry ? entry.body : '' })),
    commits: [...commits],
  };
};

export const send = async ({ client, book }: Pick<PageSeat, 'client' | 'book'>, run: Run) =>
  await client.call('feed.append', { book, run: wired(run) });

/** Signs and sends; the code of the refusal, of the run or of the statement, or the hash of the entry. */
export async function stateAs(
  page: PageSeat,
  statement: Statement,
  more: Partial<NewFact> = {},
): Promise<{ readonly code: string; readonly entry: string }> {
  const { run, own } = await signRun(page, [factOf(statement, more)]);
  const sent = await send(page, run);
  if (!sent.ok) return { code: sent.refusal.code, entry: own.hash };
  page.own = own;
  return { code: sent.value.refused.find(({ seq }) => seq === own.seq)?.code ?? 'ok', entry: own.hash };
}

export type Sealed = {
  readonly poll: string;
  readonly entry: string;
  readonly key: Uint8Array;
  readonly commit: string;
  readonly code: string;
};

/** Seals to these holders and casts; the key stays here. */
export async function castAs(
  page: PageSeat,
  poll: string,
  items: Readonly<Record<string, Item>>,
  holders: readonly Holder[],
  comment?: string,
): Promise<Sealed> {
  const { book, seat, own } = page;
  const place = { book: book as BookId, feed: own.feed, seq: own.seq + 1, seat, poll: poll as PollId };
  const plain = writeBallot({ poll: poll as PollId, items, ...(comment ? { comment } : {}) }, salt());
  const sealed = await sealBallot(nodeCiphers, place, plain, holders);
  const { code, entry } = await stateAs(page, { kind: 'ballot-cast', body: sealed.body });
  return { poll, entry, key: sealed.key, commit: sealed.body.commit, code };
}

export const releaseAs = async (page: PageSeat, { poll, entry, key }: Pick<Sealed, 'poll' | 'entry' | 'key'>) =>
  (await stateAs(page, { kind: 'key-released', body: { poll, ballot: entry as never, key: toBase64(key) } })).code;
