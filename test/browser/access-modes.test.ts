// Forced colours, what is told aloud, and that each of the checks finds what is wrong.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { BOOK } from '../gallery/given.ts';
import { type Gallery, openGallery } from '../gallery/open-gallery.ts';
import { showShot } from '../gallery/take-shot.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { isMissing } from '../helpers/tools.ts';
import {
  chosenFaults,
  cutOffFaults,
  focusFault,
  motionFaults,
  smallTargets,
  structureFaults,
} from './access-checks.ts';
import { axeFaults, walk } from './access-walk.ts';

const look = { language: 'vi', theme: 'light' } as const;
const LONG = 900_000;
/** Stops of Tab that are looked at on a screen: the frame, and the first of the screen's own. */
const STOPS = 14;

/** Everything that the checks look for, wrong once. */
const FAULTY = `<!doctype html><html lang="de"><title></title><style>
    @keyframes turn { to { rotate: 1turn } }
    body { margin: 0; color: #ccc; background: #fff }
    button { width: 20px; height: 20px; outline: none }
    i { display: block; animation: turn 9s infinite }
    p { transition: color 1s }
    div { width: 120vw }
    li { list-style: none; color: CanvasText }
  </style><h1>a</h1><h1>b</h1><button></button><p>pale</p><i>i</i><div>wide</div>
  <ul><li aria-current="page">x</li><li>y</li></ul><img src="data:,">`;

describe.skipIf(isMissing('chromium'))('ways of looking', () => {
  let gallery: Gallery;
  let browser: Browser;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([openGallery(), openBrowser()]);
  }, LONG);
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  test('[AX6] in forced colours the focus is outlined, and what is chosen does not look like what is not', {
    timeout: LONG,
  }, async () => {
    const faults = await walk(browser, gallery.address, {
      look,
      context: { forcedColors: 'active', colorScheme: 'dark' },
      visit: async (page) => {
        const found = new Set(await page.evaluate(chosenFaults));
        for (let stop = 0; stop < STOPS; stop++) {
          await page.keyboard.press('Tab');
          const fault = await page.evaluate(focusFault);
          if (fault !== undefined) found.add(fault);
        }
        return [...found];
      },
    });
    expect(faults).toEqual([]);
  });

  test('[AX8] a change of phase is told aloud, once, whichever screen is in view', async () => {
    const page = await browser.newPage();
    await showShot(page, gallery.address, ['told', 'phase=attendance&as=seat', `#/session/${BOOK}/log`], look);
    const t = sentences(look.language);
    const told = page.getByRole('status').filter({ hasText: t('phase.told', { phase: '' }).split(':')[0] ?? '' });
    expect(await told.count()).toBe(0);
    for (const phase of ['scoring', 'reveal'] as const) {
      await page.evaluate((detail) => dispatchEvent(new CustomEvent('gallery-turn', { detail })), phase);
      await expect
        .poll(async () => await told.allTextContents(), { timeout: PATIENCE })
        .toEqual([t('phase.told', { phase: t(`phase.${phase}`) })]);
    }
    await page.close();
  });

  test('each check finds the fault that it is there for', async () => {
    const page = await browser.newPage({ viewport: { width: 640, height: 400 } });
    await page.setContent(FAULTY);
    expect(await page.evaluate(structureFaults, 'vi')).toEqual(['2 h1', '0 main', 'lang is de', 'no title']);
    expect(await page.evaluate(cutOffFaults)).toContainEqual(expect.stringMatching(/scrolls sideways/));
    expect(await page.evaluate(smallTargets)).toEqual([expect.stringMatching(/^button 20x20/)]);
    expect(await page.evaluate(motionFaults)).toEqual(
      expect.arrayContaining(['runs: CSSAnimation', 'transition: p.', 'animation turn: i.']),
    );
    expect(await page.evaluate(chosenFaults)).toEqual([expect.stringMatching(/look alike/)]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focusFault)).toMatch(/^no outline on <button/);
    expect((await axeFaults(page)).join('\n')).toMatch(/button-name[\s\S]*color-contrast[\s\S]*image-alt/);
    await page.close();
  });
});
