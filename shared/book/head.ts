// The head of an entry: what everybody may read of it, even where the body is withheld.
import { z } from 'zod';
import { canonical, isCanonical } from '../base/canonical.ts';
import {
  type FeedId,
  type Hash,
  isBase64,
  isFeedId,
  isHash,
  isPublicKey,
  isShortId,
  type PublicKey,
  type SeatId,
} from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';

/** Longest head in UTF-16 units. Heads are small; whatever is longer did not come from us. */
export const HEAD_LIMIT = 2_048;
/** Longest body: a criteria set of a thousand criteria with guidance, or a large sealed ballot. */
export const BODY_LIMIT = 4 * 1024 * 1024;

export const shortId = z.string().refine(isShortId, 'id');
export const seatId = shortId.transform((text) => text as SeatId);
export const feedId = z
  .string()
  .refine(isFeedId, 'feed')
  .transform((text) => text as FeedId);
export const hashText = z
  .string()
  .refine(isHash, 'hash')
  .transform((text) => text as Hash);
export const publicKey = z
  .string()
  .refine(isPublicKey, 'key')
  .transform((text) => text as PublicKey);
/** Bytes as base64url in its one spelling. */
export const bytesText = (bytes: number) => z.string().refine((text) => isBase64(text, bytes), 'base64url');
export const seqNumber = z.int().min(1);
/** One signed head of a feed. */
export const headRef = z.strictObject({ feed: feedId, seq: seqNumber, hash: hashText });
export type HeadRef = z.output<typeof headRef>;

/**
 * How an entry was entered. `app`: an installed application with the device's own key; `page`: a browser that made its
 * own key; `guest`: a browser whose key the host holds; `shared`: a laptop that goes round; `paper`, `hands`: entered
 * for somebody else, who is named in `for`.
 */
export const VIA = ['app', 'page', 'guest', 'shared', 'paper', 'hands'] as const;
export type Via = (typeof VIA)[number];

const headSchema = z
  .strictObject({
    v: z.literal(1),
    /** The book's id; empty only in the very first entry of a book, whose hash is that id. */
    book: z.union([hashText, z.literal('')]),
    feed: feedId,
    seq: seqNumber,
    /** The author's clock, ISO 8601 in UTC: a claim, printed as such, never decided upon. */
    at: z.iso.datetime({ precision: 3 }),
    /** The seat that signs. */
    seat: seatId,
    via: z.enum(VIA),
    /** Head of the recording feed that the author had folded. */
    seen: z.strictObject({ seq: seqNumber, hash: hashText }).optional(),
    kind: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/)
      .max(40),
    for: seatId.optional(),
    /** Entry 1 of a feed only: the Ed25519 key that signs this feed. */
    key: publicKey.optional(),
    /** Entry 1 only: the feed of the same device that this one goes on from, after a restore. */
    continues: headRef.optional(),
  })
  .refine((head) => (head.seq === 1) === (head.key !== undefined), 'key stands in entry 1 and nowhere else')
  .refine((head) => head.seq === 1 || head.continues === undefined, 'continues stands in entry 1 only')
  .refine((head) => head.seq === 1 || head.book !== '', 'only the first entry of a book has no book')
  .refine(
    (head) => (head.for !== undefined) === (head.via === 'paper' || head.via === 'hands'),
    'for goes with paper or hands',
  );

export type Head = z.output<typeof headSchema>;

/**
 * Reads a head's exact text. The text must be canonical JSON: two readers never see two heads in one text (duplicate
 * members, other number forms). Refuses `head-too-long`, `head-malformed`.
 */
export function readHead(text: string): Result<Head> {
  if (text.length > HEAD_LIMIT) return refuse('head-too-long', { length: text.length, limit: HEAD_LIMIT });
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (!isCanonical(text, value)) return refuse('head-malformed', { why: 'canonical' });
  } catch {
    return refuse('head-malformed', { why: 'json' });
  }
  const parsed = headSchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse('head-malformed', { why: parsed.error.issues[0]?.message ?? '' });
}

export const writeHead = (head: Head): string => canonical(head as Parameters<typeof canonical>[0]);
