// CSV in: signs between cells, quotes, lines and encodings; CSV out: nothing that a spreadsheet program would run.
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../electron/exports/csv-text.ts';
import { readCsvSheets, sniffDelimiter } from '../../../electron/imports/csv-sheets.ts';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { seeded } from '../../helpers/seed.ts';
import { findingsOf } from './given.ts';

const rowsOf = (text: string) => readCsvSheets(utf8(text), 'bảng.csv').sheets[0]?.rows;
const read = async (bytes: Uint8Array) => await readAnyCriteriaFile(bytes, { fileName: 'bảng.csv' });

describe('CSV', () => {
  it('[XS12] commas, semicolons and tabs are told apart by what stands in the text', () => {
    expect([sniffDelimiter('a,b;c\n1,2\n'), sniffDelimiter('a;b,c;d\n1,5;2;3'), sniffDelimiter('a\tb\n1\t2')]).toEqual([
      ',',
      ';',
      '\t',
    ]);
    expect([sniffDelimiter('Tiêu đề\n"a,b,c,d";x\n"1,2,3";y'), sniffDelimiter('một cột')]).toEqual([';', ',']);
    expect(rowsOf('sep=;\r\na;b,c\r\n')).toEqual([{ row: 2, line: 2, cells: ['a', 'b,c'] }]);
  });

  it('[XS12] quotes, line breaks in a cell, empty rows: rows and lines are those of the file', () => {
    const text = '\ufeffa,"b ""c"""\r\n\r\n"một\r\nhai",x\r\n,\r\ncuối\r\n';
    expect(rowsOf(text)).toEqual([
      { row: 1, line: 1, cells: ['a', 'b "c"'] },
      { row: 3, line: 3, cells: ['một\nhai', 'x'] },
      { row: 5, line: 6, cells: ['cuối'] },
    ]);
  });

  const bad: readonly (readonly [string, Uint8Array, object])[] = [
    ['a quote that never closes', utf8('Tiêu chí,b\n"x,1\n'), { code: 'csv-broken' }],
    ['a quote inside a bare cell', utf8('Tiêu chí,b\nx"y,1\n'), { code: 'csv-broken', line: 2 }],
    ['text after a closing quote', utf8('Tiêu chí,b\n1,2\n"x"y,1\n'), { code: 'csv-broken', line: 3 }],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x2c, 0, 0x42, 0]), { code: 'encoding-utf16' }],
    [
      'CP1258',
      new Uint8Array([...utf8('a,b\n'), 0x54, 0x69, 0xea, 0x75, 0x2c, 0x31]),
      { code: 'encoding-not-utf8', line: 2 },
    ],
    ['nothing', utf8('   \n'), { code: 'file-empty' }],
    [
      'a cell beyond the limit',
      utf8(`Tiêu chí,b\nx,${'ô'.repeat(40_000)}\n`),
      { code: 'cell-long', row: 2, line: 2, column: 2 },
    ],
    ['a cell of megabytes', utf8(`Tiêu chí,b\nx,"${'ô'.repeat(3_000_000)}"\n`), { code: 'cell-long' }],
    ['nothing but commas', utf8(`Tiêu chí,b\n${`${','.repeat(150)}\n`.repeat(5_000)}`), { code: 'sheet-cells' }],
    ['too many columns', utf8(`Tiêu chí\n${','.repeat(250)}x\n`), { code: 'sheet-columns', row: 2 }],
    ['too many rows', utf8(`Tiêu chí\n${'x\n'.repeat(20_001)}`), { code: 'sheet-rows', row: 20_001 }],
  ];
  it.each(bad)('[XS12] %s is refused with its place', async (_, bytes, said) => {
    const found = await read(bytes);
    expect(found).toMatchObject({ ok: false, format: 'csv' });
    expect(findingsOf(found)[0]).toMatchObject(said);
  });

  it('[XS8] a cell that begins like a formula is guarded on the way out and bare again on the way in', () => {
    const random = seeded('guarded cells');
    const signs = ['=', '+', '-', '@', '\t', "'", '＝', 'a', '"', ',', ';', '\n', ' ', 'đ'];
    for (let round = 0; round < 300; round++) {
      const cells = Array.from({ length: 4 }, () =>
        Array.from({ length: random.integer(1, 5) }, () => random.pick(signs)).join(''),
      );
      const table = [
        ['đầu', 'x', 'y', 'z'],
        [...cells.slice(0, 3), 'cuối'],
      ];
      const bytes = csvText(table);
      const text = new TextDecoder().decode(bytes);
      // As a program sees it that takes the quotes of CSV off and runs what begins so.
      for (const [, cell = ''] of text.matchAll(/"((?:[^"]|"")*)"/g)) expect(cell).not.toMatch(/^[=+\-@\t＝]/);
      expect(readCsvSheets(bytes, 'a.csv').sheets[0]?.rows.map((row) => row.cells)).toEqual(table);
    }
  });
});
