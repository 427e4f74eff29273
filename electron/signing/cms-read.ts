// Reads a CMS signature of anyone's making (RFC 5652): its one signer, certificates, attributes and algorithm.
import * as asn1js from 'asn1js';
import { certificateParts } from './certificate-parts.ts';
import { OID } from './cms.ts';
import { type Asn1, decode, decodeFirst, isTagged, numberOf, octetsOf, oidOf, parts } from './der.ts';

export type Digest = 'sha256' | 'sha384' | 'sha512';

export type ReadCms = {
  /** DER as it stands in the file. */
  readonly certificates: readonly Uint8Array[];
  /** The signer's certificate among them, by issuer and serial number or by key identifier. */
  readonly signer: Uint8Array | undefined;
  /** Undefined: none of the SHA-2 family. */
  readonly digest: Digest | undefined;
  readonly digestOid: string;
  readonly algorithm: { readonly oid: string; readonly params: Asn1 | undefined };
  /** The signed attributes as they were hashed: tagged SET OF. */
  readonly attributes: Uint8Array;
  readonly attributeValues: ReadonlyMap<string, Asn1>;
  readonly unsignedAttributes: number;
  readonly signature: Uint8Array;
};

const DIGESTS = new Map<string, Digest>([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);
const MAX_CERTIFICATES = 32;
const MAX_ATTRIBUTES = 64;
const SUBJECT_KEY_ID = '2.5.29.14';

export const digestOf = (oid: string): Digest | undefined => DIGESTS.get(oid);

const raw = (value: Asn1): Uint8Array => new Uint8Array(value.valueBeforeDecodeView);

function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = certificateParts(certificate);
  return Buffer.concat([raw(issuer), raw(serial)]);
}

function keyId(certificate: Uint8Array): Uint8Array | undefined {
  const extension = certificateParts(certificate).extensions.get(SUBJECT_KEY_ID);
  return extension === undefined ? undefined : octetsOf(decode(extension.value));
}

/** SignerIdentifier (RFC 5652 section 5.3): a SEQUENCE of issuer and serial, or [0] a key identifier. */
function findSigner(sid: Asn1 | undefined, certificates: readonly Uint8Array[]): Uint8Array | undefined {
  if (sid instanceof asn1js.Sequence) {
    const [issuer, serial] = parts(sid);
    if (issuer === undefined || serial === undefined) return undefined;
    const wanted = Buffer.concat([raw(issuer), raw(serial)]);
    return certificates.find((certificate) => wanted.equals(issuerAndSerial(certificate)));
  }
  if (!(isTagged(sid, 0) && sid instanceof asn1js.Primitive)) return undefined;
  const wanted = Buffer.from(sid.valueBlock.valueHexView);
  return certificates.find((certificate) => wanted.equals(keyId(certificate) ?? new Uint8Array()));
}

function readAttributes(set: Asn1): ReadonlyMap<string, Asn1> {
  const values = new Map<string, Asn1>();
  const attributes = parts(set);
  if (attributes.length > MAX_ATTRIBUTES) throw new SyntaxError('too many attributes');
  for (const attribute of attributes) {
    const [type, set] = parts(attribute);
    const [value, ...more] = parts(set);
    const id = oidOf(type);
    // RFC 5652 section 11: each of the attributes that matter stands once, with one value.
    if (value === undefined || values.has(id) || (more.length > 0 && id !== OID.signingCertificateV2))
      throw new SyntaxError('attribute twice or empty');
    values.set(id, value);
  }
  return values;
}

type SignedData = { certificates: readonly Uint8Array[]; signerInfo: readonly Asn1[] };

function readSignedData(contents: Uint8Array): SignedData {
  const [type, content] = parts(decodeFirst(contents));
  if (oidOf(type) !== OID.signedData) throw new SyntaxError('not SignedData');
  const fields = parts(parts(content)[0]);
  const [contentType, ...eContent] = parts(fields[2]);
  if (oidOf(contentType) !== OID.data || eContent.length > 0) throw new SyntaxError('not a detached signature');
  const certificates = fields.slice(3).find((field) => isTagged(field, 0));
  const embedded = certificates === undefined ? [] : parts(certificates);
  const [signerInfo, ...more] = parts(fields.at(-1));
  if (more.length > 0 || embedded.length > MAX_CERTIFICATES) throw new SyntaxError('exactly one signer expected');
  return { certificates: embedded.map(raw), signerInfo: parts(signerInfo) };
}

/**
 * Throws on everything that is no detached CMS signature with one signer and signed attributes.
 * @param contents the CMS, with or without padding
 */
export function readCms(contents: Uint8Array): ReadCms {
  const { certificates, signerInfo } = readSignedData(contents);
  const [version, sid, digest, attributes, algorithm, signature, unsigned] = signerInfo;
  if (numberOf(version) > 3 || attributes === undefined || !isTagged(attributes, 0))
    throw new SyntaxError('no signed attributes');
  const digestOid = oidOf(parts(digest)[0]);
  const [algorithmOid, params] = parts(algorithm);
  const hashed = raw(attributes);
  hashed[0] = 0x31;
  return {
    certificates,
    signer: findSigner(sid, certificates),
    digest: DIGESTS.get(digestOid),
    digestOid,
    algorithm: { oid: oidOf(algorithmOid), params },
    attributes: hashed,
    attributeValues: readAttributes(attributes),
    unsignedAttributes: unsigned === undefined ? 0 : parts(unsigned).length,
    signature: octetsOf(signature),
  };
}
