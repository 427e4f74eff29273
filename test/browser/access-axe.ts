// Runs axe in a page that stands still and words what it finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

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
      return `${id} (${nodes.length}) at ${String(nodes[0]?.target[0])}: ${why.slice(0, 200)}`;
    });
}
