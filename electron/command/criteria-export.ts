// `hoidong criteria export FILE --to FORMAT --out FILE`: a set that any format brings, written in another one.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../shared/base/result.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import { LANGUAGES } from '../../shared/lang/say.ts';
import { exportSet, type FileExport } from '../exports/export-set.ts';
import { openImports, worded } from '../headless.ts';
import { printReport, reportCriteria } from '../imports/criteria-report.ts';
import { type ExitCode, type Output, refuseInput } from './command.ts';
import { type Given, WrongUsage } from './options.ts';

const FORMATS: readonly FileExport[] = ['yaml', 'json', 'oscal', 'xlsx'];
export const EXPORT_USAGE = `criteria export FILE --to ${FORMATS.join('|')} --out FILE`;

/**
 * Refuses what `criteria check` refuses, with its report; never writes over a file that is there. `limit`: bytes, the
 * largest file that is read. What the format cannot keep is said on standard error, and in the line of JSON.
 */
export async function exportCriteria(given: Given, output: Output, limit: number): Promise<ExitCode> {
  const [, file, ...more] = given.plain;
  const out = given.values.get('out');
  const format = FORMATS.find((each) => each === given.values.get('to'));
  const language = LANGUAGES.find((each) => each === (given.values.get('lang') ?? 'vi'));
  if (file === undefined || more.length > 0 || out === undefined) throw new WrongUsage(EXPORT_USAGE);
  if (format === undefined) throw new WrongUsage(`--to wants one of ${FORMATS.join(', ')}`);
  if (language === undefined) throw new WrongUsage('--lang wants vi or en');
  const json = given.flags.has('json');
  const found = await stat(file).catch(() => undefined);
  const missing = refusal('file-missing', { file: path.basename(file) });
  if (found === undefined || !found.isFile()) return refuseInput(output, json, missing, worded(missing));
  const bytes = found.size > limit ? new Uint8Array(limit + 1) : await readFile(file);
  const read = await openImports().readCriteriaFile(bytes, path.basename(file));
  const report = reportCriteria(read);
  if (!read.ok) {
    if (json) output.out(`${JSON.stringify(report)}\n`);
    else output.err(`${printReport(report, language)}\n`);
    return 1;
  }
  const written = await exportSet(read.value.set, format, { language, now: new Date().toISOString() });
  try {
    await writeFile(out, written.bytes, { flag: 'wx' });
  } catch {
    const refused = refusal('file-not-written', { file: path.basename(out) });
    return refuseInput(output, json, refused, worded(refused));
  }
  const left = written.left.map((each) => ({ ...each, vi: wordFinding(each, 'vi'), en: wordFinding(each, 'en') }));
  if (json) output.out(`${JSON.stringify({ ...report, file: out, to: format, left })}\n`);
  else {
    for (const each of left) output.err(`${each[language]}\n`);
    output.out(`${out}\n`);
  }
  return 0;
}
