// One spec, two hosts: real Electron where its binary and a display are, else the stand-in on Chromium, else skipped with a word.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { describe, type SuiteFactory } from 'vitest';
import { findChromium } from '../helpers/find-chromium.ts';
import { isEverythingHere } from '../helpers/tools.ts';

export type Host = 'electron' | 'chromium' | 'none';

/** The folder of the application; its package.json names what was built. HOIDONG_DESKTOP_APP names another one. */
export const root = resolve(process.env['HOIDONG_DESKTOP_APP'] ?? join(import.meta.dirname, '../..'));
const standIn = join(import.meta.dirname, 'host/electron');

/** Never asked by require('electron'): where it is missing, that would start a download. */
function hasElectron(): boolean {
  const home = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const note = join(home, 'path.txt');
  return existsSync(note) && existsSync(join(home, 'dist', readFileSync(note, 'utf8')));
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

function chooseHost(): Host {
  const asked = process.env['HOIDONG_DESKTOP'];
  if (asked === 'electron' || asked === 'chromium') return asked;
  if (hasElectron() && hasDisplay()) return 'electron';
  // The stand-in is a script that starts itself; Windows starts no such file.
  const canStand = process.platform !== 'win32' && findChromium() !== undefined;
  return canStand || isEverythingHere() ? 'chromium' : 'none';
}

export const host: Host = chooseHost();
const isStandIn = host === 'chromium';
/** For tests of what only the stand-in can be told to be (another key store, a second screen): elsewhere there are none. */
export function onStandIn(tests: () => void): void {
  if (isStandIn) tests();
}

/** A `describe` that is skipped, with a word, where there is neither. */
export function onDesktop(title: string, factory: SuiteFactory): void {
  const why = host === 'none' ? ' (skipped: neither Electron nor Chromium, Chrome or Edge is here)' : '';
  describe.skipIf(host === 'none')(`${title}${why}`, factory);
}

export type Desktop = { readonly app: ElectronApplication; readonly page: Page; readonly close: () => Promise<void> };

type Given = {
  /** Folder of an application; ours where none is named. */
  readonly app?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How the first page's address ends. */
  readonly at?: RegExp;
};

/** Starts the application and waits for its first page. */
export async function launch({ app: folder = root, env = {}, at = /\/index\.html/ }: Given = {}): Promise<Desktop> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  // The stand-in is started by the very Node that runs this.
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  const app = await _electron.launch({
    ...(isStandIn ? { executablePath: standIn } : {}),
    args: [folder],
    cwd: folder,
    env: { ...Object.fromEntries(inherited), PATH: path, ...env },
  });
  if (process.env['HOIDONG_KEEP'] === '1')
    app.process().stderr?.on('data', (text: Buffer) => process.stderr.write(text));
  try {
    const page = await app.firstWindow();
    await page.waitForURL(at);
    return { app, page, close: async () => await app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}
