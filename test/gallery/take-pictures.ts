// Takes pictures of the gallery: `npm run pictures` takes all of them; take-pictures.ts FOLDER [word] [all] those with the
// word in their names, `readme` those of README.md. Without `all` Vietnamese stands on light and English on dark; names are
// screen-language-theme-width.png.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../shared/lang/say.ts';
import { findChromium } from '../helpers/find-chromium.ts';
import { openGallery } from './open-gallery.ts';
import { palettePng } from './palette-png.ts';
import { SHOTS, type Shot } from './shots.ts';
import { showShot, standStill, type Theme } from './take-shot.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [folder = path.join(root, 'pictures'), word = '', all = ''] = process.argv.slice(2);
const isWhole = process.argv.length < 3;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const THEMES: Readonly<Record<Language, readonly Theme[]>> =
  isWhole || all !== '' ? { vi: ['light', 'dark'], en: ['light', 'dark'] } : { vi: ['light'], en: ['dark'] };
/** What README.md shows: the name there, the screen, the rest of the picture's name here. */
const README = [
  ['scoring-vi.png', 'scoring', 'vi-light-1280'],
  ['scoring-en-dark.png', 'scoring', 'en-dark-1280'],
  ['home-vi.png', 'home-full', 'vi-light-1280'],
  ['matrix-vi.png', 'matrix', 'vi-light-1280'],
  ['minutes-vi.png', 'minutes-whole', 'vi-light-1280'],
  ['signing-vi.png', 'signing', 'vi-light-1280'],
] as const;
const isReadme = word === 'readme';
const isWanted = (name: string): boolean =>
  isReadme ? README.some(([, screen]) => screen === name) : name.includes(word);
/** Pages open at once: a page mostly waits for its own bundle. */
const HANDS = 3;

type Job = { readonly shot: Shot; readonly language: Language };
const jobs: readonly Job[] = SHOTS.filter(([name]) => isWanted(name)).flatMap((shot) =>
  LANGUAGES.map((language) => ({ shot, language })),
);
if (jobs.length === 0) {
  console.error(`no shot has "${word}" in its name; there are: ${SHOTS.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

const began = performance.now();
await mkdir(folder, { recursive: true });
const gallery = await openGallery();
const built = performance.now();
const browser = await chromium.launch({
  executablePath: findChromium() ?? 'chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const faults = new Set<string>();

let count = 0;

/** One loading gives all pictures of a language: background and size change as they would under a user's hands. */
async function pictures(page: Page, { shot, language }: Job): Promise<void> {
  const [first = SIZES[0], ...sizes] = SIZES;
  await page.setViewportSize(first);
  await showShot(page, gallery.address, shot, { language, theme: THEMES[language][0] ?? 'light' }).catch(
    (error: unknown) => faults.add(`${shot[0]} (${language}): ${String(error).split('\n')[0]}`),
  );
  for (const size of [first, ...sizes]) {
    if (size !== first) {
      await page.setViewportSize(size);
      await standStill(page);
    }
    for (const theme of THEMES[language]) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      const name = `${shot[0]}-${language}-${theme}-${size.width}.png`;
      await page.screenshot({ path: path.join(folder, name) });
      count++;
    }
  }
}

const waiting = [...jobs];
await Promise.all(
  Array.from({ length: Math.min(HANDS, jobs.length) }, async () => {
    const page = await browser.newPage();
    let name = '';
    page.on('console', (message) => message.type() === 'error' && faults.add(`${name}: ${message.text()}`));
    page.on('pageerror', (error) => faults.add(`${name}: ${error.message}`));
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      name = job.shot[0];
      await pictures(page, job);
    }
  }),
);
if (isWhole || isReadme) {
  const page = await browser.newPage();
  for (const [to, screen, rest] of README) {
    const small = await palettePng(page, await readFile(path.join(folder, `${screen}-${rest}.png`)));
    await writeFile(path.join(root, 'assets/pictures', to), small);
  }
}
await browser.close();
await gallery.close();
for (const fault of faults) console.error(fault);
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
console.log(
  `${count} pictures of ${jobs.length / LANGUAGES.length} screens and states in ${seconds(began)} s ` +
    `(bundle ${((built - began) / 1000).toFixed(1)} s) in ${folder}`,
);
if (faults.size > 0) process.exitCode = 1;
