// What files say as plain values and as words, from real files; and files made to exhaust whoever reads them.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { openEvidenceReader, type ReaderOptions } from '../../../electron/reading/evidence-reader.ts';
import type { Piece } from '../../../electron/reading/messages.ts';
import type { PlainPart } from '../../../shared/contract/evidence-methods.ts';
import { bombDocx, docxOf, linked, manyPagesPdf, paragraph, pdfOf, pictured, table } from '../../helpers/made-files.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const worker = new URL('../../../electron/reading/reading-worker.ts', import.meta.url);
/** Every file starts a worker: on a busy machine each takes its time. */
vi.setConfig({ testTimeout: 60_000 });

function reading(limits: ReaderOptions['limits'] = {}) {
  const reader = openEvidenceReader({ worker, limits });
  const folder = tempFolder();
  onTestFinished(() => reader.close());
  let files = 0;
  /** Without an ending: nothing may go by it. */
  const place = async (bytes: Uint8Array | string): Promise<string> => {
    files += 1;
    const file = path.join(folder, `f${files}`);
    await writeFile(file, bytes);
    return file;
  };
  return {
    plain: async (bytes: Uint8Array | string, part = 1, from = 0) => await reader.plain(await place(bytes), part, from),
    at: async (bytes: Uint8Array | string) => {
      const file = await place(bytes);
      return async (part: number, from: number) => await reader.plain(file, part, from);
    },
    words: async (bytes: Uint8Array | string) => {
      const pieces: Piece[] = [];
      const result = await reader.words(
        await place(bytes),
        (more) => pieces.push(...more),
        new AbortController().signal,
      );
      return { pieces, code: result.ok ? (result.value.isCut ? 'cut' : 'whole') : result.refusal.code };
    },
  };
}
const blocksOf = (result: { readonly ok: boolean; readonly value?: PlainPart }) =>
  result.value?.of === 'blocks' ? result.value.blocks : result;

test('[SE2] the words of a PDF come page by page, with their marks and without what a page leaves empty', async () => {
  const { words } = reading();
  const { pieces, code } = await words(await pdfOf(['Báo cáo kiểm thử tải', '\u00a0', 'Đạt 99,95 %']));
  expect(code).toBe('whole');
  expect(pieces.map(({ page, text }) => [page, text.trim()])).toEqual([
    [1, 'Báo cáo kiểm thử tải'],
    [3, 'Đạt 99,95 %'],
  ]);
});

test('[SE2] a document of Word gives headings, paragraphs and tables, and none of its links', async () => {
  const body =
    paragraph('Kết quả', 'H1') +
    paragraph('Độ trễ &lt; 2 giây &amp; ổn định') +
    table([
      ['Chỉ tiêu', 'Giá trị'],
      ['Tải', '1000'],
    ]);
  const { plain, words } = reading();
  expect(blocksOf(await plain(docxOf(body)))).toEqual([
    { is: 'heading', level: 1, text: 'Kết quả' },
    { is: 'paragraph', text: 'Độ trễ < 2 giây & ổn định' },
    {
      is: 'table',
      rows: [
        ['Chỉ tiêu', 'Giá trị'],
        ['Tải', '1000'],
      ],
    },
  ]);
  expect((await words(docxOf(body))).pieces[0]?.text).toContain('Độ trễ < 2 giây');
});

test('[SE2] links and pictures of a document keep their words and point nowhere; a table in a table is lines', async () => {
  const { plain, words } = reading();
  const outer = `<w:tbl><w:tr><w:tc>${paragraph('ngoài')}${table([['một', 'hai']])}</w:tc></w:tr></w:tbl>`;
  const body =
    linked('xem tại đây') +
    pictured('sau ảnh') +
    '<w:p><w:del w:id="1"><w:r><w:delText>đã xoá</w:delText></w:r></w:del></w:p>' +
    outer;
  const result = await plain(docxOf(body));
  expect(blocksOf(result)).toMatchObject([
    { is: 'paragraph', text: 'xem tại đây' },
    { is: 'paragraph', text: 'sau ảnh' },
    { is: 'table', rows: [['ngoài\nmột\nhai']] },
  ]);
  expect(JSON.stringify(result)).not.toMatch(/vi-du|đã xoá/);
  expect((await words(docxOf(pictured('')))).code).toBe('reading-no-text');
});

test('[SE2] a workbook gives its sheets with every row at its number; CSV and Markdown give what they are', async () => {
  const { plain, words } = reading();
  const xlsx = await writeXlsx([
    { sheet: 'Tải', data: [['Chỉ tiêu', 'Giá trị'], [], ['Độ trễ', 2]] },
    { sheet: 'Ghi chú', data: [['=1+1']] },
  ] as never).toBuffer();
  expect(await plain(xlsx, 1)).toMatchObject({
    value: { of: 'sheet', sheets: ['Tải', 'Ghi chú'], rows: [['Chỉ tiêu', 'Giá trị'], [], ['Độ trễ', '2']], total: 3 },
  });
  expect(await plain(xlsx, 3)).toMatchObject({ refusal: { code: 'reading-no-part' } });
  expect((await words(xlsx)).pieces.map(({ page }) => page)).toEqual([1, 2]);
  expect(await plain('stt;tên;giá trị\n1;"Tải; đỉnh";5\n2;Trễ;7\n')).toMatchObject({
    value: {
      of: 'sheet',
      sheets: [''],
      rows: [
        ['stt', 'tên', 'giá trị'],
        ['1', 'Tải; đỉnh', '5'],
        ['2', 'Trễ', '7'],
      ],
    },
  });
  const markdown =
    '# Báo cáo\n\nXem [phụ lục](http://vi-du.test) **nay**.\n\n- một\n  - hai\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  expect(blocksOf(await plain(markdown))).toEqual([
    { is: 'heading', level: 1, text: 'Báo cáo' },
    { is: 'paragraph', text: 'Xem phụ lục nay.' },
    { is: 'item', depth: 1, text: 'một' },
    { is: 'item', depth: 2, text: 'hai' },
    {
      is: 'table',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
  ]);
  expect(blocksOf(await plain('một\nhai\n\nba'))).toEqual([
    { is: 'paragraph', text: 'một\nhai' },
    { is: 'paragraph', text: 'ba' },
  ]);
});

test('[SE3] a long file comes in stretches that fit a link, one after another, from one reading', async () => {
  const { at } = reading();
  const file = await at(Array.from({ length: 1_000 }, (_, row) => `${row};${'x'.repeat(900)};z`).join('\n'));
  const numbers: string[] = [];
  for (let from = 0; from < 1_000; ) {
    const { value } = (await file(1, from)) as { value: PlainPart & { of: 'sheet' } };
    expect([value.from, value.total]).toEqual([from, 1_000]);
    expect(value.rows.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(value).length).toBeLessThan(256 * 1024);
    numbers.push(...value.rows.map((row) => row[0] ?? ''));
    from += value.rows.length;
  }
  expect(numbers).toEqual(Array.from({ length: 1_000 }, (_, row) => String(row)));
});

test('[SE4] what has no words says why', async () => {
  const { words, plain } = reading();
  const codes = async (...files: (Uint8Array | string)[]) =>
    await Promise.all(files.map(async (file) => (await words(file)).code));
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
  expect(await codes(png, '%PDF-1.7\nnothing of a PDF', await pdfOf(['\u00a0']))).toEqual([
    'reading-kind',
    'reading-broken',
    'reading-no-text',
  ]);
  expect(await plain(await pdfOf(['a']))).toMatchObject({ refusal: { code: 'reading-kind' } });
});

test('[SE5] bombs, entities and nests end in a refusal, soon and in bounded memory', async () => {
  const { words } = reading();
  const started = performance.now();
  const deep = `${'<w:p>'.repeat(5_000)}${'</w:p>'.repeat(5_000)}`;
  const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  expect((await words(bombDocx(200 * 1024 * 1024))).code).toBe('reading-too-large');
  expect((await words(docxOf(deep))).code).toBe('reading-broken');
  expect((await words(docxOf(paragraph('&b;'), laughs))).code).toBe('reading-broken');
  expect((await words(`# x\n\n- y\n${'>'.repeat(50_000)} z`)).code).toBe('whole');
  expect((await words(`# x\n\n- y\n\n${'['.repeat(100_000)}`)).code).toMatch(/whole|reading-time/);
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('[SE5] an endless PDF is read as far as the time goes, and that it was cut is said', async () => {
  const pdf = manyPagesPdf(30_000, 'kiem thu tai');
  const { code, pieces } = await reading({ soft: 3_000 }).words(pdf);
  expect(code).toBe('cut');
  expect(pieces.length).toBeLessThan(10_001);
  expect(pieces[0]).toEqual({ page: 1, text: 'kiem thu tai' });
});

test('[SE5] a file that holds its worker is ended with it, and the next one is read', async () => {
  const stuck = reading({ hard: 300 });
  expect((await stuck.words(manyPagesPdf(30_000, 'x'))).code).toBe('reading-time');
  const narrow = reading({ heap: 64 });
  expect((await narrow.words(docxOf(paragraph('x').repeat(150_000)))).code).toBe('reading-memory');
  expect((await reading().words('còn đọc được')).code).toBe('whole');
});
