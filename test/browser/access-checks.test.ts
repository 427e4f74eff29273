// What is told aloud, what a walk looks at, and that each of its checks finds what is wrong.
import { describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { BOOK } from '../gallery/given.ts';
import { SHOTS } from '../gallery/shots.ts';
import { showShot } from '../gallery/take-shot.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { seeded } from '../helpers/seed.ts';
import { isMissing } from '../helpers/tools.ts';
import { axeFaults } from './access-axe.ts';
import {
  chosenFaults,
  cutOffFaults,
  focusFault,
  motionFaults,
  smallTargets,
  structureFaults,
} from './access-checks.ts';
import { allVisits, drawVisits, SHAPES, screenOf } from './access-draw.ts';
import type { Visit } from './access-walk.ts';
import { galleryPages } from './gallery-pages.ts';

const look = { language: 'vi', theme: 'light' } as const;

/** Everything that the checks look for, wrong once. */
const FAULTY = `<!doctype html><html lang="de"><title></title><style>
    @keyframes turn { to { rotate: 1turn } }
    body { margin: 0; color: #ccc; background: #fff }
    button { width: 20px; height: 20px; outline: none }
    i { display: block; animation: turn 9s infinite }
    p { transition: color 1s }
    div { width: 120vw }
    li { list-style: none; color: CanvasText }
  </style><h1>a</h1><h1>b</h1><button></button><p>pale</p><i>i</i><div>wide</div>
  <ul><li aria-current="page">x</li><li>y</li></ul><img src="data:,">`;

test('a selection has every screen and every shape, as many of the others as asked for, in all looks; the soak has everything', () => {
  const names = SHOTS.map(([name]) => name);
  expect(SHAPES.filter((name) => !names.includes(name))).toEqual([]);
  const [few, more] = [0, 10].map((others) => drawVisits(seeded('a selection'), others));
  expect(new Set(few?.map(({ name }) => screenOf(name)))).toEqual(new Set(names.map(screenOf)));
  expect(few?.map(({ name }) => name)).toEqual(expect.arrayContaining([...SHAPES]));
  expect(more).toHaveLength((few?.length ?? 0) + 10);
  const looksOf = (visits: readonly Visit[]) => new Set(visits.map(({ look }) => `${look.language} ${look.theme}`));
  expect(looksOf(few ?? []).size).toBe(4);
  const all = allVisits();
  for (const name of names) {
    const visits = all.filter((visit) => visit.name === name);
    expect([visits.length, looksOf(visits).size, new Set(visits.map(({ opened }) => opened)).size]).toEqual([4, 4, 2]);
  }
});

describe.skipIf(isMissing('chromium'))('what walks rely on', () => {
  const pages = galleryPages();

  test('[AX8] a change of phase is told aloud, once, whichever screen is in view', async () => {
    const { browser, address } = pages();
    const page = await browser.newPage();
    await showShot(page, address, ['told', 'phase=attendance&as=seat', `#/session/${BOOK}/log`], look);
    const t = sentences(look.language);
    const told = page.getByRole('status').filter({ hasText: t('phase.told', { phase: '' }).split(':')[0] ?? '' });
    expect(await told.count()).toBe(0);
    for (const phase of ['scoring', 'reveal'] as const) {
      await page.evaluate((detail) => dispatchEvent(new CustomEvent('gallery-turn', { detail })), phase);
      await expect
        .poll(async () => await told.allTextContents(), { timeout: PATIENCE })
        .toEqual([t('phase.told', { phase: t(`phase.${phase}`) })]);
    }
    await page.close();
  });

  test('each check finds the fault that it is there for', async () => {
    const page = await pages().browser.newPage({ viewport: { width: 640, height: 400 } });
    await page.setContent(FAULTY);
    expect(await page.evaluate(structureFaults, 'vi')).toEqual(['2 h1', '0 main', 'lang is de', 'no title']);
    expect(await page.evaluate(cutOffFaults)).toContainEqual(expect.stringMatching(/scrolls sideways/));
    expect(await page.evaluate(smallTargets)).toEqual([expect.stringMatching(/^button 20x20/)]);
    expect(await page.evaluate(motionFaults)).toEqual(
      expect.arrayContaining(['runs: CSSAnimation', 'transition: p.', 'animation turn: i.']),
    );
    expect(await page.evaluate(chosenFaults)).toEqual([expect.stringMatching(/look alike/)]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focusFault)).toMatch(/^no outline on <button/);
    expect((await axeFaults(page)).join('\n')).toMatch(/button-name[\s\S]*color-contrast[\s\S]*image-alt/);
    await page.close();
  });
});
