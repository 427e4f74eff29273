// `hoidong rules check FILE`: whether a file of council rules can be used, and what it says; nothing is kept.
import { RULES_FILE_LIMIT, readRulesFile } from '../imports/rules-file.ts';
import { printRulesReport, reportRules } from '../imports/rules-report.ts';
import { checkFile } from './check-file.ts';

export const rules = checkFile('rules', RULES_FILE_LIMIT, (bytes, name) => {
  const report = reportRules(readRulesFile(bytes, name));
  return { ok: report.ok, json: JSON.stringify(report), text: (language) => printRulesReport(report, language) };
});
