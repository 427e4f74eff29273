// The rules of a council in plain sentences: none is left out, none says the same of two different rules.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRulesFile } from '../../../electron/imports/rules-file.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { COUNTINGS, type CouncilRules, councilRules, rulesConflicts } from '../../../shared/council/rules.ts';
import { conflictWords, RULE_GROUPS, ruleName, rulesSummary, rulesWords } from '../../../shared/lang/rules-words.ts';

const LANGUAGES = ['vi', 'en'] as const;
const textOf = (rules: CouncilRules, language: 'vi' | 'en'): string =>
  rulesWords(rules, language)
    .map(({ text }) => text)
    .join('\n');

/** One rule after the other changed in the default, or in what it needs to matter. */
const points: CouncilRules = { ...DEFAULT_RULES, scale: { of: 'points', passMark: 70, outlier: 20 }, counting: 'mean' };
const { quorum, opinions, size, roles, rounds } = DEFAULT_RULES;
const all = { comparator: 'at-least', numerator: 1, denominator: 1 } as const;
const CHANGED: readonly (readonly [string, CouncilRules, Partial<CouncilRules>])[] = [
  ['body group', DEFAULT_RULES, { body: 'expert-group' }],
  ['body unit', DEFAULT_RULES, { body: 'hired-unit' }],
  ['size.least', DEFAULT_RULES, { size: { ...size, least: 5 } }],
  ['size.most', DEFAULT_RULES, { size: { ...size, most: 9 } }],
  ['size.even', DEFAULT_RULES, { size: { ...size, even: 'allowed' } }],
  ['roles.viceChairs', DEFAULT_RULES, { roles: { ...roles, viceChairs: 1 } }],
  ['roles.reviewers', DEFAULT_RULES, { roles: { ...roles, reviewers: 3 } }],
  ['quorum.share', DEFAULT_RULES, { quorum: { ...quorum, share: all } }],
  ['quorum.chair', DEFAULT_RULES, { quorum: { ...quorum, chair: 'not-required' } }],
  ['quorum.viceChair', DEFAULT_RULES, { quorum: { ...quorum, viceChair: 'never' } }],
  ['quorum.secretary', DEFAULT_RULES, { quorum: { ...quorum, secretary: 'not-required' } }],
  ['quorum.reviewers one', DEFAULT_RULES, { quorum: { ...quorum, reviewers: 'one' } }],
  ['quorum.reviewers all', DEFAULT_RULES, { quorum: { ...quorum, reviewers: 'all' } }],
  ['quorum.per', DEFAULT_RULES, { quorum: { ...quorum, per: 'criterion' } }],
  ['online', DEFAULT_RULES, { online: 'does-not-count' }],
  ['casting', DEFAULT_RULES, { casting: 'from-a-distance' }],
  ['opinions.shown', DEFAULT_RULES, { opinions: { ...opinions, shown: 'after-reveal' } }],
  ['openings', DEFAULT_RULES, { openings: 'named-at-once' }],
  ['opinions.marks', DEFAULT_RULES, { opinions: { ...opinions, marks: 'none' } }],
  ['scale', DEFAULT_RULES, { scale: { of: 'points', passMark: 50, outlier: 20 }, counting: 'per-ballot' }],
  ['scale.passMark', points, { scale: { of: 'points', passMark: 60, outlier: 20 } }],
  ['scale.outlier', points, { scale: { of: 'points', passMark: 70, outlier: null } }],
  ['counting', DEFAULT_RULES, { counting: 'per-ballot' }],
  ['counting of points', points, { counting: 'per-ballot' }],
  ['threshold', DEFAULT_RULES, { threshold: all }],
  [
    'threshold the same share compared otherwise',
    DEFAULT_RULES,
    { threshold: { ...all, numerator: 3, denominator: 4 } },
  ],
  ['denominator ballots', DEFAULT_RULES, { denominator: 'valid-ballots' }],
  ['denominator appointed', DEFAULT_RULES, { denominator: 'appointed' }],
  ['tie', DEFAULT_RULES, { tie: 'not-passed' }],
  ['secrecy open', DEFAULT_RULES, { secrecy: 'open' }],
  ['secrecy secret', DEFAULT_RULES, { secrecy: 'secret' }],
  ['shares none', DEFAULT_RULES, { shares: 'none' }],
  ['shares committee', DEFAULT_RULES, { shares: 'counting-committee' }],
  ['individualSheets', DEFAULT_RULES, { individualSheets: false }],
  ['rounds.most', DEFAULT_RULES, { rounds: { ...rounds, most: 3 } }],
  ['rounds.change', DEFAULT_RULES, { rounds: { ...rounds, change: 'free' } }],
  ['committee', DEFAULT_RULES, { committee: 'three' }],
  ['conclusion', DEFAULT_RULES, { conclusion: all }],
  ['vote hands', DEFAULT_RULES, { vote: 'hands' }],
  ['vote secret', DEFAULT_RULES, { vote: 'secret' }],
];

it('[RF7] every rule of the schema is said: a changed one changes the words, in both languages', () => {
  const named = new Set(CHANGED.map(([name]) => name.split(/[ .]/)[0]));
  // What names the rules is printed beside them, not said by them.
  const said = Object.keys(DEFAULT_RULES).filter((key) => !['v', 'id', 'name', 'source'].includes(key));
  expect([...named].sort()).toEqual(said.sort());
  for (const language of LANGUAGES) {
    const told = CHANGED.map(([, from, change]) => textOf({ ...from, ...change }, language));
    for (const [at, [name, from]] of CHANGED.entries()) {
      expect(told[at], name).not.toBe(textOf(from, language));
      expect(told[at], name).not.toMatch(/[{}…]|undefined/);
    }
    // No two changes come to the same words.
    expect(new Set(told).size).toBe(CHANGED.length);
  }
});

it('[RF7] the sentences come in the order of the table, and the short account is made of them', () => {
  for (const language of LANGUAGES) {
    const told = rulesWords(DEFAULT_RULES, language);
    const groups = told.map(({ group }) => RULE_GROUPS.indexOf(group));
    expect(groups).toEqual([...groups].sort((a, b) => a - b));
    expect(new Set(groups).size).toBe(RULE_GROUPS.length);
    const summary = rulesSummary(DEFAULT_RULES, language);
    expect(summary.length).toBeLessThan(textOf(DEFAULT_RULES, language).length);
    for (const { text } of told.filter(({ main }) => main)) expect(summary).toContain(text);
  }
  expect(rulesSummary(DEFAULT_RULES, 'vi')).toContain('trên 3/4 thành viên có mặt đánh giá Đạt');
});

it('[RF7] ties are spoken of only where sides can be even, and never pass without names', () => {
  const tie = (change: Partial<CouncilRules>): string =>
    rulesWords({ ...DEFAULT_RULES, ...change }, 'en').find(({ group }) => group === 'tie')?.text ?? '';
  const half = { comparator: 'more-than', numerator: 2, denominator: 4 } as const;
  expect(tie({})).toContain('side decides');
  expect(tie({ conclusion: all })).toContain('never be even');
  expect(tie({ conclusion: all, threshold: half })).toContain('side decides');
  expect(tie({ conclusion: all, threshold: half, secrecy: 'secret' })).toContain('no name');
  expect(tie({ ...points, conclusion: all, threshold: half })).toContain('never be even');
});

it('[RF7] people are called as their body calls them, and of one alone no share is said', () => {
  const of = (body: CouncilRules['body'], language: 'vi' | 'en'): string =>
    textOf({ ...DEFAULT_RULES, body }, language);
  expect(of('council', 'vi')).toContain('Phải có Chủ tịch, hoặc Phó Chủ tịch có giấy ủy quyền');
  expect(of('expert-group', 'vi')).toContain('Phải có Tổ trưởng, hoặc Tổ phó có giấy ủy quyền');
  expect(of('expert-group', 'vi')).not.toContain('Chủ tịch');
  expect(of('hired-unit', 'vi')).not.toMatch(/Chủ tịch|\d\/\d|Hội đồng/);
  expect(of('hired-unit', 'en')).not.toMatch(/\bchair|\d\/\d|council\b/);
  expect(of('hired-unit', 'vi')).toContain('không có biểu quyết');
});

it('[RF3] every two rules that do not go together have a sentence of their own', () => {
  const told = new Set<string>();
  for (const body of ['council', 'hired-unit'] as const)
    for (const secrecy of ['blind', 'secret'] as const)
      for (const committee of ['three', 'none'] as const)
        for (const shares of ['none', 'counting-committee'] as const)
          for (const counting of COUNTINGS)
            for (const least of [7, 12])
              for (const per of ['platform', 'criterion'] as const)
                for (const conflict of rulesConflicts({
                  ...DEFAULT_RULES,
                  ...{ body, secrecy, committee, shares, counting, size: { ...size, least } },
                  quorum: { ...DEFAULT_RULES.quorum, per },
                }))
                  told.add(JSON.stringify(conflict));
  const never = { comparator: 'more-than', numerator: 3, denominator: 3 } as const;
  const always = { comparator: 'at-least', numerator: 0, denominator: 3 } as const;
  for (const share of [never, always])
    for (const conflict of rulesConflicts({
      ...DEFAULT_RULES,
      quorum: { ...DEFAULT_RULES.quorum, share },
      threshold: share,
      conclusion: share,
    }))
      told.add(JSON.stringify(conflict));
  expect(told.size).toBe(10);
  for (const text of told)
    for (const language of LANGUAGES)
      expect(conflictWords(JSON.parse(text), language), text).not.toMatch(/đã chọn\.$|as chosen\.$|\{/);
});

it('[RF7] every rule has a name, and the words of the shipped profiles are whole', () => {
  const folder = new URL('../../../assets/rules/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const read = readRulesFile(readFileSync(new URL(name, folder)), name);
    if (!read.ok) throw new Error(name);
    for (const language of LANGUAGES) expect(textOf(read.rules, language), name).not.toMatch(/[{}…]|undefined/);
  }
  for (const key of Object.keys(councilRules.shape))
    for (const language of LANGUAGES) expect(ruleName(key, language), key).not.toBe(key);
});
