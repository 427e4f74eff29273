// Takes a picture of every screen in both languages and backgrounds: node test/gallery/take-pictures.ts FOLDER [word]

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { PAGE_POLICY } from '../../electron/room/security-headers.ts';
import { findChromium } from '../helpers/find-chromium.ts';
import { BOOK } from './given-views.ts';

const [folder = '.', word = ''] = process.argv.slice(2);
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2' };
const SIZES = [
  [1280, 800],
  [1920, 1080],
] as const;
const LOOKS = ['lang=vi&theme=light', 'lang=en&theme=dark'];
const session = `#/session/${BOOK}`;
/** Name, query, fragment. */
const SHOTS: readonly (readonly [string, string, string])[] = [
  ['home', '', '#/'],
  ['home-stranger', 'who=stranger', '#/'],
  ['join', 'who=stranger', '#join=ABCD1234'],
  ['new', '', '#/new'],
  ['check', '', '#/check'],
  ['settings', '', '#/settings'],
  ['prepare', 'phase=prepare', session],
  ['attendance', 'phase=attendance&kind=rehearsal', session],
  ['declare', 'phase=attendance&as=seat', session],
  ['scoring', 'phase=scoring&as=seat', session],
  ['scoring-120', 'phase=scoring&members=15&criteria=120', session],
  ['matrix-120', 'phase=reveal&members=15&criteria=120', session],
  ['conclusion', 'phase=conclusion', session],
  ['minutes', 'phase=minutes', session],
  ['signing', 'phase=signing', session],
  ['log', 'phase=signing', `${session}/log`],
];

const out = await mkdtemp(path.join(tmpdir(), 'gallery-'));
const root = fileURLToPath(new URL('.', import.meta.url));
await build({
  root,
  configFile: false,
  base: './',
  logLevel: 'error',
  plugins: [react()],
  build: {
    outDir: out,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: path.join(root, 'gallery.html') },
  },
});
const server = createServer((request, response) => {
  const file = path.join(out, path.normalize(new URL(request.url ?? '/', 'http://x').pathname));
  const type = TYPES[path.extname(file)] ?? 'text/javascript';
  readFile(file).then(
    (bytes) => response.writeHead(200, { 'content-type': type, 'content-security-policy': PAGE_POLICY }).end(bytes),
    () => response.writeHead(404).end(),
  );
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const [width, height] of SIZES)
  for (const look of LOOKS)
    for (const [name, query, fragment] of SHOTS.filter(([each]) => each.includes(word))) {
      const page = await browser.newPage({ viewport: { width, height } });
      page.on('console', (message) => message.type() === 'error' && console.log(name, message.text()));
      page.on('pageerror', (error) => console.log(name, error.message));
      await page.goto(`http://127.0.0.1:${port}/gallery.html?${query}&${look}${fragment}`);
      await page.waitForTimeout(700);
      await page.screenshot({ path: path.join(folder, `${name}-${look.slice(5, 7)}-${width}.png`) });
      await page.close();
    }
await browser.close();
server.close();
await rm(out, { recursive: true, force: true });
