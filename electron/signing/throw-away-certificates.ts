// Certificates made on the spot for rehearsals and demonstrations: a root, an issuing authority and signers with PKCS#12 files.
import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { writeCertificate } from './certificate-write.ts';
import { writePkcs12 } from './pkcs12-write.ts';

export type ThrowAwayPerson = {
  readonly name: string;
  readonly organisation: string;
  readonly subjectId?: string;
  readonly key?: 'p256' | 'rsa3072';
};

export type ThrowAwaySigner = {
  readonly name: string;
  readonly certificate: Uint8Array;
  readonly pkcs12: Uint8Array;
  readonly password: string;
};

export type ThrowAwayCertificates = {
  readonly rootPem: string;
  readonly root: Uint8Array;
  readonly issuing: Uint8Array;
  readonly signers: readonly ThrowAwaySigner[];
};

export type ThrowAwayOptions = {
  /** Now: certificates begin a day before. */
  readonly at: Date;
  readonly random: (length: number) => Uint8Array;
  /** Life of the signers' certificates; the authorities live as long. */
  readonly days?: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const ORGANISATION = 'DIỄN TẬP – không có giá trị pháp lý';
const ROOT = { name: 'DIỄN TẬP – CA gốc', organisation: ORGANISATION };
const ISSUING = { name: 'DIỄN TẬP – CA cấp chứng thư', organisation: ORGANISATION };

type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
const generate = promisify(generateKeyPair);
const makeKey = (kind: 'p256' | 'rsa3072'): Promise<KeyPair> =>
  kind === 'p256' ? generate('ec', { namedCurve: 'P-256' }) : generate('rsa', { modulusLength: 3072 });

/** 16 random bytes, made positive and minimal in DER (RFC 5280 section 4.1.2.2). */
function serialFrom(random: Uint8Array): Uint8Array {
  const serial = new Uint8Array(random);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

const pem = (der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};

export async function makeThrowAwayCertificates(
  people: readonly ThrowAwayPerson[],
  { at, random, days = 400 }: ThrowAwayOptions,
): Promise<ThrowAwayCertificates> {
  const period = { from: new Date(at.getTime() - DAY_MS), to: new Date(at.getTime() + days * DAY_MS) };
  const rootKey = await makeKey('p256');
  const issuingKey = await makeKey('p256');
  const byRoot = { issuer: ROOT, issuerKey: rootKey.privateKey, issuerPublicKey: rootKey.publicKey, ...period };
  const byIssuing = {
    issuer: ISSUING,
    issuerKey: issuingKey.privateKey,
    issuerPublicKey: issuingKey.publicKey,
    ...period,
  };
  const serial = () => serialFrom(random(16));
  const root = writeCertificate({
    ...byRoot,
    subject: ROOT,
    publicKey: rootKey.publicKey,
    serial: serial(),
    use: 'root',
  });
  const issuing = writeCertificate({
    ...byRoot,
    subject: ISSUING,
    publicKey: issuingKey.publicKey,
    serial: serial(),
    use: 'issuing',
  });
  const signers: ThrowAwaySigner[] = [];
  for (const { key = 'p256', ...subject } of people) {
    const { publicKey, privateKey } = await makeKey(key);
    const certificate = writeCertificate({ ...byIssuing, subject, publicKey, serial: serial(), use: 'signer' });
    const password = Buffer.from(random(12)).toString('base64url');
    const pkcs12 = writePkcs12(privateKey, [certificate, issuing, root], password, random(16));
    signers.push({ name: subject.name, certificate, pkcs12, password });
  }
  return { rootPem: pem(root), root, issuing, signers };
}
