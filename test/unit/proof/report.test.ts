// The report by question: whole, who, by which roots, ours; the same honesty for files of ours, torn ones and strangers'.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openReader, worded } from '../../../electron/headless.ts';
import { verifyFile } from '../../../electron/proof/verify-file.ts';
import type { FileReport } from '../../../shared/contract/methods.ts';
import { type Checking, checking, type Finished, finished, sampleSet } from '../../helpers/played.ts';
import { makeFolder, removeFolder } from '../../helpers/temp-folder.ts';
import { isMissing } from '../../helpers/tools.ts';
import { samplePdf } from '../signing/signing-tools.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let played: Finished;
let proof: Checking;
let folder: string;

beforeAll(async () => {
  proof = checking();
  folder = makeFolder('report');
  played = await finished({ set: await sampleSet('toi-thieu-224') });
});
afterAll(async () => {
  await proof?.renderer.close();
  await played?.close();
  removeFolder(folder);
});

/** The worst that was found about each question, in the order of the questions; '-' where nothing was. */
const answers = ({ findings }: FileReport): string =>
  (['file', 'signature', 'roots', 'book'] as const)
    .map((question) => {
      const levels = findings.filter(({ about }) => about === question).map(({ level }) => level);
      return levels.includes('broken') ? 'broken' : levels.includes('holds') ? 'holds' : (levels[0] ?? '-');
    })
    .join(' ');

it('[EN4] ours, with its root: whole, signed, vouched for, and agreeing with the book', async () => {
  const report = await proof.check(played.pdf, played.authority.root);
  expect([report.word, report.kind, answers(report)]).toEqual(['holds', 'minutes', 'holds holds holds holds']);
  expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(report.size).toBe(played.pdf.length);
  expect(report.signatures.map(({ field, intact, trusted }) => [field, intact, trusted])).toEqual([
    ['ThuKy', true, true],
    ['ChuToa', true, true],
  ]);
  const [secretary] = report.signatures;
  expect(secretary).toMatchObject({ name: 'Trần Thị Hưởng', organisation: 'Cơ quan Mẫu' });
  for (const row of ['issuer', 'serial', 'validFrom', 'validTo', 'claimedTime', 'algorithm'] as const)
    expect(secretary?.[row], row).not.toBe('');
});

it('[EN4] ours without a root is not broken: who signed is not established, everything else holds', async () => {
  const report = await proof.check(played.pdf);
  expect([report.word, report.holds, answers(report)]).toEqual(['untrusted', false, 'holds holds broken holds']);
  expect(report.verdict.vi).toContain('chưa xác định được người ký');
});

it('[EN4] one changed bit is broken, and the first question says so', async () => {
  const torn = Uint8Array.from(played.pdf);
  torn[Math.floor(torn.length / 3)] = (torn[Math.floor(torn.length / 3)] ?? 0) ^ 1;
  const report = await proof.check(torn, played.authority.root);
  expect(report.word).toBe('broken');
  expect(answers(report)).toMatch(/^broken broken /);
  expect(report.findings.some(({ vi: said }) => said.includes('không được tính lại'))).toBe(true);
});

it('[EN4] nobody has signed: unsigned, whether ours or not', async () => {
  expect((await proof.check(played.sealed, played.authority.root)).word).toBe('unsigned');
  const report = await proof.check(await samplePdf());
  expect([report.word, report.kind]).toEqual(['unsigned', 'pdf']);
});

it('[EN4] no PDF and no book of ours: unreadable, and nothing is claimed of it', async () => {
  for (const text of ['xin chào', '{"a":1}', '']) {
    const report = await proof.check(Buffer.from(text));
    expect([report.word, report.kind, report.signatures], text).toEqual(['unreadable', 'other', []]);
  }
});

it.skipIf(isMissing('qpdf'))('[EN4] a PDF with a password: unreadable, no verdict on its signatures', async () => {
  const [plain, locked] = [path.join(folder, 'plain.pdf'), path.join(folder, 'locked.pdf')];
  writeFileSync(plain, played.pdf);
  execFileSync('qpdf', ['--encrypt', 'doc', 'chu', '256', '--', plain, locked]);
  const report = await proof.check(readFileSync(locked), played.authority.root);
  expect([report.word, report.kind, report.signatures]).toEqual(['unreadable', 'pdf', []]);
  expect(report.findings.map(({ vi: said }) => said).join(' ')).toContain('đặt mật khẩu');
  expect(report.findings.map(({ vi: said }) => said).join(' ')).not.toContain('không có chữ ký số');
});

it.skipIf(isMissing('pdfsig') || isMissing('certutil'))(
  '[EN4] a PDF that another program signed is judged by its signature alone, with its root and without',
  async () => {
    const [nss, plain, theirs] = ['nss', 'letter.pdf', 'signed.pdf'].map((name) => path.join(folder, name));
    if (nss === undefined || plain === undefined || theirs === undefined) throw new Error('no folder');
    mkdirSync(nss);
    writeFileSync(path.join(folder, 'noise'), randomBytes(64));
    writeFileSync(plain, await samplePdf());
    const certutil = (...words: readonly string[]) => execFileSync('certutil', [...words, '-d', `sql:${nss}`]);
    certutil('-N', '--empty-password');
    const self = [
      '-x',
      '-t',
      'C,C,C',
      '-k',
      'rsa',
      '-g',
      '2048',
      '-Z',
      'SHA256',
      '-v',
      '12',
      '-z',
      path.join(folder, 'noise'),
    ];
    certutil(
      '-S',
      '-n',
      'khac',
      '-s',
      'CN=Nguoi ky khac,O=Noi khac',
      '--keyUsage',
      'digitalSignature,certSigning',
      ...self,
    );
    execFileSync('pdfsig', ['-nssdir', `sql:${nss}`, '-add-signature', '-nick', 'khac', plain, theirs], {
      stdio: 'pipe',
    });
    const root = certutil('-L', '-n', 'khac', '-r');
    const signed = readFileSync(theirs);
    const around = { minutes: proof.renderer, reader: openReader(), version: '0.1.0', worded, at: new Date() };
    const known = await verifyFile(signed, { ...around, roots: [root] });
    expect([known.word, known.kind, answers(known)], JSON.stringify(known.findings)).toEqual([
      'holds',
      'pdf',
      'holds holds holds note',
    ]);
    expect(known.signatures).toMatchObject([{ name: 'Nguoi ky khac', organisation: 'Noi khac', intact: true }]);
    const unknown = await verifyFile(signed, { ...around, roots: [] });
    expect([unknown.word, answers(unknown)]).toEqual(['untrusted', 'holds holds broken note']);
    const more = await verifyFile(Buffer.concat([signed, Buffer.from('\n% thêm\n')]), { ...around, roots: [root] });
    expect(more.word).toBe('broken');
  },
);
