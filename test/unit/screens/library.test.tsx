// The library and loading a set, drawn from given answers: found whatever accents were typed, placed, bounded, honest.
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FindingsPart } from '../../../renderer/screens/load-set-findings.tsx';
import { PackPart } from '../../../renderer/screens/load-set-pack.tsx';
import { SetTree } from '../../../renderer/screens/load-set-tree.tsx';
import { inSight, placeOf, verdictOf } from '../../../renderer/state/file-findings.ts';
import { firstDraft } from '../../../renderer/state/first-draft.ts';
import {
  comparedWith,
  hitLine,
  inOrder,
  nameOf,
  olderFirst,
  readyRows,
  siftRows,
  standingOf,
} from '../../../renderer/state/library.ts';
import { readRoute, writeRoute } from '../../../renderer/state/route.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import {
  type Begun,
  beginAt,
  columnName,
  fieldOf,
  withColumn,
  withHeader,
  withSheet,
} from '../../../renderer/state/sheet-mapping.ts';
import { mappingOf } from '../../../renderer/state/use-load-set.ts';
import { ChosenProvider, wordsOf } from '../../../renderer/state/words.ts';
import { excerptOf, findWord, foldText } from '../../../shared/base/search-text.ts';
import { type LibraryRow, type SheetField, sheetMapping } from '../../../shared/contract/criteria-library.ts';
import { readSetDraft, setDraft } from '../../../shared/criteria/set-draft.ts';
import { LANGUAGES, type Language } from '../../../shared/lang/say.ts';
import { OSCAL_120, PACK, READY, REFUSED_SHEET, ROWS, sheetFindings, TABLE } from '../../gallery/given-library.ts';

const draw = (language: Language, part: ReactNode): string =>
  renderToString(
    <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language }, change: () => {} }}>{part}</ChosenProvider>,
  )
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('searching', () => {
  test('[LS1] text is searched without diacritics and capitals, whichever way its accents are made up', () => {
    expect(foldText('Kiểm thử TẢI, Đạt đủ')).toBe('kiem thu tai, dat du');
    expect(foldText('Kiểm thử'.normalize('NFD'))).toBe(foldText('Kiểm thử'.normalize('NFC')));
  });

  test('[LS1] every word must be there, in any order, in Vietnamese, in English, in an id or in a decision', () => {
    const found = (typed: string) =>
      siftRows(readyRows(ROWS), { typed, filter: 'all' }).map(({ id, version }) => `${id} ${version}`);
    expect(found('hop truc tuyen')).toEqual(['hop-truc-tuyen 1.0']);
    expect(found('tuyến HỌP')).toEqual(['hop-truc-tuyen 1.0']);
    expect(found('online meeting')).toEqual(['hop-truc-tuyen 1.0']);
    expect(found('QD-UBND')).toEqual(['hop-truc-tuyen 1.0']);
    expect(found('toi-thieu')).toEqual(['toi-thieu-224 0.1']);
    expect(found('kiem thu tai')).toHaveLength(ROWS.length);
    expect(found('kiem thu nothing')).toEqual([]);
    // Words of two sentences of one set are no hit; a word of its name goes with any of its sentences.
    expect(found('kiem availability')).toEqual([]);
    expect(found('tuyen kiem thu')).toEqual(['hop-truc-tuyen 1.0']);
  });

  test('[LS1] a hit inside a set is shown as it is written, with what stands around it', () => {
    const text = `Đầu dòng\nCó kế hoạch kiểm thử tải và kết quả${' dài'.repeat(40)}\nDòng sau`;
    expect(excerptOf(text, ['kiem', 'thu', 'tai'])).toMatchObject({ before: 'Có kế hoạch ', hit: 'kiểm thử tải' });
    expect(excerptOf(text, ['tai', 'hoach'])?.hit).toBe('hoạch');
    expect(excerptOf(text, ['dau'])).toEqual({ before: '', hit: 'Đầu', after: ' dòng' });
    expect(excerptOf(text, ['khac'])).toBeUndefined();
    const loose = 'Kiểm thử'.normalize('NFD');
    const at = findWord(loose, 'thu');
    expect(loose.slice(at?.from, at?.to).normalize('NFC')).toBe('thử');
  });

  test('[LS1] the sentence by which a set was found is shown, and nothing where its name has the words', () => {
    const [row] = ROWS.filter(({ id }) => id === 'hop-truc-tuyen');
    if (row === undefined) throw new Error('no row');
    expect(hitLine(row, ['tuyen', 'months'])).toBe('Availability over the last twelve months');
    expect(hitLine(row, ['hop', 'tuyen'])).toBeUndefined();
    expect(hitLine(row, [])).toBeUndefined();
  });

  test('[LS2] drafts first, then decisions from the newest, samples last; a state is asked for by its word', () => {
    expect(inOrder(ROWS).map(standingOf)).toEqual([
      ...['draft', 'draft', 'draft'],
      ...['promulgated', 'promulgated'],
      ...['sample', 'sample'],
    ]);
    const of = (filter: 'draft' | 'promulgated' | 'sample') => siftRows(readyRows(ROWS), { typed: '', filter });
    expect(of('promulgated').map(({ promulgation }) => promulgation?.date)).toEqual(['2026-10-01', '2026-03-15']);
    expect(of('sample').every(({ sample }) => sample)).toBe(true);
    const copied: LibraryRow = { ...(ROWS[0] as LibraryRow), sample: true };
    expect(standingOf(copied)).toBe('draft');
    expect(siftRows(readyRows([copied]), { typed: '', filter: 'sample' })).toEqual([copied]);
  });

  test('a set is compared with its own versions first, the older one on the left', () => {
    const [newer, , , older] = ROWS;
    if (newer === undefined || older === undefined) throw new Error('no rows');
    expect(comparedWith(newer, ROWS)[0]).toBe(older);
    expect(olderFirst(older, newer)).toEqual([older.key, newer.key]);
    expect(olderFirst(newer, older)).toEqual([older.key, newer.key]);
  });

  test('a draft that nobody has named yet can be told from the others', () => {
    for (const language of LANGUAGES) expect(ROWS.every((row) => nameOf(row, wordsOf(language)) !== '')).toBe(true);
  });

  test('the addresses of the library are read as they were written', () => {
    const key = ROWS[0]?.key ?? '';
    const sample = 'a'.repeat(64);
    for (const route of [
      { at: 'page', page: 'library' },
      { at: 'page', page: 'library', item: 'load' },
      { at: 'page', page: 'library', item: key },
      { at: 'page', page: 'library', item: sample },
      { at: 'page', page: 'library', pair: [sample, key] },
    ] as const)
      expect(readRoute(writeRoute(route))).toEqual(route);
    expect(readRoute('#/library/compare/x/y')).toEqual({ at: 'page', page: 'library' });
  });

  test('a new set begins as a draft that the contract takes and that is not sound yet', () => {
    expect(setDraft.safeParse(firstDraft()).success).toBe(true);
    expect(readSetDraft(firstDraft()).set).toBeUndefined();
  });
});

describe('loading', () => {
  test('[LS3] every finding has its place in words: sheet, row and the letter of the column, or the line', () => {
    const [cell] = sheetFindings(30).slice(26);
    const [line] = READY.findings;
    if (cell === undefined || line === undefined) throw new Error('no findings');
    expect(placeOf(cell, wordsOf('vi'))).toBe(
      'Trang tính "Bộ tiêu chí đánh giá (bản gửi lấy ý kiến lần 2)", hàng 29, cột I',
    );
    expect(placeOf(line, wordsOf('en'))).toBe('Line 214');
    expect(placeOf({ ...line, line: undefined } as never, wordsOf('vi'))).toBe('Cả tệp');
    expect([1, 26, 27, 52, 53, 200, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'GR', 'ZZ', 'AAA']);
  });

  test('[LS4] errors stand before warnings, and a long list is given in parts', () => {
    const findings = sheetFindings(500);
    const order = inSight(findings, 'all').map(({ severity }) => severity);
    expect(order.indexOf('warning')).toBe(375);
    expect(order.lastIndexOf('error')).toBe(374);
    const text = draw('vi', <FindingsPart findings={findings} />);
    expect(text.match(/Trang tính/g)).toHaveLength(100);
    expect(text).toContain('Hiện 100 trên 500.');
    expect(text).toContain('Lỗi (375)');
  });

  test('[LS5] one column is one field, and one field one column', () => {
    const { mapping } = TABLE;
    const moved = withColumn(mapping, 1, 'vi');
    expect(fieldOf(moved, 1)).toBe('vi');
    expect(fieldOf(moved, 4)).toBeUndefined();
    const skipped = withColumn(moved, 1, undefined);
    expect(skipped.columns.map(({ field }) => field)).not.toContain('vi');
    const changed = withColumn(skipped, 3, 'en');
    expect(fieldOf(changed, 3)).toBe('en');
    expect(new Set(changed.columns.map(({ column }) => column)).size).toBe(changed.columns.length);
    expect(sheetMapping.safeParse(withHeader(changed, 0)).success).toBe(true);
  });

  test('[LS5] arrows that walk over the fields of other columns take none of them along', () => {
    const { mapping } = TABLE;
    let now = mapping;
    let begun: Begun | undefined;
    const step = (column: number, field: SheetField): void => {
      begun = beginAt(begun, now, column);
      now = withColumn(begun.mapping, column, field);
    };
    for (const field of ['group-id', 'group-vi', 'group-en', 'id', 'vi', 'en'] as const) step(9, field);
    expect(now).toEqual(withColumn(mapping, 9, 'en'));
    // Where the walk ends on a field that another column has, it is taken from that one.
    step(9, 'id');
    expect(fieldOf(now, 3)).toBeUndefined();
    // Another column begins from there.
    step(1, 'tags');
    expect(fieldOf(now, 9)).toBe('id');
    now = withHeader(now, 3);
    step(1, 'origin');
    expect(now.headerRow).toBe(3);
  });

  test('[LS5] on another sheet the columns are found by their names, and the others are left out', () => {
    const [first] = TABLE.sheets;
    if (first === undefined) throw new Error('no sheet');
    const other = { name: 'Bản sửa', rows: [[], ['nội dung tiêu chí', 'MÃ', 'Khác']], rowCount: 9, columnCount: 3 };
    expect(withSheet(TABLE.mapping, [first, other], 'Bản sửa')).toEqual({
      sheet: 'Bản sửa',
      headerRow: 2,
      columns: [
        { field: 'id', column: 2 },
        { field: 'vi', column: 1 },
      ],
    });
    expect(withSheet(TABLE.mapping, [first, other], first.name)).toBe(TABLE.mapping);
  });

  test('[LS5] a sheet is taken in with the columns that were on the screen; our own sheet needs none', () => {
    expect(mappingOf(REFUSED_SHEET)).toEqual({ mapping: TABLE.mapping });
    expect(mappingOf({ ...REFUSED_SHEET, table: { ...TABLE, mapped: 'template' } })).toEqual({});
    expect(mappingOf(READY)).toEqual({});
  });

  test('[LS6] only what was read without an error and is not there yet can be taken in', () => {
    expect(verdictOf(REFUSED_SHEET)).toBe('refused');
    expect(verdictOf({ ...REFUSED_SHEET, known: 'a' })).toBe('refused');
    expect(verdictOf(READY)).toBe('ready');
    expect(verdictOf({ ...READY, known: 'a' })).toBe('known');
  });

  test('[LS7] without a trusted root the signer is not established, however whole the pack is', () => {
    if (PACK.signature === undefined) throw new Error('no signature');
    const { signature } = PACK;
    const doubted = draw('vi', <PackPart signature={signature} />);
    expect(doubted).toContain('Nguyên vẹn');
    expect(doubted).toContain('Chưa xác định được người ký');
    const trusted = draw('vi', <PackPart signature={{ ...signature, trusted: true }} />);
    expect(trusted).toContain('Người ký xác định được');
    expect(trusted).not.toContain('Chưa xác định được');
    const unsigned = draw('en', <PackPart signature={undefined} />);
    expect(unsigned).toContain('bears no signature');
    expect(unsigned).not.toContain('Intact');
  });

  test('[LS8] the tree says how each criterion is judged: thresholds, levels, conditions, must-pass', () => {
    if (READY.set === undefined) throw new Error('no set');
    const [group] = READY.set.groups;
    if (group === undefined) throw new Error('no group');
    const criteria = group.criteria.map((criterion, at) => (at === 1 ? { ...criterion, weight: 2_500 } : criterion));
    const text = draw('vi', <SetTree set={{ ...READY.set, groups: [{ ...group, criteria }] }} />);
    expect(text).toContain('G1. Kỹ thuật của nền tảng số (5 tiêu chí)');
    expect(text).toContain('Bắt buộc đạt');
    expect(text).toContain('Trọng số 2.500/10000');
    expect(text).toContain('Điểm: 0 (Không có), 40 (Có một phần)');
    expect(text).toContain('đạt từ 70');
    expect(text).toContain('ngưỡng để ngỏ');
    expect(text).toContain('Chỉ chấm khi G1-01 đạt');
    expect(text).toContain('chưa ban hành; sẽ nhận là bản nháp');
  });

  test('[LS8] a large set is folded group by group', () => {
    if (OSCAL_120.set === undefined) throw new Error('no set');
    const text = draw('en', <SetTree set={OSCAL_120.set} />);
    expect(text.match(/\(20 criteria\)/g)).toHaveLength(6);
    expect(text).not.toContain('G1-01');
  });
});
