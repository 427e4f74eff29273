// The CMS of a PAdES B-B signature (EN 319 142-1, RFC 5652), fully determined by digest, path, algorithm and signature value.
import { createHash } from 'node:crypto';
import { algorithmIdentifier, type SignatureAlgorithm, sha256Identifier } from './algorithms.ts';
import { certificateParts } from './certificate-parts.ts';
import { type Asn1, decodeExact, encode, integer, octets, oid, parts, sequence, setOf, sorted, tagged } from './der.ts';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

const attribute = (type: string, value: Asn1): Asn1 => sequence(oid(type), setOf(value));

function issuerAndSerial(certificate: Uint8Array): readonly [Asn1, Asn1] {
  const { issuer, serial } = certificateParts(certificate);
  return [issuer, serial];
}

/** RFC 5035 section 4: SHA-256 is the default and stands unwritten. */
function essCertId(certificate: Uint8Array): Asn1 {
  const [issuer, serial] = issuerAndSerial(certificate);
  const hash = createHash('sha256').update(certificate).digest();
  return sequence(octets(hash), sequence(sequence(tagged(4, issuer)), serial));
}

/**
 * The DER of the signed attributes: what is hashed and signed (RFC 5652 section 5.4, as SET OF).
 *
 * No signing-time: PAdES keeps it out (EN 319 142-1 clause 6.3), the claimed time stands in /M. The
 * signing-certificate-v2 attribute names the signer's certificate first and then every embedded one
 * (EN 319 122-1 clause 5.2.2), so that no byte of an intermediate certificate is left unbound.
 *
 * @param digest SHA-256 of the signed byte ranges
 * @param path the signer's certificate, then its issuers upwards, without the root; DER
 */
export function signedAttributes(digest: Uint8Array, path: readonly Uint8Array[]): Uint8Array {
  return encode(
    setOf(
      attribute(OID.contentType, oid(OID.data)),
      attribute(OID.messageDigest, octets(digest)),
      attribute(OID.signingCertificateV2, sequence(sequence(...path.map(essCertId)))),
    ),
  );
}

export type CmsParts = {
  /** DER as {@link signedAttributes} gives it. */
  readonly attributes: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly path: readonly Uint8Array[];
};

/** ContentInfo with SignedData version 1 (RFC 5652 section 5.1): no content, one SignerInfo, no CRLs, no unsigned attributes. */
export function assembleCms({ attributes, signature, algorithm, path }: CmsParts): Uint8Array {
  const [leaf] = path;
  if (leaf === undefined) throw new RangeError('a signature needs its certificate');
  const signerInfo = sequence(
    integer(1),
    sequence(...issuerAndSerial(leaf)),
    sha256Identifier(),
    tagged(0, ...parts(decodeExact(attributes))),
    algorithmIdentifier(algorithm),
    octets(signature),
  );
  const signedData = sequence(
    integer(1),
    setOf(sha256Identifier()),
    sequence(oid(OID.data)),
    tagged(0, ...sorted(path.map(decodeExact))),
    setOf(signerInfo),
  );
  return encode(sequence(oid(OID.signedData), tagged(0, signedData)));
}
