// Opens a PKCS#12 file (.p12, .pfx) and makes of it a signer; the key stays in memory and is never written.
import type { KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { keyProblem, type SignatureAlgorithm, signWith } from './algorithms.ts';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import { macHolds, openBags, type Pfx, readPfx } from './pkcs12-parts.ts';
import type { PdfSigner } from './signer.ts';

export type OpenPkcs12Options = {
  /** For RSA keys: PSS unless PKCS#1 v1.5 is asked for (Circular 15/2025/TT-BKHCN names PSS). */
  readonly algorithm?: SignatureAlgorithm;
};

const MAX_PKCS12_BYTES = 1024 * 1024;

/** As typed, and in both Unicode forms: keyboards and programs differ in how they write "ậ". */
const spellings = (password: string): readonly string[] => [
  ...new Set([password, password.normalize('NFC'), password.normalize('NFD')]),
];

const matches = (certificate: CertificateFacts, key: KeyObject): boolean => certificate.x509.checkPrivateKey(key);

function signerFrom(
  key: KeyObject,
  leaf: CertificateFacts,
  chain: readonly CertificateFacts[],
  asked: SignatureAlgorithm | undefined,
): Result<PdfSigner> {
  const algorithm = asked ?? (key.asymmetricKeyType === 'ec' ? 'ecdsa-p256' : 'rsa-pss');
  const problem = keyProblem(leaf.x509.publicKey, algorithm);
  if (problem !== undefined) return refuse(problem, { name: leaf.name, algorithm });
  return ok({
    certificate: leaf.der,
    chain: chain.map(({ der }) => der),
    algorithm,
    sign: async (tbs) => signWith(key, algorithm, tbs),
  });
}

async function open(pfx: Pfx, password: string, asked: SignatureAlgorithm | undefined): Promise<Result<PdfSigner>> {
  const bags = await openBags(pfx, password);
  if (!bags.ok) return bags;
  const certificates = bags.value.certificates.map(certificateFacts).filter((facts) => facts !== undefined);
  if (bags.value.keys.length === 0) return refuse('pkcs12-no-key');
  for (const key of bags.value.keys) {
    const leaf = certificates.find((certificate) => matches(certificate, key));
    if (leaf === undefined) continue;
    return signerFrom(
      key,
      leaf,
      certificates.filter((certificate) => certificate !== leaf),
      asked,
    );
  }
  return refuse('pkcs12-no-certificate');
}

/**
 * Never throws: pkcs12-too-large, pkcs12-damaged, pkcs12-wrong-password, pkcs12-too-many-rounds, pkcs12-not-supported,
 * pkcs12-no-key, pkcs12-no-certificate, key-not-supported, rsa-key-too-short. The period of the certificate is not
 * looked at here: a verifier judges it at the time of signing.
 */
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
  { algorithm }: OpenPkcs12Options = {},
): Promise<Result<PdfSigner>> {
  if (bytes.length > MAX_PKCS12_BYTES)
    return refuse('pkcs12-too-large', { bytes: bytes.length, limit: MAX_PKCS12_BYTES });
  try {
    const pfx = readPfx(bytes);
    if (!pfx.ok) return pfx;
    const spelling = spellings(password).find((candidate) => macHolds(pfx.value, candidate));
    if (spelling === undefined) return refuse('pkcs12-wrong-password');
    return await open(pfx.value, spelling, algorithm);
  } catch {
    // Garbage makes the ASN.1 reader, the ciphers and the key reader throw in many ways; all mean the same to a user.
    return refuse('pkcs12-damaged');
  }
}
