// `hoidong bench NAME`: measured figures beside their targets, always as ratios to what this very machine does in the same run.
import type { Command } from './command.ts';
import { WrongUsage } from './options.ts';

export type Benchmark = () => Promise<{
  readonly figures: Readonly<Record<string, number>>;
  readonly targets: Readonly<Record<string, string>>;
}>;

/** Benches stand with the tests and are not shipped; they are found there when the source is there. */
const BENCHES = ['write', 'merge', 'open'] as const;

function meets(figure: number | undefined, target: string): boolean {
  const [, sign, limit] = /^(<=|>=) ([\d.]+)$/.exec(target) ?? [];
  if (figure === undefined || limit === undefined) return false;
  return sign === '<=' ? figure <= Number(limit) : figure >= Number(limit);
}

export const bench: Command = {
  spec: {
    usage: `bench ${BENCHES.join('|')} [--json]`,
    help: ['--json   một dòng JSON / one line of JSON'],
    flags: ['json'],
    plain: [1, 1],
  },
  run: async (given, output) => {
    const name = given.plain[0] ?? '';
    if (!(BENCHES as readonly string[]).includes(name)) throw new WrongUsage(`bench ${BENCHES.join('|')}`);
    const source = new URL(`../../test/bench/${name}.ts`, import.meta.url);
    const { benchmark } = (await import(source.href)) as { readonly benchmark: Benchmark };
    const { figures, targets } = await benchmark();
    const holds = Object.entries(targets).every(([figure, target]) => meets(figures[figure], target));
    const lines = Object.entries(figures).map(([figure, value]) => {
      const target = targets[figure];
      const verdict =
        target === undefined ? '' : `   ${meets(value, target) ? 'đạt / holds' : 'KHÔNG ĐẠT / MISSED'}: ${target}`;
      return `${figure.padEnd(40)} ${value}${verdict}`;
    });
    output.out(
      given.flags.has('json')
        ? `${JSON.stringify({ bench: name, figures, targets, holds })}\n`
        : `${lines.join('\n')}\n`,
    );
    return holds ? 0 : 1;
  },
};
