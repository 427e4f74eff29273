// Appendices of every size: nothing lost, heads repeated, columns that hold their words, hashes in two lines.
import { describe, expect, it, vi } from 'vitest';
import { walkPages } from '../../../electron/minutes/appendix-table.ts';
import { cell, planTable } from '../../../electron/minutes/column-widths.ts';
import { innerWidth } from '../../../electron/minutes/page.ts';
import type { Minutes, Table } from '../../../shared/minutes/content.ts';
import { hashLike, sampleMinutes } from './layout-sample.ts';
import { faces, lacks, pagesOf, printed, run, wordsOf } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const noPoppler = lacks('pdftotext', 'pdfinfo');
const sizes = [
  { members: 7, criteria: 30 },
  { members: 15, criteria: 120 },
  { members: 3, criteria: 1 },
];

const marksTable = (minutes: Minutes): Table => {
  const table = minutes.appendices[0]?.tables[0];
  if (!table) throw new Error('sample without a table');
  return table;
};

describe('columns', () => {
  it.each(sizes)(
    '[MP9] $members members: columns fill the page to the point, and every head word stays whole',
    (size) => {
      const table = marksTable(sampleMinutes(size));
      const plan = planTable(table, innerWidth(true), faces);
      const taken = plan.widths.reduce((sum, width) => sum + width + 2 * cell.paddingX + cell.border, cell.border);
      expect(taken).toBeCloseTo(innerWidth(true), 6);
      for (const [at, { label }] of table.columns.entries())
        for (const word of label.split(' '))
          expect(faces.width(word, plan.size, 'bold'), word).toBeLessThanOrEqual((plan.widths[at] ?? 0) + 1e-6);
      const marks = plan.widths.filter((_, at) => table.columns[at]?.width === 'mark');
      expect(new Set(marks.map((width) => width.toFixed(6))).size).toBe(1);
      expect(plan.size).toBeGreaterThanOrEqual(8.5);
    },
  );

  it('[MP9] more columns than the page can hold still fill it and no more', () => {
    const columns = Array.from({ length: 60 }, (_, at) => ({
      label: `Thành viên thứ ${at}`,
      width: 'mark' as const,
      align: 'center' as const,
    }));
    const plan = planTable({ columns, rows: [{ cells: columns.map(() => 'Đ') }] }, innerWidth(false), faces);
    const taken = plan.widths.reduce((sum, width) => sum + width + 2 * cell.paddingX + cell.border, cell.border);
    expect(taken).toBeCloseTo(innerWidth(false), 6);
    expect(plan.widths.every((width) => width > 0)).toBe(true);
  });

  it('[MP9] a new page begins before a group that would stand alone, not before others', () => {
    const rows = [
      { cells: ['A'], style: 'group' as const },
      { cells: ['1'] },
      { cells: ['B'], style: 'group' as const },
      { cells: ['2'] },
    ];
    const plan = { size: 10, hashSize: 8, widths: [100], head: 20, rows: [20, 20, 20, 40] };
    expect(walkPages(rows, plan, 0, 100).starts).toEqual([2]);
    expect(walkPages(rows, plan, 0, 120).starts).toEqual([]);
  });
});

describe.skipIf(noPoppler)('printed appendices', () => {
  it.each(sizes)(
    '[MP9] $members members x $criteria criteria: every row is there, heads come again, no group stands alone',
    async (size) => {
      const minutes = sampleMinutes(size);
      const { pdf } = await printed(minutes);
      const words = wordsOf(pdf);
      const numbers = words.filter(({ text }) => /^\d+\.\d+$/.test(text)).map(({ text }) => text);
      const wanted = Array.from({ length: size.criteria }, (_, row) => `${Math.floor(row / 10) + 1}.${(row % 10) + 1}`);
      expect(wanted.filter((number) => !numbers.includes(number))).toEqual([]);
      const across = [
        ...run('pdfinfo', ['-f', '1', '-l', '-1', 'FILE'], pdf).matchAll(/Page +(\d+) size: +841\.89 x 595\.28/g),
      ].map((found) => Number(found[1]));
      expect(across.length).toBeGreaterThan(0);
      for (const page of across) {
        const here = words.filter((word) => word.page === page);
        for (let member = 1; member <= size.members; member += 1)
          expect(
            here.filter(({ text }) => text === `TV${member}`).length,
            `TV${member} on page ${page}`,
          ).toBeGreaterThan(0);
        const body = here.filter(({ x0, bottom }) => x0 < 130 && bottom < 540);
        const last = body.toSorted((a, b) => a.top - b.top).at(-1);
        expect(body.filter(({ top }) => Math.abs(top - (last?.top ?? 0)) < 2).map(({ text }) => text)).not.toContain(
          'Nhóm',
        );
        expect(Math.max(...here.map(({ x1 }) => x1))).toBeLessThanOrEqual(841.89 - 56);
      }
    },
  );

  it('[MP9] a cell longer than a page is printed to its last word', async () => {
    const minutes = sampleMinutes({ members: 3, criteria: 2 });
    const long = Array.from({ length: 1500 }, (_, at) => `từ${at}`).join(' ');
    const table = {
      columns: [{ label: 'Ý kiến', width: 'text' as const, align: 'left' as const }],
      rows: [{ cells: ['ngắn'] }, { cells: [long] }],
    };
    const { pdf } = await printed({
      ...minutes,
      appendices: [{ number: 'I', title: 'Ý KIẾN', notes: [], tables: [table], landscape: false }],
    });
    const text = new Set(wordsOf(pdf).map((word) => word.text));
    expect(long.split(' ').filter((word) => !text.has(word))).toEqual([]);
  });

  it('[MP9] a word wider than its column is cut, not pushed over the edge', async () => {
    const minutes = sampleMinutes({ members: 3, criteria: 2 });
    const table = {
      columns: [
        { label: 'A', width: 'number' as const, align: 'left' as const },
        { label: 'Tệp', width: 'text' as const, align: 'left' as const },
      ],
      rows: [{ cells: ['1', 'x'.repeat(400)] }],
    };
    const { pdf } = await printed({
      ...minutes,
      appendices: [{ number: 'I', title: 'TỆP', notes: [], tables: [table], landscape: false }],
    });
    const parts = wordsOf(pdf).filter(({ text }) => /^x+$/.test(text));
    expect(parts.map(({ text }) => text).join('')).toHaveLength(400);
    expect(Math.max(...parts.map(({ x1 }) => x1))).toBeLessThanOrEqual(595.28 - 56);
  });

  it('[MP10] each SHA-256 stands in two lines of 32 digits of one width', async () => {
    const { pdf } = await printed(sampleMinutes({ members: 7, criteria: 3 }));
    const words = wordsOf(pdf);
    for (let at = 1; at <= 24; at += 1) {
      const hash = hashLike(at);
      const lines = [hash.slice(0, 32), hash.slice(32)].map((text) => words.find((word) => word.text === text));
      expect(
        lines.every((line) => line !== undefined),
        hash,
      ).toBe(true);
      const [first, second] = lines;
      expect(first?.x0).toBeCloseTo(second?.x0 ?? 0, 1);
      expect(Math.abs((first?.x1 ?? 0) - (second?.x1 ?? 0))).toBeLessThan(1);
    }
  });

  it('[MP10] a key stands in two lines of half its signs, whatever hyphens it has; what follows it comes below', async () => {
    const minutes = sampleMinutes({ members: 3, criteria: 2 });
    const key = 'EGaE1GJecbO-WWWWWWWWWWWWWWWWWWWWWWWWWWWW_-4';
    const columns = [{ label: 'Khóa', width: 'hash' as const, align: 'left' as const }];
    const table = { columns, rows: [{ cells: [`${key} (đã gỡ)`] }] };
    const appendix = { number: 'I', title: 'THIẾT BỊ', notes: [], tables: [table], landscape: false };
    const words = wordsOf((await printed({ ...minutes, appendices: [appendix] })).pdf).map(({ text }) => text);
    const at = words.indexOf(key.slice(0, 22));
    expect(words.slice(at, at + 4)).toEqual([key.slice(0, 22), key.slice(22), '(đã', 'gỡ)']);
  });

  it('[MP9] the cells of a group are printed all; a row with more cells than columns is a fault', async () => {
    const minutes = sampleMinutes({ members: 3, criteria: 2 });
    const columns = [
      { label: 'TT', width: 'number' as const, align: 'center' as const },
      { label: 'Tiêu chí', width: 'text' as const, align: 'left' as const },
    ];
    const appendix = { number: 'I', title: 'BẢNG', notes: [], landscape: false };
    const group = { columns, rows: [{ cells: ['A', 'Chức năng'], style: 'group' as const }] };
    expect(
      pagesOf((await printed({ ...minutes, appendices: [{ ...appendix, tables: [group] }] })).pdf).at(-1),
    ).toContain('A. Chức năng');
    const torn = { columns, rows: [{ cells: ['1', 'a', 'b'] }] };
    await expect(printed({ ...minutes, appendices: [{ ...appendix, tables: [torn] }] })).rejects.toThrow('more cells');
  });

  it('[MP9] an appendix without rows, and minutes without appendices, are printed', async () => {
    const minutes = sampleMinutes({ members: 3, criteria: 2 });
    const empty = {
      number: 'I',
      title: 'DANH MỤC',
      notes: ['Không có.'],
      tables: [{ ...marksTable(minutes), rows: [] }],
      landscape: true,
    };
    expect(pagesOf((await printed({ ...minutes, appendices: [empty] })).pdf).at(-1)).toContain('Không có.');
    expect((await printed({ ...minutes, appendices: [] })).pages).toBe(2);
  });
});
