// What the desk's page and the program around it tell each other: how this machine keeps its data, and what the menu asks.
import type { Refusal } from '../base/result.ts';

/** Backgrounds to choose from; `system`: as the device says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Commands of the menu that only the page can do. Those that begin with `/` are places of the page. */
export const SHELL_ACTS = [
  '/',
  '/new',
  '/check',
  '/settings',
  'find',
  'help',
  'projector',
  'language-vi',
  'language-en',
  'theme-system',
  'theme-light',
  'theme-dark',
] as const;
export type ShellAct = (typeof SHELL_ACTS)[number];

/** Nothing of any book. */
export type ShellView = {
  /** `browser`: the host has no window of its own. */
  readonly place: 'window' | 'browser';
  /**
   * Texts of books, drafts and keys that the host holds are encrypted on the disk under a key that the system keeps.
   * Evidence files are not, nor what a page keeps in its own store.
   */
  readonly covered: boolean;
  /** What weakens this machine, in words of refusals: `data-not-covered {why}`, `sandbox-off`. */
  readonly worries: readonly Refusal[];
  /** The newest command. `number` grows; a page acts on what is newer than what it saw first. */
  readonly command?: { readonly number: number; readonly act: ShellAct };
};
