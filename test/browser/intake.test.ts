// Evidence comes in by hand: a real folder dropped, pictures and text pasted, three hundred rows that stay quick.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { showShot } from '../gallery/take-shot.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';

const t = sentences('vi');

/** As the system would drop them: files and folders by their paths. */
async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const place = page.locator('.file-drop').first();
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error('nowhere to drop');
  const devtools = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height - 8 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
}

const paste = async (page: Page, what: { readonly text?: string; readonly file?: string }): Promise<void> =>
  await page.evaluate(({ text, file }) => {
    const clipboardData = new DataTransfer();
    if (text !== undefined) clipboardData.setData('text/plain', text);
    if (file !== undefined) clipboardData.items.add(new File(['ảnh'], file, { type: 'image/png' }));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, what);

describe.skipIf(isMissing('chromium'))('evidence comes in', () => {
  const pages = galleryPages();
  const shown = async (): Promise<Page> => {
    const { browser, address } = pages();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await showShot(page, address, ['intake', 'state=intake-5', '#/new'], { language: 'vi', theme: 'light' });
    return page;
  };

  test("[IT10] a dropped folder of 300 files comes in with its folders, without the system's own, and rows stay quick", async () => {
    const page = await shown();
    const folder = join(tempFolder('drop'), 'Hồ sơ');
    for (let part = 0; part < 3; part++) {
      mkdirSync(join(folder, `Phụ lục ${part + 1}`), { recursive: true });
      for (let at = 0; at < 100; at++)
        writeFileSync(join(folder, `Phụ lục ${part + 1}`, `tệp ${at + 1}.txt`), `${part} ${at}`);
    }
    writeFileSync(join(folder, 'Thumbs.db'), 'x');
    const begun = performance.now();
    await dropPaths(page, [folder]);
    await page.getByText(t('intake.done', { count: 300 })).waitFor({ timeout: 60_000 });
    const tookMs = performance.now() - begun;
    expect(await page.locator('.evidence-row').count()).toBe(300);
    const names = await page.locator('.evidence-row .strong').allTextContents();
    expect(names[0]).toBe('Minh chứng 1: Hồ sơ/Phụ lục 1/tệp 1.txt');
    expect(names[1]).toBe('Minh chứng 2: Hồ sơ/Phụ lục 1/tệp 2.txt');
    expect(names[299]).toBe('Minh chứng 300: Hồ sơ/Phụ lục 3/tệp 100.txt');
    await page.getByText(t('intake.left.out', { count: 1 })).waitFor();
    const field = page.locator('.evidence-row').nth(150).getByLabel(t('evidence.name'));
    await field.click();
    const typing = performance.now();
    await field.pressSequentially('0123456789');
    console.log(
      `300 files dropped and taken in ${Math.round(tookMs)} ms; a key in row 151 takes ${Math.round((performance.now() - typing) / 10)} ms`,
    );
    expect(await field.inputValue()).toContain('0123456789');
    // Narrowed by words without diacritics, chosen together, and set together.
    await page.getByLabel(t('intake.filter')).fill('phu luc 2/');
    await page.getByText(t('intake.filtered', { count: 100, all: 300 })).waitFor();
    await page.getByText(t('intake.all', { count: 100 })).click();
    await page.locator('.bulk').getByLabel(t('evidence.supplier')).fill('Trung tâm Kiểm định');
    await page.getByRole('button', { name: t('intake.set', { count: 100 }) }).click();
    await page.getByLabel(t('intake.filter')).fill('');
    await page.getByText(t('intake.filtered', { count: 300, all: 300 })).waitFor();
    expect(await page.getByText('Trung tâm Kiểm định ·').count()).toBe(100);
    await page.close();
  }, 120_000);

  test('[IT10] a pasted picture is taken in under a name of its own; pasted text never is, and a field keeps its text', async () => {
    const page = await shown();
    await paste(page, { text: 'chỉ có chữ' });
    await page.getByText(t('intake.text.pasted')).waitFor({ timeout: 5_000 });
    expect(await page.locator('.evidence-row').count()).toBe(0);
    await paste(page, { file: 'image.png' });
    await page.locator('.evidence-row').first().waitFor({ timeout: 5_000 });
    expect(await page.locator('.evidence-row .strong').textContent()).toMatch(
      /^Minh chứng 1: Ảnh dán 23-11-2026 .*\.png$/,
    );
    expect(await page.getByText(t('intake.text.pasted')).count()).toBe(0);
    await page.locator('.evidence-row').getByLabel(t('evidence.name')).focus();
    await paste(page, { text: 'ô của bảng', file: 'image.png' });
    await page.waitForTimeout(300);
    expect(await page.locator('.evidence-row').count()).toBe(1);
    await page.close();
  });
});
