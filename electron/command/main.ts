// The command line: finds the command, reads its options, turns what happens into an exit code.

import path from 'node:path';
import { refusal } from '../../shared/base/result.ts';
import { worded } from '../headless.ts';
import { bench } from './bench.ts';
import { type Command, type Output, refuseInput } from './command.ts';
import { criteria } from './criteria.ts';
import { demo } from './demo.ts';
import { host } from './host.ts';
import { readOptions, WrongUsage } from './options.ts';
import { rules } from './rules.ts';
import { verify } from './verify.ts';

const COMMANDS: Readonly<Record<string, Command>> = { demo, verify, criteria, rules, host, bench };

const help = (): string =>
  [
    'hoidong – Hội đồng không cửa sổ / the council without a window',
    '',
    ...Object.values(COMMANDS).map(({ spec }) => `  hoidong ${spec.usage}`),
    '',
    'hoidong COMMAND --help: các lựa chọn / the options',
    'Mã thoát / exit: 0 đạt / it holds, 1 dữ liệu sai / bad input, 2 dùng sai / wrong usage',
    '',
  ].join('\n');

const helpOf = ({ spec }: Command): string =>
  [`hoidong ${spec.usage}`, '', ...spec.help.map((line) => `  ${line}`), ''].join('\n');

/** A path that is a file where a folder is wanted, a full disk, a missing right: the user's to mend, no fault of ours. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

export async function main(words: readonly string[], output: Output): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? output.err : output.out)(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    output.err(`Không có lệnh "${name}" / no such command.\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    output.out(helpOf(command));
    return 0;
  }
  try {
    return await command.run(readOptions(rest, command.spec), output);
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`Dùng sai / wrong usage: ${error.message}\n\n${helpOf(command)}`);
      return 2;
    }
    if (!isSystemError(error)) throw error;
    const { code = '', path: file = '' } = error;
    const refused = refusal('store-unreachable', { file: path.basename(file), detail: code });
    return refuseInput(output, rest.includes('--json'), refused, worded(refused));
  }
}
