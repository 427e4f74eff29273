// Bad criteria files of every kind, in one table: each is refused, or read with a warning, at its place and in no time.
import { describe, expect, it } from 'vitest';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { BAD_SETS, type BadSet, placeOf, WARNED_SETS } from './bad-sets.ts';
import { findingsOf } from './given.ts';

/** What nothing but the file as a whole can be named for: there is no text, no archive or no sheet to point into. */
const WHOLE = [
  ...(['file-empty', 'file-not-text', 'file-kind-unknown', 'file-too-large', 'encoding-utf16'] as const),
  ...(['zip-broken', 'zip-encrypted', 'zip-name', 'zip-entries', 'zip-inflated', 'zip-ratio'] as const),
  // The last one names the part of the archive in its sentence.
  ...(['xlsx-old', 'xlsx-none', 'xlsx-doctype'] as const),
];

/** Milliseconds of the processor: tests share the machine. */
async function readTimed({ bytes, file }: BadSet) {
  const given = bytes();
  const before = process.threadCpuUsage();
  const read = await readAnyCriteriaFile(given, { fileName: file });
  const { user, system } = process.threadCpuUsage(before);
  return { read, milliseconds: (user + system) / 1_000 };
}

describe('bad sets', { timeout: 60_000 }, () => {
  it.each(BAD_SETS)('[BD1] $file: $code, $place', async (bad) => {
    const { read, milliseconds } = await readTimed(bad);
    expect(read.ok).toBe(false);
    const first = findingsOf(read)[0];
    if (first === undefined) throw new Error('refused without a word');
    expect(first).toMatchObject({ severity: 'error', code: bad.code, file: bad.file });
    expect(placeOf(first)).toBe(bad.place);
    if (bad.place === '') expect(WHOLE).toContain(bad.code);
    for (const language of ['vi', 'en'] as const) expect(wordFinding(first, language)).toMatch(/^[^{}]+$/);
    expect(milliseconds).toBeLessThan(1_000);
  });

  it.each(WARNED_SETS)('[BD2] $file is a set all the same: $code, $place', async (warned) => {
    const { read, milliseconds } = await readTimed(warned);
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    const told = read.value.warnings.find(({ code }) => code === warned.code);
    expect(told === undefined ? '' : placeOf(told)).toBe(warned.place);
    if (warned.code !== '') expect(told).toMatchObject({ severity: 'warning' });
    const text = JSON.stringify(read.value.set);
    expect(text).toBe(text.normalize('NFC'));
    expect(milliseconds).toBeLessThan(1_000);
  });

  it('[BD2] what looks like a formula is kept as the text that it is', async () => {
    const statements = async (file: string): Promise<readonly string[]> => {
      const bad = WARNED_SETS.find((each) => each.file === file);
      if (bad === undefined) throw new Error(file);
      const { read } = await readTimed(bad);
      if (!read.ok) throw new Error(JSON.stringify(read.findings));
      return read.value.set.groups.flatMap(({ criteria }) => criteria.map(({ statement }) => statement.vi));
    };
    const link = '=HYPERLINK("http://x.example")';
    expect(await statements('bad/formula.csv')).toEqual([link, '+cmd|x', '@SUM(1)']);
    expect((await statements('bad/formula.yaml'))[0]).toBe(link);
    expect(await statements('formula-signs.xlsx')).toEqual(['=1+1', '@SUM(A1)', '+cmd|x']);
    expect(await statements('formulas.xlsx')).toEqual(['Có tài liệu', 'Có thử']);
  });

  it('[BD1] there are well over sixty, of every format, no two of one name', () => {
    const names = BAD_SETS.map(({ file }) => file);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(160);
    for (const ending of ['.yaml', '.json', '.oscal.json', '.ciso.yaml', '.badge.yml', '.csv', '.xlsx', '.xls'])
      expect(names.filter((name) => name.endsWith(ending)).length, ending).toBeGreaterThan(0);
  });
});
