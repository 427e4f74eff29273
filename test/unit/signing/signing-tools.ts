// A small PDF/A-3b with reserved fields, throw-away signers, and the outside tools that judge what we signed.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SignatureAlgorithm } from '../../../electron/signing/algorithms.ts';
import { openPkcs12 } from '../../../electron/signing/pkcs12.ts';
import type { PdfReport } from '../../../electron/signing/report.ts';
import { reserveFields, type SignatureBox } from '../../../electron/signing/reserve-fields.ts';
import { type SignOptions, signPdf } from '../../../electron/signing/sign-pdf.ts';
import type { PdfSigner } from '../../../electron/signing/signer.ts';
import {
  makeThrowAwayCertificates,
  type ThrowAwayCertificates,
} from '../../../electron/signing/throw-away-certificates.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import type { Result } from '../../../shared/base/result.ts';

type PdfMake = {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: (file: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
};

const pdfmake: PdfMake = createRequire(import.meta.url)('pdfmake');
const fonts = fileURLToPath(new URL('../../../assets/fonts', import.meta.url));
pdfmake.setFonts({
  Tinos: { normal: path.join(fonts, 'Tinos_400Regular.ttf'), bold: path.join(fonts, 'Tinos_700Bold.ttf') },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(fonts));

export const signedAt = new Date('2026-11-23T10:00:00+07:00');
export const now = new Date('2026-11-24T08:00:00+07:00');
export const attachment = '{"soBienBan":"45/BB-HĐĐG"}';

export const boxes: readonly SignatureBox[] = [
  { field: 'ThuKy', page: 2, rect: [60, 600, 260, 660] },
  { field: 'ThanhVien1', page: 2, rect: [60, 500, 260, 560] },
  { field: 'ChuToa', page: 2, rect: [320, 600, 520, 660] },
];

export async function samplePdf(sentence = 'Hội đồng kết luận: Đạt.'): Promise<Uint8Array> {
  const json = `data:application/json;base64,${Buffer.from(attachment, 'utf8').toString('base64')}`;
  const file = { src: json, name: 'bien-ban.json', relationship: 'Source', description: 'Dữ liệu' };
  const buffer = await pdfmake
    .createPdf({
      version: '1.7',
      subset: 'PDF/A-3b',
      tagged: false,
      language: 'vi-VN',
      displayTitle: true,
      info: { title: 'Biên bản', author: 'Hội đồng', creationDate: signedAt, modDate: signedAt },
      files: { 'bien-ban.json': { ...file, creationDate: signedAt, modifiedDate: signedAt } },
      defaultStyle: { font: 'Tinos' },
      content: [
        { text: 'BIÊN BẢN', bold: true },
        sentence,
        {
          table: {
            body: [
              ['TT', 'Tiêu chí', 'Kết quả'],
              ['1', 'Ẩn danh hóa', 'Không đạt'],
            ],
          },
        },
        { text: 'THƯ KÝ — CHỦ TỌA', pageBreak: 'before' },
      ],
    })
    .getBuffer();
  return new Uint8Array(buffer);
}

/** One small page of its own, to be drawn into a field. */
export async function stampPdf(text: string): Promise<Uint8Array> {
  const buffer = await pdfmake
    .createPdf({
      version: '1.7',
      pageSize: { width: 200, height: 60 },
      pageMargins: 4,
      info: { title: 'stamp', creationDate: signedAt, modDate: signedAt },
      defaultStyle: { font: 'Tinos', fontSize: 8 },
      content: [text],
    })
    .getBuffer();
  return new Uint8Array(buffer);
}

export const people = [
  { name: 'Lý Xuân Trường', organisation: 'TRUNG TÂM KIỂM ĐỊNH', subjectId: 'CCCD:001085000015', key: 'rsa3072' },
  { name: 'Nguyễn Thị Ánh Tuyết', organisation: 'TRUNG TÂM KIỂM ĐỊNH', key: 'p256' },
] as const;

export const makePki = (at = signedAt, days = 400): Promise<ThrowAwayCertificates> =>
  makeThrowAwayCertificates(people, { at, days, random: (length) => new Uint8Array(randomBytes(length)) });

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export const refusalOf = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code);

export async function signerOf(
  { signers }: ThrowAwayCertificates,
  index: number,
  algorithm?: SignatureAlgorithm,
): Promise<PdfSigner> {
  const signer = signers[index];
  if (signer === undefined) throw new Error('no such signer');
  return must(await openPkcs12(signer.pkcs12, signer.password, algorithm === undefined ? {} : { algorithm }));
}

export const secretary: SignOptions = {
  field: 'ThuKy',
  certify: true,
  reason: 'Lập biên bản (Thư ký)',
  location: 'Hà Nội',
  date: signedAt,
};
export const chair: SignOptions = { field: 'ChuToa', reason: 'Phê duyệt', location: 'Hà Nội', date: signedAt };

export const reserved = async (pdf?: Uint8Array): Promise<Uint8Array> =>
  reserveFields(pdf ?? (await samplePdf()), boxes, { lockField: 'ChuToa' });

/** Secretary certifies, chair closes. */
export async function signedTwice(
  pki: ThrowAwayCertificates,
  rsa: SignatureAlgorithm = 'rsa-pss',
  base?: Uint8Array,
): Promise<Uint8Array> {
  const first = must(await signPdf(base ?? (await reserved()), await signerOf(pki, 0, rsa), secretary));
  const appearance = await stampPdf('CHỦ TỌA\nKý bởi: Nguyễn Thị Ánh Tuyết');
  return must(await signPdf(first, await signerOf(pki, 1), { ...chair, appearance }));
}

export const verifyOwn = (pdf: Uint8Array, { root }: ThrowAwayCertificates, at = now): Promise<PdfReport> =>
  verifyPdf(pdf, { roots: [root], at, strict: true });

/** Every code in a report, of the file and of its signatures. */
export const codesOf = (report: PdfReport): readonly string[] => [
  ...report.problems.map(({ code }) => code),
  ...report.signatures.flatMap(({ problems }) => problems.map(({ code }) => code)),
];

/** Runs `work` in a folder with the given files, which is gone afterwards. */
export function inFolder<T>(files: Readonly<Record<string, Uint8Array | string>>, work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoidong-signing-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const run = (tool: string, args: readonly string[], cwd: string): string =>
  execFileSync(tool, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What poppler says of each signature, with the given root in its trust store. */
export const pdfsig = (pdf: Uint8Array, rootPem: string): string =>
  inFolder({ 'file.pdf': pdf, 'root.pem': rootPem }, (folder) => {
    execFileSync('mkdir', ['nss'], { cwd: folder });
    run('certutil', ['-N', '-d', 'sql:nss', '--empty-password'], folder);
    run('certutil', ['-A', '-d', 'sql:nss', '-n', 'root', '-t', 'CT,C,C', '-a', '-i', 'root.pem'], folder);
    return run('pdfsig', ['-nssdir', 'sql:nss', 'file.pdf'], folder);
  });

export type Signature = { readonly cms: Uint8Array; readonly content: Uint8Array };

/** The CMS (without padding) and the signed bytes of each signature, in file order, cut out without our code. */
export function signaturesIn(pdf: Uint8Array): readonly Signature[] {
  const bytes = Buffer.from(pdf);
  return [...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/g)].map((found) => {
    const [from = 0, to = 0, rest = 0] = found.slice(1).map(Number);
    const cms = Buffer.from(bytes.toString('latin1', from + 1, to - 1), 'hex');
    const length = 4 + cms.readUInt16BE(2);
    const content = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to, to + rest)]);
    return { cms: cms.subarray(0, length), content };
  });
}
