// `hoidong criteria check FILE`: a dry run over a criteria file; nothing is kept.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../shared/base/result.ts';
import { worded } from '../headless.ts';
import { printReport, reportCriteria } from '../imports/criteria-report.ts';
import { readCriteriaFile } from '../imports/read-criteria-file.ts';
import { type Command, refuseInput } from './command.ts';
import { WrongUsage } from './options.ts';

const LARGEST = 8 * 1024 * 1024 + 1;

export const criteria: Command = {
  spec: {
    usage: 'criteria check FILE [--json] [--lang vi|en]',
    help: ['--json   một dòng JSON / one line of JSON', '--lang   ngôn ngữ của báo cáo / language of the report (vi)'],
    flags: ['json'],
    values: ['lang'],
    plain: [2, 2],
  },
  run: async (given, output) => {
    const [what, file = ''] = given.plain;
    const language = given.values.get('lang') ?? 'vi';
    if (what !== 'check') throw new WrongUsage('criteria check FILE');
    if (language !== 'vi' && language !== 'en') throw new WrongUsage('--lang wants vi or en');
    const found = await stat(file).catch(() => undefined);
    const json = given.flags.has('json');
    const missing = refusal('file-missing', { file: path.basename(file) });
    if (found === undefined || !found.isFile()) return refuseInput(output, json, missing, worded(missing));
    const bytes = found.size > LARGEST ? new Uint8Array(LARGEST) : await readFile(file);
    const report = reportCriteria(readCriteriaFile(bytes, path.basename(file)));
    const text = json ? `${JSON.stringify(report)}\n` : printReport(report, language);
    (report.ok || json ? output.out : output.err)(text.endsWith('\n') ? text : `${text}\n`);
    return report.ok ? 0 : 1;
  },
};
