// Pointing at a part of a page in a real Chromium: by mouse, by keys, on a turned page; words selected; marks shown.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isRegion, type Region } from '../../shared/book/ballot.ts';
import { sentences } from '../../shared/lang/say.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';

const t = sentences('vi');
type Told = { readonly region?: Region; readonly told?: { readonly page: number; readonly quote: string } | string };

describe.skipIf(isMissing('chromium'))('pointing at a part of a page', () => {
  const pages = galleryPages();

  async function open(query: string): Promise<Page> {
    const { browser, address } = pages();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${address}?who=viewer&${query}`);
    await page.locator('.pdf-page canvas[data-drawn]').first().waitFor({ timeout: PATIENCE });
    return page;
  }
  const told = async (page: Page): Promise<Told> =>
    JSON.parse((await page.locator('output').textContent()) ?? '{}') as Told;
  const regionOf = async (page: Page): Promise<Region> => {
    const { region } = await told(page);
    expect(isRegion(region), JSON.stringify(region)).toBe(true);
    return region as Region;
  };

  test('[VW4] arrows move the region, with Shift they resize it, with Ctrl in small steps; Enter takes, Escape leaves', async () => {
    const page = await open('point=draw');
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    expect(await regionOf(page)).toEqual([2_700, 4_000, 5_000, 2_000]);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+ArrowUp');
    expect(await regionOf(page)).toEqual([2_700, 3_980, 5_000, 2_200]);
    await page.keyboard.press('Enter');
    expect((await told(page)).told).toBe('taken');
    await page.keyboard.press('Escape');
    expect((await told(page)).told).toBe('left');
    await page.close();
  });

  test('[VW3] what a mouse draws on a turned and enlarged page is the same part of the paper', async () => {
    const page = await open('point=draw');
    /** Parts of the page as it is seen. */
    const draw = async (from: readonly [number, number], to: readonly [number, number]): Promise<Region> => {
      const sheet = page.locator('.pdf-page[data-page="1"]');
      const box = await sheet.boundingBox();
      if (box === null) throw new Error('no page');
      const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
      await page.mouse.move(...at(from));
      await page.mouse.down();
      await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
      await page.mouse.move(...at(to));
      await page.mouse.up();
      return await regionOf(page);
    };
    const near = (found: Region, expected: Region): void => {
      for (const [at, value] of expected.entries())
        expect(Math.abs((found[at] ?? 0) - value), found.join()).toBeLessThan(60);
    };
    near(await draw([0.1, 0.05], [0.4, 0.2]), [1_000, 500, 3_000, 1_500]);
    // Turned a quarter to the right: the left upper corner of the paper is at the right.
    await page.getByRole('button', { name: t('viewer.turn'), exact: true }).click();
    await page.locator('.pdf-page canvas[data-drawn]').first().waitFor({ timeout: PATIENCE });
    near(await draw([0.7, 0.1], [0.9, 0.4]), [1_000, 1_000, 3_000, 2_000]);
    await page.getByRole('button', { name: t('evidence.zoom.out'), exact: true }).click();
    near(await draw([0.1, 0.5], [0.3, 0.8]), [5_000, 7_000, 3_000, 2_000]);
    // Inside of what is drawn, it is moved.
    near(await draw([0.2, 0.6], [0.3, 0.6]), [5_000, 6_000, 3_000, 2_000]);
    await page.close();
  });

  test('[VW2] selected words are told with their page; a sentence is taken from a search without a mouse', async () => {
    const page = await open('point=none');
    const line = page.locator('.textLayer span', { hasText: 'Công ty hư cấu' }).first();
    await line.click({ clickCount: 3 });
    await expect.poll(async () => (await told(page)).told, { timeout: PATIENCE }).toMatchObject({ page: 1 });
    const search = page.getByRole('searchbox', { name: t('viewer.search') });
    await search.fill('bao cao lap de hoi dong');
    await search.press('Enter');
    await page.getByText(t('viewer.search.take'), { exact: true }).click();
    const { told: sentence } = await told(page);
    expect(typeof sentence === 'object' && sentence.quote).toMatch(/^Báo cáo lập để Hội đồng .+\.$/);
    await page.close();
  });

  test('[VW1] words over a line end, and words that are cited, are marked on the page', async () => {
    const page = await open('point=marks');
    const marked = async (name: string) =>
      await page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((each) => `${each}`), name);
    await expect.poll(async () => (await marked('viewer-quote')).length, { timeout: PATIENCE }).toBeGreaterThan(0);
    for (const each of await marked('viewer-quote')) expect(each.toLowerCase()).toBe('vận hành');
    await page.getByRole('searchbox', { name: t('viewer.search') }).fill('bao cao lap de hoi dong');
    await page.keyboard.press('Enter');
    await expect.poll(async () => await marked('viewer-hit'), { timeout: PATIENCE }).toHaveLength(1);
    expect(await page.getByRole('img', { name: 'Minh chứng 1, tr. 1' }).count()).toBe(1);
    await page.close();
  });

  test('[VW5] two pages stand side by side', async () => {
    const page = await open('point=none');
    await page.getByRole('combobox', { name: t('viewer.look') }).selectOption('two');
    const place = async (number: number) => await page.locator(`.pdf-page[data-page="${number}"]`).boundingBox();
    await expect.poll(async () => (await place(2))?.y, { timeout: PATIENCE }).toBe((await place(1))?.y);
    expect((await place(2))?.x ?? 0).toBeGreaterThan((await place(1))?.x ?? 0);
    await page.close();
  });
});
