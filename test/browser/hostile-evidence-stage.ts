// Hostile files as evidence of a session at the real host, and a page that writes down whatever any of them sets off.
import type { Browser, Page } from 'playwright-core';
import { linkTo, must } from '../../electron/command/played-table.ts';
import { librarySet, openHeadless } from '../../electron/headless.ts';
import { rehearsalPlatform } from '../../electron/host/rehearsal-people.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { MARKER } from '../helpers/hostile-pdf.ts';
import { sampleSet, sessionForm } from '../helpers/played.ts';
import { makeFolder } from '../helpers/temp-folder.ts';

export type HostileFile = {
  readonly title: string;
  readonly make: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
export type Placed = { readonly title: string; readonly sha256: string };

const FILE = {
  kind: 'test-result' as const,
  supplier: 'Bên cung cấp Mẫu',
  date: '2026-03-01',
  label: 'public' as const,
  criteria: [],
};

/** A folder of books with one session, for a host that is started on it. */
export async function placeFiles(
  files: readonly HostileFile[],
): Promise<{ readonly data: string; readonly book: string; readonly placed: readonly Placed[] }> {
  const data = makeFolder('hostile');
  const log = { error: (what: string) => console.error(what), info: () => {} };
  const set = await sampleSet('toi-thieu-224');
  const library = { sets: [librarySet(set)], leftOut: [] };
  const headless = must(await openHeadless({ data, log, now: () => new Date(), criteria: library }), 'open');
  const placed: Placed[] = [];
  for (const { title, make } of files) {
    const kept = must(await headless.store.putBlob(make(), { maxBytes: 2_000_000_000 }), title);
    placed.push({ title, sha256: kept.sha256 });
  }
  const desk = linkTo(headless);
  must(await desk.call('desk.enter', { token: headless.deskToken }), 'desk.enter');
  const evidence = placed.map(({ sha256, title }) => ({ ...FILE, sha256: sha256 as SessionForm['criteria'], title }));
  const form = sessionForm(set, { members: 5 }, [{ ...rehearsalPlatform(1, []), evidence }]);
  const { book } = must(await desk.call('session.create', form), 'session.create');
  await headless.close();
  return { data, book, placed };
}

export type Watched = {
  readonly page: Page;
  /** Requests to anywhere but the host, in order. */
  readonly elsewhere: readonly string[];
  /** Dialogs, windows, downloads, navigations, errors of scripts. */
  readonly happened: readonly string[];
  /** Reports of the page's policy, and the marker of any script that ran. */
  readonly inside: () => Promise<{ readonly reports: readonly string[]; readonly ran: boolean }>;
};

type World = { hostileReports?: string[]; [name: string]: unknown };

export async function openWatched(browser: Browser, origin: string): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  const [elsewhere, happened]: [string[], string[]] = [[], []];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) elsewhere.push(url);
  });
  const page = await context.newPage();
  context.on('page', (opened) => happened.push(`window ${opened.url()}`));
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => happened.push(`download ${download.url()}`));
  page.on('pageerror', ({ message }) => happened.push(`error ${message}`));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith(origin)) happened.push(`navigated ${frame.url()}`);
  });
  await page.addInitScript(() => {
    const reports: string[] = [];
    (globalThis as unknown as World).hostileReports = reports;
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      reports.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return {
    page,
    elsewhere,
    happened,
    inside: async () =>
      await page.evaluate((marker) => {
        const world = globalThis as unknown as World;
        return { reports: world.hostileReports ?? ['the page was replaced'], ran: marker in world };
      }, MARKER),
  };
}

/** Something of the file, or why it cannot be shown, stands in the pane. */
const SETTLED = [
  '.pdf-page canvas[data-drawn]',
  '.pdf-broken',
  '.notice',
  '.viewer-text',
  '.viewer-table',
  '.viewer-prose',
  '.viewer-picture',
  '.viewer-media',
  'dl.facts',
]
  .map((each) => `#evidence ${each}`)
  .join(', ');

/** Chooses a file and waits until the pane shows something of it; gives the words of the pane. */
export async function lookAt({ page }: Watched, { sha256 }: Placed, patience = PATIENCE): Promise<string> {
  await page.locator('#evidence select').first().selectOption(sha256, { timeout: patience });
  await page.locator('#evidence [data-coming]').waitFor({ state: 'detached', timeout: patience });
  await page.locator(SETTLED).first().waitFor({ timeout: patience });
  return await page.locator('#evidence').innerText({ timeout: patience });
}
