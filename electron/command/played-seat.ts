// A member's device played without a screen: joins by its code over a link, authors and seals itself, checks the reveal.
import { toBase64, toHex } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, PollId, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Item, writeBallot } from '../../shared/book/ballot.ts';
import { wireRun } from '../../shared/book/book.ts';
import { writeBody } from '../../shared/book/fact.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { type VotePaper, writeVotePaper } from '../../shared/book/vote-paper.ts';
import { commitFacts, newFeed, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { CountView } from '../../shared/contract/council-views.ts';
import { newRecording, seenOf } from '../../shared/seal/checked-recording.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import { growRecording } from '../../shared/seal/grow-recording.ts';
import { holderKeys, releaseAllowed } from '../../shared/seal/recording-proof.ts';
import { sealBallot } from '../../shared/seal/seal-ballot.ts';
import { nodeCiphers, nodeSha256 } from '../seal/node-ciphers.ts';
import { newDeviceSecret, nodeVerify, openDevice } from '../seal/node-keys.ts';
import { shownNow } from './shown-now.ts';

export type PlayedSeat = {
  readonly seat: SeatId;
  readonly state: (statement: Statement) => Promise<Result<string>>;
  readonly cast: (poll: string, items: Readonly<Record<string, Item>>, comment?: string) => Promise<Result<string>>;
  /** A vote by name, or sealed where it is secret. */
  readonly vote: (paper: VotePaper, isSecret: boolean) => Promise<Result<string>>;
  /** The sheets that a member of the counting committee has before it. */
  readonly counting: () => Promise<CountView>;
  /** Gives the key of every ballot of its own that the checked recording feed allows; how many it gave. */
  readonly release: () => Promise<number>;
};

export const salt = (): string => toBase64(nodeCiphers.random(16));

/** `now` is this device's clock: a claim in its entries, nothing more. */
export async function joinPlayedSeat(client: Client, code: string, now: () => Date): Promise<Result<PlayedSeat>> {
  const asked = await client.call('seat.ask', { code });
  if (!asked.ok) return asked;
  const book = asked.value.book as BookId;
  const seat = asked.value.seat as SeatId;
  const device: DeviceKeys = openDevice(newDeviceSecret());
  const key = toBase64(device.key) as PublicKey;
  const proof = toBase64(await device.sign(deviceProofMessage(book, seat, device.key, device.kem)));
  const joined = await client.call('seat.join', { code, key, kem: toBase64(device.kem), proof, via: 'page' });
  return joined.ok ? ok(played(client, book, seat, device, key, now)) : joined;
}

function played(
  client: Client,
  book: BookId,
  seat: SeatId,
  device: DeviceKeys,
  key: PublicKey,
  now: () => Date,
): PlayedSeat {
  const feed = toHex(nodeCiphers.random(16)) as FeedId;
  let own: OwnFeed = newFeed(nodeSha256, { book, feed, key, seat, via: 'page' });
  const recording = newRecording(book);
  const keys = new Map<string, { readonly poll: string; readonly key: Uint8Array }>();

  async function read(): Promise<void> {
    for (;;) {
      const from = (seenOf(recording, nodeSha256)?.seq ?? 0) + 1;
      const { feed: of } = recording;
      const got = await client.call('recording.read', { book, from, ...(of === undefined ? {} : { feed: of }) });
      if (!got.ok || got.value.run === null) return;
      const grown = await growRecording(recording, got.value.run, nodeSha256, nodeVerify);
      if (!grown.ok) throw new Error(`recording feed not believed: ${grown.refusal.code}`);
    }
  }

  async function send(statement: Statement): Promise<Result<string>> {
    const seen = seenOf(recording, nodeSha256);
    const fact = {
      kind: statement.kind,
      body: writeBody(statement.body),
      at: now().toISOString(),
      ...(seen ? { seen } : {}),
    };
    const { run, own: next } = await commitFacts(nodeSha256, own, [fact], device.sign, toBase64);
    const wired = wireRun(run);
    const entries = wired.entries.flatMap((entry) => ('body' in entry ? [entry] : []));
    const sent = await client.call('feed.append', { book, run: { ...wired, entries, commits: [...run.commits] } });
    if (!sent.ok) return sent;
    own = next;
    const refused = sent.value.refused.find(({ seq }) => seq === next.seq);
    return refused ? refuse(refused.code) : ok(next.hash);
  }

  /** Sealed and cast; the key stays here until the checked recording feed allows it out. */
  async function put(poll: string, plaintext: string): Promise<Result<string>> {
    await read();
    const holders = holderKeys(recording, poll, seat);
    if (!holders.ok) return holders;
    const place = { book, feed, seq: own.seq + 1, seat, poll: poll as PollId };
    const sealed = await sealBallot(nodeCiphers, place, plaintext, holders.value);
    const sent = await send({ kind: 'ballot-cast', body: sealed.body });
    if (sent.ok) keys.set(sent.value, { poll, key: sealed.key });
    return sent;
  }

  return {
    seat,
    state: async (statement) => {
      await read();
      return await send(statement);
    },
    cast: async (poll, items, comment) =>
      await put(poll, writeBallot({ poll: poll as PollId, items, ...(comment ? { comment } : {}) }, salt())),
    vote: async ({ poll, about, choice }, isSecret) => {
      if (isSecret) return await put(poll, writeVotePaper({ poll, about, choice }, salt()));
      await read();
      return await send({ kind: 'vote-cast', body: { poll, about: about as never, choice } });
    },
    counting: async () => await shownNow(client, 'count', { book }),
    release: async () => {
      await read();
      let given = 0;
      for (const [ballot, { poll, key: sealKey }] of keys) {
        if (!releaseAllowed(recording, poll, ballot)) continue;
        const sent = await send({
          kind: 'key-released',
          body: { poll, ballot: ballot as never, key: toBase64(sealKey) },
        });
        if (sent.ok) {
          keys.delete(ballot);
          given += 1;
        }
      }
      return given;
    },
  };
}
