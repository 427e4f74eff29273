// Files made to do harm, opened one after the other in a real Chromium at the real host: nothing leaves, nothing runs.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { HOSTILE_FILES } from '../helpers/hostile-files.ts';
import { HOSTILE_PDFS, manyPages } from '../helpers/hostile-pdf.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { lookAt, openWatched, type Placed, placeFiles, type Watched } from './hostile-evidence-stage.ts';
import { type ChildHost, startHost } from './meeting-host.ts';

const t = sentences('vi');
const MANY = 30_000;
const HARMLESS = 'Ghi chú của thư ký';
const HARMLESS_WORDS = 'Không có gì thêm.';
const PDFS = Object.keys(HOSTILE_PDFS);
const FILES = Object.keys(HOSTILE_FILES);
const LONG = 'Hồ sơ 30.000 trang';

describe.skipIf(isMissing('chromium'))('evidence made to do harm', () => {
  let browser: Browser;
  let host: ChildHost;
  let watched: Watched;
  let placed: ReadonlyMap<string, Placed>;
  const of = (title: string): Placed => {
    const found = placed.get(title);
    if (found === undefined) throw new Error(`no evidence ${title}`);
    return found;
  };

  beforeAll(async () => {
    const made = (all: Readonly<Record<string, () => Buffer>>) =>
      Object.entries(all).map(([title, make]) => ({ title, make: () => [make()] }));
    const given = await placeFiles([
      { title: HARMLESS, make: () => [Buffer.from(HARMLESS_WORDS)] },
      ...made(HOSTILE_PDFS),
      ...made(HOSTILE_FILES),
      { title: LONG, make: () => [manyPages(MANY)] },
    ]);
    placed = new Map(given.placed.map((each) => [each.title, each]));
    [host, browser] = await Promise.all([startHost(given.data), openBrowser()]);
    watched = await openWatched(browser, new URL(host.url).origin);
    const { page } = watched;
    await page.goto(host.url);
    await page.getByText(t('home.sessions')).first().waitFor({ timeout: PATIENCE });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/session/${given.book}/scoring`);
    await page.locator('#evidence select').waitFor({ timeout: PATIENCE });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (host) removeFolder(host.data);
  });

  /** Another file is shown and the next criterion comes, both soon. */
  const isUsable = async (after: string): Promise<void> => {
    const { page } = watched;
    expect(await lookAt(watched, of(HARMLESS)), after).toContain(HARMLESS_WORDS);
    const before = await page.locator('.criterion h2').first().innerText();
    await page
      .locator('.criterion')
      .first()
      .click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('j');
    await expect
      .poll(async () => await page.locator('.criterion h2').first().innerText(), { timeout: PATIENCE, message: after })
      .not.toBe(before);
  };
  const isQuiet = async (after: string): Promise<void> => {
    expect(watched.elsewhere, after).toEqual([]);
    expect(watched.happened, after).toEqual([]);
    expect(await watched.inside(), after).toEqual({ reports: [], ran: false });
  };

  test('[VW11] PDFs with scripts, actions, remote content, forms and knots send nothing and run nothing', async () => {
    for (const title of PDFS) {
      await lookAt(watched, of(title));
      // A press on the page: there a link, a form field or an attachment lies.
      const box = await watched.page
        .locator('.viewer-box')
        .boundingBox({ timeout: 1_000 })
        .catch(() => null);
      if (box !== null) await watched.page.mouse.click(box.x + 150, box.y + 150);
      await isQuiet(title);
    }
    await isUsable('after the PDFs');
  });

  test('[VW12] of what a PDF carries and does not work here it is said so', async () => {
    const { page } = watched;
    const note = page.locator('.viewer-note');
    for (const [title, word] of [
      ['names-script', t('viewer.inert.scripts')],
      ['uri', t('viewer.inert.links', { count: 1 })],
      ['submit-form', t('viewer.inert.form')],
      ['embedded', t('viewer.inert.attachments', { count: 1 })],
      ['xfa', t('viewer.inert.xfa')],
    ] as const) {
      await lookAt(watched, of(title));
      await note.getByText(word).waitFor({ timeout: PATIENCE });
    }
    expect(
      await page.locator('#evidence a[href], #evidence form.xfa, #evidence iframe, #evidence object').count(),
    ).toBe(0);
    await lookAt(watched, of('locked'));
    await page.getByText(t('viewer.locked')).waitFor({ timeout: PATIENCE });
  });

  test('[VW13] drawings, pages, sheets, texts, pictures and recordings are shown inert, or it is said that they are not', async () => {
    for (const title of FILES) {
      await lookAt(watched, of(title));
      await isQuiet(title);
    }
    expect(await lookAt(watched, of('drawing.svg'))).toContain('<script>');
    expect(await lookAt(watched, of('readme.md'))).toContain(t('viewer.note.markdown'));
    expect(await lookAt(watched, of('deep.md'))).toContain('deep');
    expect(await lookAt(watched, of('page.html'))).toContain(t('viewer.note.source'));
    expect(await lookAt(watched, of('huge.png'))).toContain('60.000 × 60.000');
    expect(await lookAt(watched, of('garbage.bin'))).toContain(of('garbage.bin').sha256.slice(0, 8));
    expect(await watched.page.locator('#evidence script, #evidence svg image, #evidence iframe').count()).toBe(0);
    await isUsable('after the files');
    await isQuiet('after the files');
  });

  test('[VW14] a file of 30,000 pages is turned to its middle and its end with few pages in hand', async () => {
    const { page } = watched;
    await lookAt(watched, of(LONG));
    const field = page.getByLabel(t('evidence.page'), { exact: true });
    for (const number of [15_000, MANY, 2]) {
      await field.fill(`${number}`);
      await field.press('Enter');
      await page.locator(`.pdf-page[data-page="${number}"] canvas[data-drawn]`).waitFor({ timeout: PATIENCE });
      expect(await page.locator('.pdf-page').count()).toBeLessThan(10);
      expect(await field.inputValue()).toBe(`${number}`);
    }
    await isUsable('after 30,000 pages');
    await isQuiet('after 30,000 pages');
  });

  test('[VW11] the host met no fault', () => {
    expect(host.printed().trim().split('\n').slice(1)).toEqual([]);
  });
});
