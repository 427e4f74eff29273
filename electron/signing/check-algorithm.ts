// Checks a signature value with whatever accepted algorithm a CMS names: ours, and the SHA-2 relatives found in files of others.
import { constants, type KeyObject, verify } from 'node:crypto';
import { MIN_RSA_BITS } from './algorithms.ts';
import { type Digest, digestOf, type ReadCms } from './cms-read.ts';
import { type Asn1, isTagged, numberOf, oidOf, parts } from './der.ts';

export type AlgorithmName = 'rsa-pss' | 'rsa-pkcs1' | 'ecdsa';

/** RFC 4055 section 2.1, RFC 8017 A.2.4. The hash is the message digest's, MGF1 uses the same, as everyone does. */
function pssSalt(params: Asn1 | undefined, digest: Digest): number | undefined {
  const fields = params === undefined ? [] : parts(params);
  const hash = fields.find((field) => isTagged(field, 0));
  const mgf = fields.find((field) => isTagged(field, 1));
  const salt = fields.find((field) => isTagged(field, 2));
  if (hash === undefined || mgf === undefined || salt === undefined) return undefined;
  const [mgfOid, mgfHash] = parts(parts(mgf)[0]);
  const sameHash =
    digestOf(oidOf(parts(parts(hash)[0])[0])) === digest && digestOf(oidOf(parts(mgfHash)[0])) === digest;
  return sameHash && oidOf(mgfOid) === '1.2.840.113549.1.1.8' ? numberOf(parts(salt)[0]) : undefined;
}

const PKCS1 = new Map<string, Digest | 'any'>([
  ['1.2.840.113549.1.1.1', 'any'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
]);
const ECDSA = new Map<string, Digest>([
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
]);

export type AlgorithmOutcome =
  | { readonly name: AlgorithmName; readonly holds: boolean }
  | { readonly problem: 'algorithm-not-accepted' | 'rsa-key-too-short' };

const isShortRsa = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS;

/** Whether the value in `cms` is that of `key` over the signed attributes. */
export function checkValue(cms: ReadCms, digest: Digest, key: KeyObject): AlgorithmOutcome {
  const { oid, params } = cms.algorithm;
  const check = (more: object): boolean => verify(digest, cms.attributes, { key, ...more }, cms.signature);
  if (isShortRsa(key)) return { problem: 'rsa-key-too-short' };
  const pkcs1 = PKCS1.get(oid);
  if (key.asymmetricKeyType === 'rsa' && (pkcs1 === 'any' || pkcs1 === digest))
    return { name: 'rsa-pkcs1', holds: check({ padding: constants.RSA_PKCS1_PADDING }) };
  if (key.asymmetricKeyType === 'rsa' && oid === '1.2.840.113549.1.1.10') {
    const saltLength = pssSalt(params, digest);
    if (saltLength === undefined || saltLength > 64) return { problem: 'algorithm-not-accepted' };
    return { name: 'rsa-pss', holds: check({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }) };
  }
  if (key.asymmetricKeyType === 'ec' && ECDSA.get(oid) === digest)
    return { name: 'ecdsa', holds: check({ dsaEncoding: 'der' }) };
  return { problem: 'algorithm-not-accepted' };
}
