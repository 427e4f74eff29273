// Writes and signs a pack of a promulgated set (.hdset): one canonical JSON text, a detached CMS signature beside it.
import { createHash } from 'node:crypto';
import { toBase64, toHex, utf8 } from '../../shared/base/bytes.ts';
import { canonical } from '../../shared/base/canonical.ts';
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Consultation } from '../../shared/contract/criteria-library.ts';
import { PACK_FORMAT, PACK_LIMITS, type PackManifest, packedBytes } from '../../shared/contract/set-pack.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { isValidAt } from '../signing/certificate-facts.ts';
import { checkCms } from '../signing/check-cms.ts';
import { assembleCms, signedAttributes } from '../signing/cms.ts';
import { withLowS } from '../signing/ecdsa-value.ts';
import { type PdfSigner, signingPath } from '../signing/signer.ts';

export type PackParts = {
  readonly set: CriteriaSet;
  readonly consultations: readonly Consultation[];
  readonly decision?: { readonly name: string; readonly sha256: string; readonly size: number };
};

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** `signedAt`: ISO 8601 UTC, where somebody signs or has signed. */
export function manifestOf({ set, consultations, decision }: PackParts, signedAt?: string): PackManifest {
  const text = canonical(set);
  return {
    consultations: [...consultations],
    ...(decision === undefined ? {} : { decision: { ...decision, sha256: decision.sha256 as Hash } }),
    ...{ set: text, setSha256: toHex(sha256(utf8(text))) as Hash },
    ...(signedAt === undefined ? {} : { signedAt }),
  };
}

/**
 * The detached CMS over the manifest, in the strict form of `electron/signing/cms.ts`. Refuses what `signingPath`
 * refuses, certificate-not-valid-now {name}.
 */
export async function signPack(manifest: PackManifest, signer: PdfSigner): Promise<Result<Uint8Array>> {
  const path = signingPath(signer);
  if (!path.ok) return path;
  const [leaf] = path.value;
  if (!isValidAt(leaf, new Date(manifest.signedAt ?? 0)))
    return refuse('certificate-not-valid-now', { name: leaf.name });
  const bytes = packedBytes(manifest);
  const ders = path.value.map(({ der }) => der);
  const attributes = signedAttributes(sha256(bytes), ders);
  const value = await signer.sign(attributes);
  const signature = signer.algorithm === 'ecdsa-p256' ? withLowS(value) : value;
  const cms = assembleCms({ attributes, signature, algorithm: signer.algorithm, path: ders });
  // Never kept unread: a token or a card may sign with another key than its certificate says.
  const checked = checkCms(cms, (digest) => createHash(digest).update(bytes).digest(), true);
  const [problem] = checked.problems;
  return problem === undefined ? ok(cms) : { ok: false, refusal: problem };
}

/** `scan`: the bytes that `manifest.decision` names. Refuses pack-too-large {mebibytes}. */
export function writePack(
  manifest: PackManifest,
  { scan, cms }: { readonly scan?: Uint8Array; readonly cms?: Uint8Array } = {},
): Result<Uint8Array> {
  const text = canonical({
    format: PACK_FORMAT,
    manifest,
    // By the engine: the library of `toBase64` holds eight bytes of heap for each byte.
    ...(scan === undefined ? {} : { scan: Buffer.from(scan).toString('base64url') }),
    sha256: toHex(sha256(packedBytes(manifest))),
    ...(cms === undefined ? {} : { signature: toBase64(cms) }),
  });
  const bytes = utf8(text);
  return bytes.length > PACK_LIMITS.bytes
    ? refuse('pack-too-large', { mebibytes: PACK_LIMITS.bytes / 1024 / 1024 })
    : ok(bytes);
}
