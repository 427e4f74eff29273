// The printed ballot sheet: its number and page on every page, boxes as the rules mark, a name only where ballots bear one.
import { describe, expect, test } from 'vitest';
import { type BallotSheet, printSheets, type SheetsInput } from '../../../electron/minutes/ballot-sheets.ts';
import { faces, lacks, textOfPdf } from './layout-tools.ts';

const criterion = (id: string, more = {}) => ({
  id,
  statement: `Tiêu chí ${id}`,
  measured: '',
  notApplicable: false,
  barred: false,
  ...more,
});
const sheet = (number: number, more: Partial<BallotSheet> = {}): BallotSheet => ({
  number,
  member: { name: 'Đặng Thị Ngọc Ánh', position: 'Phó Vụ trưởng', unit: 'Vụ Mẫu' },
  groups: [
    { name: 'Nhóm A', criteria: Array.from({ length: 14 }, (_, at) => criterion(`A-${at + 1}`)) },
    { name: 'Nhóm B', criteria: [criterion('B-1', { barred: true }), criterion('B-2', { before: '72 điểm' })] },
  ],
  ...more,
});
const input = (more: Partial<SheetsInput> = {}): SheetsInput => ({
  superior: 'BỘ MẪU',
  council: 'HỘI ĐỒNG THỬ',
  subject: 'Họp thử',
  platform: 'Nền tảng một',
  round: 2,
  scale: 'pass-fail',
  rehearsal: false,
  sheets: [sheet(11), sheet(12)],
  date: new Date(Date.UTC(2026, 10, 23)),
  version: '0',
  ...more,
});
const printed = async (more: Partial<SheetsInput> = {}) => {
  const made = await printSheets(input(more), faces);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
const pagesIn = (pdf: Uint8Array): readonly string[] => textOfPdf(pdf).split('\f').slice(0, -1);

describe.skipIf(lacks('pdftotext'))('a printed sheet', { timeout: 20_000 }, () => {
  test('[BA10] says its number and which page of how many on each of its pages', async () => {
    const { pdf, pages } = await printed();
    const texts = pagesIn(pdf);
    expect(texts).toHaveLength(pages);
    const per = pages / 2;
    expect(per).toBeGreaterThan(1);
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(`PHIẾU SỐ ${at < per ? 11 : 12}`);
      expect(text).toContain(`Trang ${(at % per) + 1}/${per}`);
    }
    expect(texts[0]).toContain('Đặng Thị Ngọc Ánh');
    expect(texts[per - 1]).toContain('NGƯỜI ĐÁNH GIÁ');
    expect(texts.join('').match(/NGƯỜI ĐÁNH GIÁ/gu)).toHaveLength(2);
  });

  test('[BA10] asks for marks or for points, for a reason where the mark was another, and for nothing that is not judged', async () => {
    const short = { sheets: [sheet(7, { groups: sheet(7).groups.slice(1) })] };
    const marks = pagesIn((await printed(short)).pdf)
      .join(' ')
      .replace(/\s+/gu, ' ');
    expect(marks).toContain('Không đạt');
    expect(marks).toContain('Vòng trước: 72 điểm');
    expect(marks).toContain('không tham gia đánh giá tiêu chí này');
    const points = pagesIn((await printed({ ...short, scale: 'points' })).pdf).join(' ');
    expect(points).toContain('(0–100)');
    expect(points).not.toContain('Không đạt');
  });

  test('[BA10] bears no name and no signature in a secret ballot, and says what a rehearsal is', async () => {
    const { member: _, ...nameless } = sheet(3, { groups: sheet(3).groups.slice(1) });
    const text = pagesIn((await printed({ sheets: [nameless], rehearsal: true })).pdf).join(' ');
    expect(text).not.toContain('Đặng');
    expect(text).not.toContain('NGƯỜI ĐÁNH GIÁ');
    expect(text).toContain('Phiếu kín');
    expect(text).toContain('DIỄN TẬP');
  });
});

test('[BA10] is not printed where nothing was issued, nor with gaps for letters that no face draws', async () => {
  expect(await printSheets(input({ sheets: [] }), faces)).toMatchObject({ refusal: { code: 'paper-not-issued' } });
  expect(await printSheets(input({ platform: 'Nền tảng 漢' }), faces)).toMatchObject({
    refusal: { code: 'glyph-missing' },
  });
});
