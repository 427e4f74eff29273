// Citing by keyboard on the desk in a real Chromium: a sentence, a region, a page; each opens again at its place.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { BOOK } from '../gallery/given.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';

const t = sentences('vi');

describe.skipIf(isMissing('chromium'))('citing evidence', () => {
  const pages = galleryPages();

  async function open(query: string): Promise<Page> {
    const { browser, address } = pages();
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.goto(`${address}?phase=scoring&as=seat&${query}#/session/${BOOK}`);
    await page.locator('.pdf-page canvas[data-drawn]').first().waitFor({ timeout: PATIENCE });
    return page;
  }
  const named = (page: Page): Promise<string[]> => page.locator('.cites .cite-name').allTextContents();

  test('[PN5] a sentence is found, taken and cited without a mouse, and opens marked on its page', async () => {
    const page = await open('state=sheet-empty');
    await page.getByRole('searchbox', { name: t('viewer.search') }).focus();
    await page.keyboard.type('van hanh');
    await page.keyboard.press('Enter');
    const take = page.getByRole('button', { name: /Chọn câu này/u });
    await take.waitFor({ timeout: PATIENCE });
    await take.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('cite.act.quote') }).waitFor({ timeout: PATIENCE });
    await page.keyboard.press('c');
    await expect.poll(() => named(page)).toHaveLength(1);
    // The same sentence again is the same citation.
    await take.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('cite.act.quote') }).waitFor({ timeout: PATIENCE });
    await page.keyboard.press('c');
    await page.getByRole('button', { name: t('cite.act.quote') }).waitFor({ state: 'detached', timeout: PATIENCE });
    const [name = ''] = await named(page);
    expect(await named(page)).toHaveLength(1);
    expect(name).toMatch(/^Minh chứng 1, tr\. \d+: “.+”$/u);
    expect(await page.evaluate(() => [...(CSS.highlights.get('viewer-quote')?.values() ?? [])].length)).toBeGreaterThan(
      0,
    );
    await page.close();
  });

  test('[PN5] a region is moved by arrows, cited by Enter, named, and marked where it opens', async () => {
    const page = await open('state=sheet-empty');
    await page.getByRole('button', { name: t('cite.act.region'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('application').waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Enter');
    const name = `${t('cite.item', { number: 1 })}, ${t('cite.page', { page: 1 })}, ${t('cite.region')}`;
    await expect.poll(() => named(page)).toEqual([name]);
    await page.getByRole('img', { name, exact: true }).waitFor({ timeout: PATIENCE });
    // The keyboard is back where the next thing is cited; Escape leaves another region without citing it.
    await page.keyboard.press('c');
    await expect.poll(() => named(page)).toHaveLength(2);
    await page.getByRole('button', { name: t('cite.act.region'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('application').waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Escape');
    await page.getByRole('application').waitFor({ state: 'detached', timeout: PATIENCE });
    expect(await named(page)).toHaveLength(2);
    await page.getByRole('button', { name: t('evidence.page.next') }).press('Enter');
    await page.getByRole('button', { name: t('scoring.cite.open', { what: name }), exact: true }).press('Enter');
    await page.getByRole('img', { name, exact: true }).waitFor({ timeout: PATIENCE });
    await page.close();
  });

  test('[PN3] a citation of an older revision opens that revision, and stands as before once it is confirmed', async () => {
    const page = await open('state=cite-stale');
    await page.locator('.cite-stale').waitFor({ timeout: PATIENCE });
    await page.locator('.cites .button').first().press('Enter');
    await page.locator('.older-revision').waitFor({ timeout: PATIENCE });
    expect(await page.getByRole('button', { name: t('cite.act.region'), exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: /^Vẫn dẫn/u }).press('Enter');
    await page.locator('.cite-stale').waitFor({ state: 'detached', timeout: PATIENCE });
    expect(await named(page)).toEqual([`${t('cite.item', { number: 1 })}, ${t('cite.page', { page: 2 })}`]);
    await page.close();
  });
});
