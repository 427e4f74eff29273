// Sheets that people wrote themselves: which column is what, what is assumed, and where exactly something is wrong.
import { describe, expect, it } from 'vitest';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { headingKey } from '../../../electron/imports/sheet-mapping.ts';
import { readConditions, readLevels, readTags } from '../../../electron/imports/sheet-syntax.ts';
import { kindOf, readFlag, whenOf } from '../../../electron/imports/sheet-words.ts';
import { type SheetMapping, sheetMapping } from '../../../shared/contract/criteria-library.ts';
import { findingsOf, setFrom } from './given.ts';
import { madeBook, tableBook, textRows } from './made-zip.ts';

const read = async (bytes: Uint8Array, mapping?: SheetMapping) =>
  await readAnyCriteriaFile(bytes, { fileName: 'Tệp.xlsx', ...(mapping === undefined ? {} : { mapping }) });
const HEAD = [
  'Mã tiêu chí',
  'Tiêu chí',
  'Loại',
  'Đơn vị',
  'So sánh',
  'Ngưỡng',
  'Các mức điểm',
  'Điểm đạt',
  'Bắt buộc',
  'Nhãn',
  'Chỉ áp dụng khi',
];
const table = (...rows: readonly (readonly string[])[]) => tableBook([HEAD, ...rows]);

/** What is wrong, the second row of the table, the code, the column. */
const BAD: readonly (readonly [string, readonly string[], string, number])[] = [
  ['no statement', ['A1', '', 'đạt / không đạt'], 'field-missing', 2],
  ['no id', ['', 'x', 'đạt / không đạt'], 'field-missing', 1],
  ['an id with blanks', ['A 1', 'x', 'đạt / không đạt'], 'id-malformed', 1],
  ['a kind of its own', ['A1', 'x', 'tùy'], 'kind-unknown', 3],
  ['a threshold in words', ['A1', 'x', 'đo được', '%', '>=', 'cao'], 'threshold-malformed', 6],
  ['a threshold that can be read in two ways', ['A1', 'x', 'đo được', 'người', '>=', '1,000'], 'number-ambiguous', 6],
  ['a percent beside another unit', ['A1', 'x', 'đo được', 'giây', '>=', '5%'], 'threshold-malformed', 6],
  ['no unit', ['A1', 'x', 'đo được', '', '>=', '5'], 'field-missing', 4],
  ['no comparator', ['A1', 'x', 'đo được', '%', '', '5'], 'field-missing', 5],
  ['a comparator of its own', ['A1', 'x', 'đo được', '%', 'hơn', '5'], 'comparator-unknown', 5],
  ['a threshold on pass or fail', ['A1', 'x', 'đạt / không đạt', '', '', '5'], 'measured-only', 6],
  ['a level without points', ['A1', 'x', 'điểm', '', '', '', 'Kém; 50=Khá', '50'], 'level-malformed', 7],
  ['levels that fall', ['A1', 'x', 'điểm', '', '', '', '50=Khá; 0=Kém', '50'], 'levels-order', 7],
  ['points above a hundred', ['A1', 'x', 'điểm', '', '', '', '0=Kém; 150=Khá', '0'], 'points-malformed', 7],
  ['a pass mark of no level', ['A1', 'x', 'điểm', '', '', '', '0=Kém; 50=Khá', '40'], 'pass-between-levels', 8],
  ['no pass mark', ['A1', 'x', 'điểm', '', '', '', '0=Kém; 50=Khá', ''], 'field-missing', 8],
  ['no levels', ['A1', 'x', 'điểm', '', '', '', '', '5'], 'list-empty', 7],
  ['neither yes nor no', ['A1', 'x', 'đạt / không đạt', '', '', '', '', '', 'có thể'], 'flag-malformed', 9],
  ['a tag with blanks', ['A1', 'x', 'đạt / không đạt', '', '', '', '', '', '', 'hai từ'], 'id-malformed', 10],
  [
    'a condition without a mark',
    ['A1', 'x', 'đạt / không đạt', '', '', '', '', '', '', '', 'B1'],
    'condition-malformed',
    11,
  ],
  [
    'a condition on nothing',
    ['A1', 'x', 'đạt / không đạt', '', '', '', '', '', '', '', 'Z9=đạt'],
    'condition-unknown',
    11,
  ],
  [
    'a condition on itself',
    ['A1', 'x', 'đạt / không đạt', '', '', '', '', '', '', '', 'A1=đạt'],
    'condition-itself',
    11,
  ],
];

describe('errors in a sheet', () => {
  it.each(BAD)('[XS4] %s is said at its cell', async (_, cells, code, column) => {
    const found = await read(table(['G1', 'Tốt', 'đạt / không đạt'], cells));
    expect(found.ok).toBe(false);
    const errors = findingsOf(found).filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code, sheet: 'Bảng', row: 3, column }]);
  });

  it('[XS4] an id that stands twice names the second cell; the set and its rules name theirs', async () => {
    const twice = await read(table(['A1', 'x', 'đạt / không đạt'], ['A1', 'y', 'đạt / không đạt']));
    expect(findingsOf(twice)[0]).toMatchObject({ code: 'id-duplicate', sheet: 'Bảng', row: 3, column: 1 });
    const set = textRows([
      ['Mã bộ tiêu chí', 'hai từ'],
      ['Phiên bản', '1'],
      ['Tên', 'Bộ'],
      ['Ngày ban hành', '01/07/2026'],
      ['Số quyết định ban hành', '1'],
      ['Cơ quan ban hành', 'Bộ'],
      ['Bộ mẫu', 'hình như'],
      ['Lạ', 'x'],
      ['Phiên bản', '2'],
    ]);
    const rules = textRows([
      ['Kết quả'],
      ['Khi', 'Mã kết quả', 'Kết quả'],
      ['đạt mọi tiêu chí', 'dat', 'Đạt'],
      ['khi nào đó', 'x', 'X'],
      ['otherwise', '', 'Không đạt'],
    ]);
    const whole = await read(
      madeBook({
        sheets: [
          { name: 'Bộ', rows: set },
          { name: 'TC', rows: textRows([HEAD, ['A1', 'x', 'pass / fail']]) },
          { name: 'KQ', rows: rules },
        ],
      }),
    );
    expect(findingsOf(whole).map(({ code, sheet, row, column }) => [code, sheet, row, column])).toEqual(
      expect.arrayContaining([
        ['id-malformed', 'Bộ', 1, 2],
        ['date-malformed', 'Bộ', 4, 2],
        ['flag-malformed', 'Bộ', 7, 2],
        ['label-unknown', 'Bộ', 8, 1],
        ['label-twice', 'Bộ', 9, 2],
        ['when-unknown', 'KQ', 4, 1],
        ['field-missing', 'KQ', 5, 2],
      ]),
    );
  });
});

describe('a sheet by a mapping', () => {
  const rows = [
    ['Danh mục'],
    ['', 'Bảo mật'],
    ['1', 'Có kiểm thử', 'x'],
    ['2', 'Có nhật ký', ''],
    ['', 'Vận hành'],
    ['3', 'Có sao lưu', 'có'],
  ];
  const mapping: SheetMapping = {
    sheet: 'Bảng',
    headerRow: 0,
    columns: [
      { field: 'id', column: 1 },
      { field: 'vi', column: 2 },
      { field: 'must-pass', column: 3 },
    ],
  };

  it('[XS5] without headings nothing is guessed; what is chosen is taken', async () => {
    const blind = await read(tableBook(rows));
    expect(findingsOf(blind)).toMatchObject([{ code: 'heading-none', sheet: 'Bảng' }]);
    expect(blind.beside?.table).toMatchObject({
      mapped: 'guessed',
      mapping: { sheet: 'Bảng', columns: [] },
      sheets: [{ rowCount: 6 }],
    });
    expect(sheetMapping.safeParse(blind.beside?.table?.mapping).success).toBe(true);
    const cleaned = tableBook(rows.filter(([id]) => /^\d$/.test(id ?? '')));
    const chosen = await read(cleaned, mapping);
    expect(chosen.beside?.table).toMatchObject({ mapped: 'chosen', mapping });
    expect(setFrom(chosen)).toMatchObject({
      id: 'tep',
      version: '1',
      name: { vi: 'Tệp' },
      groups: [{ id: 'G1', criteria: [{ id: '1', mustPass: true }, { id: '2' }, { id: '3', mustPass: true }] }],
      outcomes: [
        { when: { is: 'all-met' }, outcome: 'dat' },
        { when: { is: 'otherwise' }, outcome: 'khong_dat' },
      ],
    });
  });

  it('[XS5] a mapping that does not fit the file is refused with its place', async () => {
    const wrong = { ...mapping, sheet: 'Khác' };
    expect(findingsOf(await read(tableBook(rows), wrong))).toMatchObject([
      { code: 'mapping-sheet', params: { name: 'Khác' } },
    ]);
    const columns: SheetMapping['columns'] = [
      ...mapping.columns,
      { field: 'en', column: 2 },
      { field: 'tags', column: 9 },
    ];
    expect(findingsOf(await read(tableBook(rows), { ...mapping, columns }))).toMatchObject([
      { code: 'mapping-twice', params: { field: 'en' }, column: 2 },
      { code: 'mapping-column', column: 9 },
    ]);
  });

  it('[XS5] headings in either language, any case, without diacritics; groups by a row of their own', async () => {
    const own = [
      ['STT', 'NHOM', 'MA TIEU CHI', 'NỘI DUNG', 'dvt', 'nguong', 'Bắt buộc', 'DẤU'],
      ['I', 'An toàn'],
      ['1', '', 'A1', 'Có kiểm thử', '', '', 'x'],
      ['2', '', 'A2', 'Sẵn sàng', '%', '99,5', '-', '≥'],
      ['II', 'Vận hành'],
      ['3', '', 'B1', 'Có sao lưu'],
      ['4', 'An toàn', 'A3', 'Có nhật ký'],
    ];
    const found = await read(tableBook(own));
    expect(
      setFrom(found).groups.map(({ id, name, criteria }) => [id, name.vi, criteria.map((each) => each.id)]),
    ).toEqual([
      ['G1', 'An toàn', ['A1', 'A2', 'A3']],
      ['G2', 'Vận hành', ['B1']],
    ]);
    expect(setFrom(found).groups[0]?.criteria).toMatchObject([
      { mustPass: true, kind: 'pass-fail' },
      { kind: 'measured', unit: '%', comparator: '>=', threshold: '99.5' },
      { kind: 'pass-fail' },
    ]);
    expect(findingsOf(found).map(({ code }) => code)).not.toContain('column-unmapped');
  });
});

describe('words and cells that hold several things', () => {
  it('[XS5] levels, tags and conditions', () => {
    expect(
      readLevels('0=Kém | Poor;\n50=Khá\\; giỏi\\|vừa \\\\ | Fair\\nenough ;').values.map((each) =>
        Object.fromEntries(each as never),
      ),
    ).toEqual([
      { points: '0', vi: 'Kém', en: 'Poor' },
      { points: '50', vi: 'Khá; giỏi|vừa \\', en: 'Fair\nenough' },
    ]);
    expect(readLevels('1=a|b|c; x').problems.map(({ params }) => params['level'])).toEqual(['1=a|b|c', 'x']);
    expect(readTags(' a ;b,\nc;; ')).toEqual(['a', 'b', 'c']);
    expect(readConditions('A.1=Đạt; B = NOT MET').values.map((each) => Object.fromEntries(each as never))).toEqual([
      { criterion: 'A.1', mark: 'dat' },
      { criterion: 'B', mark: 'khong_dat' },
    ]);
  });

  it('[XS5] yes, no, kinds and rules in the words of both languages', () => {
    expect(['có', 'X', 'TRUE', '✓', 'Đúng', '', '-', 'Không', 'no', '☐', 'có thể'].map(readFlag)).toEqual([
      ...[true, true, true, true, true, false, false, false, false, false, undefined],
    ]);
    expect(['Đạt/Không đạt', 'pass_fail', 'MEASURED', 'đo được', 'Điểm', 'thang diem', 'khác'].map(kindOf)).toEqual([
      ...['pass_fail', 'pass_fail', 'measured', 'measured', 'points', 'points', 'khác'],
    ]);
    expect(['Đạt mọi tiêu chí', 'còn lại', 'must_pass_met', 'all_met_except_tag(a)'].map(whenOf)).toEqual([
      ...['all_met', 'otherwise', 'must_pass_met', 'all_met_except_tag(a)'],
    ]);
  });

  it('[XS13] sheets with the same headings have one key, others another', () => {
    const key = (...cells: string[]): string => headingKey({ rows: [[], cells] }, 2);
    expect(key('Mã', 'Nội dung', '')).toBe(key(' MA ', 'noi-dung'));
    expect(key('Mã', 'Nội dung')).not.toBe(key('Nội dung', 'Mã'));
    expect(key('a')).toMatch(/^[0-9a-f]{64}$/);
  });
});
