// Every screen and state of the gallery under axe, with its structure, its policy and its console, told for any looks.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, openGallery } from '../gallery/open-gallery.ts';
import { SHOTS } from '../gallery/shots.ts';
import type { Look } from '../gallery/take-shot.ts';
import { openBrowser } from '../helpers/browser.ts';
import { isMissing } from '../helpers/tools.ts';
import { structureFaults } from './access-checks.ts';
import { axeFaults, walk } from './access-walk.ts';

/** In the order in which states take turns. */
const LOOKS: readonly Look[] = [
  { language: 'vi', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'vi', theme: 'dark' },
];
const PLACES = new Map(SHOTS.map(([name], place) => [name, place]));
/** Each state is opened and searched; a loaded machine takes its time. */
const LONG = 900_000;

/** @param how `in turn`: each state in one of the four looks; `in all`: each state in each */
export const searchAll = (how: 'in turn' | 'in all'): void => {
  describe.skipIf(isMissing('chromium')).each(LOOKS)('every screen in $language on $theme', (look) => {
    const turn = LOOKS.indexOf(look);
    let gallery: Gallery;
    let browser: Browser;
    let complaints: readonly string[] = [];
    const of = (kind: string): readonly string[] =>
      complaints.filter((line) => line.includes(`: ${kind}: `) || line.includes(': step: '));

    beforeAll(async () => {
      [gallery, browser] = await Promise.all([openGallery(), openBrowser()]);
      complaints = await walk(browser, gallery.address, {
        look,
        shots: (name) => how === 'in all' || (PLACES.get(name) ?? 0) % LOOKS.length === turn,
        visit: async (page) => [
          ...(await page.evaluate(structureFaults, look.language)).map((fault) => `structure: ${fault}`),
          ...(await axeFaults(page)),
        ],
      });
    }, LONG);
    afterAll(async () => {
      await browser.close();
      await gallery.close();
    });

    test('[AX1] axe finds nothing serious or critical', () => {
      expect(of('axe')).toEqual([]);
    });
    test('[AX2] one h1, one main, landmarks with names, the language and a title', () => {
      expect(of('structure')).toEqual([]);
    });
    test('[AX3] nothing stands against the policy of the page, and the console has no error', () => {
      expect(of('console')).toEqual([]);
    });
  });
};
