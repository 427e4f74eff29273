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
const key32 = /^[A-Za-z0-9_-]{43}$/;

export const isShortId = (text: string): boolean => short.test(text);
export const isFeedId = (text: string): text is FeedId => feed.test(text);
export const isHash = (text: string): text is Hash => hash.test(text);
export const isPublicKey = (text: string): text is PublicKey => key32.test(text);
