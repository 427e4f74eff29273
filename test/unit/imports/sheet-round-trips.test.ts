// A set that goes out as a spreadsheet and comes back is the same set, or what was lost is said.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { criteriaRows } from '../../../electron/exports/criteria-rows.ts';
import { writeCsv, writeXlsx } from '../../../electron/exports/write-sheet.ts';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { readXlsxSheets } from '../../../electron/imports/xlsx-sheets.ts';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { LANGUAGES } from '../../../shared/lang/say.ts';
import { seeded } from '../../helpers/seed.ts';
import { findingsOf, readSample, setFrom } from './given.ts';
import { hardSet } from './hard-set.ts';

const sheets = new URL('../../fixtures/criteria/sheets/', import.meta.url);
const readBytes = async (bytes: Uint8Array, fileName: string) => await readAnyCriteriaFile(bytes, { fileName });
const readSheetFile = async (name: string) => await readBytes(readFileSync(new URL(name, sheets)), name);

describe('a set as a workbook', { timeout: 30_000 }, () => {
  for (const name of ['mau-1230', 'toi-thieu-224'])
    for (const language of LANGUAGES)
      it(`[XS1] ${name} in ${language} comes back the same`, async () => {
        const set = readSample(`${name}.yaml`);
        const { bytes, left } = await writeXlsx(set, language);
        const read = await readBytes(bytes, 'bất kỳ.xlsx');
        expect(left).toEqual([]);
        expect(setFrom(read)).toEqual(set);
        expect(read.beside?.table).toMatchObject({ mapped: 'template' });
        // Nothing is assumed and nothing is left behind: only what the set itself leaves open is said.
        expect(findingsOf(read).map(({ code }) => code)).toEqual(['threshold-open']);
      });

  it('[XS1] sets with every field and hard texts come back the same', async () => {
    const random = seeded('sets as workbooks');
    for (let round = 0; round < 40; round++) {
      const set = hardSet(random.fork());
      const { bytes, left } = await writeXlsx(set, random.pick(LANGUAGES));
      expect(left).toEqual([]);
      expect(setFrom(await readBytes(bytes, 'a.xlsx')), `round ${round}`).toEqual(set);
    }
  });

  it('[XS1] the empty template has all headings and a how-to, and asks for what is missing', async () => {
    for (const language of LANGUAGES) {
      const { bytes } = await writeXlsx(undefined, language);
      const { sheets: found } = await readXlsxSheets(bytes);
      expect(found.map(({ rows }) => rows.length)).toEqual([10, 1, 3, 28]);
      const read = await readBytes(bytes, 'mau.xlsx');
      const [id] = findingsOf(read);
      expect(read).toMatchObject({ ok: false, beside: { table: { mapped: 'template' } } });
      expect(id).toMatchObject({ code: 'field-missing', sheet: found[0]?.name, row: 1, column: 2 });
      expect(read.beside?.table?.mapping.columns).toHaveLength(criteriaRows(undefined, language)[0]?.length ?? 0);
    }
  });

  it('[XS1] a text longer than a cell can hold is cut, and that is said', async () => {
    const set = readSample('mau-1230.yaml');
    const levels = Array.from({ length: 20 }, (_, at) => ({ points: at * 5, name: { vi: 'Ô'.repeat(4000), en: '' } }));
    const [group] = set.groups;
    const first = { ...group?.criteria[0], kind: 'points', levels, pass: 50 };
    const long = { ...set, groups: [{ ...group, criteria: [first] }] } as unknown as typeof set;
    const { left } = await writeXlsx(long, 'vi');
    expect(left).toMatchObject([{ code: 'cell-too-long-to-write', params: { limit: 32_767 } }]);
  });
});

describe('a set as CSV', { timeout: 30_000 }, () => {
  it('[XS2] keeps the table of criteria and names what it does not keep', async () => {
    const random = seeded('sets as CSV');
    for (let round = 0; round < 40; round++) {
      const set = hardSet(random.fork());
      const { bytes, left } = writeCsv(set, random.pick(LANGUAGES));
      const read = await readBytes(bytes, 'Bộ tiêu chí A.csv');
      const codes = findingsOf(read).map(({ code }) => code);
      // Outcome rules are not in it, so a rule by tag cannot be missed; everything of the criteria is there.
      expect(setFrom(read).groups, `round ${round}`).toEqual(set.groups);
      expect(setFrom(read)).toMatchObject({ id: 'bo-tieu-chi-a', version: '1', name: { vi: 'Bộ tiêu chí A' } });
      expect(codes).toEqual(expect.arrayContaining(['name-assumed', 'version-assumed', 'outcomes-assumed']));
      expect(left.map(({ code }) => code)).toEqual(left.map(() => 'csv-keeps'));
      expect(left.length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('a workbook that others wrote', () => {
  const same = [
    ['libreoffice-mau-1230.xlsx', 'mau-1230', 6, 30],
    ['openpyxl-mau-1230.xlsx', 'mau-1230', 6, 30],
    ['libreoffice-ods-toi-thieu-224.xlsx', 'toi-thieu-224', 2, 10],
  ] as const;
  for (const [file, name, groups, criteria] of same)
    it(`[XS3] ${file} is the same set`, async () => {
      const set = setFrom(await readSheetFile(file));
      expect([set.groups.length, criteriaOf(set).length]).toEqual([groups, criteria]);
      expect(set).toEqual(readSample(`${name}.yaml`));
    });

  it('[XS3] CSV from LibreOffice has the same criteria', async () => {
    const read = await readSheetFile('libreoffice-mau-1230.csv');
    expect(setFrom(read).groups).toEqual(readSample('mau-1230.yaml').groups);
  });

  for (const file of ['openpyxl-own-sheet.xlsx', 'libreoffice-own-sheet.xlsx'])
    it(`[XS5] ${file}: a sheet of one's own is guessed, merged groups and percents included`, async () => {
      const read = await readSheetFile(file);
      expect(read.beside?.table).toMatchObject({ mapped: 'guessed', mapping: { sheet: 'Phụ lục 1', headerRow: 4 } });
      const { groups } = setFrom(read);
      expect(groups.map(({ name, criteria }) => [name.vi, criteria.map(({ id }) => id)])).toEqual([
        ['Kỹ thuật', ['KT.1', 'KT.2', 'KT.3']],
        ['An toàn', ['AT.1', 'AT.2']],
      ]);
      expect(groups[0]?.criteria[1]).toMatchObject({
        kind: 'measured',
        unit: '%',
        comparator: '>=',
        threshold: '99.5',
      });
      expect(groups[0]?.criteria[2]).toMatchObject({ unit: 'giây', comparator: '<=', threshold: '1.5' });
      // A text that begins like a formula is a text.
      expect(groups[1]?.criteria[1]).toMatchObject({
        statement: { vi: "=cmd|' /C calc'!A0" },
        guidance: { vi: '-2+3' },
      });
      const said = findingsOf(read);
      expect(said).toContainEqual(
        expect.objectContaining({ code: 'cells-formulas', params: { count: 1 }, row: 8, column: 8 }),
      );
      expect(said).toContainEqual(expect.objectContaining({ code: 'rows-hidden', row: 7 }));
      expect(said).toContainEqual(expect.objectContaining({ code: 'sheet-hidden', params: { name: 'Nháp' } }));
      expect(said).toContainEqual(expect.objectContaining({ code: 'column-unmapped', row: 4, column: 10 }));
      const assumed = ['name-assumed', 'version-assumed', 'outcomes-assumed', 'groups-assumed', 'kinds-assumed'];
      expect(said.map(({ code }) => code)).toEqual(expect.arrayContaining(assumed));
    });
});
