// Statements: what a seat says in its own feed. They count once the recording feed has ruled them.
import { z } from 'zod';
import { isBase64 } from '../base/ids.ts';
import { criterionId } from '../criteria/criteria-set.ts';
import { bytesText, feedId, hashText, headRef, publicKey, seatId, shortId } from './head.ts';
import { CHOICES } from './meeting-rulings.ts';
import { termNumber } from './passing-rulings.ts';
import { salt } from './rulings.ts';

/** A choice and no text: the statement travels in clear before the reveal, and words could tell a mark. */
export const REOPEN_REASONS = ['slip', 'evidence', 'reconsidered', 'other'] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

const sealed = {
  /** nonce (12 bytes) ‖ AES-256-GCM ciphertext ‖ tag (16), base64url. */
  envelope: z
    .string()
    .min(100)
    .max(1_000_000)
    .refine((text) => isBase64(text), 'base64url'),
  /** SHA-256('hoidong/key/1\0' ‖ key). */
  commit: hashText,
  shares: z
    .array(
      z.strictObject({
        holder: seatId,
        key: bytesText(32),
        /** HPKE enc (32 bytes) ‖ ciphertext (32 + 16). */
        wrapped: bytesText(80),
        /** SHA-256('hoidong/share/1\0' ‖ share). */
        commit: hashText,
      }),
    )
    .max(2),
} as const;

const count = z.int().min(0).max(100_000);

/** What one member of the counting committee counted; whole numbers. */
export const countReport = z.strictObject({
  poll: shortId,
  issued: count,
  returned: count,
  valid: count,
  invalid: count,
  /** Ballots on which every criterion is met; with points: whose total reaches the pass mark. */
  positive: count,
  /** One line for each criterion of the set, in its order; `points` is their sum, 0 where marks are pass or fail. */
  lines: z
    .array(
      z.strictObject({
        criterion: criterionId,
        met: count,
        notMet: count,
        notApplicable: count,
        points: z.int().min(0).max(1_000_000),
      }),
    )
    .max(1_000),
});

export const STATEMENTS = {
  /**
   * Per platform: true where the member has a conflict of interest and so takes no part. `criteria`: only in these,
   * where the rules know recusal by criterion.
   */
  'interest-declared': z.strictObject({
    declared: z
      .array(
        z.strictObject({
          platform: shortId,
          conflict: z.boolean(),
          criteria: z.array(criterionId).min(1).max(1_000).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  /** Why: personal, so apart from the declaration, which rules read. */
  'interest-explained': z.strictObject({ _salt: salt, platform: shortId, text: z.string().max(2_000) }),
  /** Opinion of an absent member: read out and printed, never counted. */
  'opinion-written': z.strictObject({ _salt: salt, platform: shortId, text: z.string().min(1).max(20_000) }),
  /** The second pair of eyes on what was entered for somebody else. */
  'entry-confirmed': z.strictObject({ entry: hashText }),
  'ballot-cast': z.strictObject({ poll: shortId, ...sealed }),
  /** Marks of an absent member beside the written opinion: opened with the first round of the platform, never counted. */
  'opinion-sealed': z.strictObject({ platform: shortId, ...sealed }),
  'ballot-reopened': z.strictObject({ poll: shortId, ballot: hashText, reason: z.enum(REOPEN_REASONS) }),
  'key-released': z.strictObject({ poll: shortId, ballot: hashText, key: bytesText(32) }),
  'share-released': z.strictObject({ poll: shortId, ballot: hashText, share: bytesText(32) }),
  /** `about` is the SHA-256 of the very text that is voted on. */
  'vote-cast': z.strictObject({ poll: shortId, about: hashText, choice: z.enum(CHOICES) }),
  'count-reported': countReport,
  /** Said in the discussion, on one criterion or on the platform as a whole. */
  'remark-made': z.strictObject({
    _salt: salt,
    platform: shortId,
    criterion: criterionId.nullable(),
    text: z.string().min(1).max(4_000),
  }),
  /** The photo of a sheet of paper: named once its marks are known to all. */
  'paper-attached': z.strictObject({
    poll: shortId,
    ballot: hashText,
    sha256: hashText,
    size: z.int().min(1),
    mediaType: z.string().max(100),
  }),
  /** Revisions of a platform's evidence that this seat has opened since it last said so. */
  'evidence-opened': z.strictObject({
    _salt: salt,
    platform: shortId,
    opened: z.array(hashText).min(1).max(500),
  }),
  'reservation-made': z.strictObject({
    _salt: salt,
    conclusion: shortId,
    about: hashText,
    text: z.string().min(1).max(20_000),
  }),
  'minutes-approved': z.strictObject({ sha256: hashText }),
  /**
   * A keeper's agreement to one passing of the recording: on record in the keeper's own feed, so that "once in a term" can
   * be seen. What passes the recording on is the signature in `recording-passed`.
   */
  'takeover-agreed': z.strictObject({
    term: termNumber,
    from: headRef,
    feed: feedId,
    seat: seatId,
    key: publicKey,
    kem: publicKey.optional(),
    sig: bytesText(64),
  }),
  /** This seat's machine says that it has removed the evidence of the session: its word, and no more than that. */
  'evidence-removed': z.strictObject({}),
} as const;

export type StatementKind = keyof typeof STATEMENTS;
export type StatementOf<K extends StatementKind> = z.output<(typeof STATEMENTS)[K]>;
export type Statement = { [K in StatementKind]: { readonly kind: K; readonly body: StatementOf<K> } }[StatementKind];
