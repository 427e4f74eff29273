// The report on a checked file as plain text, to be pasted into a letter or kept beside the file.
import type { FileReport, Finding, FindingAbout, SignatureFacts } from '../../shared/contract/methods.ts';
import type { Words } from './words.ts';

export const QUESTIONS = ['file', 'signature', 'roots', 'book'] as const satisfies readonly FindingAbout[];

/** What a question comes to: the worst that was found about it. */
export function levelOf(findings: readonly Finding[]): Finding['level'] {
  if (findings.some(({ level }) => level === 'broken')) return 'broken';
  return findings.some(({ level }) => level === 'holds') ? 'holds' : 'note';
}

/** The short answer to a question, honest also where there is none: an unsigned or unreadable file proves nothing. */
export function answerTo(question: FindingAbout, report: FileReport, { t }: Words): string {
  const level = levelOf(report.findings.filter(({ about }) => about === question));
  if (question === 'file' && (report.word === 'unsigned' || report.word === 'unreadable'))
    return t('check.about.file.unknown');
  if (question === 'book' && report.kind === 'pdf') return t('check.about.book.foreign');
  return t(`check.about.${question}.${level}`);
}

/** Rows of one signature, as Circular 15/2025/TT-BKHCN wants them shown; nothing is left out because it is empty. */
export function signatureRows(signature: SignatureFacts, words: Words): readonly (readonly [string, string])[] {
  const { t, day, clock } = words;
  const { validFrom, validTo, claimedTime } = signature;
  const none = t('check.row.none');
  return [
    [t('check.row.name'), signature.name || none],
    [t('check.row.unit'), signature.organisation || none],
    [t('check.row.issuer'), signature.issuer || none],
    [t('check.row.serial'), signature.serial || none],
    [t('check.row.period'), validFrom === '' ? none : `${day(validFrom)} – ${day(validTo)}`],
    [
      t('check.row.time'),
      claimedTime === '' ? none : t('check.row.time.claimed', { day: day(claimedTime), time: clock(claimedTime) }),
    ],
    [t('check.row.algorithm'), signature.algorithm || none],
    [t('check.row.intact'), t(signature.intact ? 'check.row.intact.yes' : 'check.row.intact.no')],
    [t('check.row.path'), signature.path.length === 0 ? none : signature.path.join(' → ')],
    [t('check.row.trusted'), t(signature.trusted ? 'check.row.trusted.yes' : 'check.row.trusted.no')],
    [t('check.row.revocation'), t('check.row.revocation.no')],
  ];
}

/** @param at when it was checked, ISO 8601 */
export function reportText(report: FileReport, name: string, at: string, words: Words): string {
  const { t, of, day, clock, size } = words;
  const lines = [
    t('check.title'),
    `${t('file.name')}: ${name}`,
    `SHA-256: ${report.sha256}`,
    `${t('check.size')}: ${size(report.size)}`,
    t('check.at', { day: day(at), time: clock(at) }),
    '',
    `${t(`check.${report.word}`)}. ${of(report.verdict)}`,
  ];
  for (const question of QUESTIONS) {
    const found = report.findings.filter(({ about }) => about === question);
    if (found.length === 0) continue;
    lines.push('', `${t(`check.about.${question}`)} ${answerTo(question, report, words)}`);
    for (const finding of found) lines.push(`- [${t(`finding.${finding.level}`)}] ${of(finding)}`);
  }
  for (const signature of report.signatures) {
    lines.push('', t('check.signature', { field: signature.field }));
    for (const [row, value] of signatureRows(signature, words)) lines.push(`  ${row}: ${value}`);
  }
  return `${lines.join('\n')}\n`;
}
