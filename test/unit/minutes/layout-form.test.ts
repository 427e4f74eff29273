// The page as Decree 30/2020/NĐ-CP wants it: form 1.9, read back from the printed file.
import { describe, expect, it, vi } from 'vitest';
import { head } from '../../../electron/minutes/head.ts';
import { A4, innerWidth, margins } from '../../../electron/minutes/page.ts';
import { sampleMinutes } from './layout-sample.ts';
import { faces, lacks, pagesOf, phrase, printed, textOfPdf, wordsOf } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const noPoppler = lacks('pdftotext');
const minutes = sampleMinutes({ members: 7, criteria: 30 });

describe.skipIf(noPoppler)('form 1.9 on the page', () => {
  it('[MP1] head, fields, closing, signatures and recipients come in the order of the form, in NFC', async () => {
    const { pdf } = await printed(minutes);
    const text = textOfPdf(pdf).replace(/\s+/g, ' ');
    const wanted = [
      'UBND TỈNH SÔNG LAM',
      'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG',
      'Số: 05/BB-HĐĐG',
      'BIÊN BẢN',
      'Họp Hội đồng đánh giá nền tảng số',
      'Thời gian bắt đầu: 08 giờ 30 phút, ngày 05 tháng 02 năm 2026.',
      'Địa điểm: Phòng họp số 2',
      'Thành phần tham dự:',
      'Chủ trì (chủ tọa): Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
      'Thư ký (người ghi biên bản): Vũ Thùy Dương',
      'Nội dung (theo diễn biến cuộc họp):',
      '1. Căn cứ và tư cách tham dự',
      '5. Kết luận',
      'Cuộc họp kết thúc vào 11 giờ 45 phút, ngày 05 tháng 02 năm 2026./.',
      'THƯ KÝ',
      'Nơi nhận:',
      '- Lưu: VT, HSCV.',
      'Phụ lục I',
      'Phụ lục II',
    ];
    let from = 0;
    for (const part of wanted) {
      const at = text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at + part.length;
    }
    for (const part of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'])
      expect(text).toContain(part);
    expect(text.normalize('NFC')).toBe(text);
  });

  it('[MP2] the page number stands in the middle of the top margin from page 2 on, also on pages that lie across', async () => {
    const { pdf, pages } = await printed(minutes);
    const words = wordsOf(pdf);
    const inMargin = words.filter((word) => word.bottom < margins.top);
    expect(inMargin.map(({ page, text }) => [page, text])).toEqual(
      Array.from({ length: pages - 1 }, (_, at) => [at + 2, String(at + 2)]),
    );
    for (const number of inMargin) {
      const across = number.page === 3 || number.page === 4;
      const middle = margins.left + innerWidth(across) / 2;
      expect(Math.abs((number.x0 + number.x1) / 2 - middle)).toBeLessThan(1);
    }
  });

  it('[MP3] the rule under the motto is as long as the motto; under council and title a third to a half of the text', () => {
    const rules: number[] = [];
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(walk);
      else if (typeof node === 'object' && node !== null) {
        if ('type' in node && node.type === 'line' && 'x1' in node && 'x2' in node)
          rules.push(Number(node.x2) - Number(node.x1));
        Object.values(node).forEach(walk);
      }
    };
    walk(head({ ...minutes, council: 'HỘI ĐỒNG ĐÁNH GIÁ', subject: 'Họp Hội đồng' }, faces));
    const [council = 0, motto = 0, subject = 0] = rules;
    expect(rules).toHaveLength(3);
    expect(motto).toBeCloseTo(faces.width('Độc lập - Tự do - Hạnh phúc', 13, 'bold'), 3);
    for (const [rule, text, size] of [
      [council, 'HỘI ĐỒNG ĐÁNH GIÁ', 12],
      [subject, 'Họp Hội đồng', 14],
    ] as const) {
      const share = rule / faces.width(text, size, 'bold');
      expect(share).toBeGreaterThan(1 / 3);
      expect(share).toBeLessThan(1 / 2);
    }
  });

  it('[MP1] body text keeps the margins: left 30 mm, right and foot 20 mm, first line 1 cm', async () => {
    const { pdf } = await printed(minutes);
    const words = wordsOf(pdf).filter(
      (word) => word.page === 2 && word.top > margins.top && word.bottom < A4.height - margins.bottom,
    );
    expect(Math.min(...words.map((word) => word.x0))).toBeCloseTo(margins.left, 0);
    expect(Math.max(...words.map((word) => word.x1))).toBeCloseTo(A4.width - margins.right, 0);
    const first = phrase(words, 'Ý kiến 3:');
    expect((first?.x0 ?? 0) - margins.left).toBeCloseTo(28.35, 0);
  });

  it('[MP2] an empty superior agency leaves no gap and no stray line', async () => {
    const { pdf } = await printed({ ...minutes, superior: '' });
    expect(pagesOf(pdf)[0]?.trimStart().startsWith('HỘI ĐỒNG')).toBe(true);
  });
});

describe.skipIf(noPoppler)('signatures', () => {
  const lengths = Array.from({ length: 9 }, (_, at) => at);

  it.each(lengths)(
    '[MP4] with %i paragraphs of discussion the box is the empty room between title and name',
    async (discussion) => {
      const shorter = { ...sampleMinutes({ members: 7, criteria: 3, discussion }), appendices: [] };
      const { pdf, boxes } = await printed(shorter);
      const words = wordsOf(pdf);
      expect(boxes.map(({ field }) => field)).toEqual(['ThuKy', 'ChuToa']);
      for (const { field, title, role, name } of shorter.signatories) {
        const box = boxes.find((one) => one.field === field);
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box?.rect ?? [];
        const above = phrase(words, role === '' ? title : role);
        const under = phrase(words, name);
        expect([above?.page, under?.page]).toEqual([box?.page, box?.page]);
        expect(A4.height - y1).toBeGreaterThanOrEqual((above?.bottom ?? 0) - 1.5);
        expect(A4.height - y0).toBeLessThanOrEqual(under?.top ?? 0);
        expect((under?.top ?? 0) - (A4.height - y0)).toBeLessThan(8);
        expect(Math.abs((x0 + x1) / 2 - ((under?.x0 ?? 0) + (under?.x1 ?? 0)) / 2)).toBeLessThan(1);
        expect(y1 - y0).toBeGreaterThanOrEqual(62);
        const within = words.filter(
          (word) =>
            word.page === box?.page &&
            word.x1 > x0 &&
            word.x0 < x1 &&
            word.bottom - 2 > A4.height - y1 &&
            word.top < A4.height - y0,
        );
        expect(within).toEqual([]);
      }
      const [left, right] = ['THƯ KÝ', 'CHỦ TỌA'].map((title) => phrase(words, title));
      expect(left?.x1).toBeLessThan(right?.x0 ?? 0);
      const closing = phrase(words, 'Cuộc họp kết thúc vào');
      expect(closing?.page).toBe(left?.page);
    },
  );

  it('[MP4] over those lengths the signatures did meet a page end', async () => {
    const pages = new Set<number>();
    for (const discussion of lengths) {
      const shorter = { ...sampleMinutes({ members: 7, criteria: 3, discussion }), appendices: [] };
      pages.add((await printed(shorter)).boxes[0]?.page ?? 0);
    }
    expect(pages.size).toBeGreaterThan(1);
  });

  it('[MP4] a closing sentence longer than a page does not tear the signatures apart', async () => {
    const long = Array.from({ length: 150 }, () => 'Biên bản được đọc lại cho các thành viên cùng nghe.').join(' ');
    const { pdf, boxes } = await printed({
      ...minutes,
      appendices: [],
      closing: { id: 'closing', parts: [`${long}./.`] },
    });
    const words = wordsOf(pdf);
    const found = ['CHỦ TỌA', 'CHỦ TỊCH HỘI ĐỒNG', 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm'].map(
      (text) => phrase(words, text)?.page,
    );
    expect(new Set([...found, ...boxes.map(({ page }) => page)]).size).toBe(1);
  });

  it('[MP4] one signatory alone keeps its side', async () => {
    const chair = minutes.signatories.filter(({ field }) => field === 'ChuToa');
    const { boxes } = await printed({ ...minutes, signatories: chair });
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.rect[0]).toBeGreaterThan(A4.width / 2);
  });
});
