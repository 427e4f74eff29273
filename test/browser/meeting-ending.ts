// What people do after the reveal: matrix, conclusion, minutes, signatures, and the check of the file.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { openReader, openRenderer, worded } from '../../electron/headless.ts';
import { verifyFile } from '../../electron/proof/verify-file.ts';
import { makeThrowAwayCertificates, type ThrowAwaySigner } from '../../electron/signing/throw-away-certificates.ts';
import type { FileReport } from '../../shared/contract/methods.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { goTo } from './meeting-acts.ts';
import type { SeatPage } from './meeting-pages.ts';
import { nameOf, t } from './meeting-plan.ts';

const RECIPIENT = '- Như thành phần tham dự; - Lưu: VT, HSHĐ.';

/** The matrix as a screen shows it: heads and rows of cells. */
export async function matrixOn(at: SeatPage): Promise<readonly (readonly string[])[]> {
  const table = at.page.locator('table.matrix');
  await table.waitFor({ timeout: PATIENCE });
  return await table.evaluate((element) =>
    [...element.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
    ),
  );
}

/** One stop for Tab, then arrows: Enter on a criterion shows what was said of it beside the matrix. */
export async function openCriterion(at: SeatPage, all: readonly string[], id: string): Promise<void> {
  await at.press('button', new RegExp(`^${all[0]} `));
  for (let row = 0; row < all.indexOf(id); row++) await at.keys('ArrowDown');
  await at.keys('Enter');
}

export async function putToVote(desk: SeatPage): Promise<void> {
  await goTo(desk, 'conclusion');
  await desk.press('button', t('conclusion.put'));
  await desk.press('button', t('conclusion.vote.open'));
  await desk.see(t('conclusion.vote.mine'));
}

export async function vote(at: SeatPage, choice: 'agree' | 'disagree'): Promise<void> {
  await goTo(at, 'conclusion');
  await at.pick(t('conclusion.vote.mine'), t(`choice.${choice}`));
  await at.press('button', t('conclusion.vote.send'));
  await at.see(t('conclusion.vote.sent'));
}

export async function reserve(at: SeatPage, words: string): Promise<void> {
  await at.write(t('conclusion.reserve.text'), words);
  await at.press('button', t('conclusion.reserve.send'));
  await at.see(words);
}

export async function writeMinutes(desk: SeatPage): Promise<void> {
  await goTo(desk, 'minutes');
  await desk.write(t('minutes.number'), '05');
  await desk.write(t('minutes.presentation'), 'Đại diện cơ quan chủ quản trình bày hồ sơ và trả lời câu hỏi.');
  await desk.write(t('minutes.discussion'), 'Hội đồng thảo luận các tiêu chí còn ý kiến khác nhau.');
  await desk.write(t('minutes.recommendation'), 'Đề nghị cơ quan có thẩm quyền xem xét kết quả nêu trên.');
  await desk.write(t('minutes.recipients'), RECIPIENT);
  // At once, without waiting for the words to be saved: leaving the field saves them.
  await desk.press('button', t('minutes.write'));
  await desk.see(/^Bản đưa ra lúc/);
  await desk.see(/^Đã lưu trên máy này lúc/);
  const page = t('evidence.doc', { page: 1, title: t('minutes.preview') });
  await desk.page.getByRole('img', { name: page }).waitFor({ timeout: 2 * PATIENCE });
  expect(await desk.page.getByText(t('minutes.stale')).count()).toBe(0);
}

export async function approve(at: SeatPage): Promise<void> {
  await goTo(at, 'minutes');
  await at.press('button', t('minutes.approve'));
  await at.see(t('minutes.approved'));
}

export type Authority = {
  readonly root: Uint8Array;
  readonly rootPem: string;
  readonly ThuKy: ThrowAwaySigner;
  readonly ChuToa: ThrowAwaySigner;
};

/** A root made on the spot, and one certificate each for the secretary and the chair of this meeting. */
export async function makeAuthority(): Promise<Authority> {
  const people = [nameOf('desk'), nameOf('chair')].map((name) => ({ name, organisation: 'Bộ Ví dụ' }));
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  const { root, rootPem, signers } = await makeThrowAwayCertificates(people, { at: new Date(), random });
  const [ThuKy, ChuToa] = signers;
  if (ThuKy === undefined || ChuToa === undefined) throw new Error('no signers');
  return { root, rootPem, ThuKy, ChuToa };
}

export async function closeAndSeal(desk: SeatPage): Promise<void> {
  await goTo(desk, 'signing');
  await desk.press('button', t('signing.step.close'));
  await desk.see(/^Đã bế mạc lúc/);
  await desk.press('button', t('signing.step.seal'));
  await desk.see(/^Tệp chính thức: SHA-256/);
}

export async function sign(desk: SeatPage, field: 'ThuKy' | 'ChuToa', signer: ThrowAwaySigner): Promise<void> {
  const file = { name: `${field}.p12`, mimeType: 'application/x-pkcs12', buffer: Buffer.from(signer.pkcs12) };
  await desk.give(t('signing.file.pick'), [file]);
  await desk.see(t('signing.file.picked', { name: file.name }));
  await desk.write(t('signing.password'), signer.password);
  await desk.press('button', t('signing.sign', { title: t(`signing.sign.${field}`) }));
  await desk.see(new RegExp(`^${signer.name} đã ký lúc`));
}

/** The bytes as a browser saves them. */
export async function savedFile(at: SeatPage): Promise<Buffer> {
  return await readFile(await (await at.save(t('signing.download'))).path());
}

/** As the command line judges it, apart from every screen. */
export async function judge(pdf: Uint8Array, roots: readonly Uint8Array[]): Promise<FileReport> {
  const minutes = openRenderer();
  try {
    return await verifyFile(pdf, { roots, at: new Date(), minutes, reader: openReader(), version: '0.1.0', worded });
  } finally {
    await minutes.close();
  }
}

/** Picks the file, which is checked at once; its verdict is awaited in words. */
export async function checkOnScreen(desk: SeatPage, pdf: Buffer, verdict: 'holds' | 'broken'): Promise<void> {
  await desk.give(t('check.file.pick'), [{ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: pdf }]);
  await desk.see(t(`check.${verdict}`));
}

export async function giveRoots(desk: SeatPage, { rootPem }: Authority): Promise<void> {
  await desk.give(t('check.roots.pick'), [
    { name: 'goc.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(rootPem) },
  ]);
  // Read from the file first: what is checked before is checked without it.
  await desk.see(t('check.roots.count', { count: 1 }));
}
