// `hoidong rules check FILE`: whether a file of council rules can be used, and what it says; nothing is kept.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../shared/base/result.ts';
import { worded } from '../headless.ts';
import { RULES_FILE_LIMIT, readRulesFile } from '../imports/rules-file.ts';
import { printRulesReport, reportRules } from '../imports/rules-report.ts';
import { type Command, refuseInput } from './command.ts';
import { WrongUsage } from './options.ts';

export const rules: Command = {
  spec: {
    usage: 'rules check FILE [--json] [--lang vi|en]',
    help: ['--json   một dòng JSON / one line of JSON', '--lang   ngôn ngữ của báo cáo / language of the report (vi)'],
    flags: ['json'],
    values: ['lang'],
    plain: [2, 2],
  },
  run: async (given, output) => {
    const [what, file = ''] = given.plain;
    const language = given.values.get('lang') ?? 'vi';
    if (what !== 'check') throw new WrongUsage('rules check FILE');
    if (language !== 'vi' && language !== 'en') throw new WrongUsage('--lang wants vi or en');
    const found = await stat(file).catch(() => undefined);
    const json = given.flags.has('json');
    const missing = refusal('file-missing', { file: path.basename(file) });
    if (found === undefined || !found.isFile()) return refuseInput(output, json, missing, worded(missing));
    // One byte too many says as well as all of them that a file is too large.
    const bytes = found.size > RULES_FILE_LIMIT ? new Uint8Array(RULES_FILE_LIMIT + 1) : await readFile(file);
    const report = reportRules(readRulesFile(bytes, path.basename(file)));
    const text = json ? JSON.stringify(report) : printRulesReport(report, language);
    (report.ok || json ? output.out : output.err)(`${text}\n`);
    return report.ok ? 0 : 1;
  },
};
