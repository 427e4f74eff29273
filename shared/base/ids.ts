// Ids: random, meaningless, fixed in length; the brands keep one kind from being passed for another.

export type Brand<T extends string> = string & { readonly __brand: T };

/** SHA-256 of a book's first entry, 64 hex digits. */
export type BookId = Brand<'book'>;
/** 16 random bytes, 32 hex digits. */
export type FeedId = Brand<'feed'>;
/** 8 random bytes, 16 hex digits, for everything that a session names. */
export type SeatId = Brand<'seat'>;
export type PlatformId = Brand<'platform'>;
export type EvidenceId = Brand<'evidence'>;
export type PollId = Brand<'poll'>;
/** SHA-256, 64 hex digits. */
export type Hash = Brand<'hash'>;
/** 32 raw bytes of a public key in base64url. */
export type PublicKey = Brand<'public-key'>;

const hexOf = (digits: number) => new RegExp(`^[0-9a-f]{${digits}}$`);
const short = hexOf(16);
const feed = hexOf(32);
const hash = hexOf(64);

const DIGITS = /^[A-Za-z0-9_-]*$/;
/** What may stand last where the last digits carry 1 or 2 bytes: the bits left over are zero. */
const LAST: Readonly<Record<number, string>> = { 2: 'AQgw', 3: 'AEIMQUYcgkosw048' };

/**
 * Base64url without padding in its one spelling (RFC 4648 section 3.5): where a decoder ignores the bits left over,
 * four or sixteen texts would mean the same bytes. `bytes`: how many it must stand for.
 */
export function isBase64(text: string, bytes?: number): boolean {
  if (bytes !== undefined && text.length !== Math.ceil((bytes * 4) / 3)) return false;
  const rest = text.length % 4;
  return DIGITS.test(text) && rest !== 1 && (rest === 0 || LAST[rest]?.includes(text.slice(-1)) === true);
}

export const isShortId = (text: string): boolean => short.test(text);
export const isFeedId = (text: string): text is FeedId => feed.test(text);
export const isHash = (text: string): text is Hash => hash.test(text);
export const isPublicKey = (text: string): text is PublicKey => isBase64(text, 32);
