// Builds and checks a certification path (RFC 5280 section 6, without policies and name constraints, which are refused if critical).
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { MIN_RSA_BITS } from './algorithms.ts';
import { type CertificateFacts, isIssuedBy, isSelfSigned, isValidAt } from './certificate-facts.ts';

export type PathVerdict = {
  /** From the signer's certificate upwards, the root last if one was reached. */
  readonly names: readonly string[];
  readonly trusted: boolean;
  readonly problems: readonly Refusal[];
};

const MAX_PATH = 8;
const MAX_STEPS = 256;

/** SHA-2 with RSA, RSA-PSS, ECDSA; Ed25519. */
const ACCEPTED = new Set([
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
]);

const same = (a: CertificateFacts, b: CertificateFacts): boolean => a.sha256 === b.sha256;

/** Depth first, roots before the rest: one file may carry several issuers of one name. */
function findPath(
  leaf: CertificateFacts,
  pool: readonly CertificateFacts[],
  roots: readonly CertificateFacts[],
): readonly CertificateFacts[] {
  let steps = 0;
  let longest: readonly CertificateFacts[] = [leaf];
  const climb = (path: readonly CertificateFacts[], top: CertificateFacts): readonly CertificateFacts[] | undefined => {
    if (roots.some((root) => same(root, top))) return path;
    if (path.length > longest.length) longest = path;
    if (path.length >= MAX_PATH) return undefined;
    for (const issuer of [...roots, ...pool]) {
      steps += 1;
      if (steps > MAX_STEPS) return undefined;
      if (!issuer.mayCertify || path.some((facts) => same(facts, issuer)) || !isIssuedBy(top, issuer)) continue;
      const found = climb([...path, issuer], issuer);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return climb([leaf], leaf) ?? longest;
}

function certificateProblems(facts: CertificateFacts, index: number, isRoot: boolean, at: Date): Refusal[] {
  const { name } = facts;
  const problems: Refusal[] = [];
  if (!isValidAt(facts, at))
    problems.push(
      refusal(index === 0 ? 'certificate-not-valid-then' : 'issuer-not-valid-then', {
        name,
        from: facts.validFrom.toISOString(),
        to: facts.validTo.toISOString(),
      }),
    );
  if (facts.notUnderstood.length > 0)
    problems.push(refusal('certificate-extension-not-understood', { name, extension: facts.notUnderstood.join(', ') }));
  if (!isRoot && !isSelfSigned(facts) && !ACCEPTED.has(facts.signatureOid))
    problems.push(refusal('certificate-weakly-signed', { name }));
  const { modulusLength = MIN_RSA_BITS } = facts.x509.publicKey.asymmetricKeyDetails ?? {};
  if (modulusLength < MIN_RSA_BITS) problems.push(refusal('rsa-key-too-short', { name }));
  // pathLenConstraint counts the intermediates below this one, the signer's certificate not among them.
  if (facts.pathLength !== undefined && index - 1 > facts.pathLength) problems.push(refusal('path-too-long', { name }));
  return problems;
}

/** @param at the time at which every certificate of the path has to be in its period */
export function checkPath(
  leaf: CertificateFacts,
  pool: readonly CertificateFacts[],
  roots: readonly CertificateFacts[],
  at: Date,
): PathVerdict {
  const path = findPath(leaf, pool, roots);
  const top = path.at(-1) ?? leaf;
  const reached = roots.some((root) => same(root, top));
  const problems = path.flatMap((facts, index) =>
    certificateProblems(facts, index, reached && index === path.length - 1, at),
  );
  if (!leaf.maySign) problems.push(refusal('certificate-not-for-signing', { name: leaf.name }));
  if (!reached) problems.unshift(refusal('root-not-trusted', { name: top.name, issuer: top.issuerName }));
  return { names: path.map(({ name }) => name), trusted: problems.length === 0, problems };
}
