// `hoidong bench NAME`: measured figures beside their targets, as ratios to what this very machine does in the same run.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from './command.ts';
import { WrongUsage } from './options.ts';

type Measured = {
  readonly figures: Readonly<Record<string, number>>;
  readonly targets: Readonly<Record<string, string>>;
};

const BENCHES: readonly string[] = ['write', 'merge', 'open', 'results', 'evidence', 'sync'];
/** Those that can run what others have built on the same marks. */
const WITH_PEERS: readonly string[] = ['sync'];

/** A process of its own: what was measured is not slowed by what ran before it. */
function measure(name: string): Promise<Measured> {
  const runner = path.join(fileURLToPath(new URL('../../', import.meta.url)), 'test', 'bench', 'run.ts');
  const child = spawn(process.execPath, [runner, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  return new Promise((measured, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      const line = told.trim().split('\n').at(-1) ?? '';
      if (code === 0) measured(JSON.parse(line) as Measured);
      else failed(new Error(`bench ${name} ended with ${code}`));
    });
  });
}

function meets(figure: number | undefined, target: string): boolean {
  const [, sign, limit] = /^(<=|>=) ([\d.]+)$/.exec(target) ?? [];
  if (figure === undefined || limit === undefined) return false;
  return sign === '<=' ? figure <= Number(limit) : figure >= Number(limit);
}

function print({ figures, targets }: Measured): string {
  const lines = Object.entries(figures).map(([figure, value]) => {
    const target = targets[figure];
    const verdict =
      target === undefined ? '' : `   ${meets(value, target) ? 'đạt / holds' : 'KHÔNG ĐẠT / MISSED'}: ${target}`;
    return `${figure.padEnd(40)} ${value}${verdict}`;
  });
  return `${lines.join('\n')}\n`;
}

export const bench: Command = {
  spec: {
    usage: `bench ${BENCHES.join('|')} [--json] [--peers]`,
    help: [
      '--json    một dòng JSON / one line of JSON',
      '--peers   chạy cả thư viện của người khác trên cùng dữ liệu (sync) / the same marks in what others have built (sync)',
    ],
    flags: ['json', 'peers'],
    plain: [1, 1],
  },
  run: async (given, output) => {
    const name = given.plain[0] ?? '';
    if (!BENCHES.includes(name)) throw new WrongUsage(`bench ${BENCHES.join('|')}`);
    const peers = given.flags.has('peers');
    if (peers && !WITH_PEERS.includes(name)) throw new WrongUsage(`--peers: ${WITH_PEERS.join('|')}`);
    const measured = await measure(peers ? `${name}-peers` : name);
    const { figures, targets } = measured;
    const holds = Object.entries(targets).every(([figure, target]) => meets(figures[figure], target));
    output.out(
      given.flags.has('json') ? `${JSON.stringify({ bench: name, figures, targets, holds })}\n` : print(measured),
    );
    return holds ? 0 : 1;
  },
};
