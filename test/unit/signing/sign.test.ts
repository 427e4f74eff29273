// What we sign is judged by tools that know nothing of our code: poppler with NSS, OpenSSL and qpdf.
import { beforeAll, describe, expect, test } from 'vitest';
import { OID } from '../../../electron/signing/cms.ts';
import { readCms } from '../../../electron/signing/cms-read.ts';
import { reserveFields } from '../../../electron/signing/reserve-fields.ts';
import { completeSignature, prepareSignature, signPdf } from '../../../electron/signing/sign-pdf.ts';
import type { ThrowAwayCertificates } from '../../../electron/signing/throw-away-certificates.ts';
import { toolOrSkip } from '../../helpers/tools.ts';
import {
  boxes,
  chair,
  codesOf,
  inFolder,
  makePki,
  must,
  pdfsig,
  refusalOf,
  reserved,
  run,
  samplePdf,
  secretary,
  signaturesIn,
  signedAt,
  signedTwice,
  signerOf,
  stampPdf,
  verifyOwn,
} from './signing-tools.ts';

let pki: ThrowAwayCertificates;
beforeAll(async () => {
  pki = await makePki();
});

/** One pair for each algorithm: the secretary's key is RSA, the chair's is P-256. */
const pairs = ['rsa-pss', 'rsa-pkcs1'] as const;

describe.each(pairs)('certified with %s, closed with ecdsa-p256', (algorithm) => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await signedTwice(pki, algorithm);
  });

  test('[PS1] poppler finds both signatures valid and trusted, the last one over the whole file', (context) => {
    toolOrSkip(context, 'certutil');
    toolOrSkip(context, 'pdfsig');
    const said = pdfsig(pdf, pki.rootPem);
    expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(said.match(/Certificate is Trusted\./g)).toHaveLength(2);
    expect(said.match(/Signature Type: ETSI\.CAdES\.detached/g)).toHaveLength(2);
    expect(said.match(/Total document signed/g)).toHaveLength(1);
    expect(said.match(/Not total document signed/g)).toHaveLength(1);
    expect(said).toContain('Lý Xuân Trường');
  });

  test('[PS1] OpenSSL verifies each CMS as CAdES', (context) => {
    const openssl = toolOrSkip(context, 'openssl');
    const args = '-verify -cades -binary -purpose any -inform DER -in s.cms -content s.dat -CAfile root.pem -out out';
    for (const { cms, content } of signaturesIn(pdf))
      inFolder({ 's.cms': cms, 's.dat': content, 'root.pem': pki.rootPem }, (folder) =>
        expect(() => run(openssl, ['cms', ...args.split(' ')], folder)).not.toThrow(),
      );
    expect(signaturesIn(pdf)).toHaveLength(2);
  });

  test('[PS1] qpdf finds no fault in the file', (context) => {
    const qpdf = toolOrSkip(context, 'qpdf');
    inFolder({ 'file.pdf': pdf }, (folder) =>
      expect(run(qpdf, ['--check', 'file.pdf'], folder)).toContain('No syntax or stream encoding errors'),
    );
  });

  test('[PS1] our own verifier accepts it, strictly, and names signers, times and what is not proven', async () => {
    const report = await verifyOwn(pdf, pki);
    expect(codesOf(report)).toEqual([]);
    expect(report.accepted).toBe(true);
    expect(report.emptyFields).toEqual(['ThanhVien1']);
    const [first, last] = report.signatures;
    expect(first).toMatchObject({
      field: 'ThuKy',
      algorithm,
      certifies: 2,
      locks: false,
      covers: 'revision',
      reason: 'Lập biên bản (Thư ký)',
      claimedTime: signedAt,
      validAtClaimedTime: true,
      revocation: 'not-checked',
      laterChanges: [{ code: 'field-signed', params: { field: 'ChuToa' } }],
      signer: { name: 'Lý Xuân Trường', organisation: 'TRUNG TÂM KIỂM ĐỊNH', subjectId: 'CCCD:001085000015' },
    });
    expect(first?.path).toHaveLength(3);
    expect(last).toMatchObject({ field: 'ChuToa', algorithm: 'ecdsa', locks: true, covers: 'whole-file' });
  });
});

describe('the CMS', () => {
  test('[PS2] carries exactly the signer and the intermediates, three signed attributes and no other', async () => {
    for (const { cms } of signaturesIn(await signedTwice(pki))) {
      const read = readCms(cms);
      expect(read.certificates).toHaveLength(2);
      expect(read.certificates.some((der) => Buffer.from(der).equals(pki.root))).toBe(false);
      expect([...read.attributeValues.keys()].sort()).toEqual(
        [OID.contentType, OID.messageDigest, OID.signingCertificateV2].sort(),
      );
      expect(read.unsignedAttributes).toBe(0);
    }
  });

  test('[PS2] states RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32', async (context) => {
    const openssl = toolOrSkip(context, 'openssl');
    const [signature] = signaturesIn(await signedTwice(pki, 'rsa-pss'));
    const said = inFolder({ 's.cms': signature?.cms ?? '' }, (folder) =>
      run(openssl, ['cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 's.cms'], folder),
    );
    const signerInfo = said.slice(said.indexOf('signerInfos:'));
    expect(signerInfo).toContain('algorithm: rsassaPss');
    expect(signerInfo).toMatch(/cont \[ 2 \].*\n.*INTEGER\s+:20/);
    expect(signerInfo).toContain('mgf1');
    expect(signerInfo).not.toContain('signingTime');
  });
});

describe('reserving and signing', () => {
  test('[PS3] equal input gives equal bytes, and every step keeps all earlier bytes', async () => {
    const base = await samplePdf();
    const one = await reserved(base);
    expect(Buffer.from(one).equals(await reserved(base))).toBe(true);
    expect(Buffer.from(one.subarray(0, base.length)).equals(base)).toBe(true);
    const two = await signedTwice(pki, 'rsa-pss', one);
    expect(Buffer.from(two.subarray(0, one.length)).equals(one)).toBe(true);
  });

  test('[PS3] /M stands in Vietnam’s time and /Contents in lower-case hex', async () => {
    const text = Buffer.from(await signedTwice(pki)).toString('latin1');
    expect(text.match(/\/M \(D:20261123100000\+07'00'\)/g)).toHaveLength(2);
    expect(text.match(/\/Contents <[0-9a-f]+>/g)).toHaveLength(2);
  });

  test('[PS3] a box without a page, an area or a free name is a fault', async () => {
    const base = await samplePdf();
    const box = { field: 'A', page: 1, rect: [0, 0, 100, 50] } as const;
    await expect(reserveFields(base, [{ ...box, page: 9 }])).rejects.toThrow('no page 9');
    await expect(reserveFields(base, [{ ...box, rect: [10, 0, 10, 50] }])).rejects.toThrow('empty box');
    await expect(reserveFields(base, [box, box])).rejects.toThrow('not free');
    await expect(reserveFields(base, [box], { lockField: 'B' })).rejects.toThrow('no box');
    await expect(reserveFields(await signedTwice(pki), [{ ...box, field: 'Moi' }])).rejects.toThrow('signed already');
  });

  test('[PS4] only a reserved, empty field can be signed, and only the first signature certifies', async () => {
    const base = await reserved();
    const signer = await signerOf(pki, 1);
    const first = must(await signPdf(base, signer, secretary));
    expect(refusalOf(await signPdf(base, signer, { ...secretary, field: 'Khac' }))).toBe('signature-field-missing');
    expect(refusalOf(await signPdf(first, signer, { ...chair, field: 'ThuKy' }))).toBe('signature-field-taken');
    expect(refusalOf(await signPdf(first, signer, { ...chair, certify: true }))).toBe('certify-not-first');
  });

  test('[PS4] after the chair has signed nobody can', async () => {
    const signer = await signerOf(pki, 1);
    const refused = await signPdf(await signedTwice(pki), signer, { field: 'ThanhVien1', date: signedAt });
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'signing-closed', params: { field: 'ThanhVien1', by: 'ChuToa' } },
    });
  });

  test('[PS5] in two phases the value of another key, or of other bytes, is refused', async () => {
    const base = await reserved();
    const [rsa, ec] = [await signerOf(pki, 0), await signerOf(pki, 1)];
    const prepared = must(await prepareSignature(base, ec, chair));
    const value = await ec.sign(prepared.tbs);
    expect(refusalOf(completeSignature(prepared, await rsa.sign(prepared.tbs)))).toBe('signature-value-wrong');
    expect(refusalOf(completeSignature(prepared, await ec.sign(new Uint8Array([1]))))).toBe('signature-value-wrong');
    expect(refusalOf(completeSignature(prepared, new Uint8Array(8)))).toBe('signature-value-wrong');
    const report = await verifyOwn(must(completeSignature(prepared, value)), pki);
    expect(codesOf(report)).toEqual([]);
  });

  test('[PS1] fifteen members sign one after another and all stay valid', async () => {
    const members = Array.from({ length: 15 }, (_, index) => ({
      field: `TV${index + 1}`,
      page: 1 + (index % 2),
      rect: [50, 40 * index + 20, 250, 40 * index + 55] as const,
    }));
    const signer = await signerOf(pki, 1);
    const appearance = await stampPdf('Đã ký');
    let pdf = await reserveFields(await samplePdf(), [...boxes, ...members], { lockField: 'ChuToa' });
    pdf = must(await signPdf(pdf, await signerOf(pki, 0), secretary));
    for (const { field } of members) pdf = must(await signPdf(pdf, signer, { field, date: signedAt, appearance }));
    pdf = must(await signPdf(pdf, signer, chair));
    const report = await verifyOwn(pdf, pki);
    expect(codesOf(report)).toEqual([]);
    expect(report.signatures).toHaveLength(17);
    expect(report.signatures[0]?.laterChanges).toHaveLength(16);
  });
});
