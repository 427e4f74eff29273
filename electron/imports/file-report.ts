// What the library says about a file that was read: every finding with its place and its sentence in both languages.
import type { CriteriaFileReport } from '../../shared/contract/criteria-library.ts';
import type { Finding } from '../../shared/criteria/finding.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import type { CriteriaFile } from './read-criteria-file.ts';

const worded = (finding: Finding) => ({ ...finding, vi: wordFinding(finding, 'vi'), en: wordFinding(finding, 'en') });

/** What the library itself knows (hash, whether it has such a set) is for the host to add. */
export function fileReport(file: string, read: CriteriaFile): CriteriaFileReport {
  return {
    file,
    ...(read.format === undefined ? {} : { format: read.format }),
    ...(read.ok ? { set: read.value.set } : {}),
    findings: (read.ok ? read.value.warnings : read.findings).map(worded),
    leftOut: read.ok ? read.value.leftOut : [],
    ...read.beside,
  };
}
