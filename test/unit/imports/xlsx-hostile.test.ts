// Workbooks made to do harm or merely broken: each is refused with words and a place, quickly, and nothing of it is followed.
import { describe, expect, it } from 'vitest';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { readXlsxSheets } from '../../../electron/imports/xlsx-sheets.ts';
import { ZIP_LIMITS } from '../../../electron/imports/xlsx-zip.ts';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { seeded } from '../../helpers/seed.ts';
import { findingsOf } from './given.ts';
import { type MadeEntry, madeBook, madeZip, tableBook, textRows } from './made-zip.ts';

const read = async (bytes: Uint8Array, fileName = 'tệp.xlsx') => await readAnyCriteriaFile(bytes, { fileName });
const row = (cells: string, r = 1): string => `<row r="${r}">${cells}</row>`;
const book = (rows: string, more: readonly MadeEntry[] = []): Uint8Array =>
  madeBook({ sheets: [{ name: 'A', rows }], more });
const GOOD = [['Tiêu chí'], ['Có tài liệu']];

const megabytes = (count: number): Uint8Array => new Uint8Array(count * 1024 * 1024).fill(32);
const deep = (entries: number): MadeEntry[] => Array.from({ length: entries }, (_, at) => ({ name: `p${at}` }));

/** What is wrong, the file, and what the finding must say beside its code. */
const BAD: readonly (readonly [string, () => Uint8Array, object])[] = [
  ['no zip behind the signature', () => new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), { code: 'zip-broken' }],
  ['cut in the middle', () => tableBook(GOOD).subarray(0, 900), { code: 'zip-broken' }],
  [
    'an old workbook or one with a password',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    { code: 'xlsx-old' },
  ],
  ['a zip that is no workbook', () => madeZip([{ name: 'a.txt', text: 'a' }]), { code: 'xlsx-none' }],
  ['an encrypted entry', () => madeZip([{ name: 'xl/workbook.xml', says: { flags: 1 } }]), { code: 'zip-encrypted' }],
  [
    'an unknown method',
    () => madeZip([{ name: 'xl/workbook.xml', text: 'x', says: { method: 14 } }]),
    { code: 'zip-broken' },
  ],
  ['a name that climbs', () => madeZip([{ name: '../../etc/passwd', text: 'x' }]), { code: 'zip-name' }],
  ['an absolute name', () => madeZip([{ name: '/etc/passwd', text: 'x' }]), { code: 'zip-name' }],
  ['a name with a backslash', () => madeZip([{ name: 'xl\\workbook.xml', text: 'x' }]), { code: 'zip-name' }],
  [
    'one name twice',
    () =>
      madeZip([
        { name: 'xl/workbook.xml', text: '<a/>' },
        { name: 'XL/Workbook.xml', text: '<b/>' },
      ]),
    { code: 'zip-name', params: { name: 'XL/Workbook.xml' } },
  ],
  ['too many entries', () => madeZip(deep(2_001)), { code: 'zip-entries', params: { count: 2_001, limit: 2_000 } }],
  ['fewer entries than it says', () => madeZip(deep(3), 9), { code: 'zip-broken' }],
  ['a bomb of one part', () => madeZip([{ name: 'xl/workbook.xml', text: megabytes(30) }]), { code: 'zip-ratio' }],
  [
    'a bomb of many parts',
    () => madeZip(Array.from({ length: 70 }, (_, at) => ({ name: `p${at}`, text: megabytes(1) }))),
    { code: 'zip-inflated', params: { limit: ZIP_LIMITS.inflated } },
  ],
  [
    'a size that says gigabytes',
    () => madeZip([{ name: 'xl/workbook.xml', text: 'x', says: { size: 0xf000_0000 } }]),
    { code: 'zip-ratio' },
  ],
  [
    'a size that says too little',
    () => madeZip([{ name: 'xl/workbook.xml', text: megabytes(20), says: { size: 10 } }]),
    { code: 'zip-broken' },
  ],
  [
    'a wrong checksum',
    () => madeZip([{ name: 'xl/workbook.xml', text: '<a/>', says: { crc: 1 } }]),
    { code: 'zip-broken' },
  ],
  [
    'billion laughs in the workbook',
    () =>
      madeZip([
        { name: 'xl/workbook.xml', text: '<!DOCTYPE x [<!ENTITY a "ha">]><workbook>&a;</workbook>' },
        { name: 'xl/_rels/workbook.xml.rels', text: '<Relationships/>' },
      ]),
    { code: 'xlsx-doctype', params: { part: 'workbook.xml' } },
  ],
  [
    'a DOCTYPE in a sheet',
    () => book(`<!DOCTYPE x SYSTEM "http://x.example/">${textRows(GOOD)}`),
    { code: 'xlsx-doctype' },
  ],
  [
    'a DOCTYPE in the texts',
    () => madeBook({ sheets: [{ name: 'A', rows: row('<c r="A1" t="s"><v>0</v></c>') }], strings: ['<!DOCTYPE x>'] }),
    { code: 'xlsx-doctype', params: { part: 'sharedStrings' } },
  ],
  [
    'a part in UTF-16',
    () => madeZip([{ name: 'xl/workbook.xml', text: Buffer.from('\ufeff<workbook/>', 'utf16le') }]),
    { code: 'xlsx-broken', params: { part: 'xl/workbook.xml' } },
  ],
  ['a tag that never ends', () => book(row('<c r="A1"><v>1')), { code: 'xlsx-broken' }],
  ['an attribute that never ends', () => book(row('<c r="A1')), { code: 'xlsx-broken' }],
  ['a comment that never ends', () => book(`${row('<c r="A1"><v>1</v></c>')}<!-- `), { code: 'xlsx-broken' }],
  [
    'rows out of order',
    () => book(row('<c r="A2"><v>1</v></c>', 2) + row('<c r="A1"><v>1</v></c>', 1)),
    { code: 'xlsx-broken', sheet: 'A', row: 2 },
  ],
  ['a cell of another row', () => book(row('<c r="A7"><v>1</v></c>', 3)), { code: 'xlsx-broken', sheet: 'A', row: 3 }],
  ['a cell twice', () => book(row('<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>')), { code: 'xlsx-broken', row: 1 }],
  [
    'a text that is not there',
    () => book(row('<c r="B4" t="s"><v>99</v></c>', 4)),
    { code: 'xlsx-broken', row: 4, column: 2 },
  ],
  [
    'data far below',
    () => book(row('<c r="A900000"><v>1</v></c>', 900_000)),
    { code: 'sheet-rows', sheet: 'A', row: 900_000 },
  ],
  [
    'data far to the right',
    () => book(row('<c r="XFD1"><v>1</v></c>')),
    { code: 'sheet-columns', sheet: 'A', row: 1, column: 16_384 },
  ],
  [
    'a few cells far apart, which a reader would fill up',
    () => book(Array.from({ length: 20_000 }, (_, at) => row(`<c r="GR${at + 1}"><v>1</v></c>`, at + 1)).join('')),
    { code: 'sheet-cells', sheet: 'A', row: 2_501, column: 200 },
  ],
  [
    'too many cells',
    () =>
      book(textRows(Array.from({ length: 5_100 }, (_, at) => Array.from({ length: 20 }, (__, c) => `${at * 31 + c}`)))),
    { code: 'sheet-cells', sheet: 'A', row: 5_001, column: 1 },
  ],
  [
    'a cell of 10 MB',
    () => tableBook([['Tiêu chí'], ['x', Array.from({ length: 1_000_000 }, (_, at) => `${at} chữ`).join(' ')]]),
    { code: 'cell-long', sheet: 'Bảng', row: 2, column: 2 },
  ],
  [
    'one long text in many cells',
    () =>
      madeBook({
        sheets: [
          {
            name: 'A',
            rows: Array.from({ length: 400 }, (_, at) => row(`<c r="A${at + 1}" t="s"><v>0</v></c>`, at + 1)).join(''),
          },
        ],
        strings: ['chữ '.repeat(8_000)],
      }),
    { code: 'sheet-text', sheet: 'A', column: 1 },
  ],
  [
    'nothing but a hidden sheet',
    () => madeBook({ sheets: [{ name: 'A', rows: '', state: 'veryHidden' }] }),
    { code: 'file-empty' },
  ],
  ['an empty sheet', () => book(''), { code: 'heading-none', sheet: 'A' }],
];

describe('a hostile or broken workbook', () => {
  it.each(BAD)('[XS6] %s is refused in words', { timeout: 30_000 }, async (_, make, said) => {
    const bytes = make();
    const before = process.threadCpuUsage();
    const found = await read(bytes);
    const { user, system } = process.threadCpuUsage(before);
    expect(found).toMatchObject({ ok: false, format: 'xlsx' });
    const [first] = findingsOf(found);
    expect(first).toMatchObject({ severity: 'error', ...said });
    for (const language of ['vi', 'en'] as const) if (first) expect(wordFinding(first, language)).toMatch(/^[^{}]+$/);
    // Microseconds of the processor: tests share the machine.
    expect(user + system).toBeLessThan(1_000_000);
  });

  it('[XS6] whatever bytes are changed in a workbook, reading ends in a value', async () => {
    const random = seeded('broken workbooks');
    const whole = tableBook([...GOOD, ['Thứ hai', 'x'], ['Thứ ba']]);
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice(0, random.chance(20) ? random.integer(4, whole.length) : whole.length);
      for (let change = random.integer(1, 6); change > 0; change--)
        bytes[random.integer(4, bytes.length - 1)] = random.integer(0, 255);
      const found = await read(bytes);
      expect(typeof found.ok, `round ${round}`).toBe('boolean');
    }
  });

  it('[XS7] formulas are not computed, and how many there are is said', async () => {
    const cells =
      '<c r="A2" t="str"><f>A1&amp;"b"</f><v>Có tài liệu</v></c><c r="B2"><f>1/0</f></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    const { sheets, warnings } = await readXlsxSheets(book(textRows([['Tiêu chí']]) + row(cells, 2)));
    expect(sheets[0]?.rows[1]?.cells).toEqual(['Có tài liệu']);
    expect(warnings).toMatchObject([
      { code: 'cells-formulas', params: { count: 3 }, sheet: 'A', row: 2, column: 1 },
      { code: 'cell-error', params: { error: '#DIV/0!' }, sheet: 'A', row: 2, column: 3 },
    ]);
  });

  it('[XS7] macros, links, objects and comments are left behind, and named', async () => {
    const parts = [
      'xl/vbaProject.bin',
      'xl/externalLinks/externalLink1.xml',
      'xl/connections.xml',
      'xl/embeddings/a.bin',
      'xl/media/i.png',
      'xl/comments1.xml',
    ];
    const left = await readXlsxSheets(
      book(
        textRows(GOOD),
        parts.map((name) => ({ name, text: 'x' })),
      ),
    );
    expect(left.leftOut).toEqual([...parts.slice(0, 5), 'xl/comments1.xml']);
    expect(left.warnings.map(({ code, params }) => [code, params['count']])).toEqual([
      ['xlsx-macros', 1],
      ['xlsx-links', 2],
      ['xlsx-objects', 2],
      ['xlsx-comments', 1],
    ]);
    expect(await read(book(textRows(GOOD), [{ name: 'xl/vbaProject.bin' }]))).toMatchObject({
      ok: true,
      value: { leftOut: ['xl/vbaProject.bin'] },
    });
  });

  it('[XS7] a sheet that lies outside the archive is not fetched', async () => {
    const outside = madeZip([
      { name: 'xl/workbook.xml', text: '<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: '<Relationships><Relationship Id="a" Type="x/worksheet" TargetMode="External" Target="http://x.example/s.xml"/></Relationships>',
      },
    ]);
    expect(findingsOf(await read(outside))).toMatchObject([{ code: 'file-empty' }]);
  });
});
