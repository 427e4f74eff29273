// Starts a Chromium without a window of its own and without a network, and says how to talk to it.
import { type ChildProcess, spawn } from 'node:child_process';
import { findChromium } from '../../helpers/find-chromium.ts';
import { type Cdp, openCdp } from './cdp.ts';

export type Browser = { readonly child: ChildProcess; readonly endpoint: string; readonly cdp: Cdp };

const ARGUMENTS = [
  '--remote-debugging-port=0',
  '--remote-allow-origins=*',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  // A real popup whose target is closed hangs its opener; the stand-in never lets one open.
  '--block-new-web-contents',
  '--disable-field-trial-config',
  '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,DestroyProfileOnBrowserClose',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Rejects with what the browser printed where it ends before it is ready. */
export async function startChromium(profile: string, headless: boolean): Promise<Browser> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('no Chromium, Chrome or Edge; HOIDONG_CHROMIUM names one');
  // As root Chromium refuses to run its sandbox.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const own = [...(headless ? ['--headless=new'] : []), `--user-data-dir=${profile}`, ...root];
  const child = spawn(executable, [...ARGUMENTS, ...own], { stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await new Promise<string>((ok, bad) => {
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      text = (text + more).slice(-8000);
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(text)?.[1];
      if (found !== undefined) ok(found);
    });
    child.once('exit', (code) => bad(new Error(`Chromium ended (${code}) before it was ready:\n${text}`)));
    child.once('error', bad);
  });
  return { child, endpoint, cdp: await openCdp(endpoint) };
}
