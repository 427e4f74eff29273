// Bad sets read in a process of their own: what each takes of the processor and of memory, and three by the command line.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { hoidong } from '../command/run-command.ts';
import { BAD_SETS, type BadSet, placeOf, WARNED_SETS } from './bad-sets.ts';
import type { Measured } from './bad-sets-child.ts';

const child = fileURLToPath(new URL('bad-sets-child.ts', import.meta.url));
/** All that is large, and some of the small ones, which differ little: each starts a worker. */
const isLarge = ({ file }: BadSet): boolean => /-mb\.|bomb|brackets|many-|\d{3,}\.|laughs/.test(file);
const CHOSEN = [...BAD_SETS, ...WARNED_SETS].filter((bad, at) => isLarge(bad) || at % 30 === 0);
const nameOf = ({ file }: BadSet): string => file.replace('/', '-');

function placed(sets: readonly BadSet[]): string {
  const folder = tempFolder('bad-sets');
  for (const set of sets) writeFileSync(path.join(folder, nameOf(set)), set.bytes());
  return folder;
}

async function measured(folder: string): Promise<readonly Measured[]> {
  const run = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const piece of run.stdout.setEncoding('utf8')) text += piece;
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Measured);
}

describe('what a bad set takes', { timeout: 300_000 }, () => {
  it('[BD3] each under a second of the processor, and all one after the other under 200 MB', async () => {
    const found = await measured(placed(CHOSEN));
    expect(found.map(({ file }) => file).sort()).toEqual(CHOSEN.map(nameOf).sort());
    const said = new Map(found.map(({ file, ended }) => [file, ended]));
    for (const bad of CHOSEN) if (BAD_SETS.includes(bad)) expect(said.get(nameOf(bad)), bad.file).toBe(bad.code);
    const most = (of: 'milliseconds' | 'growth') => Math.max(...found.map((each) => each[of]));
    const slowest = found.find(({ milliseconds }) => milliseconds === most('milliseconds'));
    console.log(`${found.length} files; slowest ${JSON.stringify(slowest)}; memory +${most('growth')} MB`);
    for (const { file, milliseconds, growth } of found) {
      expect(milliseconds, file).toBeLessThan(1_000);
      // Linux and others hold back what was given free; what is asserted is the most over the whole run.
      expect(growth, file).toBeLessThan(process.platform === 'linux' ? 200 : 300);
    }
  });

  it.each(['zip-bomb-one-part.xlsx', 'name-7-mb.json', 'condition-cycle.yaml'])(
    '[BD3] `hoidong criteria check %s --json` says what is wrong, and where',
    async (file) => {
      const bad = BAD_SETS.find((each) => each.file === file);
      if (bad === undefined) throw new Error(file);
      const ran = await hoidong(['criteria', 'check', path.join(placed([bad]), file), '--json']);
      expect(ran).toMatchObject({ code: 1, err: '' });
      const { ok, findings } = JSON.parse(ran.out) as { ok: boolean; findings: Parameters<typeof placeOf>[0][] };
      expect(ok).toBe(false);
      expect(findings[0]).toMatchObject({ code: bad.code, file });
      expect(findings[0] && placeOf(findings[0])).toBe(bad.place);
      console.log(`${file}: ${ran.seconds.toFixed(1)} s with the start of the command`);
    },
  );
});
