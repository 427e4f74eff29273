// Walks through the gallery in one look, several pages at once, and gathers what each visit complains of.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { SHOTS, type Shot } from '../gallery/shots.ts';
import { type Look, showShot } from '../gallery/take-shot.ts';

/** Pages at once: a page mostly waits until it stands still. */
const HANDS = 5;

export type Walk = {
  readonly look: Look;
  readonly context?: BrowserContextOptions;
  /** All of them where it is not said. */
  readonly shots?: (name: string) => boolean;
  readonly visit: (page: Page, shot: Shot) => Promise<readonly string[]>;
};

/** Lines `screen: complaint`, in the order of the table; a step that finds nothing is a complaint too. */
export async function walk(
  browser: Browser,
  address: string,
  { look, context = {}, shots, visit }: Walk,
): Promise<string[]> {
  const wanted = SHOTS.filter(([name]) => shots?.(name) ?? true);
  const faults = new Map<string, readonly string[]>();
  const waiting = [...wanted];
  const hand = async (): Promise<void> => {
    const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
    const page = await opened.newPage();
    const said: string[] = [];
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy ${violatedDirective} against ${blockedURI}`),
      ),
    );
    page.on('console', (message) => message.type() === 'error' && said.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`console: ${error.message}`));
    for (let shot = waiting.shift(); shot !== undefined; shot = waiting.shift()) {
      const now = shot;
      said.length = 0;
      const complaints = await showShot(page, address, now, look).then(
        () => visit(page, now),
        (error: unknown) => [`step: ${String(error).split('\n')[0]}`],
      );
      faults.set(shot[0], [...said, ...complaints]);
    }
    await opened.close();
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return wanted.flatMap(([name]) => (faults.get(name) ?? []).map((complaint) => `${name}: ${complaint}`));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
};

/** What axe finds of serious or critical impact: rule, how many, the first place and why. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Over the inspector's wire, since the policy of the page lets no script of others in.
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })",
  )) as AxeResult;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const why = nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? '';
      return `axe: ${id} (${nodes.length}) at ${String(nodes[0]?.target[0])}: ${why.slice(0, 200)}`;
    });
}
