// Words typed without accents find a page of a PDF at the real host, and Enter opens it there with the words marked.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { pdfOf } from '../helpers/made-files.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { openWatched, placeFiles } from './hostile-evidence-stage.ts';
import { type ChildHost, startHost } from './meeting-host.ts';

const t = sentences('vi');
const FOUND_ON = 7;

/** Twelve pages, one of which says it, in letters with all their marks. */
const report = async (): Promise<Uint8Array> =>
  await pdfOf(
    Array.from({ length: 12 }, (_, at) =>
      at + 1 === FOUND_ON ? 'Kết quả kiểm thử tải đạt yêu cầu.' : `Mục ${at + 1}: số liệu.`,
    ),
  );

describe.skipIf(isMissing('chromium'))('search in evidence', () => {
  let browser: Browser;
  let host: ChildHost;
  let page: Page;

  beforeAll(async () => {
    const pdf = await report();
    const given = await placeFiles([
      { title: 'Ghi chú', make: () => [Buffer.from('Không có gì ở đây.')] },
      { title: 'Báo cáo vận hành', make: () => [pdf] },
    ]);
    [host, browser] = await Promise.all([startHost(given.data), openBrowser()]);
    ({ page } = await openWatched(browser, new URL(host.url).origin));
    await page.goto(host.url);
    await page.getByText(t('home.sessions')).first().waitFor({ timeout: PATIENCE });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/session/${given.book}/prepare`);
    await page.getByText('Báo cáo vận hành').first().waitFor({ timeout: PATIENCE });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (host) removeFolder(host.data);
  });

  test('[SE13] "kiem thu tai" finds the page that says "kiểm thử tải", and Enter opens it there', async () => {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('searchbox', { name: t('find.label') });
    await field.waitFor({ timeout: PATIENCE });
    await page.keyboard.type('kiem thu tai');
    const hit = page.getByRole('option').filter({ hasText: 'Kết quả kiểm thử tải đạt yêu cầu.' });
    await hit.waitFor({ timeout: PATIENCE });
    expect(await hit.innerText()).toContain(t('find.page', { page: FOUND_ON }));
    expect(await hit.locator('mark').allInnerTexts()).toEqual(['kiểm thử tải']);
    expect(await page.locator('.found').getByRole('option').count()).toBe(1);
    await page.getByText(t('find.read', { total: 2 })).waitFor({ timeout: PATIENCE });
    if ((await hit.getAttribute('data-focused')) === null) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const shown = page.locator(`#evidence .pdf-page[data-page="${FOUND_ON}"] canvas[data-drawn]`);
    await shown.waitFor({ timeout: PATIENCE });
    expect(await page.locator('#evidence select').first().inputValue()).not.toBe('');
    expect(await page.getByLabel(t('evidence.page'), { exact: true }).inputValue()).toBe(String(FOUND_ON));
    const marked = async (): Promise<string[]> =>
      await page.evaluate(() => [...CSS.highlights.values()].flatMap((all) => [...all].map((range) => `${range}`)));
    await expect.poll(marked, { timeout: PATIENCE }).toContain('kiểm thử tải');
  });
});
