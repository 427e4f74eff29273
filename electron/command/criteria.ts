// `hoidong criteria check FILE`: a dry run over a criteria file; nothing is kept.
import { printReport, reportCriteria } from '../imports/criteria-report.ts';
import { readCriteriaFile } from '../imports/read-criteria-file.ts';
import { checkFile } from './check-file.ts';

const LARGEST = 8 * 1024 * 1024;

export const criteria = checkFile('criteria', LARGEST, (bytes, name) => {
  const report = reportCriteria(readCriteriaFile(bytes, name));
  return { ok: report.ok, json: JSON.stringify(report), text: (language) => printReport(report, language) };
});
