// PKCS#12 files as OpenSSL writes them, in every protection met in the field, and files that were made to do harm.
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateFacts } from '../../../electron/signing/certificate-facts.ts';
import { openPkcs12 } from '../../../electron/signing/pkcs12.ts';
import { MAX_ROUNDS } from '../../../electron/signing/pkcs12-decrypt.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { makeFolder, removeFolder } from '../../helpers/temp-folder.ts';
import { isMissing } from '../../helpers/tools.ts';
import { makePki, must, now, refusalOf, reserved, secretary } from './signing-tools.ts';

const VIETNAMESE = 'Mật khẩu Đặc biệt ẳẵ';
let folder: string;

const openssl = (...args: string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe', env: { ...process.env, OPENSSL_CONF: '/dev/null' } });
};
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));

/** A root and a leaf for each kind of key; names in UTF-8. */
function makeCertificates(): void {
  const subject = (name: string) => ['-utf8', '-subj', `/C=VN/O=TRUNG TÂM KIỂM ĐỊNH/CN=${name}`];
  const root = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.crt', '-days', '7300'];
  openssl('req', ...root, ...subject('Gốc thử nghiệm'), '-addext', 'keyUsage=critical,keyCertSign,cRLSign');
  const keys = { rsa: ['rsa:2048'], short: ['rsa:1024'], ec: ['ec:p256.pem'], p384: ['ec:p384.pem'] };
  openssl('ecparam', '-name', 'prime256v1', '-out', 'p256.pem');
  openssl('ecparam', '-name', 'secp384r1', '-out', 'p384.pem');
  for (const [name, [key = '']] of Object.entries(keys)) {
    const request = ['-new', '-newkey', key, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`];
    openssl('req', ...request, ...subject('Trần Thị Hưởng'));
    const issue = ['-req', '-in', `${name}.csr`, '-CA', 'root.crt', '-CAkey', 'root.key', '-days', '1825'];
    openssl('x509', ...issue, '-out', `${name}.crt`);
  }
}

function makeFile(key: string, file: string, password: string, ...how: string[]): Uint8Array {
  const input = ['-inkey', `${key}.key`, '-in', `${key}.crt`, '-certfile', 'root.crt'];
  openssl('pkcs12', '-export', ...input, '-out', file, '-passout', `pass:${password}`, ...how);
  return bytesOf(file);
}

const protections: Readonly<Record<string, readonly string[]>> = {
  'AES-256 (PBES2)': [],
  'RC2-40 and 3DES (-legacy)': ['-legacy'],
  '3DES with SHA-1': ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  'AES-128, many rounds, SHA-512': [
    '-keypbe',
    'AES-128-CBC',
    '-certpbe',
    'AES-128-CBC',
    '-macalg',
    'sha512',
    '-iter',
    '100000',
  ],
  'certificates in the clear': ['-certpbe', 'NONE'],
};

describe.skipIf(isMissing('openssl'))('PKCS#12', () => {
  beforeAll(() => {
    folder = makeFolder('pkcs12');
    makeCertificates();
  });
  afterAll(() => removeFolder(folder));

  const cases = Object.entries(protections).flatMap(([name, how]) =>
    ['rsa', 'ec'].flatMap((key) => ['secret', VIETNAMESE].map((password) => [key, name, password, how] as const)),
  );

  test.each(cases)('[PS10] %s in %s with the password %s opens and signs', async (key, _, password, how) => {
    const file = makeFile(key, 'file.p12', password, ...how);
    const signer = must(await openPkcs12(file, password));
    expect(signer.algorithm).toBe(key === 'rsa' ? 'rsa-pss' : 'ecdsa-p256');
    expect(certificateFacts(signer.certificate)?.name).toBe('Trần Thị Hưởng');
    expect(signer.chain).toHaveLength(1);
    const pdf = must(await signPdf(await reserved(), signer, { ...secretary, date: now }));
    const root = new Uint8Array(new X509Certificate(bytesOf('root.crt')).raw);
    const report = await verifyPdf(pdf, { roots: [root], at: now, strict: true });
    expect(report.signatures[0]?.intact).toBe(true);
    expect(refusalOf(await openPkcs12(file, `${password}x`))).toBe('pkcs12-wrong-password');
    expect(refusalOf(await openPkcs12(file, ''))).toBe('pkcs12-wrong-password');
  });

  test('[PS10] a password typed with marks apart opens a file made with marks together, and the reverse', async () => {
    const [together, apart] = [VIETNAMESE.normalize('NFC'), VIETNAMESE.normalize('NFD')];
    expect(together).not.toBe(apart);
    expect(refusalOf(await openPkcs12(makeFile('ec', 'nfc.p12', together), apart))).toBe('accepted');
    expect(refusalOf(await openPkcs12(makeFile('ec', 'nfd.p12', apart), together))).toBe('accepted');
  });

  test('[PS10] an RSA key signs with PKCS#1 v1.5 only where that is asked for, an EC key never', async () => {
    const rsa = makeFile('rsa', 'rsa.p12', 'secret');
    expect(must(await openPkcs12(rsa, 'secret', { algorithm: 'rsa-pkcs1' })).algorithm).toBe('rsa-pkcs1');
    expect(refusalOf(await openPkcs12(rsa, 'secret', { algorithm: 'ecdsa-p256' }))).toBe('key-not-supported');
    const ec = makeFile('ec', 'ec.p12', 'secret');
    expect(refusalOf(await openPkcs12(ec, 'secret', { algorithm: 'rsa-pss' }))).toBe('key-not-supported');
  });

  test('[PS10] RSA below 2048 bits and curves other than P-256 are refused', async () => {
    expect(refusalOf(await openPkcs12(makeFile('short', 's.p12', 'secret'), 'secret'))).toBe('rsa-key-too-short');
    expect(refusalOf(await openPkcs12(makeFile('p384', 'p.p12', 'secret'), 'secret'))).toBe('key-not-supported');
  });

  test('[PS10] a file without MAC, without certificate or without key is refused by name', async () => {
    expect(refusalOf(await openPkcs12(makeFile('ec', 'm.p12', 'secret', '-nomac'), 'secret'))).toBe(
      'pkcs12-not-supported',
    );
    openssl('pkcs12', '-export', '-nokeys', '-in', 'ec.crt', '-out', 'nokey.p12', '-passout', 'pass:secret');
    expect(refusalOf(await openPkcs12(bytesOf('nokey.p12'), 'secret'))).toBe('pkcs12-no-key');
    openssl('pkcs12', '-export', '-nocerts', '-inkey', 'ec.key', '-out', 'nocert.p12', '-passout', 'pass:secret');
    expect(refusalOf(await openPkcs12(bytesOf('nocert.p12'), 'secret'))).toBe('pkcs12-no-certificate');
  });

  test('[PS7] a file that asks for more rounds than any honest one is refused before the first', async () => {
    const iterations = String(MAX_ROUNDS + 1);
    const file = makeFile('ec', 'slow.p12', 'secret', '-iter', iterations);
    const started = performance.now();
    const refused = await openPkcs12(file, 'secret');
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'pkcs12-too-many-rounds', params: { rounds: MAX_ROUNDS + 1, limit: MAX_ROUNDS } },
    });
    expect(performance.now() - started).toBeLessThan(1000);
    // Only the MAC is quick to make: the key inside asks for too much.
    const inner = makeFile('ec', 'inner.p12', 'secret', '-iter', iterations, '-nomaciter');
    expect(refusalOf(await openPkcs12(inner, 'secret'))).toBe('pkcs12-too-many-rounds');
  });

  test('[PS7] garbage, cuts and flipped bytes are refused, never thrown', async () => {
    const file = makeFile('ec', 'good.p12', 'secret');
    const whole = await openPkcs12(file, 'secret');
    for (const bytes of [new Uint8Array(), new Uint8Array(500), bytesOf('root.crt'), bytesOf('ec.key')])
      expect(refusalOf(await openPkcs12(bytes, 'secret'))).toBe('pkcs12-damaged');
    for (let length = 0; length < file.length; length += 37)
      expect(refusalOf(await openPkcs12(file.subarray(0, length), 'secret'))).toBe('pkcs12-damaged');
    for (let at = 0; at < file.length; at += 29) {
      const copy = new Uint8Array(file);
      copy[at] = (copy[at] ?? 0) ^ 0x40;
      const opened = await openPkcs12(copy, 'secret');
      // The MAC covers keys and certificates, not the tags around them.
      if (opened.ok) expect(Buffer.from(opened.value.certificate).equals(must(whole).certificate)).toBe(true);
      else expect(opened.refusal.code).toMatch(/^pkcs12-/);
    }
    const large = await openPkcs12(new Uint8Array(2 * 1024 * 1024), 'secret');
    expect(refusalOf(large)).toBe('pkcs12-too-large');
  });

  test('[PS11] OpenSSL opens a throw-away file, and its chain leads to the throw-away root', async () => {
    const pki = await makePki();
    for (const { pkcs12, password, certificate } of pki.signers) {
      writeFileSync(path.join(folder, 'demo.p12'), pkcs12);
      writeFileSync(path.join(folder, 'demo-root.pem'), pki.rootPem);
      openssl('pkcs12', '-in', 'demo.p12', '-passin', `pass:${password}`, '-nodes', '-out', 'demo.pem');
      openssl('verify', '-x509_strict', '-CAfile', 'demo-root.pem', '-untrusted', 'demo.pem', 'demo.pem');
      const facts = certificateFacts(certificate);
      expect(facts?.issuerName).toContain('DIỄN TẬP');
      expect(facts?.maySign).toBe(true);
    }
  });
});
