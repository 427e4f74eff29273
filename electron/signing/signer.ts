// Whoever can sign: a certificate, its chain and a key somewhere (file, token, another machine).
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { keyProblem, type SignatureAlgorithm } from './algorithms.ts';
import { type CertificateFacts, certificateFacts, isIssuedBy, isSelfSigned } from './certificate-facts.ts';

/** The public half: all that is needed to prepare a signature. DER throughout. */
export type SignerIdentity = {
  readonly certificate: Uint8Array;
  /** Issuers in any order, with or without the root. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
};

export type PdfSigner = SignerIdentity & {
  /** Hashes with SHA-256 and signs the DER of the signed attributes; an ECDSA value is DER. */
  readonly sign: (tbs: Uint8Array) => Promise<Uint8Array>;
};

const MAX_INTERMEDIATES = 6;

/** The signer's certificate and its issuers upwards as far as the chain goes, without the root. */
export function signingPath({
  certificate,
  chain,
  algorithm,
}: SignerIdentity): Result<readonly [CertificateFacts, ...CertificateFacts[]]> {
  const leaf = certificateFacts(certificate);
  if (leaf === undefined) return refuse('certificate-damaged');
  const problem = keyProblem(leaf.x509.publicKey, algorithm);
  if (problem !== undefined) return refuse(problem, { name: leaf.name, algorithm });
  if (!leaf.maySign) return refuse('certificate-not-for-signing', { name: leaf.name });
  const pool = chain.map(certificateFacts).filter((facts) => facts !== undefined);
  const path: [CertificateFacts, ...CertificateFacts[]] = [leaf];
  for (let last: CertificateFacts = leaf; path.length <= MAX_INTERMEDIATES; ) {
    const current = last;
    const issuer = pool.find((facts) => !path.includes(facts) && isIssuedBy(current, facts));
    if (issuer === undefined || isSelfSigned(issuer)) break;
    path.push(issuer);
    last = issuer;
  }
  return ok(path);
}
