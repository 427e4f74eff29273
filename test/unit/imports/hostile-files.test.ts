// Files made to hurt: sizes, depth, bombs, and thousands of random damages, the seed printed.
import { describe, expect, it } from 'vitest';
import { readCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { criteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { type Random, seeded } from '../../helpers/seed.ts';
import { findingsOf, fixtureText, readText, sampleText } from './given.ts';

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('hostile files', () => {
  it.each([
    ['brackets.yaml', 'too-deep', '['.repeat(200_000)],
    ['maps.yaml', 'too-deep', '{a: '.repeat(100_000)],
    ['dashes.yaml', 'too-deep', `${'- '.repeat(100_000)}a`],
    ['stairs.yaml', 'too-deep', lines(2_000, (at) => `${' '.repeat(at)}a:`)],
    ['small-stairs.yaml', 'too-deep', lines(40, (at) => `${' '.repeat(at)}a:`)],
    ['many.yaml', 'too-many-values', '- [a,b]\n'.repeat(300_000)],
    ['comments.yaml', 'too-many-values', '#\n'.repeat(1_000_000)],
    ['keys.yaml', 'too-many-values', lines(120_000, (at) => `k${at}: a`)],
    ['brackets.json', 'too-deep', '['.repeat(1_000_000)],
    ['many.json', 'too-many-values', `[${'1,'.repeat(500_000)}1]`],
    ['text.json', 'map-expected', `["${'a'.repeat(4_000_000)}"]`],
    ['escapes.json', 'json-syntax', `"${'\\'.repeat(4_000_000)}`],
    ['prototype.json', 'key-unknown', '{"__proto__": {"id": "x"}, "constructor": "y"}'],
    ['long-key.yaml', 'text-too-long', `${'k'.repeat(200)}: a`],
    ['big.yaml', 'file-too-large', '#'.repeat(8 * 1024 * 1024 + 1)],
    ['set.xlsx', 'file-kind-unknown', 'PK'],
    ['no-ending', 'field-missing', 'id: a'],
    ['nothing-known', 'file-kind-unknown', 'một dòng chữ'],
    ['picture.yaml', 'file-not-text', 'GIF89a\0\0\x01'],
  ] as const)('[C6] %s is refused calmly: %s', (file, code, text) => {
    const read = readText(text, file);
    expect(read.ok).toBe(false);
    expect(findingsOf(read).map((finding) => finding.code)).toContain(code);
    expect(JSON.stringify(findingsOf(read)).length).toBeLessThan(100_000);
  });

  it('[C6] limits of lists: 21 outcome rules, 101 groups, 501 criteria', () => {
    const good = fixtureText('good.yaml');
    const rules = good.replace(
      'outcome_rules:\n',
      `outcome_rules:\n${'  - {when: all_met, outcome: du, vi: Đủ}\n'.repeat(18)}`,
    );
    const groups =
      good + lines(100, (at) => `- {id: G${at}, vi: Nhóm, criteria: [{id: c${at}, vi: c, kind: pass_fail}]}`);
    const criteria = good + lines(499, (at) => `  - {id: c${at}, vi: c, kind: pass_fail}`);
    for (const [text, key] of [
      [rules, 'outcome_rules'],
      [groups, 'groups'],
      [criteria, 'criteria'],
    ] as const)
      expect(findingsOf(readText(text))[0]).toMatchObject({ code: 'list-too-long', params: { key } });
  });

  it('[C6] no more than 200 findings are told, errors before warnings', () => {
    const text = `${fixtureText('good.yaml')}${lines(300, (at) => `  - {id: c${at}, kind: pass_fail, odd: 1}`)}\n`;
    const findings = findingsOf(readText(text));
    expect(findings).toHaveLength(201);
    expect(findings.slice(0, 200).every(({ severity }) => severity === 'error')).toBe(true);
    expect(findings.at(-1)).toMatchObject({ code: 'findings-cut', params: { count: 400 } });
  });
});

const PIECES = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ':',
  '- ',
  '\n',
  '  ',
  '\t',
  '&a',
  '*a',
  '!!',
  '#',
  '|',
  '>',
  '\\',
  'null',
  '0',
  '🙂',
  '\u0301',
  ',',
];

function damage(text: string, random: Random): string {
  const next = (below: number) => random.integer(0, below - 1);
  const at = next(text.length);
  const rows = text.split('\n');
  const [one, two] = [next(rows.length), next(rows.length)];
  switch (next(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(20));
    case 1:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
    case 2:
      return rows.toSpliced(one, 1).join('\n');
    case 3:
      return rows.toSpliced(two, 0, rows[one] ?? '').join('\n');
    case 4:
      return rows.with(one, rows[two] ?? '').join('\n');
    default:
      return rows.with(one, (rows[one] ?? '').replace(/: .*/, `: ${random.pick(PIECES)}`)).join('\n');
  }
}

describe('damaged files', () => {
  it.each([
    ['yaml', fixtureText('good.yaml'), 400],
    ['json', fixtureText('good.json'), 800],
    ['yaml', sampleText('mau-1230.yaml'), 20],
  ] as const)(
    '[C1] random damages to a %s file (%#) give a valid set or findings with places',
    (ending, text, runs) => {
      const random = seeded(`damaged ${ending}`);
      let refused = 0;
      for (let run = 0; run < runs; run++) {
        let damaged = text;
        for (let times = random.integer(1, 3); times > 0; times--) damaged = damage(damaged, random).toWellFormed();
        const read = readText(damaged, `f.${ending}`);
        const about = `seed ${random.seed}, run ${run}:\n${damaged}`;
        if (read.ok) expect(criteriaSet.safeParse(read.value.set).success, about).toBe(true);
        else {
          refused += 1;
          expect(
            read.findings.some(({ severity }) => severity === 'error'),
            about,
          ).toBe(true);
        }
        for (const finding of findingsOf(read)) {
          // The readers say themselves what is wrong; the schema behind them should never have the word.
          expect(finding.code, about).not.toBe('set-invalid');
          expect(finding.file).toBe(`f.${ending}`);
          if (finding.code !== 'findings-cut') expect(finding.line, about).toBeGreaterThan(0);
          expect(wordFinding(finding, 'vi')).not.toMatch(/\{[a-z]+\}/);
        }
      }
      expect(refused, `seed ${random.seed}`).toBeGreaterThan(runs / 10);
    },
    30_000,
  );

  it('[C3] random bytes are refused, never thrown at', () => {
    const random = seeded('random bytes');
    const good = utf8(fixtureText('good.yaml'));
    let refused = 0;
    for (let run = 0; run < 300; run++) {
      const bytes = good.slice();
      bytes[random.integer(0, bytes.length - 1)] = random.integer(0x80, 0xff);
      const read = readCriteriaFile(bytes, 'f.yaml');
      // A damaged accent may still be UTF-8; everything else must be caught, with its line.
      if (read.ok || read.findings[0]?.code !== 'encoding-not-utf8') continue;
      refused += 1;
      expect(read.findings[0].line, `seed ${random.seed}, run ${run}`).toBeGreaterThan(0);
    }
    expect(refused, `seed ${random.seed}`).toBeGreaterThan(240);
  });
});
