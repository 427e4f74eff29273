// Checks the signature of a pack: that it is of this content, by whom, and whether a given root vouches for the signer.
import { createHash } from 'node:crypto';
import { fromBase64 } from '../../shared/base/bytes.ts';
import type { PackSignature } from '../../shared/contract/criteria-library.ts';
import { type Problem, problem, warning } from '../../shared/criteria/finding.ts';
import { type CertificateFacts, certificateFacts } from '../signing/certificate-facts.ts';
import { checkPath } from '../signing/certificate-path.ts';
import { checkCms } from '../signing/check-cms.ts';
import { valueLength } from '../signing/der.ts';

export type CheckedSignature =
  | { readonly problems: readonly Problem[]; readonly by?: undefined }
  | { readonly problems: readonly Problem[]; readonly by: PackSignature; readonly cms: Uint8Array };

const EXPIRED: ReadonlySet<string> = new Set(['certificate-not-valid-then', 'issuer-not-valid-then']);

const MOST = 300;
/** A certificate may say anything at any length. */
const short = (text: string): string => text.slice(0, MOST).toWellFormed();

const factsOf = (signer: CertificateFacts, signedAt: string, trusted: boolean): PackSignature => ({
  name: short(signer.name),
  organisation: short(signer.organisation ?? ''),
  issuer: short(signer.issuerName),
  serial: signer.serial,
  validFrom: signer.validFrom.toISOString(),
  validTo: signer.validTo.toISOString(),
  signedAt,
  trusted,
});

/** That no root was given, or none that vouches, is a warning; a certificate that may not sign, or not then, an error. */
function pathProblems(signer: CertificateFacts, codes: readonly string[]): readonly Problem[] {
  const [name, issuer] = [short(signer.name), short(signer.issuerName)];
  return codes.map((code) => {
    if (code === 'root-not-trusted') return warning('pack-untrusted', '', { name, issuer });
    if (!EXPIRED.has(code)) return problem('pack-certificate-unfit', '', { name });
    const [from, to] = [signer.validFrom, signer.validTo].map((at) => at.toISOString().slice(0, 10));
    return problem('pack-certificate-expired', '', { name, from: from ?? '', to: to ?? '' });
  });
}

/** `signature` in base64url; none is a warning. The claimed time decides which period the certificates must be in. */
export function checkPackSignature(
  packed: Uint8Array,
  signature: string | undefined,
  signedAt: string,
  roots: readonly Uint8Array[],
): CheckedSignature {
  if (signature === undefined) return { problems: [warning('pack-unsigned', '')] };
  const isBroken: CheckedSignature = { problems: [problem('pack-signature-broken', '')] };
  let cms: Uint8Array;
  try {
    cms = fromBase64(signature);
  } catch {
    return isBroken;
  }
  const { signer, certificates, problems, length } = readOwn(cms, packed);
  if (signer === undefined || problems > 0 || length !== cms.length) return isBroken;
  const trusted = roots.map(certificateFacts).filter((facts) => facts !== undefined);
  const path = checkPath(signer, certificates, trusted, new Date(signedAt));
  const codes = path.problems.map(({ code }) => code);
  return { problems: pathProblems(signer, codes), by: factsOf(signer, signedAt, path.trusted), cms };
}

/** In the strict form of our own: every byte then follows from content, certificates and value. */
function readOwn(cms: Uint8Array, packed: Uint8Array) {
  const verdict = checkCms(cms, (digest) => createHash(digest).update(packed).digest(), true);
  return { ...verdict, problems: verdict.problems.length, length: valueLength(cms) };
}
