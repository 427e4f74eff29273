// Bad files, one mistake each: every one is refused as a whole, with a code, a line and a path.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { findingsOf, readFixture } from './given.ts';

/** Rule, file, code of the first finding, its line in the file, its path. */
const BAD: readonly (readonly [string, string, string, number | undefined, string])[] = [
  ['C4', 'alias-bomb.yaml', 'yaml-alias', 1, 'a0'],
  ['C4', 'alias.yaml', 'yaml-alias', 25, 'groups[0].criteria[1].en'],
  ['C4', 'anchor.yaml', 'yaml-alias', 5, 'name_en'],
  ['C1', 'bad-indent.yaml', 'yaml-unclosed', 21, ''],
  ['C1', 'comment.json', 'json-syntax', 2, ''],
  ['C1', 'comments-only.yaml', 'map-expected', 1, ''],
  ['C11', 'comparator-missing.yaml', 'field-missing', 23, 'groups[0].criteria[1]'],
  ['C11', 'comparator-unknown.yaml', 'comparator-unknown', 28, 'groups[0].criteria[1].comparator'],
  ['C3', 'cp1258.yaml', 'encoding-not-utf8', 3, ''],
  ['C1', 'cut.json', 'json-syntax', 24, ''],
  ['C1', 'empty.yaml', 'file-empty', undefined, ''],
  ['C1', 'escape.json', 'json-syntax', 6, ''],
  ['C5', 'group-duplicate.yaml', 'id-duplicate', 31, 'groups[1].id'],
  ['C1', 'group-empty.yaml', 'list-empty', 14, 'groups[0].criteria'],
  ['C1', 'groups-text.yaml', 'list-expected', 13, 'groups'],
  ['C5', 'id-duplicate.yaml', 'id-duplicate', 23, 'groups[0].criteria[1].id'],
  ['C1', 'id-malformed.yaml', 'id-malformed', 23, 'groups[0].criteria[1].id'],
  ['C1', 'id-missing.yaml', 'field-missing', 1, ''],
  ['C1', 'key-list.yaml', 'key-not-text', 5, ''],
  ['C5', 'key-twice.json', 'key-duplicate', 51, 'groups[0].criteria[1].unit'],
  ['C5', 'key-twice.yaml', 'key-duplicate', 28, 'groups[0].criteria[1].unit'],
  ['C1', 'kind-unknown.yaml', 'kind-unknown', 21, 'groups[0].criteria[0].kind'],
  ['C1', 'mark-points.yaml', 'mark-unknown', 8, 'marks[2]'],
  ['C1', 'marks-half.yaml', 'marks-incomplete', 8, 'marks'],
  ['C4', 'merge-key.yaml', 'yaml-alias', 21, 'groups[0].criteria[0].<<'],
  ['C1', 'more-after.json', 'json-syntax', 59, ''],
  ['C1', 'not-applicable-text.yaml', 'boolean-expected', 22, 'groups[0].criteria[0].not_applicable'],
  ['C9', 'otherwise-early.yaml', 'rule-unreachable', 11, 'outcome_rules[1].when'],
  ['C9', 'otherwise-missing.yaml', 'otherwise-missing', 11, 'outcome_rules[1].when'],
  ['C1', 'root-list.yaml', 'map-expected', 1, ''],
  ['C1', 'rule-tag-empty.yaml', 'when-unknown', 11, 'outcome_rules[1].when'],
  ['C1', 'rule-unknown.yaml', 'when-unknown', 10, 'outcome_rules[0].when'],
  ['C1', 'rules-missing.yaml', 'field-missing', 1, ''],
  ['C1', 'sample-maybe.yaml', 'boolean-expected', 3, 'sample'],
  ['C3', 'spreadsheet.yaml', 'file-not-text', undefined, ''],
  ['C1', 'statement-list.yaml', 'text-expected', 24, 'groups[0].criteria[1].vi'],
  ['C1', 'statement-long.yaml', 'text-too-long', 24, 'groups[0].criteria[1].vi'],
  ['C1', 'statement-missing.yaml', 'field-missing', 23, 'groups[0].criteria[1]'],
  ['C1', 'surrogate.json', 'text-malformed', 6, 'name_en'],
  ['C1', 'surrogate.yaml', 'text-malformed', 5, 'name_en'],
  ['C1', 'tab-indent.yaml', 'yaml-tab', 15, ''],
  ['C1', 'tag-malformed.yaml', 'id-malformed', 30, 'groups[0].criteria[1].tags[1]'],
  ['C4', 'tag-python.yaml', 'yaml-tag', 5, 'name_en'],
  ['C1', 'tag-twice.yaml', 'tag-duplicate', 30, 'groups[0].criteria[1].tags[1]'],
  ['C4', 'tag-type.yaml', 'yaml-tag', 29, 'groups[0].criteria[1].threshold'],
  ['C10', 'tag-uncarried.yaml', 'tag-uncarried', 11, 'outcome_rules[1].when'],
  ['C11', 'threshold-comma.yaml', 'threshold-malformed', 29, 'groups[0].criteria[1].threshold'],
  ['C11', 'threshold-exponent.json', 'threshold-malformed', 52, 'groups[0].criteria[1].threshold'],
  ['C11', 'threshold-exponent.yaml', 'threshold-malformed', 29, 'groups[0].criteria[1].threshold'],
  ['C11', 'threshold-missing.yaml', 'field-missing', 23, 'groups[0].criteria[1]'],
  ['C11', 'threshold-octal.yaml', 'threshold-malformed', 29, 'groups[0].criteria[1].threshold'],
  ['C11', 'threshold-on-pass-fail.yaml', 'measured-only', 22, 'groups[0].criteria[0].threshold'],
  ['C11', 'threshold-percent.yaml', 'threshold-malformed', 29, 'groups[0].criteria[1].threshold'],
  ['C6', 'too-deep.yaml', 'too-deep', 1, ''],
  ['C1', 'trailing-comma.json', 'json-syntax', 20, ''],
  ['C4', 'two-documents.yaml', 'yaml-documents', 31, ''],
  ['C1', 'unclosed-list.yaml', 'yaml-indent', 9, ''],
  ['C1', 'unclosed-quote.yaml', 'yaml-unclosed', 3, ''],
  ['C11', 'unit-missing.yaml', 'field-missing', 23, 'groups[0].criteria[1]'],
  ['C3', 'utf16be-no-mark.yaml', 'encoding-utf16', undefined, ''],
  ['C3', 'utf16le.yaml', 'encoding-utf16', undefined, ''],
  ['C1', 'version-missing.yaml', 'field-missing', 3, 'version'],
  ['C1', 'yaml-inside.json', 'json-syntax', 1, ''],
];

const rowsOf = (rule: string) => BAD.filter(([each]) => each === rule).map(([, ...row]) => row);

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
    const bad = BAD.map(([, file]) => file);
    const listed = readdirSync(new URL('../../fixtures/criteria/', import.meta.url), { withFileTypes: true });
    const files = listed.filter((each) => each.isFile() && !each.name.startsWith('.')).map(({ name }) => name);
    expect(files.sort()).toEqual([...good, ...mended, ...bad].sort());
    expect(bad.length).toBeGreaterThanOrEqual(25);
  });

  it('[C13] every sentence about a bad file is whole in both languages', () => {
    for (const [, file] of BAD)
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
