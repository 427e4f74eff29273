// What a certificate says (RFC 5280): names, period, key, uses. Reading never throws; what cannot be read is undefined.
import { createHash, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { decode } from './der.ts';

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

function attributeOf(name: pkijs.RelativeDistinguishedNames, type: string): string | undefined {
  const value: unknown = name.typesAndValues.find((entry) => entry.type === type)?.value.valueBlock.value;
  return typeof value === 'string' && value !== '' ? value.normalize('NFC') : undefined;
}

const nameOf = (name: pkijs.RelativeDistinguishedNames): string =>
  attributeOf(name, SUBJECT.name) ?? attributeOf(name, SUBJECT.organisation) ?? '';

function keyUsageBits(extensions: readonly pkijs.Extension[]): number | undefined {
  const usage = extensions.find(({ extnID }) => extnID === KEY_USAGE);
  if (usage === undefined) return undefined;
  const value: unknown = usage.parsedValue;
  return value instanceof asn1js.BitString ? (value.valueBlock.valueHexView[0] ?? 0) : 0;
}

function basicConstraints(extensions: readonly pkijs.Extension[]): { ca: boolean; pathLength: number | undefined } {
  const value: unknown = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  if (!(value instanceof pkijs.BasicConstraints)) return { ca: false, pathLength: undefined };
  const { cA: ca, pathLenConstraint: length } = value;
  return { ca, pathLength: length instanceof asn1js.Integer ? Number(length.toBigInt()) : length };
}

function read(der: Uint8Array): CertificateFacts {
  const x509 = new X509Certificate(der);
  if (!x509.raw.equals(der)) throw new SyntaxError('not one certificate');
  const parsed = new pkijs.Certificate({ schema: decode(der) });
  const extensions = parsed.extensions ?? [];
  const bits = keyUsageBits(extensions);
  const { ca, pathLength } = basicConstraints(extensions);
  return {
    der,
    x509,
    sha256: createHash('sha256').update(der).digest('hex'),
    name: nameOf(parsed.subject),
    organisation: attributeOf(parsed.subject, SUBJECT.organisation),
    subjectId: attributeOf(parsed.subject, SUBJECT.serialNumber) ?? attributeOf(parsed.subject, SUBJECT.uid),
    issuerName: nameOf(parsed.issuer),
    serial: x509.serialNumber,
    validFrom: parsed.notBefore.value,
    validTo: parsed.notAfter.value,
    // RFC 5280 section 4.2.1.3: bit 5 keyCertSign; bits 0 and 1 digitalSignature and nonRepudiation.
    mayCertify: ca && (bits === undefined || (bits & 0x04) !== 0),
    pathLength,
    maySign: bits === undefined || (bits & 0xc0) !== 0,
    signatureOid: parsed.signatureAlgorithm.algorithmId,
    notUnderstood: extensions
      .filter(({ critical, extnID }) => critical && !UNDERSTOOD.has(extnID))
      .map((e) => e.extnID),
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
