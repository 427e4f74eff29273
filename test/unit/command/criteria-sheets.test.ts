// `hoidong criteria` with spreadsheets: the template it writes is the one it reads.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../helpers/steps.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { hoidong } from './run-command.ts';

const sheet = (name: string): string => path.join(root, 'test/fixtures/criteria/sheets', name);

/** Each run is a process of its own. */
const PATIENT = 60_000;

describe('criteria and spreadsheets', () => {
  it(
    '[XS14] check reads a workbook that LibreOffice wrote',
    async () => {
      const ran = await hoidong(['criteria', 'check', sheet('libreoffice-mau-1230.xlsx'), '--json']);
      expect(ran.code).toBe(0);
      expect(JSON.parse(ran.out)).toMatchObject({
        ok: true,
        format: 'xlsx',
        id: 'mau-1230',
        groups: 6,
        criteria: 30,
        findings: [{ sheet: 'Tiêu chí', row: 6, column: 10 }],
      });
    },
    PATIENT,
  );

  it(
    '[XS14] a line of a report names file, sheet, row and column',
    async () => {
      const ran = await hoidong(['criteria', 'check', sheet('openpyxl-own-sheet.xlsx')]);
      expect(ran.out).toMatch(/^openpyxl-own-sheet\.xlsx:Phụ lục 1:8:8: lưu ý \[cells-formulas\]/m);
    },
    PATIENT,
  );

  it(
    '[XS14] template writes a sheet in either format and never over a file',
    async () => {
      const folder = tempFolder('template');
      const [xlsx, csv] = [path.join(folder, 'mẫu.xlsx'), path.join(folder, 'mẫu.csv')];
      for (const file of [xlsx, csv])
        expect(await hoidong(['criteria', 'template', '--out', file])).toMatchObject({ code: 0, out: `${file}\n` });
      const checked = await hoidong(['criteria', 'check', xlsx, '--json']);
      expect(checked.code).toBe(1);
      expect(JSON.parse(checked.out).findings.map((each: { code: string }) => each.code)).toContain('list-empty');
      writeFileSync(csv, 'đã điền');
      const again = await hoidong(['criteria', 'template', '--out', csv]);
      expect([again.code, again.err.includes('mẫu.csv')]).toEqual([1, true]);
      expect(readFileSync(csv, 'utf8')).toBe('đã điền');
      expect((await hoidong(['criteria', 'template', '--out', 'a.docx'])).code).toBe(2);
    },
    PATIENT,
  );
});
