// Files that people bring are read apart: one door, limits on time and memory, and an answer in words whatever they are.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../electron/exports/write-sheet.ts';
import { openImporter } from '../../../electron/imports/open-importer.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { sheetMapping } from '../../../shared/contract/criteria-library.ts';
import { readSample, sampleText } from './given.ts';
import { madeZip, tableBook } from './made-zip.ts';

const worker = new URL('../../../electron/imports/imports-worker.ts', import.meta.url);
const importer = openImporter({ worker });
const sheets = new URL('../../fixtures/criteria/sheets/', import.meta.url);

describe('reading apart', { timeout: 60_000 }, () => {
  it('[XS11] reads texts and spreadsheets by one door, with words and places', async () => {
    const set = readSample('mau-1230.yaml');
    const yaml = await importer.readCriteria(utf8(sampleText('mau-1230.yaml')), 'mau-1230.yaml');
    expect(yaml).toMatchObject({ file: 'mau-1230.yaml', format: 'hoidong', set, leftOut: [] });
    const { bytes } = await writeXlsx(set, 'vi');
    const xlsx = await importer.readCriteria(bytes, 'a.xlsx');
    expect(xlsx).toMatchObject({
      file: 'a.xlsx',
      format: 'xlsx',
      set,
      table: { mapped: 'template', sheets: [{ rowCount: 12 }, { rowCount: 31 }, {}, {}] },
    });
    expect(xlsx.findings).toMatchObject([
      {
        sheet: 'Tiêu chí',
        row: 6,
        column: 10,
        vi: expect.stringContaining('G1-05'),
        en: expect.stringContaining('G1-05'),
      },
    ]);
    expect(sheetMapping.safeParse(xlsx.table?.mapping).success).toBe(true);
    const mapping = { sheet: 'Bảng', headerRow: 0, columns: [{ field: 'vi' as const, column: 1 }] };
    expect(await importer.readCriteria(tableBook([['Có tài liệu']]), 'b.xlsx', mapping)).toMatchObject({
      set: { groups: [{ criteria: [{ id: 'TC001' }] }] },
    });
    const list = await importer.readEvidenceList(readFileSync(new URL('openpyxl-evidence.xlsx', sheets)), 'ds.xlsx');
    expect(list.rows).toHaveLength(3);
  });

  it('[XS11] a small hostile file is refused at once, and the next one is read', async () => {
    const bomb = madeZip([{ name: 'xl/workbook.xml', text: new Uint8Array(30 * 1024 * 1024) }]);
    const began = performance.now();
    const refused = await importer.readCriteria(bomb, 'bom.xlsx');
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(refused).toMatchObject({ findings: [{ code: 'zip-ratio', severity: 'error' }] });
    expect(refused.set).toBeUndefined();
    expect((await importer.readCriteria(utf8(sampleText('mau-1230.yaml')), 'a.yaml')).set).toBeDefined();
  });

  it('[XS11] a file that takes too long or too much is refused in words, for criteria and evidence', async () => {
    const rows = Array.from({ length: 3_300 }, (_, at) =>
      Array.from({ length: 30 }, (__, column) => `${at} ${column}`),
    );
    const large = tableBook([['Mã tiêu chí', 'Tiêu chí'], ...rows]);
    const slow = openImporter({ worker, timeLimit: 60 });
    const late = { code: 'file-time', file: 'lớn.xlsx', vi: expect.stringMatching(/1 giây/) };
    expect(await slow.readCriteria(large, 'lớn.xlsx')).toMatchObject({ findings: [late] });
    const list = await slow.readEvidenceList(large, 'lớn.xlsx');
    expect(list).toMatchObject({ rows: [], findings: [{ severity: 'error', row: 0 }] });
    const many = utf8(`groups:\n${'- a\n'.repeat(75_000)}`);
    const found = await openImporter({ worker, heap: 64 }).readCriteria(many, 'nhiều.yaml');
    expect(found).toMatchObject({ findings: [{ code: 'file-memory', en: expect.stringMatching(/memory/) }] });
  });
});
