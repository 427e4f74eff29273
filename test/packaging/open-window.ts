// Opens the window of an application taken out of its archive, in the stand-in for Electron, and waits until it can be used.
import path from 'node:path';
import { _electron } from 'playwright-core';
import { findChromium } from '../helpers/find-chromium.ts';
import { root } from '../helpers/steps.ts';
import { type Row, rowOf } from './row.ts';

const PATIENCE = 30_000;

/** @returns undefined where there is no Chromium for the stand-in, or no way to start it */
export async function windowRow(tree: string, data: string): Promise<Row | undefined> {
  if (findChromium() === undefined || process.platform === 'win32') return undefined;
  const env = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const began = performance.now();
  const app = await _electron.launch({
    executablePath: path.join(root, 'test/desktop/host/electron'),
    args: [tree],
    cwd: tree,
    env: { ...Object.fromEntries(env), PATH: search, HOIDONG_DATA: data },
  });
  const faults: string[] = [];
  try {
    const page = await app.firstWindow({ timeout: PATIENCE });
    page.on('pageerror', (error) => faults.push(error.message));
    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor({ timeout: PATIENCE });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (!page.url().includes('/index.html')) faults.push(`it shows ${new URL(page.url()).pathname}`);
    return rowOf('window', faults, `"${await heading.textContent()}" after ${seconds} s in the stand-in`);
  } catch (fault) {
    return rowOf('window', [fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault)], '');
  } finally {
    await app.close();
  }
}
