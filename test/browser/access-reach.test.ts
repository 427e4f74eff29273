// Every screen and state at 200 % zoom, under fingers, and where less motion is asked for.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, openGallery } from '../gallery/open-gallery.ts';
import { openBrowser } from '../helpers/browser.ts';
import { isMissing } from '../helpers/tools.ts';
import { cutOffFaults, motionFaults, smallTargets } from './access-checks.ts';
import { walk } from './access-walk.ts';

const look = { language: 'vi', theme: 'light' } as const;
const LONG = 900_000;

describe.skipIf(isMissing('chromium'))('every screen', () => {
  let gallery: Gallery;
  let browser: Browser;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([openGallery(), openBrowser()]);
  }, LONG);
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  test('[AX4] at 200 % zoom of 1280 x 800 nothing is cut off and the page does not scroll sideways', {
    timeout: LONG,
  }, async () => {
    const faults = await walk(browser, gallery.address, {
      look,
      context: { viewport: { width: 640, height: 400 } },
      visit: async (page) => await page.evaluate(cutOffFaults),
    });
    expect(faults).toEqual([]);
  });

  test('[AX5] [AX7] under a finger every target is 44 x 44 px, but for links inside a sentence, and nothing moves', {
    timeout: LONG,
  }, async () => {
    const faults = await walk(browser, gallery.address, {
      look,
      context: { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' },
      visit: async (page) => [
        ...((await page.evaluate(() => matchMedia('(pointer: coarse)').matches)) ? [] : ['no coarse pointer']),
        ...(await page.evaluate(smallTargets)),
        ...(await page.evaluate(motionFaults)),
      ],
    });
    expect(faults).toEqual([]);
  });
});
