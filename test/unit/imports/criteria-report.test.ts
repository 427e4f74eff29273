// What the command line says of a criteria file.
import { describe, expect, it } from 'vitest';
import { printReport, reportCriteria } from '../../../electron/imports/criteria-report.ts';
import { readCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { FINDING_WORDS } from '../../../shared/lang/finding-words.ts';
import { fixtureText, readFixture, readText, sampleText } from './given.ts';

describe('report about a criteria file', () => {
  const sample = reportCriteria(readCriteriaFile(utf8(sampleText('mau-1230.yaml')), 'mau-1230.yaml'));

  it('[C14] a good file: id, version, sample, counts and findings', () => {
    expect(sample).toMatchObject({
      ok: true,
      id: 'mau-1230',
      version: '0.1',
      sample: true,
      groups: 6,
      criteria: 30,
      leftOut: [],
    });
    expect(sample.findings).toMatchObject([
      { code: 'threshold-open', severity: 'warning', path: 'groups[0].criteria[4].threshold' },
    ]);
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });

  it('[C14] printed in both languages, places as compilers print them', () => {
    const line = sample.findings[0]?.line;
    expect(sampleText('mau-1230.yaml').split('\n')[(line ?? 0) - 1]).toMatch(/threshold: null/);
    expect(printReport(sample, 'vi').split('\n')).toEqual([
      'mau-1230, phiên bản 0.1: 6 nhóm, 30 tiêu chí (định dạng hoidong)',
      'BỘ TIÊU CHÍ MẪU, không dùng cho đánh giá thật',
      expect.stringMatching(
        new RegExp(
          `^mau-1230.yaml:${line}: groups\\[0\\].criteria\\[4\\].threshold: lưu ý \\[threshold-open\\] Tiêu chí G1-05 `,
        ),
      ),
      'Đọc được.',
    ]);
    expect(printReport(sample, 'en')).toContain('SAMPLE SET, not for a real evaluation');
  });

  it('[C14] a refused file gives findings and no set', () => {
    const report = reportCriteria(readFixture('threshold-comma.yaml'));
    expect(report).toMatchObject({ ok: false, findings: [{ code: 'threshold-malformed', line: 29 }] });
    expect(report.id).toBeUndefined();
    expect(printReport(report, 'vi')).toMatch(
      /^threshold-comma\.yaml:29: .*LỖI \[threshold-malformed\] Ngưỡng "99,5" .*\nKhông nhận tệp này/,
    );
  });

  it('[C14] text of a file cannot steer the terminal', () => {
    const text = fixtureText('good.yaml').replace('kind: pass_fail', 'kind: "\\e[2J\\u202e points"');
    const printed = printReport(reportCriteria(readText(text, 'a\u001b[31m.yaml')), 'vi');
    expect(printed).toContain('kind-unknown');
    for (const sign of ['\u001b', '\u202e']) expect(printed.includes(sign)).toBe(false);
  });

  it('[C13] every code has a sentence in both languages with the same parameters', () => {
    for (const [code, { vi, en }] of Object.entries(FINDING_WORDS)) {
      const holes = (text: string) => [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].sort();
      expect(holes(vi), code).toEqual(holes(en));
      expect(vi).not.toBe(en);
      expect(vi.normalize('NFC')).toBe(vi);
    }
  });
});
