// What a certificate says (RFC 5280): names, period, key, uses. Reading never throws; what cannot be read is undefined.
import { createHash, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { attributeOf, certificateParts, type Extension } from './certificate-parts.ts';
import { type Asn1, decode, numberOf, parts } from './der.ts';

export type CertificateFacts = {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly sha256: string;
  /** CN, or O where there is none. */
  readonly name: string;
  readonly organisation: string | undefined;
  /** What tells two people of one name apart: the subject's serialNumber or UID ("CCCD:…", "MST:…"). */
  readonly subjectId: string | undefined;
  readonly issuerName: string;
  /** Upper-case hex. */
  readonly serial: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly mayCertify: boolean;
  /** basicConstraints pathLenConstraint. */
  readonly pathLength: number | undefined;
  /** keyUsage absent, or with digitalSignature or nonRepudiation. */
  readonly maySign: boolean;
  readonly signatureOid: string;
  /** Critical extensions that this verifier does not process (RFC 5280 section 4.2: such a certificate is refused). */
  readonly notUnderstood: readonly string[];
};

const SUBJECT = {
  name: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  uid: '0.9.2342.19200300.100.1.1',
} as const;
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
/** basicConstraints, keyUsage, extKeyUsage, subjectAltName, certificatePolicies, CRL distribution points, key identifiers. */
const UNDERSTOOD = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  '2.5.29.37',
  '2.5.29.17',
  '2.5.29.32',
  '2.5.29.31',
  '2.5.29.14',
  '2.5.29.35',
]);
const MAX_CERTIFICATE_BYTES = 64 * 1024;

const nameOf = (name: Asn1): string => attributeOf(name, SUBJECT.name) ?? attributeOf(name, SUBJECT.organisation) ?? '';

/** The first byte of KeyUsage's bits; undefined where the extension is absent. */
function keyUsageBits(extensions: ReadonlyMap<string, Extension>): number | undefined {
  const usage = extensions.get(KEY_USAGE);
  if (usage === undefined) return undefined;
  const value = decode(usage.value);
  return value instanceof asn1js.BitString ? (value.valueBlock.valueHexView[0] ?? 0) : 0;
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL } */
function basicConstraints(extensions: ReadonlyMap<string, Extension>): { ca: boolean; pathLength: number | undefined } {
  const extension = extensions.get(BASIC_CONSTRAINTS);
  const [ca, length] = extension === undefined ? [] : parts(decode(extension.value));
  return {
    ca: ca instanceof asn1js.Boolean && ca.getValue(),
    pathLength: length === undefined ? undefined : numberOf(length),
  };
}

function read(der: Uint8Array): CertificateFacts {
  const x509 = new X509Certificate(der);
  if (!x509.raw.equals(der)) throw new SyntaxError('not one certificate');
  const { subject, issuer, extensions, ...parsed } = certificateParts(der);
  const bits = keyUsageBits(extensions);
  const { ca, pathLength } = basicConstraints(extensions);
  return {
    der,
    x509,
    sha256: createHash('sha256').update(der).digest('hex'),
    name: nameOf(subject),
    organisation: attributeOf(subject, SUBJECT.organisation),
    subjectId: attributeOf(subject, SUBJECT.serialNumber) ?? attributeOf(subject, SUBJECT.uid),
    issuerName: nameOf(issuer),
    serial: x509.serialNumber,
    validFrom: parsed.notBefore,
    validTo: parsed.notAfter,
    // RFC 5280 section 4.2.1.3: bit 5 keyCertSign; bits 0 and 1 digitalSignature and nonRepudiation.
    mayCertify: ca && (bits === undefined || (bits & 0x04) !== 0),
    pathLength,
    maySign: bits === undefined || (bits & 0xc0) !== 0,
    signatureOid: parsed.signatureOid,
    notUnderstood: [...extensions].filter(([id, { critical }]) => critical && !UNDERSTOOD.has(id)).map(([id]) => id),
  };
}

/** Undefined for bytes that are not exactly one X.509 certificate in DER. */
export function certificateFacts(der: Uint8Array): CertificateFacts | undefined {
  if (der.length > MAX_CERTIFICATE_BYTES) return undefined;
  try {
    return read(der);
  } catch {
    return undefined;
  }
}

/** Signed by itself: a root, which a signature never carries. */
export const isSelfSigned = ({ x509 }: CertificateFacts): boolean =>
  x509.checkIssued(x509) && x509.verify(x509.publicKey);

export const isIssuedBy = (certificate: CertificateFacts, issuer: CertificateFacts): boolean =>
  certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey);

export const isValidAt = ({ validFrom, validTo }: CertificateFacts, at: Date): boolean =>
  validFrom <= at && at <= validTo;
