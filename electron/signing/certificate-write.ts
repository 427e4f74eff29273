// Writes X.509 certificates (RFC 5280) for throw-away authorities: ECDSA P-256 issuers, UTF-8 names.
import { createHash, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import { algorithmIdentifier, signWith } from './algorithms.ts';
import { type Asn1, decodeExact, encode, integer, octets, oid, sequence, setOf, tagged } from './der.ts';

export type SubjectName = {
  readonly name: string;
  readonly organisation: string;
  /** The subject's serialNumber, "CCCD:…". */
  readonly subjectId?: string;
};

export type CertificateOrder = {
  readonly subject: SubjectName;
  readonly issuer: SubjectName;
  readonly publicKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly issuerPublicKey: KeyObject;
  /** Positive: the first bit of the first byte is 0, the byte is not 0. */
  readonly serial: Uint8Array;
  readonly from: Date;
  readonly to: Date;
  readonly use: 'root' | 'issuing' | 'signer';
};

const text = (type: string, value: Asn1): Asn1 => setOf(sequence(oid(type), value));
const utf8 = (value: string): Asn1 => new asn1js.Utf8String({ value: value.normalize('NFC') });

function nameOf({ name, organisation, subjectId }: SubjectName): Asn1 {
  const id = subjectId === undefined ? [] : [text('2.5.4.5', new asn1js.PrintableString({ value: subjectId }))];
  const country = text('2.5.4.6', new asn1js.PrintableString({ value: 'VN' }));
  return sequence(country, text('2.5.4.10', utf8(organisation)), text('2.5.4.3', utf8(name)), ...id);
}

/** UTCTime to 2049, GeneralizedTime after (RFC 5280 section 4.1.2.5); whole seconds. */
function timeOf(date: Date): Asn1 {
  const valueDate = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return valueDate.getUTCFullYear() < 2050
    ? new asn1js.UTCTime({ valueDate })
    : new asn1js.GeneralizedTime({ valueDate });
}

function extension(id: string, critical: boolean, value: Asn1): Asn1 {
  const flag = critical ? [new asn1js.Boolean({ value: true })] : [];
  return sequence(oid(id), ...flag, octets(encode(value)));
}

const spki = (key: KeyObject): Uint8Array => key.export({ type: 'spki', format: 'der' });
const keyId = (key: KeyObject): Uint8Array => createHash('sha256').update(spki(key)).digest().subarray(0, 20);

const bits = (byte: number, unusedBits: number): Asn1 =>
  new asn1js.BitString({ valueHex: new Uint8Array([byte]).buffer, unusedBits });

function extensionsOf({ use, publicKey, issuerPublicKey }: CertificateOrder): Asn1[] {
  const isCa = use !== 'signer';
  const constraints = [
    ...(isCa ? [new asn1js.Boolean({ value: true })] : []),
    ...(use === 'issuing' ? [integer(0)] : []),
  ];
  const authorityKeyId = new asn1js.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: new Uint8Array(keyId(issuerPublicKey)).buffer,
  });
  return [
    extension('2.5.29.19', true, sequence(...constraints)),
    // keyCertSign and cRLSign, or digitalSignature and nonRepudiation.
    extension('2.5.29.15', true, isCa ? bits(0x06, 1) : bits(0xc0, 6)),
    // documentSigning (RFC 9336) and emailProtection, which older viewers ask for.
    ...(isCa ? [] : [extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.36'), oid('1.3.6.1.5.5.7.3.4')))]),
    extension('2.5.29.14', false, octets(keyId(publicKey))),
    extension('2.5.29.35', false, sequence(authorityKeyId)),
  ];
}

/** The DER of the certificate. */
export function writeCertificate(order: CertificateOrder): Uint8Array {
  const algorithm = 'ecdsa-p256';
  const tbs = sequence(
    tagged(0, integer(2)),
    new asn1js.Integer({ valueHex: new Uint8Array(order.serial).buffer }),
    algorithmIdentifier(algorithm),
    nameOf(order.issuer),
    sequence(timeOf(order.from), timeOf(order.to)),
    nameOf(order.subject),
    decodeExact(spki(order.publicKey)),
    tagged(3, sequence(...extensionsOf(order))),
  );
  const value = signWith(order.issuerKey, algorithm, encode(tbs));
  return encode(
    sequence(tbs, algorithmIdentifier(algorithm), new asn1js.BitString({ valueHex: new Uint8Array(value).buffer })),
  );
}
