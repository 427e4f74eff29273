// A criteria set written at a real host by keyboard alone, from the first word to the session that takes it; and 500 criteria.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { hex } from '../gallery/given.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { galleryPages } from './gallery-pages.ts';
import { type ChildHost, startHost } from './meeting-host.ts';
import { openSeatPage, openWire, picture, type SeatPage } from './meeting-pages.ts';

const t = sentences('vi');
const SET = `#/library/${hex(0x5e7, 16)}`;

describe.skipIf(isMissing('chromium'))('writing a criteria set', () => {
  const given = galleryPages();
  let host: ChildHost | undefined;
  beforeAll(async () => {
    host = await startHost();
  }, 60_000);
  afterAll(async () => {
    await host?.stop();
    if (host !== undefined) removeFolder(host.data);
  });
  type At = SeatPage;
  /** Back to the row of the tree that is open. */
  const toTree = async ({ page, keys }: At): Promise<void> => {
    const isRow = () => page.evaluate(() => document.activeElement?.classList.contains('set-row') ?? false);
    for (let presses = 0; presses < 60 && !(await isRow()); presses++) await keys('Shift+Tab');
    expect(await isRow()).toBe(true);
  };
  const words = async ({ write }: At, vi: string, en: string): Promise<void> => {
    await write(t('set.field.criterion.vi'), vi);
    await write(t('set.field.criterion.en'), en);
  };
  const kind = (name: 'pass-fail' | 'measured' | 'points') => t(`set.kind.${name}`);
  const rows = async ({ page }: At) => await page.locator('.set-row.of-criterion .tree-id').allInnerTexts();

  test('[ED6] three kinds, a condition, must-pass: an error is seen and mended, a body is asked, the version is frozen and chosen', {
    timeout: 240_000,
  }, async () => {
    const at = await openSeatPage(given().browser, openWire(), 'desk');
    await at.page.goto(host?.url ?? '');
    await at.press('link', t('library.title'));
    await at.press('button', t('library.write'));
    await at.page.locator('.set-tree').waitFor({ timeout: PATIENCE });
    await at.write(t('set.field.set.id'), 'nen-tang');
    await at.write(t('set.field.set.vi'), 'Bộ tiêu chí đánh giá nền tảng số');
    await at.write(t('set.field.set.en'), 'Criteria for digital platforms');
    await toTree(at);
    await at.keys('ArrowDown', 'Enter');
    await at.write(t('set.field.group.vi'), 'Kỹ thuật');
    await at.write(t('set.field.group.en'), 'Technique');

    // Met or not met, must pass: two boxes after the choice.
    await toTree(at);
    await at.keys('ArrowDown', 'Enter');
    await words(at, 'Có mô tả kiến trúc', 'The architecture is described');
    await at.pick(t('set.field.criterion.kind'), kind('pass-fail'));
    await at.keys('Tab', 'Tab', 'Space');
    await at.see(t('set.look.must'));

    // Measured, with a threshold that is none: said at its field, listed, led to, mended.
    await toTree(at);
    await at.keys('Insert');
    await words(at, 'Thời gian phản hồi', 'Response time');
    await at.pick(t('set.field.criterion.kind'), kind('measured'));
    await at.write(t('set.field.criterion.unit'), 'ms');
    await at.write(t('set.field.criterion.threshold'), 'khoảng 50');
    await at.see(t('error.decimal'));
    await at.press('button', t('set.problems', { errors: 1, warnings: 0 }));
    await at.press('button', `A2 · ${t('set.field.criterion.threshold')}`);
    const label = () => at.page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    await expect.poll(label, { timeout: PATIENCE }).toBe('khoảng 50');
    await at.write(t('set.field.criterion.threshold'), '50,5');
    await at.press('button', t('set.condition.add'));
    await at.choose(t('set.condition.on', { number: 1 }), 'A1 Có mô tả kiến trúc');
    await at.see(t('set.look.condition', { id: 'A1', mark: t('mark.met') }));

    // Points by level.
    await toTree(at);
    await at.keys('Insert');
    await words(at, 'Diễn tập phục hồi', 'Recovery drills');
    await at.pick(t('set.field.criterion.kind'), kind('points'));
    await at.write(t('set.field.criterion.levelVi', { number: 1 }), 'Chưa có');
    await at.write(t('set.field.criterion.levelEn', { number: 1 }), 'None');
    await at.write(t('set.field.criterion.levelVi', { number: 2 }), 'Hằng quý');
    await at.write(t('set.field.criterion.levelEn', { number: 2 }), 'Quarterly');
    await at.choose(t('set.field.criterion.pass'), t('set.pass.level', { points: '100', name: 'Hằng quý' }));
    await expect.poll(() => rows(at), { timeout: PATIENCE }).toEqual(['A1', 'A2', 'A3']);

    // Moved, removed, and taken back each time.
    await toTree(at);
    await at.keys('Alt+ArrowUp');
    await expect.poll(() => rows(at), { timeout: PATIENCE }).toEqual(['A1', 'A3', 'A2']);
    await at.keys('Control+z', 'Delete');
    await at.see(t('set.removed', { what: t('set.criterion', { id: 'A3' }) }));
    await at.keys('Control+z');
    await expect.poll(() => rows(at), { timeout: PATIENCE }).toEqual(['A1', 'A2', 'A3']);
    await at.keys('Control+y');
    await expect.poll(() => rows(at), { timeout: PATIENCE }).toEqual(['A1', 'A2']);
    await at.keys('Control+z');

    await at.pick(t('set.tabs'), t('set.tab.outcomes'));
    await at.press('button', t('set.outcome.add'));
    const outcome = at.page.getByRole('group', { name: t('set.outcome.number', { number: 2 }) });
    await at.write(t('set.field.outcome.outcome'), 'bo-sung', outcome);
    await at.write(t('set.field.outcome.vi'), 'Bổ sung hồ sơ', outcome);
    await at.write(t('set.field.outcome.en'), 'Complete the dossier', outcome);

    await at.pick(t('set.tabs'), t('set.tab.consult'));
    await at.press('button', t('set.consult.add'));
    await at.write(t('set.consult.body'), 'Vụ Pháp chế');
    await at.write(t('set.consult.sentOn'), '15/09/2026');
    await at.write(t('set.consult.answer'), 'Nhất trí.');
    await at.press('button', t('set.consult.close'));
    await at.see(t('set.consult.count', { sent: 1, answered: 1, handled: 0 }));
    await at.see('15/09/2026');

    await at.pick(t('set.tabs'), t('set.tab.promulgate'));
    await at.write(t('set.promulgate.number'), '12/QĐ-CĐS');
    await at.write(t('set.promulgate.date'), '31/02/2026');
    await at.see(t('error.date'));
    await at.write(t('set.promulgate.date'), '28/02/2026');
    await at.write(t('set.promulgate.body'), 'Cục Ví dụ');
    await at.press('button', t('set.promulgate.act', { version: '1.0' }));
    await at.see(t('set.frozen'));
    await at.see(t('set.promulgate.of', { number: '12/QĐ-CĐS', date: '28/02/2026' }));
    await at.pick(t('set.tabs'), t('set.tab.content'));
    expect(await at.page.locator('.set-body :is(input, textarea, select)').count()).toBe(0);
    expect(await rows(at)).toEqual(['A1', 'A2', 'A3']);
    await picture(at, 'set-frozen');

    // In the library it is the frozen one, and a new session can choose it, its decision named beside it.
    await at.press('link', t('app.name'));
    await at.press('link', t('home.new'));
    await at.choose(t('new.criteria.pick'), `[${t('library.promulgated')}] Bộ tiêu chí đánh giá nền tảng số`);
    await at.see(t('new.criteria.count', { groups: 1, criteria: 3, version: '1.0' }));
    await at.see(t('library.decision', { number: '12/QĐ-CĐS', date: '28/02/2026', body: 'Cục Ví dụ' }));
    await picture(at, 'set-chosen');
    expect(at.faults).toEqual([]);
    await at.page.context().close();
  });

  test('[ED7] a key typed among 500 criteria changes its own row and touches no other', {
    timeout: 120_000,
  }, async () => {
    const { browser, address } = given();
    const page = await (
      await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' })
    ).newPage();
    await page.goto(`${address}?state=set-500&lang=vi${SET}`);
    await page.locator('.set-tree').waitFor({ timeout: PATIENCE });
    const field = page.getByLabel(t('set.field.criterion.vi'), { exact: true });
    expect(await page.locator('.set-row.of-criterion').count()).toBe(500);
    await field.focus();
    await page.evaluate(() => {
      const touched = new Set<Element>();
      const watched = new MutationObserver((all) => {
        for (const { target } of all) {
          const row = (target instanceof Element ? target : target.parentElement)?.closest('.set-row');
          if (row !== null && row !== undefined) touched.add(row);
        }
      });
      const tree = document.querySelector('.set-tree');
      if (tree !== null)
        watched.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
      Object.assign(window, { touched });
    });
    const times: number[] = [];
    for (const letter of 'một hai ba bốn năm') {
      // From the key to the frame after the next: what somebody sees.
      const started = await page.evaluate(() => performance.now());
      await page.keyboard.insertText(letter);
      times.push(
        (await page.evaluate(
          () => new Promise<number>((seen) => requestAnimationFrame(() => requestAnimationFrame((now) => seen(now)))),
        )) - started,
      );
    }
    await expect.poll(async () => await field.inputValue(), { timeout: PATIENCE }).toContain('một hai ba bốn năm');
    const touched = await page.evaluate(() => (window as unknown as { touched: Set<Element> }).touched.size);
    console.log(
      `500 criteria: median ${times.sort((one, other) => one - other)[times.length >> 1]?.toFixed(0)} ms a key`,
    );
    expect(touched).toBe(1);
    await page.context().close();
  });
});
