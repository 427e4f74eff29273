// Statements: what a seat says in its own feed. They count once the recording feed has ruled them.
import { z } from 'zod';
import { isBase64 } from '../base/ids.ts';
import { bytesText, hashText, seatId, shortId } from './head.ts';
import { salt } from './rulings.ts';

/** A choice and no text: the statement travels in clear before the reveal, and words could tell a mark. */
export const REOPEN_REASONS = ['slip', 'evidence', 'reconsidered', 'other'] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

export const STATEMENTS = {
  /** Per platform: true where the member has a conflict of interest and so takes no part. */
  'interest-declared': z.strictObject({
    declared: z
      .array(z.strictObject({ platform: shortId, conflict: z.boolean() }))
      .min(1)
      .max(200),
  }),
  /** Why: personal, so apart from the declaration, which rules read. */
  'interest-explained': z.strictObject({ _salt: salt, platform: shortId, text: z.string().max(2_000) }),
  /** Opinion of an absent member: read out and printed, never counted. */
  'opinion-written': z.strictObject({ _salt: salt, platform: shortId, text: z.string().min(1).max(20_000) }),
  /** The second pair of eyes on what was entered for somebody else. */
  'entry-confirmed': z.strictObject({ entry: hashText }),
  'ballot-cast': z.strictObject({
    poll: shortId,
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
  }),
  'ballot-reopened': z.strictObject({ poll: shortId, ballot: hashText, reason: z.enum(REOPEN_REASONS) }),
  'key-released': z.strictObject({ poll: shortId, ballot: hashText, key: bytesText(32) }),
  'share-released': z.strictObject({ poll: shortId, ballot: hashText, share: bytesText(32) }),
  /** `about` is the SHA-256 of the very text that is voted on. */
  'vote-cast': z.strictObject({ poll: shortId, about: hashText, choice: z.enum(['agree', 'disagree', 'abstain']) }),
  'reservation-made': z.strictObject({
    _salt: salt,
    conclusion: shortId,
    about: hashText,
    text: z.string().min(1).max(20_000),
  }),
  'minutes-approved': z.strictObject({ sha256: hashText }),
} as const;

export type StatementKind = keyof typeof STATEMENTS;
export type StatementOf<K extends StatementKind> = z.output<(typeof STATEMENTS)[K]>;
export type Statement = { [K in StatementKind]: { readonly kind: K; readonly body: StatementOf<K> } }[StatementKind];
