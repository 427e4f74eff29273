// The hands on the scoring desk when nothing is drawn between two keys: the focus goes where it was sent, once.
import { describe, expect, test } from 'vitest';
import { BOOK } from '../gallery/given.ts';
import { showShot } from '../gallery/take-shot.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';

describe.skipIf(isMissing('chromium'))('keys after a remark', () => {
  const pages = galleryPages();

  test('[SX11] R and Esc without a word: the keys that follow are marks, and none is a letter of the remark', async () => {
    const { browser, address } = pages();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const session = `#/session/${BOOK}`;
    const look = { language: 'vi', theme: 'light' } as const;
    await showShot(page, address, ['focus', 'phase=scoring&as=seat&state=sheet-empty', session], look);
    for (const key of ['r', 'Escape', '1', '1', '1']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA');
    await page.getByRole('heading', { name: /G1-04$/ }).waitFor({ timeout: 5_000 });
    expect(await page.locator('#remark').inputValue()).toBe('');
  });
});
