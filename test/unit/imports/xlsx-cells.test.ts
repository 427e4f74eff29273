// Cells of a workbook as exact texts at their own rows and columns, whatever library wrote them.
import { describe, expect, it } from 'vitest';
import { movePoint, plainNumber } from '../../../electron/imports/plain-number.ts';
import { previewOf, SHEET_LIMITS } from '../../../electron/imports/sheet.ts';
import { readXlsxSheets } from '../../../electron/imports/xlsx-sheets.ts';
import { madeBook, textRows } from './made-zip.ts';

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0\\%&quot;%&quot;"/><numFmt numFmtId="171" formatCode="0.00%"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="171"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>';
const cellsOf = async (rows: string, more: object = {}) =>
  (await readXlsxSheets(madeBook({ sheets: [{ name: 'A', rows }], styles: STYLES, ...more }))).sheets[0]?.rows;

describe('cells', () => {
  it('[XS9] numbers are the shortest text that means the same', async () => {
    const written = [
      '0.10000000000000001',
      '1E-3',
      '1.5E+20',
      '-2.50',
      '99.95',
      '12345678901234567890',
      '-0',
      '1E+300',
      '0',
    ];
    const row = written.map((text, at) => `<c r="${String.fromCharCode(65 + at)}1"><v>${text}</v></c>`).join('');
    expect((await cellsOf(`<row r="1">${row}</row>`))?.[0]?.cells).toEqual([
      ...['0.1', '0.001', '150000000000000000000', '-2.5', '99.95', '12345678901234567890', '0', '1e+300', '0'],
    ]);
  });

  it('[XS9] the point moves by text alone', () => {
    expect([
      movePoint('0.995', 2),
      movePoint('1.1', 2),
      movePoint('-0.05', 2),
      movePoint('7', -3),
      movePoint('100', -2),
    ]).toEqual(['99.5', '110', '-5', '0.007', '1']);
    expect([plainNumber('1e-7'), plainNumber(' 5 '), plainNumber('x'), plainNumber('')]).toEqual([
      '0.0000001',
      '5',
      'x',
      '',
    ]);
  });

  it('[XS9] dates are ISO, percents are as shown, booleans are words; both calendars', async () => {
    const cells = [
      ['46204', 1],
      ['0.995', 2],
      ['1.05', 3],
      ['5', 4],
      ['46204.5', 5],
    ].map(([value, style], at) => `<c r="${String.fromCharCode(65 + Number(at))}1" s="${style}"><v>${value}</v></c>`);
    const rows = `<row r="1">${cells.join('')}<c r="F1" t="b"><v>1</v></c><c r="G1" s="99"><v>3</v></c></row>`;
    expect((await cellsOf(rows))?.[0]?.cells).toEqual([
      '2026-07-01',
      '99.5%',
      '105%',
      '5',
      '2026-07-01T12:00:00',
      'true',
      '3',
    ]);
    expect((await cellsOf(rows, { since1904: true }))?.[0]?.cells[0]).toBe('2030-07-02');
  });

  it('[XS9] texts of every kind: shared, inline, with runs, escapes and prefixes', async () => {
    const rows =
      '<x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="D3" t="inlineStr"><x:is><x:r><x:t>đậm</x:t></x:r><x:r><x:t xml:space="preserve"> và nhạt</x:t></x:r></x:is></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>1</x:v></x:c><!-- > --><x:c t="str"><x:v>a&amp;b</x:v></x:c></x:row>';
    const found = await cellsOf(rows, { prefix: 'x:', strings: ['chung', 'dòng một&#10;dòng _x0041_'] });
    expect(found).toEqual([
      { row: 3, cells: ['', 'chung', '', 'đậm và nhạt'] },
      { row: 4, cells: ['dòng một\ndòng A', 'a&b'] },
    ]);
  });

  it('[XS9] empty rows keep their numbers, and rows that are only formatted cost nothing', async () => {
    const far = '<row r="1048576" ht="15"><c r="A1048576" s="1"/></row>';
    expect(await cellsOf(`<row r="2"/><row r="5"><c r="C5"><v>1</v></c></row>${far}`)).toEqual([
      { row: 5, cells: ['', '', '1'] },
    ]);
  });

  it('[XS13] a preview shows the first rows at their places, cut to a screen', async () => {
    const rows = textRows([
      ['a', 'x'.repeat(500)],
      ...Array.from({ length: 60 }, (_, at) => ['', `hàng ${at}`, ...new Array<string>(40).fill('c')]),
    ]);
    const { sheets } = await readXlsxSheets(
      madeBook({ sheets: [{ name: 'A', rows: rows.replace('<row r="2">', '<row r="2" hidden="1">') }] }),
    );
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const preview = previewOf({ ...sheet, rows: sheet.rows.filter(({ row }) => row !== 3) });
    expect(preview).toMatchObject({ name: 'A', rowCount: 61, columnCount: 42 });
    expect(preview.rows).toHaveLength(20);
    expect(preview.rows[2]).toEqual([]);
    expect(preview.rows[3]).toHaveLength(30);
    expect(preview.rows[0]?.[1]).toHaveLength(201);
    expect(SHEET_LIMITS.cell).toBe(32_768);
  });
});
