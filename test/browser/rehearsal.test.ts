// A newcomer alone, by keyboard alone, in either language: from the first start to a signed rehearsal document.
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESERVED } from '../../electron/host/rehearsal-marks.ts';
import { type Language, type Sentence, sentences } from '../../shared/lang/say.ts';
import { openBrowser } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { judge } from './meeting-ending.ts';
import { type ChildHost, startHost } from './meeting-host.ts';
import { openSeatPage, openWire, picture, type SeatPage } from './meeting-pages.ts';
import { type Newcomer, newcomerAt } from './rehearsal-newcomer.ts';

const MINUTE = 60_000;
/** Invented by the rehearsal, in the language of the minutes. */
const PLATFORM = 'Nền tảng số Mẫu 1 (diễn tập)';

describe.skipIf(isMissing('chromium'))('a rehearsal by a newcomer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => await browser?.close());

  test.each(['vi', 'en'] as const)(
    '[RH6] from the first start to a signed document, in %s, by keyboard alone',
    {
      timeout: 5 * MINUTE,
    },
    async (language) => {
      const host = await startHost();
      try {
        await rehearse(browser, host, language);
      } finally {
        await host.stop();
        removeFolder(host.data);
      }
    },
  );
});

async function prepare({ at, t, told, press, also }: Newcomer): Promise<void> {
  await also(t('home.rehearse.start'));
  await told('open');
  await picture(at, 'rehearsal-prepare');
  await press(t('attendance.open'));
  await told('call');
  await press(t('attendance.all'));
  await told('declare');
  await press(t('declare.clear'), 'Space');
  await also(t('declare.send'));
  await told('declare-wait');
  // The others go on; the focus stays wherever the newcomer has put it.
  await at.page.locator('#main').focus();
  await picture(at, 'rehearsal-declared');
  await told('round');
  expect(await at.page.evaluate(() => document.activeElement?.id)).toBe('main');
}

async function score({ at, t, told, press, lead, strike }: Newcomer): Promise<void> {
  await press(t('scoring.open', { name: PLATFORM }));
  await told('mark');
  await lead(t('mark.met'));
  await strike('1', '2', '1');
  await told('fill');
  await picture(at, 'rehearsal-scoring');
  await press(t('guide.fill'));
  await told('cast');
  await strike('Control+Enter');
  await at.see(t('scoring.cast.ask'));
  await strike('Control+Enter');
  await told('close');
  await picture(at, 'rehearsal-cast');
}

async function conclude({ at, t, told, press, also }: Newcomer): Promise<void> {
  await press(t('reveal.close'));
  await told('reveal');
  await press(t('reveal.reveal'));
  await told('put');
  await picture(at, 'rehearsal-matrix');
  await press(t('conclusion.put'));
  await told('vote-open');
  await press(t('conclusion.vote.open'));
  await told('vote');
  await press(t('choice.agree'), 'Space');
  await also(t('conclusion.vote.send'));
  await told('vote-close');
  await press(t('conclusion.vote.close'));
  await at.see(RESERVED);
}

async function end({ at, t, told, press }: Newcomer): Promise<void> {
  await told('write');
  await picture(at, 'rehearsal-concluded');
  await press(t('minutes.write'));
  await told('approve');
  await press(t('minutes.approve'));
  await told('end');
  await picture(at, 'rehearsal-minutes');
  await press(t('signing.step.close'));
  await told('seal');
  await press(t('signing.step.seal'));
  await told('sign-secretary');
  await press(t('signing.rehearse', { title: t('signing.sign.ThuKy') }));
  await told('sign-chair');
  await press(t('signing.rehearse', { title: t('signing.sign.ChuToa') }));
  await at.see(t('guide.made'));
  await at.see(t('guide.differs'));
  await at.see(t('signing.state.two'));
  await picture(at, 'rehearsal-done');
}

/** Saved, judged apart from the program that made it, and checked once more on the screen. */
async function check(at: SeatPage, t: Sentence, language: Language): Promise<void> {
  const saved = await at.save(t('signing.download'));
  expect(saved.suggestedFilename()).toMatch(/^dien-tap-/);
  const pdf = await readFile(await saved.path());
  const report = await judge(pdf, []);
  // Invented certificates lead to no root: that is the only thing that is not established, and it is said.
  expect(report).toMatchObject({ kind: 'minutes', word: 'untrusted', rehearsal: true });
  expect(report.verdict.vi).toMatch(/DIỄN TẬP, không có giá trị/);
  await at.press('link', t('home.check'), at.page.locator('.guide'));
  await at.give(t('check.file.pick'), [{ name: 'x.pdf', mimeType: 'application/pdf', buffer: pdf }]);
  const verdict = language === 'vi' ? /DIỄN TẬP, không có giá trị/ : /REHEARSAL, without legal value/;
  // Every ballot is opened and every page laid out again: seconds, or more where much else runs.
  await at.page.getByText(verdict).first().waitFor({ timeout: MINUTE });
  await picture(at, 'rehearsal-checked');
}

async function rehearse(browser: Browser, host: ChildHost, language: Language): Promise<void> {
  const began = performance.now();
  const at = await openSeatPage(browser, openWire(), language);
  const t = sentences(language);
  const newcomer = newcomerAt(at, t);
  const first = sentences('vi');
  await at.page.goto(host.url);
  await at.see(first('home.empty'));
  if (language !== 'vi') {
    await newcomer.turnTo(first('app.language'), 'ArrowDown');
    await at.see(t('home.empty'));
  }
  await prepare(newcomer);
  await score(newcomer);
  await conclude(newcomer);
  await end(newcomer);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  const { acts, walks, strokes } = newcomer.counts;
  console.log(
    `rehearsal ${language}: ${acts} acts and ${walks} changes of screen, ${strokes} key strokes, ${seconds} s from first start to two signatures`,
  );
  await check(at, t, language);
  expect(at.faults).toEqual([]);
  await at.page.context().close();
  expect(acts).toBeLessThanOrEqual(language === 'vi' ? 25 : 26);
  expect(walks).toBeLessThanOrEqual(6);
}
