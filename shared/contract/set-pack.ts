// The pack of a promulgated criteria set (.hdset): what it carries, its limits, and the bytes that a signature covers.
import { z } from 'zod';
import { utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import { isHash } from '../base/ids.ts';
import { consultation } from './criteria-library.ts';

/** Stands first in the file: a pack is known by it, and one of another version is named as such. */
export const PACK_HEAD = '{"format":"hoidong/set-pack/';
export const PACK_FORMAT = 'hoidong/set-pack/1';

const MEBIBYTE = 1024 * 1024;
/**
 * Bytes; `head` is all but the scanned decision, more than a library keeps of one set. `marks` are brackets, commas and
 * colons outside of texts, of which a whole pack has a few thousand.
 */
export const PACK_LIMITS = {
  bytes: 64 * MEBIBYTE,
  head: 12 * MEBIBYTE,
  set: 8 * MEBIBYTE,
  decision: 32 * MEBIBYTE,
  signature: MEBIBYTE,
  depth: 6,
  marks: 10_000,
} as const;

const hash = z.string().refine(isHash);

/** Everything that is signed, the file of the decision by its hash. */
export const packManifest = z.strictObject({
  consultations: z.array(consultation).max(200),
  decision: z
    .strictObject({ name: z.string().min(1).max(300), sha256: hash, size: z.int().min(0).max(PACK_LIMITS.decision) })
    .optional(),
  /** The exact canonical text of the set. */
  set: z.string().max(PACK_LIMITS.set),
  setSha256: hash,
  /** As the signing machine's clock said; nothing proves it. Absent: nobody signed. */
  signedAt: z.iso.datetime().optional(),
});
export type PackManifest = z.output<typeof packManifest>;

/** The file is the canonical text of this and nothing else, so that one pack has one form. Bytes in base64url. */
export const setPack = z.strictObject({
  format: z.literal(PACK_FORMAT),
  manifest: packManifest,
  /** The scanned decision. */
  scan: z
    .string()
    .max(Math.ceil((PACK_LIMITS.decision * 4) / 3))
    .optional(),
  /** SHA-256 of `packedBytes`. */
  sha256: hash,
  /** Detached CMS over `packedBytes`. */
  signature: z.string().max(PACK_LIMITS.signature).optional(),
});
export type SetPack = z.output<typeof setPack>;

/** 'hoidong/set/1\0' ‖ canonical text of the manifest: hashed for the pack's own sum, and signed. */
export const packedBytes = (manifest: PackManifest): Uint8Array => utf8(`hoidong/set/1\0${canonical(manifest)}`);
