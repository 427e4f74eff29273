// Who the other side is: books named so that only who knows them reads it, and keys shown over what is of this link alone.
import { concat, fromBase64, fromHex, tag, toBase64, utf8 } from '../../shared/base/bytes.ts';
import type { BookId, PublicKey } from '../../shared/base/ids.ts';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import type { VerifySignature } from '../../shared/book/book.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import { helloMessage } from '../../shared/seal/device-proof.ts';
import { type Hello, type Offered, PROTOCOL } from './messages.ts';

export type Side = 'dials' | 'answers';
export const otherSide = (side: Side): Side => (side === 'dials' ? 'answers' : 'dials');

const NAMED = tag('hoidong/exchange-book/1');
const SHOWN = tag('hoidong/exchange/1');

/** Challenges of both sides and what the carrier is known by at both: its pinned certificate, or nothing. */
export type Greeted = { readonly dialled: Uint8Array; readonly answered: Uint8Array; readonly channel: Uint8Array };

const ofLink = ({ dialled, answered, channel }: Greeted): Uint8Array => concat(dialled, answered, channel);

/**
 * A book's name on one link, 16 bytes: who does not know the book learns nothing, and who listens cannot tell that two
 * links spoke of one book.
 */
export const bookTag = (sha256: Sha256, greeted: Greeted, book: BookId): string =>
  toBase64(sha256(NAMED, fromHex(book), ofLink(greeted)).subarray(0, 16));

/**
 * What a side signs in `helloMessage`. It is made of both challenges, the carrier and the side, so that no signature
 * serves on another link, in the other direction, over another carrier, or at the door of pages, where the same message
 * is signed over a challenge that nobody chooses.
 */
export const shownChallenge = (sha256: Sha256, greeted: Greeted, side: Side): Uint8Array =>
  sha256(SHOWN, utf8(`${side}\0`), ofLink(greeted));

/** The key, where its signature holds; undefined where nothing was shown; false where something false was. */
export async function keyShown(
  sha256: Sha256,
  verify: VerifySignature,
  greeted: Greeted,
  side: Side,
  book: BookId,
  { key, sig }: { readonly key?: PublicKey | undefined; readonly sig?: string | undefined },
): Promise<PublicKey | undefined | false> {
  if (key === undefined || sig === undefined) return undefined;
  const message = helloMessage(book, shownChallenge(sha256, greeted, side));
  try {
    return (await verify(fromBase64(key), message, fromBase64(sig))) ? key : false;
  } catch {
    return false;
  }
}

/** Undefined where both understand each other. */
export const skewOf = (hello: Hello, version: string): Refusal | undefined =>
  hello.protocol > PROTOCOL
    ? refusal('exchange-newer', { theirs: hello.version, own: version })
    : hello.protocol < PROTOCOL
      ? refusal('exchange-older', { theirs: hello.version, own: version })
      : undefined;

/** Offers come in multiples of this: how many books a machine holds is nobody's business. */
const DECOYS = 16;

/** Fills up with names of no book, each with a key and a signature of nothing, and mixes them in by their names. */
export function hiddenAmong(offers: readonly Offered[], random: (length: number) => Uint8Array): Offered[] {
  const wanted = Math.max(DECOYS, Math.ceil(offers.length / DECOYS) * DECOYS);
  const decoys = Array.from({ length: wanted - offers.length }, () => ({
    tag: toBase64(random(16)),
    key: toBase64(random(32)) as PublicKey,
    sig: toBase64(random(64)),
  }));
  const all = [...offers, ...decoys].map(({ tag: name, key, sig }) => ({
    tag: name,
    key: key ?? (toBase64(random(32)) as PublicKey),
    sig: sig ?? toBase64(random(64)),
  }));
  return all.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}
