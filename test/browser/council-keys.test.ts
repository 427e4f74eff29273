// A council's sheets by keys alone: points on a Vietnamese keyboard, the reason of a change, a sheet of paper typed in.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { BOOK } from '../gallery/given.ts';
import type { Step } from '../gallery/shots.ts';
import { showShot, standStill } from '../gallery/take-shot.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';

const t = sentences('vi');
const SESSION = `#/session/${BOOK}`;
const LOOK = { language: 'vi', theme: 'light' } as const;

describe.skipIf(isMissing('chromium'))('keys of a council', () => {
  const pages = galleryPages();
  const shown = async (query: string, ...steps: Step[]): Promise<Page> => {
    const { browser, address } = pages();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await showShot(page, address, ['keys', query, SESSION, ...steps], LOOK);
    return page;
  };
  const at = (page: Page, id: string) =>
    page.getByRole('heading', { name: t('scoring.criterion', { id }), exact: true }).waitFor({ timeout: 10_000 });
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest('.paper-line')?.querySelector('.tree-id')?.textContent);

  test('[CS9] a digit goes into the figure, Enter goes on, and what is no figure stays where it is', async () => {
    const page = await shown('phase=scoring&as=seat&state=scored');
    const field = page.locator('#points');
    await page.keyboard.press('8');
    await page.keyboard.press('5');
    expect(await field.inputValue()).toBe('85');
    await page.keyboard.press('Enter');
    await at(page, 'G1-02');
    for (const key of ['1', '0', '1', 'Enter']) await page.keyboard.press(key);
    await at(page, 'G1-02');
    await page.getByText(t('points.wrong')).waitFor({ timeout: 10_000 });
    await page.close();
  });

  test('[CS10] the mark of the round before goes on to the next criterion, another one stays for its reason', async () => {
    const page = await shown('phase=scoring&as=seat&state=next-round');
    // Every seat of the given round marked the first criterion as met.
    await page.keyboard.press('1');
    await at(page, 'G1-02');
    await page.keyboard.press('k');
    await at(page, 'G1-01');
    await page.keyboard.press('2');
    await standStill(page);
    await at(page, 'G1-01');
    await page.close();
  });

  test('[CS14] a sheet of paper is typed in by one digit a criterion, and arrows walk', async () => {
    const page = await shown('phase=scoring&state=paper', 'pick paper.pane', 'click .progress-table button');
    await page.waitForFunction(() => document.activeElement?.closest('.paper-line') !== null);
    expect(await focused(page)).toBe('G1-01');
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    expect(await focused(page)).toBe('G1-03');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('G1-02');
    await page.getByText(t('scoring.done', { done: 2, all: 30 })).waitFor({ timeout: 10_000 });
    await page.close();
  });
});
