// Bad criteria files that would be large or unreadable in a repository: made on the spot, each with its finding and place.
import { utf8 } from '../../../shared/base/bytes.ts';
import { fixtureText } from './given.ts';
import { madeBook, madeZip, tableBook, textRows } from './made-zip.ts';

type Made = readonly [file: string, code: string, place: string, bytes: () => Uint8Array];

const MEGABYTE = 1024 * 1024;
const words = (megabytes: number): string => 'chữ nghĩa '.repeat((megabytes * MEGABYTE) / 13);
const blanks = (megabytes: number): Uint8Array => new Uint8Array(megabytes * MEGABYTE).fill(32);
const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const GOOD = [['Tiêu chí'], ['Có tài liệu']];
const sound = (): string => fixtureText('bad/sound.yaml');
/** A set with these lines after its last criterion. */
const more = (text: string): Uint8Array => utf8(sound() + text);
const withRules = (rules: string): Uint8Array => utf8(sound().replace('outcome_rules:\n', `outcome_rules:\n${rules}`));
const criterion = (id: string): string => `  - {id: ${id}, vi: Có, en: Has, kind: pass_fail}\n`;
const catalog = (controls: readonly object[]): Uint8Array =>
  utf8(JSON.stringify({ catalog: { metadata: { title: 'Rules of the house', version: '1' }, controls } }, null, 1));
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const parts = (names: readonly string[]) => names.map((name) => ({ name, text: 'x' }));

export const MADE_BAD_SETS: readonly Made[] = [
  // texts of megabytes
  [
    'cell-10-mb.xlsx',
    'cell-long',
    'sheet Bảng, row 2, column 2',
    () => tableBook([['Tiêu chí'], ['x', lines(1_000_000, (at) => `${at} chữ `)]]),
  ],
  ['cell-10-mb.csv', 'cell-long', 'line 2, sheet cell-10-mb', () => utf8(`Tiêu chí,b\nx,"${words(7)}"\n`)],
  ['file-10-mb.csv', 'file-too-large', '', () => utf8(`Tiêu chí,b\nx,"${words(10)}"\n`)],
  [
    'statement-7-mb.yaml',
    'text-too-long',
    'line 13, groups[0].criteria[0].vi',
    () => utf8(sound().replace('Có tài liệu', words(7))),
  ],
  [
    'name-7-mb.json',
    'text-too-long',
    'line 5, name_vi',
    () => utf8(fixtureText('good.json').replace('Bộ tiêu chí thử', words(7))),
  ],
  ['file-10-mb.yaml', 'file-too-large', '', () => more(`# ${words(10)}\n`)],
  [
    'prose-7-mb.oscal.json',
    'text-too-long',
    'line 10, catalog.controls[0].title',
    () => catalog([{ id: 'a', title: words(7) }]),
  ],
  ['key-7-mb.yaml', 'yaml-syntax', 'line 1', () => utf8(`${'k'.repeat(7 * MEGABYTE)}: a\n`)],
  ['escapes-7-mb.json', 'json-syntax', 'line 1', () => utf8(`"${'\\'.repeat(7 * MEGABYTE)}`)],
  // bombs
  ['zip-bomb-one-part.xlsx', 'zip-ratio', '', () => madeZip([{ name: 'xl/workbook.xml', text: blanks(30) }])],
  [
    'zip-bomb-many-parts.xlsx',
    'zip-inflated',
    '',
    () => madeZip(Array.from({ length: 70 }, (_, at) => ({ name: `p${at}`, text: blanks(1) }))),
  ],
  [
    'zip-bomb-that-lies.xlsx',
    'zip-broken',
    '',
    () => madeZip([{ name: 'xl/workbook.xml', text: blanks(20), says: { size: 10 } }]),
  ],
  ['many-parts.xlsx', 'zip-entries', '', () => madeZip(parts(Array.from({ length: 2_001 }, (_, at) => `p${at}`)))],
  ['laughs.xlsx', 'xlsx-doctype', '', () => madeBook({ sheets: [{ name: 'A', rows: LAUGHS + textRows(GOOD) }] })],
  ['one-text-a-thousand-times.yaml', 'yaml-alias', 'line 1, a', () => utf8(`a: &a [${'x, '.repeat(1_000)}x]\nb: *a\n`)],
  // depth
  ['brackets.yaml', 'too-deep', 'line 1', () => utf8('['.repeat(200_000))],
  ['stairs.yaml', 'too-deep', 'line 102', () => utf8(lines(2_000, (at) => `${' '.repeat(at)}a:\n`))],
  ['brackets.json', 'too-deep', 'line 1', () => utf8('['.repeat(MEGABYTE))],
  ['brackets.oscal.json', 'too-deep', 'line 1', () => utf8(`{"catalog":${'{"groups":['.repeat(100_000)}`)],
  // counts
  ['many-values.yaml', 'too-many-values', 'line 40000', () => utf8('- [a,b]\n'.repeat(300_000))],
  ['many-values.json', 'too-many-values', 'line 1', () => utf8(`[${'1,'.repeat(500_000)}1]`)],
  [
    'rules-21.yaml',
    'list-too-long',
    'line 5, outcome_rules',
    () => withRules('  - {when: all_met, outcome: du, vi: Đủ}\n'.repeat(21)),
  ],
  [
    'criteria-501.yaml',
    'list-too-long',
    'line 12, groups[0].criteria',
    () => more(lines(501, (at) => criterion(`c${at}`))),
  ],
  [
    'groups-101.yaml',
    'list-too-long',
    'line 8, groups',
    () => more(lines(101, (at) => `- {id: G${at}, vi: Nhóm, criteria: [{id: c${at}, vi: c, kind: pass_fail}]}\n`)),
  ],
  [
    'controls-6000.oscal.json',
    'list-too-long',
    'line 1',
    () => catalog(Array.from({ length: 6_000 }, (_, at) => ({ id: `c${at}` }))),
  ],
  [
    'rows-30000.csv',
    'sheet-rows',
    'sheet rows-30000, row 20001, column 1',
    () => utf8(`Tiêu chí\n${'x\n'.repeat(30_000)}`),
  ],
  [
    'columns-300.csv',
    'sheet-columns',
    'sheet columns-300, row 2, column 301',
    () => utf8(`Tiêu chí\n${','.repeat(300)}x\n`),
  ],
  [
    'row-900000.xlsx',
    'sheet-rows',
    'sheet A, row 900000, column 1',
    () => madeBook({ sheets: [{ name: 'A', rows: '<row r="900000"><c r="A900000"><v>1</v></c></row>' }] }),
  ],
  // archives that are none, or not what they say
  ['name-that-climbs.xlsx', 'zip-name', '', () => madeZip(parts(['../../etc/passwd']))],
  ['no-workbook.xlsx', 'xlsx-none', '', () => madeZip(parts(['a.txt']))],
  ['with-password.xlsx', 'zip-encrypted', '', () => madeZip([{ name: 'xl/workbook.xml', says: { flags: 1 } }])],
  [
    'only-a-hidden-sheet.xlsx',
    'file-empty',
    '',
    () => madeBook({ sheets: [{ name: 'A', rows: '', state: 'hidden' }] }),
  ],
];

export const MADE_WARNED_SETS: readonly Made[] = [
  [
    'formulas.xlsx',
    'cells-formulas',
    'sheet A, row 2, column 1',
    () => {
      const rows = `${textRows([['Tiêu chí'], [], ['Có thử']])}`.replace(
        '<row r="2"></row>',
        '<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x.example")</f><v>Có tài liệu</v></c></row>',
      );
      return madeBook({ sheets: [{ name: 'A', rows }] });
    },
  ],
  ['formula-signs.xlsx', '', '', () => tableBook([['Tiêu chí'], ['=1+1'], ['@SUM(A1)'], ['+cmd|x']])],
  [
    'macros.xlsx',
    'xlsx-macros',
    'sheet A',
    () => madeBook({ sheets: [{ name: 'A', rows: textRows(GOOD) }], more: parts(['xl/vbaProject.bin']) }),
  ],
  [
    'external-links.xlsx',
    'xlsx-links',
    'sheet A',
    () =>
      madeBook({
        sheets: [{ name: 'A', rows: textRows(GOOD) }],
        more: parts(['xl/externalLinks/externalLink1.xml', 'xl/connections.xml']),
      }),
  ],
];
