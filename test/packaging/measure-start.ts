// Measures how long the built page takes from navigation to a home that can be used, in Chromium, against the built host.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as HeadlessBundle from '../../electron/headless.ts';
import { openBrowser } from '../helpers/browser.ts';

const PATIENCE = 30_000;

/** Usable: a heading stands, something can be pressed, and the frame with both has been drawn. */
function watchForUse(): void {
  const isUsable = (): boolean =>
    Boolean(document.querySelector('h1')?.textContent) &&
    document.querySelector('main button:not(:disabled), main a[href]') !== null;
  const look = (): void => {
    if (!isUsable()) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      setTimeout(() => Reflect.set(globalThis, 'usableAt', performance.now()));
    });
  };
  requestAnimationFrame(look);
}

/**
 * Each time in a new profile, as after an installation.
 *
 * @param dist the folder of all bundles
 * @returns milliseconds from the start of navigation, in the order in which they were taken
 */
export async function measureStart(dist: string, times: number): Promise<number[]> {
  const bundle = pathToFileURL(path.join(dist, 'headless/headless.js')).href;
  const { openHeadless }: typeof HeadlessBundle = await import(bundle);
  const data = mkdtempSync(path.join(tmpdir(), 'hoidong-start-'));
  const log = { error: () => {}, info: () => {} };
  const opened = await openHeadless({ data, log, door: { port: 0 } });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { door, deskToken, close } = opened.value;
  const browser = await openBrowser();
  try {
    const taken: number[] = [];
    for (let time = 0; time < times; time++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.addInitScript(watchForUse);
      await page.goto(`${door?.origin}/#desk=${deskToken}`);
      const usable = await page.waitForFunction(() => Reflect.get(globalThis, 'usableAt'), undefined, {
        timeout: PATIENCE,
      });
      taken.push(Number(await usable.jsonValue()));
      await context.close();
    }
    return taken;
  } finally {
    await browser.close();
    await close();
    rmSync(data, { recursive: true, force: true });
  }
}

export const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
