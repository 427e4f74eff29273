// Judges the CMS of one signature against the bytes it covers, and in strict form also that it is written exactly as ours are.
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { keyProblem, type SignatureAlgorithm } from './algorithms.ts';
import { type CertificateFacts, certificateFacts, isIssuedBy } from './certificate-facts.ts';
import { type AlgorithmName, checkValue } from './check-algorithm.ts';
import { assembleCms, OID, signedAttributes } from './cms.ts';
import { type Digest, digestOf, type ReadCms, readCms } from './cms-read.ts';
import { octetsOf, oidOf, parts, valueLength } from './der.ts';
import { withLowS } from './ecdsa-value.ts';

export type CmsVerdict = {
  readonly problems: readonly Refusal[];
  readonly signer: CertificateFacts | undefined;
  readonly certificates: readonly CertificateFacts[];
  readonly algorithm: AlgorithmName | undefined;
  readonly digest: Digest | undefined;
};

type DigestOfRanges = (digest: Digest) => Uint8Array;

/** RFC 5035 section 3: the first identifier names the signer's certificate, so that another of the same key cannot stand in. */
function essMatches(cms: ReadCms, signer: Uint8Array): boolean | undefined {
  const attribute = cms.attributeValues.get(OID.signingCertificateV2);
  if (attribute === undefined) return undefined;
  const [first, second] = parts(parts(parts(attribute)[0])[0]);
  // ESSCertIDv2 ::= SEQUENCE { hashAlgorithm DEFAULT sha256, certHash OCTET STRING, issuerSerial OPTIONAL }
  const withHash = first instanceof asn1js.Sequence;
  const hash = withHash ? digestOf(oidOf(parts(first)[0])) : 'sha256';
  if (hash === undefined) return false;
  return createHash(hash)
    .update(signer)
    .digest()
    .equals(octetsOf(withHash ? second : first));
}

function coreProblems(cms: ReadCms, signer: CertificateFacts, ranges: DigestOfRanges): Refusal[] {
  const contentType = cms.attributeValues.get(OID.contentType);
  const messageDigest = cms.attributeValues.get(OID.messageDigest);
  if (contentType === undefined || oidOf(contentType) !== OID.data || messageDigest === undefined)
    return [refusal('cms-damaged')];
  if (cms.digest === undefined) return [refusal('digest-not-accepted', { algorithm: cms.digestOid })];
  const problems: Refusal[] = [];
  if (!Buffer.from(ranges(cms.digest)).equals(octetsOf(messageDigest))) problems.push(refusal('document-altered'));
  if (essMatches(cms, signer.der) === false) problems.push(refusal('signing-certificate-mismatch'));
  return problems;
}

const OWN: Readonly<Record<AlgorithmName, SignatureAlgorithm>> = {
  'rsa-pss': 'rsa-pss',
  'rsa-pkcs1': 'rsa-pkcs1',
  ecdsa: 'ecdsa-p256',
};

/** The signer's certificate and its issuers among those embedded, upwards; whatever is not on the way is left out. */
function embeddedPath(signer: CertificateFacts, pool: readonly CertificateFacts[]): readonly CertificateFacts[] {
  const path = [signer];
  for (let last: CertificateFacts = signer; path.length < pool.length; ) {
    const current = last;
    const issuer = pool.find((facts) => !path.includes(facts) && isIssuedBy(current, facts));
    if (issuer === undefined) break;
    path.push(issuer);
    last = issuer;
  }
  return path;
}

/**
 * Rebuilds the CMS from its meaning and compares: every byte is then fixed by the document's digest, the certificates,
 * which the signed attributes name one by one, and the signature value.
 */
function formProblems(contents: Uint8Array, verdict: CmsVerdict, signature: Uint8Array, digest: Uint8Array): Refusal[] {
  const { signer, certificates, algorithm: name } = verdict;
  if (signer === undefined || name === undefined) return [];
  const length = valueLength(contents);
  if (length === undefined) return [refusal('cms-not-own-form')];
  if (!contents.subarray(length).every((byte) => byte === 0)) return [refusal('contents-padding')];
  const algorithm = OWN[name];
  if (keyProblem(signer.x509.publicKey, algorithm) !== undefined) return [refusal('cms-not-own-form')];
  const path = embeddedPath(signer, certificates);
  if (path.length < certificates.length) return [refusal('certificate-not-in-path')];
  const ders = path.map((facts) => facts.der);
  const attributes = signedAttributes(digest, ders);
  const rebuilt = assembleCms({ attributes, signature, algorithm, path: ders });
  if (!Buffer.from(rebuilt).equals(contents.subarray(0, length))) return [refusal('cms-not-own-form')];
  return algorithm === 'ecdsa-p256' && !Buffer.from(withLowS(signature)).equals(signature)
    ? [refusal('cms-not-own-form')]
    : [];
}

const nothing = (problem: Refusal): CmsVerdict => ({
  problems: [problem],
  signer: undefined,
  certificates: [],
  algorithm: undefined,
  digest: undefined,
});

function judge(contents: Uint8Array, ranges: DigestOfRanges, strict: boolean): CmsVerdict {
  const cms = readCms(contents);
  const certificates = cms.certificates.map(certificateFacts).filter((facts) => facts !== undefined);
  if (strict && certificates.length < cms.certificates.length) return nothing(refusal('certificate-damaged'));
  const signer = certificates.find((facts) => cms.signer !== undefined && Buffer.from(facts.der).equals(cms.signer));
  if (signer === undefined) return nothing(refusal('signer-certificate-missing'));
  const problems = coreProblems(cms, signer, ranges);
  const outcome = cms.digest === undefined ? undefined : checkValue(cms, cms.digest, signer.x509.publicKey);
  if (outcome !== undefined && 'problem' in outcome) problems.push(refusal(outcome.problem, { name: signer.name }));
  else if (outcome?.holds === false) problems.push(refusal('signature-value-wrong', { name: signer.name }));
  const algorithm = outcome !== undefined && 'name' in outcome ? outcome.name : undefined;
  const verdict = { problems, signer, certificates, algorithm, digest: cms.digest };
  if (!strict || problems.length > 0) return verdict;
  return { ...verdict, problems: formProblems(contents, verdict, cms.signature, ranges('sha256')) };
}

/**
 * @param contents the bytes of /Contents with their padding
 * @param ranges hashes what the signature's ByteRange covers
 */
export function checkCms(contents: Uint8Array, ranges: DigestOfRanges, strict: boolean): CmsVerdict {
  try {
    return judge(contents, ranges, strict);
  } catch {
    return nothing(refusal('cms-damaged'));
  }
}
