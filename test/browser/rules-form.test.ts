// The rules of a new session, chosen by keyboard at a real host: a profile, changes, a conflict, an own copy, a file.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { type ChildHost, startHost } from './meeting-host.ts';
import { openSeatPage, openWire, picture, type SeatPage } from './meeting-pages.ts';

const t = sentences('vi');
const profile = (name: string): string =>
  readFileSync(new URL(`../../assets/rules/${name}.yaml`, import.meta.url), 'utf8');
const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) });
const FIRST = 'Đạt / Không đạt, đếm theo từng tiêu chí, trên 3/4 thành viên có mặt';
const POINTS = 'Chấm điểm 0-100 có trọng số, lấy điểm trung bình, từ 70 điểm';
const OWN = 'Quy chế của Cục Ví dụ';

describe.skipIf(isMissing('chromium'))('the rules in the session form', () => {
  let browser: Browser;
  let host: ChildHost;
  beforeAll(async () => {
    [browser, host] = await Promise.all([openBrowser(), startHost()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (host !== undefined) removeFolder(host.data);
  });

  /** The value of a control, asked for until it is that. */
  const standsAs = async ({ page }: SeatPage, label: string, value: string): Promise<void> => {
    const control = page.getByLabel(label, { exact: true }).first();
    await expect.poll(async () => await control.inputValue(), { timeout: PATIENCE }).toBe(value);
  };
  const open = async (name: string): Promise<SeatPage> => {
    const at = await openSeatPage(browser, openWire(), name);
    await at.page.goto(host.url);
    return at;
  };

  test('[RF17] by keyboard alone: a profile is taken and changed, a conflict seen and mended, an own copy kept', {
    timeout: 180_000,
  }, async () => {
    const at = await open('desk');
    await at.press('link', t('home.new'));
    await at.see('trên 3/4 thành viên có mặt đánh giá Đạt');
    await at.choose(t('rules.pick'), POINTS);
    await at.see('Nền tảng đạt khi điểm trung bình của các phiếu hợp lệ từ 70 trở lên.');
    await at.press('button', t('rules.change'));

    // A number is taken as soon as it is one; what is none is said and gives way.
    await at.write(t('rules.scale.passMark'), '170');
    await at.see(t('rules.number', { least: 0, most: 100 }));
    await at.keys('Tab');
    await standsAs(at, t('rules.scale.passMark'), '70');
    await at.write(t('rules.scale.passMark'), '65');
    await at.see(t('rules.differs.here', { value: '70' }));
    await at.see('điểm đạt là 65');

    // A share that no list has.
    await at.choose(t('rules.conclusion'), t('rules.share.other'));
    const other = at.page.getByRole('group', { name: t('rules.share.other.of', { rule: t('rules.conclusion') }) });
    await at.write(t('rules.share.denominator'), '5', other);
    await at.write(t('rules.share.numerator'), '3', other);
    await at.see('Kết luận được thông qua khi ít nhất 3/5 người được biểu quyết tán thành');

    // A conflict stands at its control, and nothing is made of it.
    await at.choose(t('rules.counting'), t('rules.counting.per-criterion'));
    await at.see(t('rules.conflict.counting.scale.of'));
    await picture(at, 'rules-conflict');
    await at.press('button', t('new.create'));
    await at.press('button', t('rules.counting'));
    const focused = async () => await at.page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
    await expect.poll(focused, { timeout: PATIENCE }).toBe('per-criterion');
    await at.choose(t('rules.counting'), t('rules.counting.per-ballot'));
    await at.see('Khác "Chấm điểm 0-100 có trọng số, lấy điểm trung bình, từ 70 điểm" ở 3 mục');

    // Kept under a name of its own, and then the profile of this form.
    await at.write(t('rules.own.name'), OWN);
    await at.press('button', t('rules.own.save'));
    await at.see(t('rules.own.saved', { name: OWN }));
    const chosen = async () =>
      await at.page.getByLabel(t('rules.pick')).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text);
    await expect.poll(chosen, { timeout: PATIENCE }).toBe(t('rules.pick.own', { name: OWN }));
    await expect.poll(async () => await at.page.locator('.rule-differs').count(), { timeout: PATIENCE }).toBe(0);

    // Another profile in its place, and back.
    await at.choose(t('rules.vote'), t('rules.vote.hands'));
    await at.choose(t('rules.pick'), FIRST);
    await at.see(t('rules.replaced', { name: FIRST }));
    await at.press('button', t('rules.replaced.undo'));
    await expect.poll(chosen, { timeout: PATIENCE }).toBe(t('rules.pick.own', { name: OWN }));
    await standsAs(at, t('rules.vote'), 'hands');
    expect(at.faults).toEqual([]);
  });

  test('[RF17] what was chosen is in the draft, conflict and all, and the own profile is there for another form', {
    timeout: 180_000,
  }, async () => {
    const at = await open('later');
    await at.press('link', t('home.draft.go.on.of', { name: t('home.draft.nameless') }));
    await at.press('button', t('rules.change'));
    await standsAs(at, t('rules.vote'), 'hands');
    await standsAs(at, t('rules.scale.passMark'), '65');
    await at.choose(t('rules.counting'), t('rules.counting.per-criterion'));
    await at.see(/Đã giữ|lúc/);
    await expect
      .poll(async () => await at.page.locator('.form-steps [role=status]').innerText(), { timeout: PATIENCE })
      .toMatch(/\d\d:\d\d/);
    await at.page.reload();
    await at.see(t('rules.conflict.counting.scale.of'));

    // A file: one that is broken is refused with its lines and changes nothing, one that is whole is taken.
    await at.give(t('rules.file.pick'), [
      file('hỏng.yaml', profile('expert-group').replace('vote: open', 'vote: opn')),
    ]);
    await at.see(t('rules.file.broken', { file: 'hỏng.yaml', count: 1 }));
    await at.see('Có phải bạn muốn viết "open"?');
    await standsAs(at, t('rules.scale.passMark'), '65');
    await at.give(t('rules.file.pick'), [file('tổ.yaml', profile('expert-group'))]);
    await at.see('Tổ chuyên gia đánh giá, thay cho Hội đồng.');
    await at.see(t('council.size', { count: 7, least: 3, most: 3 }));
    await picture(at, 'rules-file');

    // Discarded from the machine: the choice stays in the form, the profile is gone.
    await at.choose(t('rules.pick'), t('rules.pick.own', { name: OWN }));
    await at.press('button', t('rules.own.discard.of', { name: OWN }));
    await at.see(t('rules.own.discarded', { name: OWN }));
    const offered = async () => await at.page.getByLabel(t('rules.pick')).locator('option').allInnerTexts();
    await expect.poll(offered, { timeout: PATIENCE }).not.toContain(t('rules.pick.own', { name: OWN }));
    await standsAs(at, t('rules.scale.passMark'), '65');
    expect(at.faults).toEqual([]);
  });
});
