// Whom a signature is believed to be of: paths to given roots, periods, and what remains unproven.
import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificateFacts } from '../../../electron/signing/certificate-facts.ts';
import { checkPath } from '../../../electron/signing/certificate-path.ts';
import { type CertificateOrder, writeCertificate } from '../../../electron/signing/certificate-write.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import type { ThrowAwayCertificates } from '../../../electron/signing/throw-away-certificates.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import {
  codesOf,
  makePki,
  must,
  now,
  reserved,
  secretary,
  signedAt,
  signedTwice,
  signerOf,
  verifyOwn,
} from './signing-tools.ts';

const DAY = 24 * 60 * 60 * 1000;

let pki: ThrowAwayCertificates;
let pdf: Uint8Array;
beforeAll(async () => {
  pki = await makePki();
  pdf = await signedTwice(pki);
});

describe('roots and periods', () => {
  test('[PS8] another root: intact, not trusted, and the reason names who is missing', async () => {
    const other = await makePki();
    for (const roots of [[other.root], []]) {
      const report = await verifyPdf(pdf, { roots, at: now, strict: true });
      expect(report.accepted).toBe(false);
      expect(report.signatures.map(({ intact, trusted }) => [intact, trusted])).toEqual([
        [true, false],
        [true, false],
      ]);
      expect(codesOf(report)).toEqual(['root-not-trusted', 'root-not-trusted']);
    }
  });

  test('[PS8] an issuing authority may itself be given as a root', async () => {
    const report = await verifyPdf(pdf, { roots: [pki.issuing], at: now, strict: true });
    expect(report.accepted).toBe(true);
    expect(report.signatures[0]?.path).toHaveLength(2);
  });

  test('[PS8] a certificate that had expired at the claimed time is refused', async () => {
    const old = await makePki(new Date(signedAt.getTime() - 30 * DAY), 10);
    const report = await verifyOwn(await signedTwice(old), old);
    expect(codesOf(report)).toContain('certificate-not-valid-then');
    expect(report.signatures[0]).toMatchObject({ intact: true, trusted: false, validAtClaimedTime: false });
    expect(report.accepted).toBe(false);
  });

  test('[PS8] one that expired since is told beside the verdict: only a timestamp could prove the time', async () => {
    const report = await verifyOwn(pdf, pki, new Date(signedAt.getTime() + 500 * DAY));
    expect(report.accepted).toBe(true);
    expect(report.signatures[0]?.notes.map(({ code }) => code)).toEqual(['certificate-not-valid-now']);
    expect(report.signatures[0]?.validAtClaimedTime).toBe(true);
  });

  test('[PS8] a claimed time ahead of this clock is told', async () => {
    const report = await verifyOwn(pdf, pki, new Date(signedAt.getTime() - DAY / 2));
    expect(report.signatures[0]?.notes.map(({ code }) => code)).toEqual(['claimed-time-in-future']);
  });

  test('[PS8] revocation is never said to be checked', async () => {
    for (const strict of [true, false])
      for (const { revocation } of (await verifyPdf(pdf, { roots: [pki.root], at: now, strict })).signatures)
        expect(revocation).toBe('not-checked');
  });

  test('[PS8] a signature without its intermediate is intact, and its path ends where the chain does', async () => {
    const signer = { ...(await signerOf(pki, 1)), chain: [] };
    const lonely = must(await signPdf(await reserved(), signer, secretary));
    const report = await verifyOwn(lonely, pki);
    expect(report.signatures[0]).toMatchObject({ intact: true, trusted: false, path: ['Nguyễn Thị Ánh Tuyết'] });
  });
});

describe('paths', () => {
  const keys = Array.from({ length: 4 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  const names = ['Gốc', 'Trung gian', 'Cấp', 'Người ký'].map((name) => ({ name, organisation: 'Thử nghiệm' }));
  let serial = 0;
  const certificate = (at: number, by: number, use: CertificateOrder['use'], more: Partial<CertificateOrder> = {}) => {
    const [subject, issuer, key, issuerKey] = [names[at], names[by], keys[at], keys[by]];
    if (!subject || !issuer || !key || !issuerKey) throw new Error('no such name');
    serial += 1;
    const order: CertificateOrder = {
      subject,
      issuer,
      publicKey: key.publicKey,
      issuerKey: issuerKey.privateKey,
      issuerPublicKey: issuerKey.publicKey,
      serial: new Uint8Array([serial]),
      from: new Date('2026-01-01T00:00:00Z'),
      to: new Date('2027-01-01T00:00:00Z'),
      use,
    };
    const facts = certificateFacts(writeCertificate({ ...order, ...more }));
    if (facts === undefined) throw new Error('unreadable certificate');
    return facts;
  };
  const root = certificate(0, 0, 'root');
  const codes = (verdict: ReturnType<typeof checkPath>) => verdict.problems.map(({ code }) => code);

  test('[PS9] a path of root, intermediate and signer is trusted', () => {
    const verdict = checkPath(certificate(3, 1, 'signer'), [certificate(1, 0, 'issuing')], [root], signedAt);
    expect(verdict).toMatchObject({ trusted: true, names: ['Người ký', 'Trung gian', 'Gốc'], problems: [] });
  });

  test('[PS9] a signer’s certificate cannot issue others', () => {
    const verdict = checkPath(certificate(3, 1, 'signer'), [certificate(1, 0, 'signer')], [root], signedAt);
    expect(codes(verdict)).toEqual(['root-not-trusted']);
  });

  test('[PS9] an authority that may have none below it has none below it', () => {
    const pool = [certificate(2, 1, 'issuing'), certificate(1, 0, 'issuing')];
    expect(codes(checkPath(certificate(3, 2, 'signer'), pool, [root], signedAt))).toEqual(['path-too-long']);
  });

  test('[PS9] an authority’s certificate does not sign documents', () => {
    expect(codes(checkPath(certificate(1, 0, 'issuing'), [], [root], signedAt))).toEqual([
      'certificate-not-for-signing',
    ]);
  });

  test('[PS9] an issuer out of its period breaks the path', () => {
    const late = { from: new Date('2026-12-01T00:00:00Z') };
    const verdict = checkPath(certificate(3, 1, 'signer'), [certificate(1, 0, 'issuing', late)], [root], signedAt);
    expect(codes(verdict)).toEqual(['issuer-not-valid-then']);
  });

  test('[PS9] of two issuers of one name the one that made the signature is found', () => {
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const twin = certificate(1, 0, 'issuing', { publicKey: stranger.publicKey });
    const verdict = checkPath(certificate(3, 1, 'signer'), [twin, certificate(1, 0, 'issuing')], [root], signedAt);
    expect(verdict.trusted).toBe(true);
  });

  test('[PS9] issuers that certify each other in a ring come to an end', () => {
    const ring = [certificate(1, 2, 'root'), certificate(2, 1, 'root')];
    expect(codes(checkPath(certificate(3, 1, 'signer'), ring, [root], signedAt))).toContain('root-not-trusted');
  });
});
