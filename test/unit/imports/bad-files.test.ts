// Bad files, one mistake each: every one is refused as a whole, with a code, a line and a path.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { BAD_FILES } from './bad-files.ts';
import { findingsOf, readFixture } from './given.ts';

const rowsOf = (rule: string) => BAD_FILES.filter(([each]) => each === rule).map(([, ...row]) => row);

function refusesAtPlace(file: string, code: string, line: number | undefined, path: string): void {
  const read = readFixture(file);
  expect(read.ok).toBe(false);
  const first = findingsOf(read)[0];
  expect(first).toMatchObject({ severity: 'error', code, path, file });
  expect(first?.line).toBe(line);
}

describe('bad criteria files', () => {
  it.each(rowsOf('C1'))('[C1] a field is wrong or missing: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C3'))('[C3] the encoding is not UTF-8: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C4'))('[C4] YAML beyond plain maps, lists and texts: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C5'))('[C5] a key or id stands twice: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C6'))('[C6] nested too deep: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C9'))('[C9] an outcome rule is missing or dead: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C10'))('[C10] a tag nobody carries: %s, %s at line %s, "%s"', refusesAtPlace);
  it.each(rowsOf('C11'))('[C11] a measure is not whole: %s, %s at line %s, "%s"', refusesAtPlace);

  it('[C1] every fixture is either good or in this table', () => {
    const good = ['good.yaml', 'good-bom.yaml', 'good-crlf.yaml', 'good.json', 'yaml-1.1.yaml'];
    const mended = ['nfd.yaml', 'misspelt.yaml', 'hidden.yaml'];
    const bad = BAD_FILES.map(([, file]) => file);
    const listed = readdirSync(new URL('../../fixtures/criteria/', import.meta.url), { withFileTypes: true });
    const files = listed.filter((each) => each.isFile() && !each.name.startsWith('.')).map(({ name }) => name);
    expect(files.sort()).toEqual([...good, ...mended, ...bad].sort());
    expect(bad.length).toBeGreaterThanOrEqual(25);
  });

  it('[C13] every sentence about a bad file is whole in both languages', () => {
    for (const [, file] of BAD_FILES)
      for (const finding of findingsOf(readFixture(file)))
        for (const language of ['vi', 'en'] as const) expect(wordFinding(finding, language), file).toMatch(/^[^{}]+$/);
  });

  it('[C1] several mistakes are all told at once', () => {
    const codes = findingsOf(readFixture('otherwise-early.yaml')).map(({ code, line }) => [code, line]);
    expect(codes).toEqual([
      ['rule-unreachable', 11],
      ['rule-unreachable', 12],
      ['rule-unreachable', 13],
    ]);
  });
});
