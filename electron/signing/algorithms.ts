// The three signature algorithms we make (Circular 15/2025/TT-BKHCN: RSASSA-PSS or ECDSA, SHA-256), and what their keys must be.
import { constants, type KeyObject, sign, verify } from 'node:crypto';
import { type Asn1, integer, nothing, oid, sequence, tagged } from './der.ts';

export type SignatureAlgorithm = 'rsa-pss' | 'rsa-pkcs1' | 'ecdsa-p256';

export const MIN_RSA_BITS = 2048;

const SHA256 = '2.16.840.1.101.3.4.2.1';
const PSS_SALT_BYTES = 32;

/** RFC 5754 section 2: in CMS the SHA-2 identifiers stand without parameters. */
export const sha256Identifier = (): Asn1 => sequence(oid(SHA256));

/** RFC 4055 section 3.1 for PSS (SHA-256, MGF1 with SHA-256, salt 32), RFC 4055 section 5 for PKCS#1 v1.5, RFC 5758 section 3.2 for ECDSA. */
export function algorithmIdentifier(algorithm: SignatureAlgorithm): Asn1 {
  const hash = (): Asn1 => sequence(oid(SHA256), nothing());
  switch (algorithm) {
    case 'rsa-pss':
      return sequence(
        oid('1.2.840.113549.1.1.10'),
        sequence(
          tagged(0, hash()),
          tagged(1, sequence(oid('1.2.840.113549.1.1.8'), hash())),
          tagged(2, integer(PSS_SALT_BYTES)),
        ),
      );
    case 'rsa-pkcs1':
      return sequence(oid('1.2.840.113549.1.1.11'), nothing());
    case 'ecdsa-p256':
      return sequence(oid('1.2.840.10045.4.3.2'));
  }
}

/** What is wrong with a key for an algorithm, as a refusal code; undefined if nothing. */
export function keyProblem(
  key: KeyObject,
  algorithm: SignatureAlgorithm,
): 'rsa-key-too-short' | 'key-not-supported' | undefined {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (algorithm === 'ecdsa-p256')
    return key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1' ? undefined : 'key-not-supported';
  if (key.asymmetricKeyType !== 'rsa') return 'key-not-supported';
  return modulusLength < MIN_RSA_BITS ? 'rsa-key-too-short' : undefined;
}

const keyInput = (key: KeyObject, algorithm: SignatureAlgorithm) => {
  switch (algorithm) {
    case 'rsa-pss':
      return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PSS_SALT_BYTES };
    case 'rsa-pkcs1':
      return { key, padding: constants.RSA_PKCS1_PADDING };
    case 'ecdsa-p256':
      return { key, dsaEncoding: 'der' as const };
  }
};

/** Hashes and signs; an ECDSA value is a DER `Ecdsa-Sig-Value`. */
export const signWith = (key: KeyObject, algorithm: SignatureAlgorithm, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(sign('sha256', bytes, keyInput(key, algorithm)));

export const verifyWith = (
  key: KeyObject,
  algorithm: SignatureAlgorithm,
  bytes: Uint8Array,
  value: Uint8Array,
): boolean => verify('sha256', bytes, keyInput(key, algorithm), value);
