// Every message of the exchange between two machines, with its limits: nothing else is understood, and nothing longer.
import { z } from 'zod';
import { isShortId, type PublicKey } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import { bytesText, feedId, hashText, headRef, publicKey, seatId, seqNumber } from '../../shared/book/head.ts';

/** Raised with every change that an older program would misread. */
export const PROTOCOL = 1;
/** Longest text on the wire, UTF-16 units; what is longer comes in parts. A socket needs three bytes for each. */
export const FRAME_LIMIT = 512 * 1024;
/** Longest message put together again: one commit with a body of the longest kind, escaped. */
export const MESSAGE_LIMIT = 16 * 1024 * 1024;
/** Longest message of one that has shown no right to any book. */
export const STRANGER_LIMIT = 128 * 1024;
/** Books on one link. */
export const BOOK_LIMIT = 512;
/** Feeds of one book: sixteen a seat and more. */
export const FEED_LIMIT = 4_096;
/** Levels of lists and members that a message may have. */
export const DEPTH_LIMIT = 12;
/** Bytes of a file in one message. */
export const PIECE = 128 * 1024;
/** Bytes of one file. */
export const FILE_LIMIT = 4 * 1024 * 1024 * 1024;

/** A book's number on one link, given by the answering side and never used again. */
const number = z.int().min(0).max(1_000_000);
const count = z.int().min(0).max(1_000_000);
const base64 = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]*$/);
const word = z.string().regex(/^[a-z0-9-]{1,60}$/);
const tag = bytesText(16);
const mark = z.string().regex(/^[0-9a-f]{16}$/);

/** The device speaks for a seat of the book: its signature of `helloMessage` over what is of this link alone. */
const proof = { key: publicKey.optional(), sig: bytesText(64).optional() };

/**
 * Who has what, in one text: for each feed the first `width` bytes of its id, its number and 8 bytes of its last hash.
 * `all`: 16 bytes of the SHA-256 over all of it at full length. `stopped`: feeds whose fork is proved here.
 */
const vector = z.strictObject({
  width: z.int().min(4).max(16),
  feeds: base64(FEED_LIMIT * 44),
  all: bytesText(16),
  stopped: z.array(feedId).max(FEED_LIMIT).optional(),
});
export type Vector = z.output<typeof vector>;

const entry = z.union([
  z.strictObject({ head: z.string(), body: z.string() }),
  z.strictObject({ head: z.string(), bodyHash: hashText }),
]);
/** The chain, the signatures and the limits of a run are looked at by whoever takes it. */
export const runShape = z.strictObject({
  feed: feedId,
  from: seqNumber,
  entries: z.array(entry).min(1).max(100_000),
  commits: z.array(z.strictObject({ seq: seqNumber, sig: bytesText(64) })).max(100_000),
});
export const runList = z.array(runShape).min(1).max(1_000);

/** Durable at the sender of this: feed, number, 8 bytes of the hash. */
const tip = z.tuple([feedId, seqNumber, mark]);

/**
 * What is said and never written: who is here and how far, what a takeover needs before it is an entry, and a copy of a
 * guest's drafts under the guest's own passphrase. Numbers, ids, keys and covered bytes: no mark, remark or name fits.
 */
export const note = z.discriminatedUnion('kind', [
  /** `criterion`: its place in the order of the frozen set, from 0. */
  z.strictObject({
    kind: z.literal('presence'),
    poll: z.string().refine(isShortId).optional(),
    criterion: z.int().min(0).max(5_000).optional(),
    done: z.int().min(0).max(5_000),
    of: z.int().min(0).max(5_000),
  }),
  /** Somebody wants to record from here on: in this term, from this head, in a feed of this key. */
  z.strictObject({ kind: z.literal('proposal'), term: count, from: headRef, feed: feedId, key: publicKey }),
  /** A keeper's seat agrees; the agreement itself is an entry of its feed. */
  z.strictObject({ kind: z.literal('agreement'), term: count, from: headRef, feed: feedId, agreed: z.boolean() }),
  z.strictObject({ kind: z.literal('deposit'), seat: seatId, sealed: base64(256 * 1024) }),
]);
export type Note = z.output<typeof note>;

/** Read of every version there will ever be: two programs that differ must still tell each other so. */
const hello = z.object({
  hoidong: z.literal('exchange'),
  protocol: z.int().min(1).max(1_000_000),
  version: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/),
  challenge: bytesText(32),
});

export const offered = z.strictObject({ tag, ...proof });
export type Offered = z.output<typeof offered>;
/** `book` stands only where the other side was not known to know it: it was enrolled for the book. */
const admitted = z.strictObject({ n: number, tag: tag.optional(), book: hashText.optional(), ...proof, vector });
export type Admitted = z.output<typeof admitted>;

export const message = z.union([
  z.strictObject({ offer: z.array(offered).max(BOOK_LIMIT) }),
  z.strictObject({ admit: z.array(admitted).max(BOOK_LIMIT) }),
  z.strictObject({ have: number, vector }),
  /** Say it again with whole feed ids. */
  z.strictObject({ wide: number }),
  z.strictObject({ runs: number, list: runList }),
  /** The same list as JSON under zstd (RFC 8878). */
  z.strictObject({ runs: number, zstd: base64(MESSAGE_LIMIT) }),
  /** Durable here, and how many units of runs are settled and may be replaced by others. */
  z.strictObject({ took: number, tips: z.array(tip).max(FEED_LIMIT), units: z.int().min(0) }),
  /** Send this feed from here on once more. */
  z.strictObject({ again: number, feed: feedId, from: seqNumber }),
  /** One device signed two things at one number: both sides of it. */
  z.strictObject({ fork: number, runs: z.tuple([runShape, runShape]) }),
  /** This run is not taken; `code` is that of a refusal. */
  z.strictObject({ refused: number, feed: feedId, code: word }),
  /** Nothing more of this book on this link. */
  z.strictObject({ drop: number, code: word }),
  z.strictObject({ get: number, sha256: hashText, at: z.int().min(0).max(FILE_LIMIT) }),
  z.strictObject({ piece: hashText, at: z.int().min(0).max(FILE_LIMIT), bytes: base64(PIECE * 2) }),
  z.strictObject({ none: hashText }),
  z.strictObject({ has: number, sha256: hashText }),
  z.strictObject({ note: number, says: note }),
  z.strictObject({ ping: z.int().min(0) }),
  /** When it came and when this left, ms since 1970 by the clock of the machine that says it: a claim. */
  z.strictObject({ pong: z.int().min(0), came: z.int(), left: z.int() }),
  z.strictObject({ bye: word }),
]);
export type Message = z.output<typeof message>;
export type Hello = z.output<typeof hello>;

/** What is sent, but for runs, whose text is made once (`runsText`). */
export type Outgoing =
  | Exclude<Message, { readonly runs: unknown }>
  | { readonly fork: number; readonly runs: readonly [RunText, RunText] };

/**
 * Looked at before anything is parsed: a text of nothing but brackets would fill memory with lists. Strings are passed
 * over; whether the text is JSON is the parser's to say.
 */
export function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      if (++depth > most) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
    else if (code === 0x22) at = endOfString(text, at);
  }
  return false;
}

/** Place of the quote that ends the string begun at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return quote;
    from = quote + 1;
  }
}

function parsed(text: string): unknown {
  if (isDeeper(text, DEPTH_LIMIT)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const malformed = refuse('exchange-malformed');

export function readMessage(text: string): Result<Message> {
  const read = message.safeParse(parsed(text));
  return read.success ? ok(read.data) : malformed;
}

export function readHello(text: string): Result<Hello> {
  const read = hello.safeParse(parsed(text));
  return read.success ? ok(read.data) : malformed;
}

export type Proof = { readonly key: PublicKey; readonly sig: string };
