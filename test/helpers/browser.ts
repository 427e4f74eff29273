// A real Chromium, worked by the keyboard alone: what Tab, arrows, typing and Enter do not reach fails the test.
import { type Browser, chromium, type Download, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from './find-chromium.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
];

/** Throws where no Chromium is on this machine: ask `isMissing('chromium')` first. */
export const openBrowser = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: ARGUMENTS });

/** How long anything may take on a loaded machine, ms. */
export const PATIENCE = 45_000;
/** Presses of Tab after which a place counts as out of reach; the longest form of the house has fewer stops. */
const MOST_TABS = 250;

type Role = 'button' | 'link';
/** A page, or a part of it with a name of its own. */
type Where = Page | Locator;
export type FileGiven = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A file that a page saved. */
export type Saved = Pick<Download, 'path' | 'suggestedFilename'>;

export type Hands = {
  /** Reaches a button or a link and presses Enter on it. */
  readonly press: (role: Role, name: string | RegExp, where?: Where) => Promise<void>;
  /** Reaches a text field and types over what stands in it. */
  readonly write: (label: string | RegExp, text: string, where?: Where) => Promise<void>;
  /** Reaches a list of choices and walks with the arrows to the one with these words. */
  readonly choose: (label: string, option: string, where?: Where) => Promise<void>;
  /** Reaches a radio group, walks with the arrows to the one with this name and takes it. */
  readonly pick: (group: string, option: string, where?: Where) => Promise<void>;
  /** Reaches the button that asks for files, opens the picker with Enter and gives it the files. */
  readonly give: (button: string, files: readonly FileGiven[], where?: Where) => Promise<void>;
  /** Reaches a link that saves a file and presses Enter. */
  readonly save: (button: string) => Promise<Saved>;
  readonly keys: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Waits for words that are in sight. */
  readonly see: (words: string | RegExp, where?: Where) => Promise<void>;
};

/** Where an element stands to the focus. `off`: nobody may use it yet. `gone`: the screen was drawn anew without it. */
type Stand = 'here' | 'off' | 'gone' | 'after' | 'before';

/** Runs in the page: the focus is looked at and never set. */
const standOf = (element: Element, inside: boolean): Stand => {
  const at = document.activeElement ?? document.body;
  if (!element.isConnected) return 'gone';
  if (inside ? element.contains(at) : element === at) return 'here';
  if (element.matches(':disabled') || element.querySelector('input:disabled') !== null) return 'off';
  return (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 'before' : 'after';
};

/**
 * Tab, or Shift+Tab where it lies behind, until it has the focus.
 *
 * @param inside for a group: the focus may be on any of its parts
 */
async function tabTo(page: Page, target: Locator, inside = false): Promise<void> {
  const enabled = async (): Promise<Stand> => await target.evaluate(standOf, inside, { timeout: PATIENCE });
  await expect.poll(enabled, { message: `still off: ${target}`, timeout: PATIENCE }).not.toBe('off');
  // Found by its name once: looking for it anew at each press is what takes time.
  let element = await target.elementHandle({ timeout: PATIENCE });
  for (let presses = 0; presses <= MOST_TABS; presses++) {
    const stand = await element?.evaluate(standOf, inside);
    if (stand === 'here') return;
    if (stand === 'gone') element = await target.elementHandle({ timeout: PATIENCE });
    else await page.keyboard.press(stand === 'before' ? 'Shift+Tab' : 'Tab');
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`out of reach by Tab: ${target}; the focus stands at ${at}`);
}

/** As a Vietnamese input method does it: syllable by syllable, each put in when it is whole. */
async function typeOn({ keyboard }: Page, text: string): Promise<void> {
  for (const syllable of text.split(/(?<= )/)) await keyboard.insertText(syllable);
}

export function handsOn(page: Page): Hands {
  const { keyboard } = page;
  const byName = (where: Where, role: Role, name: string | RegExp): Locator =>
    where.getByRole(role, { name, exact: true });

  const press: Hands['press'] = async (role, name, where = page) => {
    await tabTo(page, byName(where, role, name));
    await keyboard.press('Enter');
  };
  return {
    press,
    write: async (label, text, where = page) => {
      // By label, since a password field has no role.
      const field = where.getByLabel(label, { exact: true }).and(page.locator('input, textarea'));
      await tabTo(page, field);
      if ((await field.inputValue()) !== '') await keyboard.press('ControlOrMeta+a');
      await typeOn(page, text);
      await expect.poll(async () => await field.inputValue(), { timeout: PATIENCE }).toBe(text);
    },
    choose: async (label, option, where = page) => {
      const list = where.getByRole('combobox', { name: label, exact: true });
      await tabTo(page, list);
      const steps = await list.evaluate(
        (element, words) =>
          element instanceof HTMLSelectElement
            ? [...element.options].findIndex((each) => each.label === words) - element.selectedIndex
            : Number.NaN,
        option,
      );
      for (let step = 0; step < Math.abs(steps); step++) await keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      const chosen = async () =>
        await list.evaluate((element) => element instanceof HTMLSelectElement && element.selectedOptions[0]?.label);
      await expect.poll(chosen, { timeout: PATIENCE }).toBe(option);
    },
    pick: async (group, option, where = page) => {
      const all = where.getByRole('radiogroup', { name: group, exact: true });
      const radio = all.getByRole('radio', { name: option, exact: true });
      await tabTo(page, all, true);
      const rounds = await all.getByRole('radio').count();
      const isAt = async () => (await radio.evaluate(standOf, false)) === 'here';
      for (let step = 0; step < rounds && !(await isAt()); step++) await keyboard.press('ArrowRight');
      if (!(await radio.isChecked())) await keyboard.press('Space');
      await expect.poll(async () => await radio.isChecked(), { timeout: PATIENCE }).toBe(true);
    },
    give: async (button, files, where = page) => {
      const asked = page.waitForEvent('filechooser', { timeout: PATIENCE });
      await press('button', button, where);
      await (await asked).setFiles([...files]);
    },
    save: async (button) => {
      const saved = page.waitForEvent('download', { timeout: PATIENCE });
      await press('button', button);
      return await saved;
    },
    keys: async (...keys) => {
      for (const key of keys) await keyboard.press(key);
    },
    type: async (text) => await typeOn(page, text),
    see: async (words, where = page) =>
      await where.getByText(words).filter({ visible: true }).first().waitFor({ timeout: PATIENCE }),
  };
}
