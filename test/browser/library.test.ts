// The library at a real host, by keyboard: a file with a mistake, the same one mended, a sheet of somebody's own, found, saved.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { sentences } from '../../shared/lang/say.ts';
import { openBrowser, PATIENCE } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { type ChildHost, startHost } from './meeting-host.ts';
import { openSeatPage, openWire, picture, type SeatPage } from './meeting-pages.ts';

const t = sentences('vi');
const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(content) });

const NAME = 'Bộ tiêu chí nền tảng thử nghiệm';
const YAML = `id: thu-nghiem
version: "1.0"
name_vi: ${NAME}
name_en: Trial platform criteria
outcome_rules:
  - {when: all_met, outcome: dat, vi: Đáp ứng, en: Meets}
  - {when: otherwise, outcome: chua, vi: Chưa đáp ứng, en: Does not meet}
groups:
- id: A
  vi: Vận hành
  en: Operation
  criteria:
  - {id: A1, kind: pass_fail, vi: Có kế hoạch kiểm thử tải, en: There is a load test plan}
  - {id: A2, kind: measured, unit: "%", comparator: ">=", threshold: 99.5, vi: Mức sẵn sàng, en: Availability}
- id: B
  vi: An toàn
  en: Security
  criteria:
  - {id: B1, kind: pass_fail, must_pass: true, vi: Có sao lưu, en: There is a backup}
`;
const MISTAKEN = YAML.replace('threshold: 99.5', 'threshold: nhiều');
const LINE = YAML.slice(0, YAML.indexOf('threshold:')).split('\n').length;

const SHEET = 'Phụ lục 1';
const HEADINGS = ['STT', 'Mảng việc', 'Ký hiệu', 'Điều phải có'];
/** Headings that nobody can guess, under a title: what is demanded stands in a column with a name of its own. */
const workbook = async (last: string): Promise<Uint8Array> => {
  const rows = [
    ['Bảng tổng hợp', '', '', ''],
    HEADINGS,
    ['1', 'Kết nối', 'K1', 'Có tài liệu giao diện lập trình'],
    ['2', 'Kết nối', 'K2', '=HYPERLINK("https://example.invalid")'],
    ['3', 'Dữ liệu', last, 'Dữ liệu lưu tại Việt Nam'],
  ];
  const data = rows.map((cells) => cells.map((value) => (value === '' ? null : { type: String, value })));
  return new Uint8Array(await writeWorkbook([{ sheet: SHEET, data }]).toBuffer());
};

describe.skipIf(isMissing('chromium'))('the library of criteria sets', () => {
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

  const rows = async ({ page }: SeatPage): Promise<number> => await page.locator('.library tbody').count();

  /** Every list is walked with the arrows, and the sheet is read again while they go on. */
  const nameColumns = async (at: SeatPage): Promise<void> => {
    await at.see(t('load.table.none'));
    await at.choose(t('load.header'), t('load.header.row', { row: 2, words: HEADINGS.join(' | ') }));
    for (const [column, field] of [
      ['B', 'group-vi'],
      ['C', 'id'],
      ['D', 'vi'],
    ] as const)
      await at.choose(t('load.column.is', { column }), t(`load.field.${field}`));
  };

  test('[LS9] by keyboard alone: refused with its places, mended, columns chosen, taken in, found, saved, taken away', {
    timeout: 180_000,
  }, async () => {
    const at = await openSeatPage(browser, openWire(), 'desk');
    await at.page.goto(host.url);
    await at.press('link', t('library.title'));
    await at.see(t('library.count', { count: 2, all: 2 }));
    await at.see(t('tag.sample'), at.page.locator('.library'));

    // A mistake has its line, and the library stays as it was.
    await at.press('link', t('library.load'));
    await at.give(t('load.pick'), [file('thử.yaml', MISTAKEN)]);
    await at.see(t('load.refused', { count: 1 }));
    await at.see(`Dòng ${LINE}`);
    await at.see('nhiều');
    expect(await at.page.getByRole('button', { name: t('load.accept') }).count()).toBe(0);
    await picture(at, 'load-refused');

    // Mended, it is seen as it will be before it is taken in.
    await at.give(t('load.pick'), [file('thử.yaml', YAML)]);
    await at.see('Nhận được: 2 nhóm, 3 tiêu chí');
    await at.see('Đo: ≥ 99,5 %');
    await at.see(t('load.tree.must-pass'));
    await at.press('button', t('load.accept'));
    await at.see(`Đã nhận "${NAME}", phiên bản 1.0`);
    await at.press('button', t('load.another'));
    await at.give(t('load.pick'), [file('lần nữa.yaml', YAML)]);
    await at.see(t('load.known'));

    // A sheet of somebody's own: its columns are named by hand, and a mistake has its cell.
    await at.give(t('load.pick'), [file('Bảng của Cục.xlsx', await workbook('K1'))]);
    await nameColumns(at);
    await at.see(t('load.table.chosen'));
    await at.see(`Trang tính "${SHEET}", hàng 5, cột C`);
    await picture(at, 'load-sheet');
    await at.give(t('load.pick'), [file('Bảng của Cục.xlsx', await workbook('D1'))]);
    // The columns are known from the reading before, or named once more.
    await at.see(new RegExp(`${t('load.table.remembered')}|${t('load.table.none')}`));
    if (await at.page.getByText(t('load.table.none')).isVisible()) await nameColumns(at);
    await at.see('Nhận được: 2 nhóm, 3 tiêu chí');
    await at.see('=HYPERLINK("https://example.invalid")', at.page.locator('.load-tree'));
    await at.press('button', t('load.accept'));
    await at.see('Đã nhận "Bảng của Cục"');

    // The next sheet with these headings is read as this one was.
    await at.press('button', t('load.another'));
    await at.give(t('load.pick'), [file('Bảng khác.xlsx', await workbook('D2'))]);
    await at.see(t('load.table.remembered'));
    await at.see('Nhận được: 2 nhóm, 3 tiêu chí');

    // Found without accents, in a sentence of the set, and saved with every letter.
    await at.press('link', t('load.back'));
    await at.see(t('library.count', { count: 4, all: 4 }));
    await at.write(t('library.search'), 'kiem thu tai');
    await at.see(t('library.found', { count: 1, all: 4 }));
    await at.see('kiểm thử tải', at.page.locator('.library mark'));
    await picture(at, 'library-found');
    const more = t('library.more.of', { name: NAME, version: '1.0' });
    await at.press('button', more);
    const saved = await at.save(t('library.export.go'));
    expect(saved.suggestedFilename()).toMatch(/\.yaml$/);
    expect(readFileSync((await saved.path()) ?? '', 'utf8')).toContain('Có kế hoạch kiểm thử tải');

    // Taken away only after a second yes.
    await at.press('button', t('library.discard'));
    await at.see(t('library.discard.draft'));
    expect(await rows(at)).toBe(1);
    await at.press('button', t('library.discard.yes'));
    await at.see(t('library.discarded', { name: NAME }));
    await expect.poll(async () => await rows(at), { timeout: PATIENCE }).toBe(0);
    await at.press('button', t('library.clear'));
    await at.see(t('library.count', { count: 3, all: 3 }));
    expect(at.faults).toEqual([]);
    await at.page.context().close();
  });
});
