// What the recording feed rules about itself: how the recording passes on, what that spoils, and what goes home after.
import { z } from 'zod';
import { bytesText, feedId, hashText, headRef, publicKey, seatId, seqNumber, shortId } from './head.ts';

const line = (max: number) => z.string().max(max);
/** The first recorder's is 0. */
export const termNumber = z.int().min(1).max(1_000_000_000);

/** A seat's word, signed by the device that is bound to it. */
const word = z.strictObject({ seat: seatId, key: publicKey, sig: bytesText(64) });

export const PASSING_RULINGS = {
  /**
   * The first entry of a new recording feed. `from` is the cut: the last signed head of the former feed that counts.
   * Grounds: `takeover`, signed by more than half of the keepers; `handover`, where the cut is the former feed's own
   * `recording-handed-over`; `resumed`, the same device in a new feed with the chair's word; `alone`, the same device,
   * where no other is in the book. The same device needs no signature but that of its feed.
   */
  'recording-passed': z.strictObject({
    term: termNumber,
    from: headRef,
    ground: z.discriminatedUnion('of', [
      z.strictObject({
        of: z.literal('takeover'),
        agreed: z
          .array(word)
          .min(1)
          .max(9)
          .refine((agreed) => new Set(agreed.map(({ seat }) => seat)).size === agreed.length, 'twice'),
      }),
      z.strictObject({ of: z.literal('handover') }),
      z.strictObject({ of: z.literal('resumed'), word }),
      z.strictObject({ of: z.literal('alone') }),
    ]),
    /** The device that takes over is new to its seat: its X25519 key. A takeover only, and a keeper's seat. */
    bound: z.strictObject({ kem: publicKey }).optional(),
  }),
  /** The last act of a recording feed: the device of this seat goes on in that feed. What comes after is void. */
  'recording-handed-over': z.strictObject({ term: termNumber, seat: seatId, feed: feedId, key: publicKey }),
  /**
   * A reveal or a released key of a poll that is not revealed was seen in a void tail (`proof`): the poll counts for
   * nothing and is held again.
   */
  'poll-spoiled': z.strictObject({ poll: shortId, proof: headRef }),
  /**
   * A feed was signed in two ways: it is ruled no further. The other head with its own signature, so that whoever has
   * one branch can see that there are two.
   */
  'feed-forked': z.strictObject({ feed: feedId, seq: seqNumber, hash: hashText, sig: bytesText(64) }),
  /** How far the clocks of the machines were from the recording one, whole milliseconds; later is positive. */
  'clocks-compared': z.strictObject({
    machines: z
      .array(z.strictObject({ seat: seatId, ms: z.int().min(-1_000_000_000_000).max(1_000_000_000_000) }))
      .max(200)
      .refine((all) => new Set(all.map(({ seat }) => seat)).size === all.length, 'twice'),
  }),
  /** Members' machines are asked to remove the evidence: a request, which no entry can enforce. */
  'evidence-recalled': z.strictObject({ note: line(500) }),
} as const;

export type PassingKind = keyof typeof PASSING_RULINGS;
