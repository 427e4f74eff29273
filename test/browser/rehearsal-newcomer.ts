// The newcomer of a rehearsal: does what the guide says, where the guide leads, and counts what it took.
import { expect } from 'vitest';
import type { GuideAct } from '../../renderer/state/guide-steps.ts';
import type { Sentence } from '../../shared/lang/say.ts';
import { PATIENCE } from '../helpers/browser.ts';
import type { SeatPage } from './meeting-pages.ts';

/** One press, choice or field is an act; a walk is a change of screen, one key; every key that goes down is a stroke. */
export type Counts = { acts: number; walks: number; strokes: number };

export type Newcomer = {
  readonly at: SeatPage;
  readonly t: Sentence;
  readonly counts: Counts;
  /** The guide says it, and the whole screen says that this is a rehearsal. */
  readonly told: (act: GuideAct) => Promise<void>;
  /** G: the guide leads to what it speaks of. */
  readonly lead: (words: string) => Promise<void>;
  /** Led there, and the key that does it. */
  readonly press: (words: string, key?: string) => Promise<void>;
  /** Another button beside it, reached by Tab. */
  readonly also: (words: string) => Promise<void>;
  /** A list reached by Tab, and one step in it; its own words may change by that. */
  readonly turnTo: (list: string, key: string) => Promise<void>;
  /** Keys that each do something. */
  readonly strike: (...keys: readonly string[]) => Promise<void>;
};

/** Stops of Tab after which the head of the house counts as out of reach. */
const MOST_TABS = 30;

/** The words of what has the focus; a field's are its label's. */
const focused = (at: SeatPage): Promise<string> =>
  at.page.evaluate(() => {
    const element = document.activeElement;
    const field = element instanceof HTMLSelectElement ? element.labels[0] : element?.closest('label');
    const named = field ?? element;
    return (element?.getAttribute('aria-label') ?? named?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

export function newcomerAt(at: SeatPage, t: Sentence): Newcomer {
  const counts: Counts = { acts: 0, walks: 0, strokes: 0 };
  const { keyboard } = at.page;
  const down = keyboard.press.bind(keyboard);
  keyboard.press = async (...given) => {
    counts.strokes += given[0].split('+').length;
    await down(...given);
  };
  const phase = (): string => new URL(at.page.url()).hash.split('/')[3] ?? '';
  const lead: Newcomer['lead'] = async (words) => {
    const before = phase();
    await at.keys('g');
    await expect.poll(() => focused(at), { timeout: PATIENCE }).toBe(words);
    if (phase() !== before) counts.walks += 1;
  };
  return {
    at,
    t,
    counts,
    lead,
    told: async (act) => {
      const says = at.page.locator('.guide [role="status"]').getByText(t(`guide.do.${act}`));
      await says.waitFor({ timeout: 2 * PATIENCE });
      await at.page.locator('main.rehearsal').waitFor();
      await at.see(t('trust.rehearsal'));
      await at.see(t('tag.rehearsal'));
    },
    press: async (words, key = 'Enter') => {
      await lead(words);
      await at.keys(key);
      counts.acts += 1;
    },
    also: async (words) => {
      await at.press('button', words);
      counts.acts += 1;
    },
    turnTo: async (list, key) => {
      for (let tabs = 0; tabs < MOST_TABS && (await focused(at)) !== list; tabs++) await at.keys('Tab');
      expect(await focused(at)).toBe(list);
      await at.keys(key);
      counts.acts += 1;
    },
    strike: async (...keys) => {
      await at.keys(...keys);
      counts.acts += keys.length;
    },
  };
}
