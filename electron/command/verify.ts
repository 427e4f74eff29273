// `hoidong verify FILE`: everything that a file alone can show, said in plain words.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import type { FileReport, Finding } from '../../shared/contract/methods.ts';
import { openReader, openRenderer, readVersion, worded } from '../headless.ts';
import { PDF_LIMIT } from '../host/minutes-file.ts';
import { rootsFrom } from '../proof/roots.ts';
import { verifyFile } from '../proof/verify-file.ts';
import { type Command, refuseInput } from './command.ts';
import { WrongUsage } from './options.ts';

const SIGNS: Readonly<Record<Finding['level'], string>> = { holds: '  ✓', note: '  –', broken: '  ✗' };

const print = ({ verdict, findings }: FileReport, language: 'vi' | 'en'): string =>
  [verdict[language], ...findings.map((finding) => `${SIGNS[finding.level]} ${finding[language]}`), ''].join('\n');

async function readAll(file: string, most: number): Promise<Uint8Array | Refusal> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return refusal('file-missing', { file: path.basename(file) });
  if (found.size > most) return refusal('blob-too-large', { maxBytes: most });
  return await readFile(file);
}

export const verify: Command = {
  spec: {
    usage: 'verify FILE [--roots PEM] [--json] [--lang vi|en]',
    help: [
      '--roots  tệp PEM các chứng thư gốc được tin / PEM file of the root certificates to trust',
      '--json   một dòng JSON / one line of JSON',
      '--lang   ngôn ngữ của báo cáo / language of the report (vi)',
    ],
    flags: ['json'],
    values: ['roots', 'lang'],
    plain: [1, 1],
  },
  run: async (given, output) => {
    const json = given.flags.has('json');
    const language = given.values.get('lang') ?? 'vi';
    if (language !== 'vi' && language !== 'en') throw new WrongUsage('--lang wants vi or en');
    const refuseWith = (refused: Refusal) => refuseInput(output, json, refused, worded(refused));
    const bytes = await readAll(given.plain[0] ?? '', PDF_LIMIT);
    if (!(bytes instanceof Uint8Array)) return refuseWith(bytes);
    const rootsFile = given.values.get('roots');
    const pem = rootsFile === undefined ? new Uint8Array() : await readAll(rootsFile, 4 * 1024 * 1024);
    if (!(pem instanceof Uint8Array)) return refuseWith(pem);
    const roots = rootsFrom(Buffer.from(pem).toString('utf8'));
    if (!roots.ok) return refuseWith(roots.refusal);
    const minutes = openRenderer();
    try {
      const report = await verifyFile(bytes, {
        roots: roots.value,
        at: new Date(),
        minutes,
        reader: openReader(),
        version: await readVersion(),
        worded,
      });
      output.out(json ? `${JSON.stringify({ ok: report.holds, ...report })}\n` : print(report, language));
      return report.holds ? 0 : 1;
    } finally {
      await minutes.close();
    }
  },
};
