// `hoidong criteria`: a dry run over a criteria file, the sheet to fill in, a set in another format or as a signed pack.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../shared/base/result.ts';
import { LANGUAGES } from '../../shared/lang/say.ts';
import { writeCsv, writeXlsx } from '../exports/write-sheet.ts';
import { openImports, worded } from '../headless.ts';
import { printReport, reportCriteria } from '../imports/criteria-report.ts';
import { checkFile } from './check-file.ts';
import { type Command, type ExitCode, type Output, refuseInput } from './command.ts';
import { EXPORT_USAGE, exportCriteria } from './criteria-export.ts';
import { PACK_USAGE, packCriteria } from './criteria-pack.ts';
import { type Given, WrongUsage } from './options.ts';

/** Of a pack; each format has its own, lower limit on what it holds. */
const LARGEST = 64 * 1024 * 1024;

const check = checkFile('criteria', LARGEST, async (bytes, name) => {
  const report = reportCriteria(await openImports().readCriteriaFile(bytes, name));
  return { ok: report.ok, json: JSON.stringify(report), text: (language) => printReport(report, language) };
});

/** Never over a file that is there: somebody may have filled it in. */
async function writeTemplate(given: Given, output: Output): Promise<ExitCode> {
  const file = given.values.get('out');
  const language = LANGUAGES.find((each) => each === (given.values.get('lang') ?? 'vi'));
  const ending = path.extname(file ?? '').toLowerCase();
  if (file === undefined || given.plain.length > 1 || given.values.has('to'))
    throw new WrongUsage('criteria template --out FILE');
  if (language === undefined) throw new WrongUsage('--lang wants vi or en');
  if (ending !== '.xlsx' && ending !== '.csv') throw new WrongUsage('--out wants a name that ends in .xlsx or .csv');
  const { bytes } = ending === '.csv' ? writeCsv(undefined, language) : await writeXlsx(undefined, language);
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch {
    const refused = refusal('file-not-written', { file: path.basename(file) });
    return refuseInput(output, given.flags.has('json'), refused, worded(refused));
  }
  output.out(`${given.flags.has('json') ? JSON.stringify({ ok: true, file }) : file}\n`);
  return 0;
}

export const criteria: Command = {
  spec: {
    ...check.spec,
    usage: `criteria check FILE | criteria template --out FILE.xlsx|.csv | ${EXPORT_USAGE} | ${PACK_USAGE} [--json] [--lang vi|en]`,
    help: [
      ...check.spec.help,
      '--out    tệp sẽ ghi, chưa có sẵn / the file to write, not there yet',
      '--to     định dạng sẽ ghi / the format to write',
      '--p12    tệp chứng thư ký gói / the certificate file that signs the pack',
      '--password-file  tệp ghi mật khẩu chứng thư / a file with its password',
    ],
    values: ['lang', 'out', 'to', 'p12', 'password-file'],
    plain: [1, 2],
  },
  run: async (given, output) => {
    if (given.plain[0] === 'pack') return await packCriteria(given, output);
    if (given.values.has('p12') || given.values.has('password-file')) throw new WrongUsage(PACK_USAGE);
    if (given.plain[0] === 'template') return await writeTemplate(given, output);
    if (given.plain[0] === 'export') return await exportCriteria(given, output, LARGEST);
    if (given.plain.length !== 2 || given.values.has('out') || given.values.has('to'))
      throw new WrongUsage('criteria check FILE');
    return await check.run(given, output);
  },
};
