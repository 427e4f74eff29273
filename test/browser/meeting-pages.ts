// The four browsers of the meeting: each with a store of its own, and everything that went over its link written down.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Hands, handsOn } from '../helpers/browser.ts';
import { makeFolder } from '../helpers/temp-folder.ts';
import { openForger } from './meeting-forger.ts';

/** `link` is one socket of one page: a reload opens another. `order` counts over all pages. */
export type Frame = {
  readonly order: number;
  readonly page: string;
  readonly link: string;
  readonly way: 'up' | 'down';
  readonly text: string;
};

export type SeatPage = Hands & {
  readonly name: string;
  readonly page: Page;
  /** What no page may show: errors of scripts, of resources, of the policy. */
  readonly faults: readonly string[];
};

export type Wire = {
  readonly frames: readonly Frame[];
  /** The number the next frame will have. */
  readonly now: () => number;
};

export function openWire(): Wire & { readonly put: (frame: Omit<Frame, 'order'>) => void } {
  const frames: Frame[] = [];
  return { frames, now: () => frames.length, put: (frame) => void frames.push({ order: frames.length, ...frame }) };
}

/** @param before what must be there before the page's first link, e.g. somebody in the middle */
export async function openSeatPage(
  browser: Browser,
  wire: ReturnType<typeof openWire>,
  name: string,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<SeatPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  const page = await context.newPage();
  const faults = await watchFaults(page, name);
  let links = 0;
  page.on('websocket', (socket) => {
    const link = `${name}#${++links}`;
    const put = (way: Frame['way'], payload: string | Buffer) =>
      wire.put({ page: name, link, way, text: payload.toString() });
    socket.on('framesent', ({ payload }) => put('up', payload));
    socket.on('framereceived', ({ payload }) => put('down', payload));
  });
  await before(page);
  return { name, page, faults, ...handsOn(page) };
}

/** The three members of the meeting, one after the other, with the forger before the second. */
export async function openMembers(browser: Browser, wire: ReturnType<typeof openWire>) {
  const forger = openForger();
  return {
    forger,
    chair: await openSeatPage(browser, wire, 'chair'),
    first: await openSeatPage(browser, wire, 'first'),
    second: await openSeatPage(browser, wire, 'second', forger.stand),
  };
}

/** Everything from the next loading of the page on. */
export async function watchFaults(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`securitypolicyviolation ${violatedDirective} ${blockedURI}`),
    );
    // The house fills the window exactly: head and trust bar are always in sight, whatever has the focus.
    addEventListener('scroll', () => {
      if ((document.scrollingElement?.scrollTop ?? 0) > 0) console.error('the whole window was scrolled');
    });
  });
  page.on('pageerror', (error) => faults.push(`${name}: ${error.stack ?? error.message}`));
  page.on('crash', () => faults.push(`${name}: crashed`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${name}: ${message.text()}`);
  });
  return faults;
}

let album: string | undefined;
let number = 0;

/** To be looked at by people: kept with HOIDONG_KEEP=1 only, its folder printed once. */
export async function picture({ page, name }: SeatPage, what: string): Promise<void> {
  if (process.env['HOIDONG_KEEP'] !== '1') return;
  if (album === undefined) {
    album = makeFolder('pictures');
    console.log(`pictures: ${album}`);
  }
  number++;
  await page.screenshot({ path: join(album, `${String(number).padStart(2, '0')}-${what}-${name}.png`) });
}
