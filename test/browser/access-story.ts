// Every screen under axe, with its structure, its policy and its console, zoomed, under a finger and in forced colours.
import { beforeAll, describe, expect, test } from 'vitest';
import { isMissing } from '../helpers/tools.ts';
import { type Complaint, type Kind, type Visit, walk } from './access-walk.ts';
import { galleryPages } from './gallery-pages.ts';

/** Each state is opened and searched; a loaded machine takes its time, ms. */
const LONG = 900_000;

/** @param visits which states, in which look; the walk is told as one test a rule */
export const searchScreens = (title: string, visits: readonly Visit[], timeout = LONG): void => {
  describe.skipIf(isMissing('chromium'))(title, () => {
    const pages = galleryPages();
    let complaints: readonly Complaint[] = [];
    /** A state that could not be looked at proves nothing of any rule. */
    const of = (kind: Kind): readonly string[] =>
      complaints.filter((each) => each.kind === kind || each.kind === 'step').map(({ words }) => words);
    beforeAll(async () => {
      complaints = await walk(pages(), visits);
    }, timeout);

    test('[AX1] axe finds nothing serious or critical', () => {
      expect(of('axe')).toEqual([]);
    });
    test('[AX2] one h1, one main, landmarks with names, the language and a title', () => {
      expect(of('structure')).toEqual([]);
    });
    test('[AX3] nothing stands against the policy of the page, and the console has no error', () => {
      expect(of('console')).toEqual([]);
    });
    test('[AX4] at 200 % zoom of 1280 x 800 nothing is cut off and the page does not scroll sideways', () => {
      expect(of('zoom')).toEqual([]);
    });
    test('[AX5] under a finger every target is 44 x 44 px, but for links inside a sentence', () => {
      expect(of('finger')).toEqual([]);
    });
    test('[AX6] in forced colours the focus is outlined, and what is chosen does not look like what is not', () => {
      expect(of('forced')).toEqual([]);
    });
    test('[AX7] where less motion is asked for nothing moves', () => {
      expect(of('motion')).toEqual([]);
    });
  });
};
