// Puts one shot before a browser: opens it in a look, does its steps, waits until it stands still.
import type { Page } from 'playwright-core';
import { type Language, sentences } from '../../shared/lang/say.ts';
import type { ScreenKey } from '../../shared/lang/screens-vi.ts';
import { EVIDENCE } from './given-evidence.ts';
import type { Shot, Step } from './shots.ts';

/** How many the step `files` chooses at once. */
const FILES = 14;

export type Theme = 'light' | 'dark';
export type Look = { readonly language: Language; readonly theme: Theme };

/** How long a step may take on a loaded machine, ms. */
const PATIENCE = 20_000;
/** Below it screens lie one above the other, CSS px. */
const NARROW = 1_000;

const sentenceOf = (language: Language, key: string): string =>
  // Steps name keys without parameters; what has some would show its braces and be found by nobody.
  (sentences(language) as (key: ScreenKey) => string)(key as ScreenKey);

async function take(page: Page, language: Language, step: Step): Promise<void> {
  const [, verb = '', rest = ''] = /^(\w+) (.*)$/s.exec(step) ?? [];
  const named = (key: string) => ({ name: sentenceOf(language, key), exact: true });
  if (verb === 'key') await page.keyboard.press(rest);
  else if (verb === 'see') {
    // In a narrow window the panes lie behind one another.
    const isNarrow = (page.viewportSize()?.width ?? 0) < NARROW;
    if (!isNarrow) await page.locator(rest).first().waitFor({ state: 'attached', timeout: PATIENCE });
  } else if (verb === 'click') await page.locator(rest).first().click({ timeout: PATIENCE });
  else if (verb === 'press')
    await page
      .getByText(sentenceOf(language, rest), { exact: true })
      .and(page.locator('button, a, [role=button]'))
      .or(page.getByRole('button', named(rest)))
      .first()
      .click({ timeout: PATIENCE });
  else if (verb === 'pick')
    await page.getByRole('radio', named(rest)).first().check({ force: true, timeout: PATIENCE });
  else if (verb === 'fill') {
    const [key = '', ...text] = rest.split('=');
    await page.getByLabel(named(key).name, { exact: true }).first().fill(text.join('='), { timeout: PATIENCE });
  } else if (verb === 'file' || verb === 'files') {
    const asked = page.waitForEvent('filechooser', { timeout: PATIENCE });
    await page.getByRole('button', named(rest)).first().click({ timeout: PATIENCE });
    const file = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') };
    const names = Array.from({ length: verb === 'files' ? FILES : 1 }, (_, at) => (at === 0 ? '' : ` ${at + 1}`));
    await (await asked).setFiles(names.map((number) => ({ ...file, name: `${EVIDENCE[0]?.title}${number}.pdf` })));
  }
}

/** Runs in the page: fonts and what comes later are there, pages in sight are drawn, and nothing has changed for a moment. */
const stillness = async (): Promise<void> => {
  await document.fonts.ready;
  await new Promise<void>((still) => {
    const after = (): ReturnType<typeof setTimeout> => setTimeout(end, 120);
    const end = (): void => {
      observer.disconnect();
      still();
    };
    let timer = after();
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = after();
    });
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    setTimeout(end, 3_000);
  });
  const isInSight = (element: Element): boolean => {
    const { top, bottom, width } = element.getBoundingClientRect();
    const box = element.closest('.viewer-box')?.getBoundingClientRect();
    return width > 0 && bottom > Math.max(0, box?.top ?? 0) && top < Math.min(innerHeight, box?.bottom ?? innerHeight);
  };
  const isBlank = (): boolean =>
    document.querySelector('[data-coming]') !== null ||
    [...document.querySelectorAll<HTMLElement>('.pdf-page canvas')].some(
      (canvas) => isInSight(canvas) && canvas.dataset['drawn'] === undefined,
    );
  for (let waited = 0; waited < 6_000 && isBlank(); waited += 50) await new Promise((later) => setTimeout(later, 50));
};

export const standStill = async (page: Page): Promise<void> => await page.evaluate(stillness);

/** Rejects where a step finds nothing: a state that no longer shows is no state. */
export async function showShot(page: Page, address: string, shot: Shot, look: Look): Promise<void> {
  const [, query, fragment, ...steps] = shot;
  await page.goto(`${address}?${query}&lang=${look.language}&theme=${look.theme}${fragment}`);
  await page.locator('main').first().waitFor({ timeout: PATIENCE });
  await standStill(page);
  for (const step of steps) await take(page, look.language, step);
  if (steps.length > 0) await standStill(page);
}
