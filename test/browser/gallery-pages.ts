// A gallery and a browser for the tests of a group: there before the first of them, gone after the last.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Gallery, openGallery } from '../gallery/open-gallery.ts';
import { openBrowser } from '../helpers/browser.ts';

export type GalleryPages = { readonly browser: Browser; readonly address: string };

/** Bundling takes some seconds, on a loaded machine a minute, ms. */
const LONG = 300_000;

/** Call inside a `describe`; what it gives is to be asked inside a test. */
export function galleryPages(): () => GalleryPages {
  let gallery: Gallery | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const opening = openBrowser();
    gallery = await openGallery();
    browser = await opening;
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });
  return () => {
    if (browser === undefined || gallery === undefined) throw new Error('asked before it was opened');
    return { browser, address: gallery.address };
  };
}
