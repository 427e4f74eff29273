// The first page of a long scanned PDF after a click, in a real Chromium at the real host; wants a Chromium on this machine.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { must } from '../../electron/command/played-table.ts';
import { openHeadless } from '../../electron/headless.ts';
import { lookAt, openWatched, placeFiles } from '../browser/hostile-evidence-stage.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { findChromium } from '../helpers/find-chromium.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { buildPages } from '../speed/speed-given.ts';
import { crowding } from '../speed/speed-measure.ts';
import { longPdf } from '../speed/speed-pdf.ts';
import { median, roundedAll, timed } from './figures.ts';

const PAGES = 400;
const OPENINGS = 9;

/** Throws where there is no Chromium: nothing is measured then, and nothing is said to hold. */
export async function benchmark() {
  if (findChromium() === undefined) throw new Error('no Chromium on this machine: nothing was measured');
  const file = await longPdf(PAGES);
  const { data, book, placed } = await placeFiles([
    { title: 'Ghi chú', make: () => [Buffer.from('Không có gì thêm.')] },
    { title: 'Hồ sơ kiểm thử và vận hành', make: () => [file] },
  ]);
  const [note, long] = placed;
  if (note === undefined || long === undefined) throw new Error('no evidence');
  const pages = path.join(data, 'pages');
  await mkdir(pages);
  const log = { error: (what: string) => console.error(what), info: () => {} };
  const door = { port: 0, renderer: await buildPages(pages) };
  const headless = must(await openHeadless({ data, log, now: () => new Date(), door }), 'open');
  const browser = await openBrowser();
  try {
    const watched = await openWatched(browser, headless.door?.origin ?? '');
    const { page } = watched;
    await page.goto(`${headless.door?.origin}/#desk=${headless.deskToken}`);
    await page.locator('main').first().waitFor({ timeout: PATIENCE });
    // The pass leaves the address first.
    await page.waitForFunction(() => !location.hash.includes('desk='), undefined, { timeout: PATIENCE });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/session/${book}/scoring`);
    const first = page.locator('.pdf-page[data-page="1"] canvas[data-drawn]');
    const taken: number[] = [];
    for (let time = 0; time < OPENINGS; time++) {
      // Each opening begins with nothing of the file in hand.
      await lookAt(watched, note);
      const { ms } = await timed(async () => {
        await page.locator('#evidence select').first().selectOption(long.sha256, { timeout: PATIENCE });
        await first.waitFor({ timeout: PATIENCE });
      });
      taken.push(ms);
    }
    const figures = {
      pages: PAGES,
      bytes: file.length,
      openings: OPENINGS,
      first_page_ms: median(taken),
      first_page_slowest_ms: Math.max(...taken),
      // Wall time over own time of a fixed piece of work: 1 on a machine that does nothing else.
      crowding: crowding(),
    };
    return { figures: roundedAll(figures), targets: { first_page_ms: '<= 1000' } };
  } finally {
    await browser.close();
    await headless.close();
    removeFolder(data);
  }
}
