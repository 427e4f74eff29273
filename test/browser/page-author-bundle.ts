// Bundles one page's script with Vite, serves it on loopback (a secure context) and opens it in a real Chromium.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../helpers/find-chromium.ts';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
];

/** One script of one entry; nothing is written to disk. */
export async function bundlePage(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'chrome146',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'es', codeSplitting: false } },
    },
  });
  const [made] = Array.isArray(output) ? output : [output];
  const chunk = made !== undefined && 'output' in made ? made.output[0] : undefined;
  if (chunk === undefined) throw new Error(`nothing was built of ${entry}`);
  return chunk.code;
}

export type ServedPages = {
  readonly browser: Browser;
  readonly url: string;
  /** A tab of its own in a browser profile of its own, or in the one given. */
  readonly open: (beside?: Page) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Undefined where no Chromium is on this machine. */
export async function servePages(entry: string): Promise<ServedPages | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const script = await bundlePage(entry);
  const server = createServer((request, response) => {
    if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const open = async (beside?: Page) => {
    const page = await (beside?.context() ?? (await browser.newContext())).newPage();
    await page.goto(url, { waitUntil: 'load' });
    return page;
  };
  return { browser, url, open, close: async () => await closeAll(browser, server) };
}

async function closeAll(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
