// Walks through the gallery, several pages at once: each state is opened once and then looked at in every way.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { SHOTS, type Shot } from '../gallery/shots.ts';
import { type Look, showShot, standStill } from '../gallery/take-shot.ts';
import { axeFaults } from './access-axe.ts';
import {
  chosenFaults,
  cutOffFaults,
  focusFault,
  motionFaults,
  smallTargets,
  structureFaults,
} from './access-checks.ts';

/** Pages at once: a page mostly waits until it stands still. */
const HANDS = 4;
/** Stops of Tab that are looked at on a screen: the frame, and the first of the screen's own. */
const STOPS = 14;

const WIDE = { width: 1280, height: 800 };
/** 1280 x 800 at 200 % zoom. */
const ZOOMED = { width: 640, height: 400 };
const TABLET = { width: 1024, height: 768 };

/** What a complaint is about; a `step` that finds nothing leaves everything unlooked at. */
export type Kind = 'step' | 'console' | 'structure' | 'axe' | 'zoom' | 'finger' | 'motion' | 'forced';
export type Complaint = { readonly kind: Kind; readonly words: string };

export type Visit = {
  readonly name: string;
  readonly look: Look;
  /** In which window the state is opened: what a screen asks only once it asks then. */
  readonly opened: 'wide' | 'zoomed';
};

type Hand = { readonly page: Page; readonly inspector: CDPSession; readonly look: Look };
type Way = (hand: Hand) => Promise<readonly (readonly [Kind, readonly string[]])[]>;

async function resize(page: Page, size: typeof WIDE): Promise<void> {
  if (page.viewportSize()?.width === size.width) return;
  await page.setViewportSize(size);
  await standStill(page);
}

const plain: Way = async ({ page, look }) => {
  await resize(page, WIDE);
  return [
    ['structure', await page.evaluate(structureFaults, look.language)],
    ['axe', await axeFaults(page)],
  ];
};

const zoomed: Way = async ({ page }) => {
  await resize(page, ZOOMED);
  return [['zoom', await page.evaluate(cutOffFaults)]];
};

const underFinger: Way = async ({ page, inspector }) => {
  await inspector.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await resize(page, TABLET);
  const isCoarse = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  const faults = await page.evaluate(smallTargets);
  const moving = await page.evaluate(motionFaults);
  await inspector.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await page.emulateMedia({ reducedMotion: null });
  return [
    ['finger', isCoarse ? faults : ['no coarse pointer']],
    ['motion', moving],
  ];
};

/** The last way: Tab changes what is seen. */
const inForcedColours: Way = async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await resize(page, WIDE);
  const found = new Set(await page.evaluate(chosenFaults));
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(focusFault);
    if (fault !== undefined) found.add(fault);
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  return [['forced', [...found]]];
};

const WAYS: Readonly<Record<Visit['opened'], readonly Way[]>> = {
  wide: [plain, zoomed, underFinger, inForcedColours],
  zoomed: [zoomed, plain, underFinger, inForcedColours],
};

const shots = new Map<string, Shot>(SHOTS.map((shot) => [shot[0], shot]));

/** Lines `state, language on theme: complaint` in the order of the visits; one state that cannot be opened does not keep the others from being looked at. */
export async function walk(
  { browser, address }: { readonly browser: Browser; readonly address: string },
  visits: readonly Visit[],
): Promise<readonly Complaint[]> {
  const found = visits.map((): Complaint[] => []);
  const waiting = [...visits.entries()];
  const hand = async (): Promise<void> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const inspector = await context.newCDPSession(page);
    let say = (_kind: Kind, _words: string): void => {};
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy ${violatedDirective} against ${blockedURI}`),
      ),
    );
    page.on('console', (message) => message.type() === 'error' && say('console', message.text()));
    page.on('pageerror', (error) => say('console', error.message));
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, { name, look, opened }] = next;
      say = (kind, words) =>
        found[at]?.push({ kind, words: `${name}, ${look.language} on ${look.theme}: ${kind}: ${words}` });
      try {
        const shot = shots.get(name);
        if (shot === undefined) throw new Error('the gallery has no such state');
        await page.setViewportSize(opened === 'wide' ? WIDE : ZOOMED);
        await showShot(page, address, shot, look);
        for (const way of WAYS[opened])
          for (const [kind, faults] of await way({ page, inspector, look }))
            for (const fault of faults) say(kind, fault);
      } catch (error) {
        say('step', String(error).split('\n')[0] ?? '');
      }
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return found.flat();
}
