// Passing the recording on: what its signers sign, and whether they did. Who may is for the course of the book.
import { concat, fromBase64, fromHex, tag, u64 } from '../base/bytes.ts';
import type { BookId, FeedId, PublicKey, SeatId } from '../base/ids.ts';
import { type Refusal, refusal } from '../base/result.ts';
import type { VerifySignature } from './entry.ts';
import type { Head, HeadRef } from './head.ts';
import type { RulingOf } from './rulings.ts';

const TAKEOVER = tag('hoidong/takeover/1');
const RESUMED = tag('hoidong/resumed/1');

/** What is passed on to whom: everything that a signature covers. */
export type Passage = {
  readonly book: BookId;
  /** Higher than any term before. */
  readonly term: number;
  /** The cut: the last signed head of the former recording feed that counts. */
  readonly from: HeadRef;
  /** The new recording feed, the seat that writes it and the device that signs it. */
  readonly feed: FeedId;
  readonly seat: SeatId;
  readonly key: PublicKey;
  /** X25519 key of that device, where the passing binds it to its seat. */
  readonly kem?: PublicKey;
};

/**
 * tag ‖ book (32) ‖ term (u64) ‖ old feed (16) ‖ seq of the cut (u64) ‖ its hash (32) ‖ new feed (16) ‖ seat (8) ‖
 * Ed25519 key (32) ‖ X25519 key (32, zeros where none is bound).
 */
const passageBytes = (kind: Uint8Array, { book, term, from, feed, seat, key, kem }: Passage): Uint8Array =>
  concat(
    kind,
    fromHex(book),
    u64(term),
    fromHex(from.feed),
    u64(from.seq),
    fromHex(from.hash),
    fromHex(feed),
    fromHex(seat),
    fromBase64(key),
    kem === undefined ? new Uint8Array(32) : fromBase64(kem),
  );

/** What a keeper signs for a takeover, under 'hoidong/takeover/1\0'. */
export const takeoverMessage = (passage: Passage): Uint8Array => passageBytes(TAKEOVER, passage);

/** What the chair signs for a recording device that goes on after a restore, under 'hoidong/resumed/1\0'. */
export const resumedMessage = (passage: Passage): Uint8Array => passageBytes(RESUMED, passage);

/** What the first entry of a recording feed passes on. */
export const passageOf = (book: BookId, head: Head, { term, from, bound }: RulingOf<'recording-passed'>): Passage => ({
  book,
  term,
  from,
  feed: head.feed,
  seat: head.seat,
  key: head.key as PublicKey,
  ...(bound ? { kem: bound.kem } : {}),
});

async function signs(verify: VerifySignature, key: PublicKey, message: Uint8Array, sig: string): Promise<boolean> {
  try {
    return await verify(fromBase64(key), message, fromBase64(sig));
  } catch {
    return false;
  }
}

/**
 * Every signature that a passing carries holds over this very passage; its own device signs by the commit. Whether the
 * signers may is judged where the state at the cut is known. Refuses passing-unsigned {seat}, passing-malformed.
 */
export async function checkPassing(
  book: BookId,
  head: Head,
  body: RulingOf<'recording-passed'>,
  verify: VerifySignature,
): Promise<Refusal | undefined> {
  if (head.seq !== 1 || head.key === undefined) return refusal('passing-malformed');
  const passage = passageOf(book, head, body);
  const { ground } = body;
  if (ground.of === 'resumed')
    return (await signs(verify, ground.word.key, resumedMessage(passage), ground.word.sig))
      ? undefined
      : refusal('passing-unsigned', { seat: ground.word.seat });
  if (ground.of !== 'takeover') return undefined;
  const message = takeoverMessage(passage);
  for (const { seat, key, sig } of ground.agreed)
    if (!(await signs(verify, key, message, sig))) return refusal('passing-unsigned', { seat });
  return undefined;
}
