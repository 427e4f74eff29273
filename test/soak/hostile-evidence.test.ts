// Files that take all the time and memory they can get: reading them is stopped, and the application goes on.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { lookAt, openWatched, type Placed, placeFiles, type Watched } from '../browser/hostile-evidence-stage.ts';
import { type ChildHost, startHost } from '../browser/meeting-host.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { HEAVY_PDFS } from '../helpers/hostile-pdf.ts';
import { removeFolder } from '../helpers/temp-folder.ts';

const t = sentences('vi');
const LINE = 'Một dòng 500 MB.txt';
/** Reading is stopped after half a minute; a loaded machine takes longer over everything. */
const LONG = 120_000;

function* oneLine(): Iterable<Uint8Array> {
  const part = Buffer.alloc(1_000_000, 'x');
  for (let at = 0; at < 500; at++) yield part;
}

describe('evidence that takes all it can get', () => {
  let browser: Browser;
  let host: ChildHost;
  let watched: Watched;
  let placed: readonly Placed[];

  beforeAll(async () => {
    const given = await placeFiles([
      { title: 'Ghi chú', make: () => [Buffer.from('Không có gì thêm.')] },
      ...Object.entries(HEAVY_PDFS).map(([title, make]) => ({ title, make: () => [make()] })),
      { title: LINE, make: oneLine },
    ]);
    placed = given.placed;
    [host, browser] = await Promise.all([startHost(given.data), openBrowser()]);
    watched = await openWatched(browser, new URL(host.url).origin);
    await watched.page.goto(host.url);
    await watched.page.getByText(t('home.sessions')).first().waitFor({ timeout: PATIENCE });
    await watched.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/session/${given.book}/scoring`);
    await watched.page.locator('#evidence select').first().waitFor({ timeout: PATIENCE });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (host) removeFolder(host.data);
  });

  test('[VW15] bombs are stopped or drawn, a line of 500 MB is read in parts, and the next file is there at once', async () => {
    const [note, ...heavy] = placed;
    if (note === undefined) throw new Error('no note');
    for (const each of heavy) {
      const words = await lookAt(watched, each, LONG);
      if (each.title === LINE) expect(words).toContain(t('viewer.text.next'));
      const began = performance.now();
      expect(await lookAt(watched, note, LONG), each.title).toContain('Không có gì thêm.');
      console.log(`after ${each.title}: the next file in ${Math.round(performance.now() - began)} ms`);
      expect(watched.elsewhere, each.title).toEqual([]);
      expect(watched.happened, each.title).toEqual([]);
      expect(await watched.inside(), each.title).toEqual({ reports: [], ran: false });
    }
  });
});
