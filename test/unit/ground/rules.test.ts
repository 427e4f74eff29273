// Holds test/rules.md and the titles of all tests to each other.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { idsOf, mismatches, rulesIn, titlesIn } from '../../helpers/rules.ts';
import { readSources } from '../../helpers/tree.ts';

const list = (...rows: string[]) => ['prose', '| ID | Rule | Source |', '|---|---|---|', ...rows].join('\n');
const judge = (markdown: string, source: string) =>
  mismatches(rulesIn(markdown), titlesIn(new Map([['test/unit/a.test.ts', source]])));
const rule = '| Z1 | A seat votes once. | Decree 9, art. 3 |';

test('[G16] a rule without a test is found', () => {
  expect(judge(list(rule), `test('a seat votes once', () => {});`)).toEqual([
    'rule Z1 has no test: A seat votes once.',
  ]);
});

test('[G16] a skipped test proves nothing', () => {
  expect(judge(list(rule), `test.skip('[Z1] a seat votes once', () => {});`)).toHaveLength(1);
  expect(judge(list(rule), `describe.todo('[Z1] a seat votes once');`)).toHaveLength(1);
});

test('[G16] a title with an unknown id is found', () => {
  expect(judge(list(rule), `test('[Z1] yes', f); test('[Z2] no', f);`)).toEqual([
    'test/unit/a.test.ts names the unknown rule Z2',
  ]);
});

test('[G16] a rule listed twice is found', () => {
  expect(judge(list(rule, rule), `test('[Z1] yes', f);`)).toEqual(['rule Z1 is listed twice']);
});

test.each([
  `test('[Z1] yes', f)`,
  `describe('[Z1] yes', () => {})`,
  `test.each(rows)('[Z1] %s', f)`,
  `test.skipIf(isMissing('qpdf'))('[Z1] yes', f)`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source text of a planted test
  'test(`[Z1] ${name}`, f)',
  `onHost('[Z0, Z1] yes', { timeout: 1 }, f)`,
])('a title is found in %s', (source) => {
  expect(judge(list(rule, '| Z0 | Another. | x |'), `${source}; test('[Z0] [Z1] both', f)`)).toEqual([]);
  expect(titlesIn(new Map([['a.ts', source]])).flatMap((title) => idsOf(title.text))).toContain('Z1');
});

test('ids are read at the start of a title only', () => {
  expect(idsOf('[Q2] [S10a] a recused member')).toEqual(['Q2', 'S10a']);
  expect(idsOf('[Q2, Q3] both')).toEqual(['Q2', 'Q3']);
  expect(idsOf('a list [A1] of cells')).toEqual([]);
  expect(idsOf('[1.3.6.1] an object id')).toEqual([]);
});

test.each(['| Z1 | No full stop | source |', '| z1 | Lower. | source |', '| Z1 | No source. | |', '| Z1 | Two. |'])(
  'the malformed row %j is refused',
  (row) => {
    expect(() => rulesIn(list(row))).toThrow('not a row');
  },
);

test('[G16] all rules and all tests of this project match', { timeout: 60_000 }, () => {
  const rules = rulesIn(readFileSync(resolve(import.meta.dirname, '../../rules.md'), 'utf8'));
  expect(rules.length).toBeGreaterThan(10);
  expect(mismatches(rules, titlesIn(readSources(['test/**/*.test.{ts,tsx}', 'test/**/*-story.ts'])))).toEqual([]);
});
