// What is said about a file of rules: lines to read and one JSON value, from the same reading.
import type { CouncilRules } from '../../shared/council/rules.ts';
import { rulesWords } from '../../shared/lang/rules-words.ts';
import type { Language } from '../../shared/lang/say.ts';
import type { RulesFile, RulesFinding } from './rules-file.ts';
import { wordRulesProblem } from './rules-words.ts';

export type ReportedRulesFinding = RulesFinding & Readonly<Record<Language, string>>;
/** `ok` false: no rules, since a broken file gives none. */
export type RulesReport = {
  readonly ok: boolean;
  readonly rules?: CouncilRules;
  readonly findings: readonly ReportedRulesFinding[];
};

export const reportRules = (read: RulesFile): RulesReport => ({
  ok: read.ok,
  ...(read.ok ? { rules: read.rules } : {}),
  findings: read.findings.map((each) => ({
    ...each,
    vi: wordRulesProblem(each, 'vi'),
    en: wordRulesProblem(each, 'en'),
  })),
});

const SAID = {
  vi: {
    error: 'LỖI',
    warning: 'lưu ý',
    source: 'Nguồn',
    good: 'Dùng được.',
    bad: 'Không dùng được tệp này; chưa có gì bị thay đổi.',
  },
  en: {
    error: 'ERROR',
    warning: 'note',
    source: 'Source',
    good: 'It can be used.',
    bad: 'The file cannot be used; nothing was changed.',
  },
} as const;

/** Text from a file may not steer a terminal: control and direction characters are shown as "·". */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '·');

/** `file:line: path: LEVEL [code] sentence`, as compilers print it, so that editors can jump there. */
function lineFor(finding: ReportedRulesFinding, language: Language): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  const path = finding.path === '' ? '' : `${finding.path}: `;
  return `${place}: ${path}${SAID[language][finding.severity]} [${finding.code}] ${finding[language]}`;
}

export function printRulesReport({ ok, rules, findings }: RulesReport, language: Language): string {
  const said = SAID[language];
  const head =
    rules === undefined
      ? []
      : [
          `${rules.id}: ${rules.name[language]}`,
          `${said.source}: ${rules.source}`,
          ...rulesWords(rules, language).map(({ text }) => `- ${text}`),
        ];
  const lines = [...head, ...findings.map((finding) => lineFor(finding, language)), ok ? said.good : said.bad];
  return lines.map(printable).join('\n');
}
