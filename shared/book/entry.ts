// Entries, their hash chain and the words that a commit signs: the stored format, which freezes with the first release.
import { concat, fromHex, tag, toHex, u32, u64, utf8 } from '../base/bytes.ts';
import type { BookId, FeedId, Hash } from '../base/ids.ts';

/** SHA-256 (FIPS 180-4) over the concatenation of its arguments; passed in, so that each place uses its own. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;

/** Ed25519 verification (RFC 8032): in Node at once, in a page as a promise. */
export type VerifySignature = (key: Uint8Array, message: Uint8Array, sig: Uint8Array) => boolean | Promise<boolean>;

/** Head and body as exact text; a withheld body is null and only its hash stands. All hashes are hex. */
export type Entry = {
  readonly head: string;
  readonly body: string | null;
  readonly bodyHash: Hash;
  /** hash_n of the chain. */
  readonly hash: Hash;
};

/** The signature over the head of the feed at `seq`, base64url of 64 bytes (Ed25519, RFC 8032). */
export type Commit = { readonly seq: number; readonly sig: string };

/** A stretch of one feed; its last entry is the last of a commit. */
export type Run = {
  readonly feed: FeedId;
  /** Number of the first entry, from 1. */
  readonly from: number;
  readonly entries: readonly Entry[];
  readonly commits: readonly Commit[];
};

const FEED = tag('hoidong/feed/1');
const ENTRY = tag('hoidong/entry/1');
const HEAD = tag('hoidong/head/1');

/** hash_0 = SHA-256('hoidong/feed/1\0' ‖ feed (16 bytes) ‖ device public key (32 bytes)). */
export const feedStart = (sha256: Sha256, feed: FeedId, key: Uint8Array): Hash =>
  toHex(sha256(FEED, fromHex(feed), key)) as Hash;

export const bodyHashOf = (sha256: Sha256, body: string): Hash => toHex(sha256(utf8(body))) as Hash;

/** hash_n = SHA-256('hoidong/entry/1\0' ‖ hash_(n-1) ‖ u32 length of head ‖ head ‖ SHA-256(body)). */
export function entryHash(sha256: Sha256, previous: Hash, head: string, bodyHash: Hash): Hash {
  const bytes = utf8(head);
  return toHex(sha256(ENTRY, fromHex(previous), u32(bytes.length), bytes, fromHex(bodyHash))) as Hash;
}

/**
 * What a commit signs: 'hoidong/head/1\0' ‖ book (32) ‖ feed (16) ‖ seq (u64) ‖ hash_n (32). `book` is empty for the
 * first entry of a book, which is a commit of its own: 32 zero bytes then stand for the id that is not there yet.
 */
export const commitMessage = (book: BookId | '', feed: FeedId, seq: number, hash: Hash): Uint8Array =>
  concat(HEAD, book === '' ? new Uint8Array(32) : fromHex(book), fromHex(feed), u64(seq), fromHex(hash));

export function makeEntry(sha256: Sha256, previous: Hash, head: string, body: string): Entry {
  const bodyHash = bodyHashOf(sha256, body);
  return { head, body, bodyHash, hash: entryHash(sha256, previous, head, bodyHash) };
}
