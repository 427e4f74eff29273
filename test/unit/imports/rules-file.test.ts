// Files of council rules: those that are shipped, and everything that can be wrong with one.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RulesFile, type RulesFinding, readRulesFile } from '../../../electron/imports/rules-file.ts';
import { printRulesReport, reportRules } from '../../../electron/imports/rules-report.ts';
import { RULES_WORDS, wordRulesProblem } from '../../../electron/imports/rules-words.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';

const folder = new URL('../../../assets/rules/', import.meta.url);
const names = readdirSync(folder).sort();
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const readText = (text: string, name = 'rules.yaml'): RulesFile => readRulesFile(utf8(text), name);

function rulesIn(read: RulesFile): CouncilRules {
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.rules;
}
function findingsIn(read: RulesFile): readonly RulesFinding[] {
  if (read.ok) throw new Error('was read');
  return read.findings;
}
/** The default file with one text replaced by another; the line is where the first of them stands. */
function broken(from: string, to: string): { readonly found: readonly RulesFinding[]; readonly line: number } {
  const text = textOf('per-criterion-three-quarters.yaml');
  expect(text).toContain(from);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { found: findingsIn(readText(text.replace(from, to))), line };
}

describe('the shipped profiles', () => {
  it('[RF4] there are five, each under the name of its file, whole in both languages, with its source', () => {
    expect(names).toEqual([
      'expert-group.yaml',
      'hired-unit.yaml',
      'per-ballot-circular-06.yaml',
      'per-criterion-three-quarters.yaml',
      'points-circular-20.yaml',
    ]);
    for (const name of names) {
      const read = readText(textOf(name), name);
      expect(read, name).toMatchObject({ ok: true, findings: [] });
      const { id, name: named, source } = rulesIn(read);
      expect(`${id}.yaml`).toBe(name);
      expect(named.vi).not.toBe(named.en);
      expect(source).not.toBe('');
    }
  });

  it('[RF4] the first is what a new session begins with', () => {
    expect(rulesIn(readText(textOf('per-criterion-three-quarters.yaml')))).toEqual(DEFAULT_RULES);
  });

  it('[RF4] what follows a circular says that it is its pattern, in the file and where it is printed', () => {
    for (const name of names.filter((each) => each.includes('circular'))) {
      expect(rulesIn(readText(textOf(name))).source, name).toMatch(/^Mẫu cách làm của Thông tư số \d+\/2023\/TT-BKHCN/);
      expect(textOf(name).replace(/\n# /g, ' '), name).toMatch(/PATTERN of Circular .*binds no evaluation/);
    }
  });

  it('[RF4] they are the five ways that the issue asks for', () => {
    const of = (name: string): CouncilRules => rulesIn(readText(textOf(`${name}.yaml`)));
    expect(of('per-ballot-circular-06')).toMatchObject({ counting: 'per-ballot', committee: 'three' });
    expect(of('points-circular-20')).toMatchObject({
      scale: { of: 'points', passMark: 70, outlier: 20 },
      counting: 'mean',
    });
    expect(of('expert-group')).toMatchObject({ body: 'expert-group', size: { least: 3, most: 3 } });
    expect(of('hired-unit')).toMatchObject({ body: 'hired-unit', shares: 'none', committee: 'none' });
  });

  it('[RF1] the same rules as JSON are the same rules', () => {
    for (const name of names) {
      const rules = rulesIn(readText(textOf(name)));
      expect(rulesIn(readText(JSON.stringify(rules, null, 2), 'rules.json'))).toEqual(rules);
    }
  });
});

describe('a broken file', () => {
  it.each([
    ['a choice that there is not', 'online: counts', 'online: maybe', 'online', 'rule-choice'],
    ['a choice nearly written', 'vote: open', 'vote: opne', 'vote', 'rule-choice-near'],
    ['a number out of range', 'most: 2,', 'most: 10,', 'rounds.most', 'rule-number'],
    ['no whole number', 'most: 2,', 'most: 1.5,', 'rounds.most', 'rule-number'],
    ['a number with a group sign', 'most: 11,', 'most: 1_1,', 'size.most', 'rule-number'],
    ['a share of nothing', 'denominator: 4}', 'denominator: 0}', 'threshold.denominator', 'rule-number'],
    [
      'a share as text',
      'threshold: {comparator: more-than, numerator: 3, denominator: 4}',
      'threshold: 3/4',
      'threshold',
      'rule-group-wanted',
    ],
    ['yes in place of true', 'individualSheets: true', 'individualSheets: yes', 'individualSheets', 'rule-choice'],
    ['a list', 'tie: chairs-side', 'tie: [chairs-side]', 'tie', 'rule-text-wanted'],
    ['another version', 'v: 1', 'v: 2', 'v', 'rule-number'],
    [
      'an empty name',
      'en: Pass or fail, counted per criterion, more than 3/4 of the members present',
      'en:',
      'name.en',
      'rule-missing',
    ],
    ['a scale that there is not', '{of: pass-fail}', '{of: stars}', 'scale.of', 'rule-choice'],
    ['points without a pass mark', '{of: pass-fail}', '{of: points, outlier: null}', 'scale.passMark', 'rule-missing'],
    ['a hidden sign', 'source: Quy chế làm', 'source: "Quy\\u202e chế" #', 'source', 'rule-text-hidden'],
  ])('[RF1] %s: file, line, path and reason', (_, from, to, path, code) => {
    const { found, line } = broken(from, to);
    expect(found).toMatchObject([{ code, path, line, file: 'rules.yaml', severity: 'error' }]);
  });

  it('[RF1] what is missing is told at the place that lacks it', () => {
    const { found, line } = broken('  chair: required # required | not-required\n', '');
    expect(found).toMatchObject([{ code: 'rule-missing', path: 'quorum.chair', params: { key: 'chair' } }]);
    // The nearest place above that the file has: the group it belongs to.
    expect(found[0]?.line).toBeLessThan(line);
  });

  it('[RF1] everything wrong is told at once, in the order of the lines, and no rules are given', () => {
    const text = textOf('per-criterion-three-quarters.yaml')
      .replace('body: council', 'body: board')
      .replace('committee: none', 'committee: two')
      .replace('reviewers: 2}', 'reviewers: 99}');
    const found = findingsIn(readText(text));
    expect(found.map(({ path }) => path)).toEqual(['body', 'roles.reviewers', 'committee']);
  });

  it('[RF2] an unknown item is named, with the one that was probably meant', () => {
    expect(broken('counting: per', 'couting: per').found).toMatchObject([
      { code: 'rule-unknown-near', path: 'couting', params: { key: 'couting', near: 'counting' } },
    ]);
    expect(broken('viceChair: with', 'vice_chair: with').found).toMatchObject([
      { code: 'rule-unknown-near', path: 'quorum.vice_chair', params: { near: 'viceChair' } },
    ]);
    expect(broken('v: 1\n', 'v: 1\nweather: sunny\n').found).toMatchObject([
      { code: 'rule-unknown', path: 'weather', line: 5 },
    ]);
    expect(broken('vote: open', 'vote: __proto__').found).toMatchObject([{ code: 'rule-choice', path: 'vote' }]);
  });

  it('[RF3] rules that do not go together are told with the sentence of that pair, every pair', () => {
    const pairs: readonly (readonly [string, string, RegExp])[] = [
      ['counting: per-criterion', 'counting: mean', /điểm trung bình cần chấm điểm/],
      ['least: 7', 'least: 12', /lớn hơn số người nhiều nhất/],
      ['secrecy: blind', 'secrecy: secret', /Bỏ phiếu kín thì không in/],
      ['shares: chair-and-secretary', 'shares: counting-committee', /quy chế không có Ban kiểm phiếu/],
      ['body: council', 'body: hired-unit', /không có ai để giao giữ/],
    ];
    for (const [from, to, words] of pairs) {
      const { found, line } = broken(from, to);
      expect(found, to).toHaveLength(1);
      const [first] = found;
      expect(first, to).toMatchObject({ code: 'rules-conflict' });
      expect(first === undefined ? '' : wordRulesProblem(first, 'vi'), to).toMatch(words);
      // It stands at one of the two rules.
      if (to !== 'secrecy: secret' && to !== 'body: hired-unit') expect(first?.line, to).toBe(line);
    }
    const hired = textOf('hired-unit.yaml').replace('committee: none', 'committee: three');
    expect(findingsIn(readText(hired))).toMatchObject([{ path: 'committee', code: 'rules-conflict' }]);
  });

  it.each([
    ['rules.txt', 'v: 1', 'file-kind-unknown'],
    ['rules.yaml', '', 'file-empty'],
    ['rules.yaml', `#${'x'.repeat(100 * 1024)}`, 'file-too-large'],
    ['rules.yaml', 'v: &a 1', 'yaml-alias'],
    ['rules.yaml', 'v: !!int 1', 'yaml-tag'],
    ['rules.yaml', 'v: 1\nv: 1', 'key-duplicate'],
    ['rules.yaml', 'v: 1\n---\nv: 1', 'yaml-documents'],
    ['rules.yaml', 'v: "1', 'yaml-unclosed'],
    ['rules.json', '{"v": 1,}', 'json-syntax'],
    ['rules.yaml', 'just words', 'rule-group-wanted'],
    ['rules.json', `${'['.repeat(40)}${']'.repeat(40)}`, 'too-deep'],
  ])('[RF1] %s %j is refused as %s', (name, text, code) => {
    const found = findingsIn(readText(text, name));
    expect(found[0]).toMatchObject({ code, file: name });
    for (const language of ['vi', 'en'] as const)
      for (const each of found)
        expect(wordRulesProblem(each, language)).not.toMatch(/\{|undefined|bộ tiêu chí|criteria/);
  });

  it('[RF1] other encodings are named, never guessed', () => {
    expect(readRulesFile(Uint8Array.of(0xff, 0xfe, 0x76, 0), 'a.yaml')).toMatchObject({
      findings: [{ code: 'encoding-utf16' }],
    });
    expect(readRulesFile(Uint8Array.of(0x76, 0x3a, 0x20, 0xe9), 'a.yaml')).toMatchObject({
      findings: [{ code: 'encoding-not-utf8', line: 1 }],
    });
  });

  it('[RF1] a great many faults are cut, and it is said how many more there are', () => {
    const text = `${textOf('per-criterion-three-quarters.yaml')}${Array.from({ length: 150 }, (_, at) => `zz${at}: 1\n`).join('')}`;
    const found = findingsIn(readText(text));
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toMatchObject({ code: 'rules-cut', params: { count: 50 } });
  });

  it('[RF1] decomposed accents are composed, with a word about it', () => {
    const text = textOf('expert-group.yaml').replace('Quyết định', 'Quyết định'.normalize('NFD'));
    const read = readText(text);
    expect(read).toMatchObject({ ok: true, findings: [{ code: 'rule-text-composed', path: 'source' }] });
    expect(rulesIn(read).source).toBe('Quyết định thành lập Tổ chuyên gia');
  });
});

describe('the report', () => {
  it('[RF1] prints places as compilers do, in both languages, and steers no terminal', () => {
    const report = reportRules(readText('vote: "\\e[2J"\n', 'a\u001b.yaml'));
    expect(printRulesReport(report, 'vi')).toMatch(/^a·\.yaml:1: vote: LỖI \[rule-choice\] /m);
    expect(printRulesReport(report, 'en')).toMatch(
      /^a·\.yaml:1: vote: ERROR \[rule-choice\] .* Choose one of: hands, /m,
    );
    expect(printRulesReport(report, 'vi')).not.toContain('\u001b');
    expect(report.rules).toBeUndefined();
  });

  it('[RF1] every reason has a sentence in both languages with the same parameters', () => {
    const holes = (text: string): readonly string[] => [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].sort();
    for (const [code, { vi, en }] of Object.entries(RULES_WORDS)) {
      expect(vi.normalize('NFC'), code).toBe(vi);
      if (code !== 'rules-conflict') expect(holes(vi), code).toEqual(holes(en));
    }
  });
});
