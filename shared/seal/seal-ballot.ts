// Seals a ballot on its author's device, so that hiding is a property of the data and not of a screen.
import { concat, fromHex, tag, u32, u64, utf8 } from '../base/bytes.ts';
import type { BookId, FeedId, Hash, PlatformId, PollId, SeatId } from '../base/ids.ts';
import { keyCommit, shareCommit } from '../book/decide-ballot.ts';
import { xor } from '../book/fitting-key.ts';
import type { Holder } from '../book/seating.ts';
import type { StatementOf } from '../book/statements.ts';
import type { Ciphers } from './ciphers.ts';

/** Where an envelope belongs: it opens under no other entry. */
export type SealPlace = {
  readonly book: BookId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly seat: SeatId;
  /** The poll; for an absent member's sealed marks the platform. Both are eight random bytes. */
  readonly poll: PollId | PlatformId;
};

/** The frame that a poll's sheets begin with. */
export const frameOf = ({ secrecy }: { readonly secrecy: 'open' | 'blind' | 'secret' }): number =>
  secrecy === 'secret' ? SECRET_FRAME : SMALLEST_FRAME;

const BALLOT = tag('hoidong/ballot/1');
/** Padded sizes are powers of two from here, so that a length tells little. */
export const SMALLEST_FRAME = 4_096;
/**
 * A secret sheet is opened without its name, and its length must not give the name back: all but the longest take the
 * same room, so that the envelope under a name tells nothing of the opened texts.
 */
export const SECRET_FRAME = 32_768;
/** Largest opened plaintext, bytes. */
export const PLAIN_LIMIT = 4 * 1024 * 1024;
export const NONCE_LENGTH = 12;

/** 'hoidong/ballot/1\0' ‖ book (32) ‖ feed (16) ‖ seq (u64) ‖ seat (8) ‖ poll (8). */
export const ballotAad = ({ book, feed, seq, seat, poll }: SealPlace): Uint8Array =>
  concat(BALLOT, fromHex(book), fromHex(feed), u64(seq), fromHex(seat), fromHex(poll));

/** HPKE info of one holder's share: the AAD ‖ holder's seat (8). */
export const shareInfo = (aad: Uint8Array, holder: SeatId): Uint8Array => concat(aad, fromHex(holder));

/** u32 length ‖ data ‖ zeros, up to the next power of two from 4 KiB, or from a larger one. */
export function frame(data: Uint8Array, smallest = SMALLEST_FRAME): Uint8Array {
  let size = smallest;
  while (size < data.length + 4) size *= 2;
  const framed = new Uint8Array(size);
  framed.set(u32(data.length));
  framed.set(data, 4);
  return framed;
}

/**
 * The data of a frame. Throws on any other shape: bytes after the data would be read by nobody and carried by everybody.
 * A frame longer than need be is allowed, it hides more.
 */
export function unframe(framed: Uint8Array): Uint8Array {
  const size = framed.length;
  if (size < SMALLEST_FRAME || (size & (size - 1)) !== 0) throw new Error('no frame');
  const length = new DataView(framed.buffer, framed.byteOffset, size).getUint32(0);
  if (length > size - 4 || framed.subarray(4 + length).some((byte) => byte !== 0)) throw new Error('no frame');
  return framed.subarray(4, 4 + length);
}

export type SealedNow = {
  readonly body: StatementOf<'ballot-cast'>;
  /** Must be durable on the device before the entry that needs it is written. */
  readonly key: Uint8Array;
};

/**
 * deflate-raw, frame, AES-256-GCM under a fresh key; the key as two XOR shares, each committed to and wrapped for its
 * holder. With fewer than two holders there are no shares: the device alone can open the ballot, and minutes say so.
 */
export async function sealBallot(
  ciphers: Ciphers,
  place: SealPlace,
  plaintext: string,
  holders: readonly Holder[],
  smallest = SMALLEST_FRAME,
): Promise<SealedNow> {
  const aad = ballotAad(place);
  const key = ciphers.random(32);
  const nonce = ciphers.random(NONCE_LENGTH);
  const framed = frame(await ciphers.deflateRaw(utf8(plaintext)), smallest);
  const envelope = ciphers.toBase64(concat(nonce, await ciphers.encrypt(key, nonce, framed, aad)));
  const commit = keyCommit(ciphers.sha256, key) as Hash;
  const shares = holders.length === 2 ? await wrapShares(ciphers, key, holders, aad) : [];
  return { key, body: { poll: place.poll, envelope, commit, shares } };
}

async function wrapShares(ciphers: Ciphers, key: Uint8Array, holders: readonly Holder[], aad: Uint8Array) {
  const first = ciphers.random(32);
  const halves = [first, xor(key, first)];
  return await Promise.all(
    holders.map(async (holder, at) => {
      const share = halves[at] ?? new Uint8Array();
      const wrapped = await ciphers.wrap(ciphers.fromBase64(holder.kem), shareInfo(aad, holder.seat), share);
      const commit = shareCommit(ciphers.sha256, share) as Hash;
      return { holder: holder.seat, key: holder.kem, wrapped: ciphers.toBase64(wrapped), commit };
    }),
  );
}
