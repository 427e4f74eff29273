// From the count to the vote without a mouse: figures by Enter, orders by a key, following left and taken up again.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { BOOK } from '../gallery/given.ts';
import { showShot } from '../gallery/take-shot.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';

const t = sentences('vi');
const session = `#/session/${BOOK}`;
const look = { language: 'vi', theme: 'light' } as const;

describe.skipIf(isMissing('chromium'))('keys from the count to the vote', () => {
  const pages = galleryPages();
  const open = async (query: string): Promise<Page> => {
    const { browser, address } = pages();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await showShot(page, address, ['keys', query, session], look);
    return page;
  };

  test('[CX2] a count is typed figure after figure with Enter, and sent by the last one', async () => {
    const page = await open('phase=reveal&as=seat&criteria=5&state=count-none');
    await page.getByRole('textbox', { name: t('count.issued'), exact: true }).focus();
    for (let at = 0; at < 5 + 5 * 3; at++) await page.keyboard.type('5').then(() => page.keyboard.press('Enter'));
    const send = page.getByRole('button', { name: t('count.send'), exact: true });
    expect(await send.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(t('count.sent')).waitFor({ timeout: 5_000 });
    // The keys of the sheets do not act inside a figure, and letters are no figures.
    const first = page.getByRole('textbox', { name: t('count.issued'), exact: true });
    await first.fill('');
    await page.keyboard.type('j7k');
    expect(await first.inputValue()).toBe('7');
    await page.close();
  });

  test('[CX4] D, T and S order the criteria, and the same key goes back to the order of the set', async () => {
    const page = await open('phase=reveal&members=15');
    const first = async (): Promise<string> =>
      (await page.locator('table.matrix tbody tr').first().getAttribute('data-criterion')) ?? '';
    const orders: string[] = [];
    for (const key of ['d', 't', 's', 'd', 'd']) {
      await page.keyboard.press(key);
      const pressed = page.locator('.order-pick [aria-pressed="true"]');
      orders.push((await pressed.innerText()).trim());
    }
    expect(orders).toEqual(
      (['spread', 'distance', 'set', 'spread', 'set'] as const).map((order) => t(`results.order.${order}`)),
    );
    expect(await first()).toBe('G1-01');
    await page.close();
  });

  test('[CX11] F leaves the one who leads, and F comes back to where everybody is', async () => {
    const page = await open('phase=reveal&as=seat&state=talk-led');
    const heading = (id: string) => page.getByRole('heading', { name: t('scoring.criterion', { id }), exact: true });
    await heading('G1-01').waitFor({ timeout: 5_000 });
    await page.keyboard.press('j');
    await page.getByText(t('talk.led.out')).waitFor({ timeout: 5_000 });
    expect(await heading('G1-01').count()).toBe(0);
    await page.keyboard.press('f');
    await page.getByText(t('talk.led.in')).waitFor({ timeout: 5_000 });
    await heading('G1-01').waitFor({ timeout: 5_000 });
    await page.keyboard.press('f');
    await page.getByText(t('talk.led.out')).waitFor({ timeout: 5_000 });
    await page.close();
  });

  test('[CX9] hands are entered by keyboard, and only figures that add up to who is there', async () => {
    const page = await open('phase=conclusion&state=hands-open');
    const enter = page.getByRole('button', { name: t('vote.hands.enter'), exact: true });
    await page.getByRole('textbox', { name: t('choice.agree'), exact: true }).focus();
    for (const key of ['3', 'Tab', '1', 'Tab', '0']) await page.keyboard.press(key);
    await page.getByText(t('vote.hands.off', { raised: 4, there: 5 })).waitFor({ timeout: 5_000 });
    await page.keyboard.press('Backspace');
    await page.keyboard.press('1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await enter.isEnabled()).toBe(true);
    await page.close();
  });
});
