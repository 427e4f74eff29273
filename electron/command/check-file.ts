// What the commands that check one file share: `WHAT check FILE [--json] [--lang vi|en]`; nothing is kept.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../shared/base/result.ts';
import { LANGUAGES, type Language } from '../../shared/lang/say.ts';
import { worded } from '../headless.ts';
import { type Command, refuseInput } from './command.ts';
import { WrongUsage } from './options.ts';

type Checked = { readonly ok: boolean; readonly json: string; readonly text: (language: Language) => string };

/** `limit`: bytes, the largest file that is read. */
export const checkFile = (
  what: 'criteria' | 'rules',
  limit: number,
  check: (bytes: Uint8Array, fileName: string) => Checked | Promise<Checked>,
): Command => ({
  spec: {
    usage: `${what} check FILE [--json] [--lang vi|en]`,
    help: ['--json   một dòng JSON / one line of JSON', '--lang   ngôn ngữ của báo cáo / language of the report (vi)'],
    flags: ['json'],
    values: ['lang'],
    plain: [2, 2],
  },
  run: async (given, output) => {
    const [act, file = ''] = given.plain;
    const asked = given.values.get('lang') ?? 'vi';
    const language = LANGUAGES.find((each) => each === asked);
    if (act !== 'check') throw new WrongUsage(`${what} check FILE`);
    if (language === undefined) throw new WrongUsage('--lang wants vi or en');
    const found = await stat(file).catch(() => undefined);
    const json = given.flags.has('json');
    const missing = refusal('file-missing', { file: path.basename(file) });
    if (found === undefined || !found.isFile()) return refuseInput(output, json, missing, worded(missing));
    // One byte too many says as well as all of them that a file is too large.
    const bytes = found.size > limit ? new Uint8Array(limit + 1) : await readFile(file);
    const checked = await check(bytes, path.basename(file));
    const text = json ? checked.json : checked.text(language);
    (checked.ok || json ? output.out : output.err)(text.endsWith('\n') ? text : `${text}\n`);
    return checked.ok ? 0 : 1;
  },
});
