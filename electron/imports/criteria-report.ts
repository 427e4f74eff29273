// What the command line prints about a criteria file: lines to read and one JSON value, from the same reading.
import type { SetFormat } from '../../shared/contract/criteria-library.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { Finding } from '../../shared/criteria/finding.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import type { Language } from '../../shared/lang/say.ts';
import type { CriteriaFile } from './read-criteria-file.ts';

export type ReportedFinding = Finding & Readonly<Record<Language, string>>;

/** `ok` false: id, version and counts are missing, since a refused file gives no set. */
export type CriteriaReport = {
  readonly ok: boolean;
  readonly format?: SetFormat;
  readonly id?: string;
  readonly version?: string;
  readonly sample?: boolean;
  readonly groups?: number;
  readonly criteria?: number;
  readonly findings: readonly ReportedFinding[];
  readonly leftOut: readonly string[];
};

const reported = (finding: Finding): ReportedFinding => ({
  ...finding,
  vi: wordFinding(finding, 'vi'),
  en: wordFinding(finding, 'en'),
});

export function reportCriteria(read: CriteriaFile): CriteriaReport {
  const format = read.format === undefined ? {} : { format: read.format };
  if (!read.ok) return { ok: false, ...format, findings: read.findings.map(reported), leftOut: [] };
  const { set, warnings, leftOut } = read.value;
  return {
    ok: true,
    ...format,
    ...{ id: set.id, version: set.version, sample: set.sample },
    groups: set.groups.length,
    criteria: criteriaOf(set).length,
    findings: warnings.map(reported),
    leftOut,
  };
}

const SAID = {
  vi: {
    sample: 'BỘ TIÊU CHÍ MẪU, không dùng cho đánh giá thật',
    version: 'phiên bản',
    groups: 'nhóm',
    criteria: 'tiêu chí',
    format: 'định dạng',
    error: 'LỖI',
    warning: 'lưu ý',
    good: 'Đọc được.',
    bad: 'Không nhận tệp này; dữ liệu trên máy không thay đổi.',
  },
  en: {
    sample: 'SAMPLE SET, not for a real evaluation',
    version: 'version',
    groups: 'groups',
    criteria: 'criteria',
    format: 'format',
    error: 'ERROR',
    warning: 'note',
    good: 'The file can be read.',
    bad: 'The file is refused; nothing on this machine was changed.',
  },
} as const;

/** Text from a file may not steer a terminal: control and direction characters are shown as "·". */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '·');

/** `file:line: path: LEVEL [code] sentence`, as compilers print it, so that editors can jump there. */
function lineFor(finding: ReportedFinding, language: Language): string {
  const { file, line, sheet, row, column } = finding;
  // A cell as `file:sheet:row:column`, a line as `file:line`; what is not known falls out.
  const place = [file, sheet, line ?? row, column].filter((part) => part !== undefined).join(':');
  const path = finding.path === '' ? '' : `${finding.path}: `;
  return `${place}: ${path}${SAID[language][finding.severity]} [${finding.code}] ${finding[language]}`;
}

export function printReport(report: CriteriaReport, language: Language): string {
  const said = SAID[language];
  const head = report.ok
    ? [
        `${report.id}, ${said.version} ${report.version}: ${report.groups} ${said.groups}, ${report.criteria} ${said.criteria} (${said.format} ${report.format})`,
        ...(report.sample === true ? [said.sample] : []),
      ]
    : [];
  const lines = [
    ...head,
    ...report.findings.map((finding) => lineFor(finding, language)),
    report.ok ? said.good : said.bad,
  ];
  return lines.map(printable).join('\n');
}
