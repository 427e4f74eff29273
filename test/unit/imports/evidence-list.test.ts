// A list of evidence from a spreadsheet: what each file is, and what is wrong with which row.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeEvidenceTemplate } from '../../../electron/exports/write-evidence-list.ts';
import { evidenceKindOf, evidenceLabelOf, isoDate, isSecret } from '../../../electron/imports/evidence-words.ts';
import { readEvidenceList } from '../../../electron/imports/read-evidence-list.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { evidenceMapping } from '../../../shared/contract/evidence-methods.ts';
import { LANGUAGES } from '../../../shared/lang/say.ts';
import { tableBook } from './made-zip.ts';

const fixture = new URL('../../fixtures/criteria/sheets/openpyxl-evidence.xlsx', import.meta.url);
const SHA = 'AB'.repeat(32);

describe('a list of evidence', () => {
  it('[XS10] from another library: date cells, typed dates, words of both languages, folders left off', async () => {
    const { rows, mapped, findings, headings } = await readEvidenceList(readFileSync(fixture), 'ds.xlsx');
    expect(mapped).toBe('guessed');
    expect(headings).toHaveLength(7);
    expect(rows).toMatchObject([
      {
        row: 2,
        file: 'kien-truc.pdf',
        kind: 'enterprise-dossier',
        date: '2026-07-05',
        label: 'public',
        criteria: ['G1-01', 'G1-02'],
      },
      { row: 3, file: 'khao-sat.xlsx', kind: 'survey', date: '2026-06-15', label: 'internal', criteria: ['G1-03'] },
      { row: 5, file: 'kiem-thu.pdf', kind: 'test-result', date: '', criteria: [] },
    ]);
    expect(findings.map(({ severity, row, column }) => [severity, row, column])).toEqual([
      ['error', 4, 6],
      ['error', 5, 7],
      ['error', 5, 5],
    ]);
  });

  it('[XS10] a secret label leaves its row out and says why', async () => {
    const found = await readEvidenceList(
      tableBook([
        ['Tên tệp', 'Độ mật'],
        ['a.pdf', 'TUYỆT MẬT'],
        ['b.pdf', 'Công khai'],
      ]),
      'a.xlsx',
    );
    expect(found.rows.map(({ file }) => file)).toEqual(['b.pdf']);
    expect(found.findings).toMatchObject([
      {
        severity: 'error',
        row: 2,
        column: 2,
        vi: expect.stringMatching(/bí mật nhà nước/),
        en: expect.stringMatching(/State secrets/),
      },
    ]);
    expect(
      ['Mật', 'tối mật', 'Tuyệt Mật', 'Độ mật: Mật', 'Top secret', 'confidential', 'MẬT (A)'].map(isSecret),
    ).not.toContain(false);
    expect(['Công khai', 'Lưu hành nội bộ', '', 'mật độ'.slice(0, 0), 'Bảo mật thông tin'].map(isSecret)).not.toContain(
      true,
    );
  });

  it('[XS10] every row that cannot be matched or read is said at its cell', async () => {
    const rows = [
      ['Tên tệp', 'SHA-256', 'Loại', 'Chế độ lưu hành', 'Tên minh chứng'],
      ['', '', 'Khảo sát', 'Public', 'không có tệp'],
      ['a.pdf', 'abc', 'phim', 'bí ẩn', 'x'.repeat(301)],
      ['', SHA, 'Test result', 'nội bộ', 'tốt'],
      ['khác.pdf', SHA.toLowerCase(), '', '', 'lại'],
    ];
    const found = await readEvidenceList(tableBook(rows), 'a.xlsx');
    expect(found.rows[2]).toMatchObject({ row: 4, sha256: SHA.toLowerCase(), kind: 'test-result', label: 'internal' });
    expect(found.findings.map(({ severity, row, column }) => [severity, row, column])).toEqual([
      ['error', 2, 1],
      ['error', 3, 2],
      ['error', 3, 5],
      ['error', 3, 3],
      ['error', 3, 4],
      ['warning', 5, 1],
    ]);
    for (const each of found.findings) expect(`${each.vi}${each.en}`).not.toMatch(/[{}]/);
  });

  it('[XS10] our template is recognised, in both languages and formats, and is empty', async () => {
    for (const language of LANGUAGES)
      for (const format of ['xlsx', 'csv'] as const) {
        const found = await readEvidenceList(await writeEvidenceTemplate(format, language), `mẫu.${format}`);
        expect(found).toMatchObject({ mapped: 'template', rows: [], findings: [] });
        expect(found.mapping.columns).toHaveLength(8);
        expect(evidenceMapping.safeParse(found.mapping).success).toBe(true);
      }
  });

  it('[XS10] without headings it asks; a chosen mapping is taken', async () => {
    const bytes = utf8('a.pdf;05.07.2026\nb.pdf;ngày 6 tháng 7 năm 2026\n');
    const blind = await readEvidenceList(bytes, 'a.csv');
    expect(blind).toMatchObject({ rows: [], headings: ['a.pdf', '05.07.2026'], findings: [{ severity: 'error' }] });
    const mapping = {
      ...blind.mapping,
      headerRow: 0,
      columns: [
        { field: 'file' as const, column: 1 },
        { field: 'date' as const, column: 2 },
      ],
    };
    const chosen = await readEvidenceList(bytes, 'a.csv', mapping);
    expect(chosen).toMatchObject({
      mapped: 'chosen',
      findings: [],
      rows: [{ date: '2026-07-05' }, { date: '2026-07-06' }],
    });
  });

  it('[XS10] a broken file is a finding, not a throw', async () => {
    const broken = await readEvidenceList(new Uint8Array([0x50, 0x4b, 3, 4]), 'a.xlsx');
    expect(broken).toMatchObject({ rows: [], findings: [{ severity: 'error', row: 0 }] });
  });

  it('[XS10] dates are of the calendar, day first', () => {
    expect(
      ['5/7/2026', '05-07-2026', '2026-7-5', '2026-07-05T10:00:00', 'Ngày 5 tháng 7 năm 2026'].map(isoDate),
    ).toEqual(new Array(5).fill('2026-07-05'));
    expect(['31/2/2026', '2026', '46204', '13/13/2026', '07/2026', ''].map(isoDate)).toEqual(
      new Array(6).fill(undefined),
    );
    expect(evidenceKindOf('HỒ SƠ DOANH NGHIỆP')).toBe('enterprise-dossier');
    expect([evidenceLabelOf('noi bo'), evidenceLabelOf('mật')]).toEqual(['internal', undefined]);
  });
});
