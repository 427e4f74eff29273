// Runs the command line as its users do: a process of its own, from the entry file.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const entry = path.join(root, 'electron', 'hoidong.mjs');

export type Ran = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
};

/** @param env added to the environment, e.g. another time zone. */
export function hoidong(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, [entry, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const text = { out: '', err: '' };
  for (const name of ['out', 'err'] as const)
    child[name === 'out' ? 'stdout' : 'stderr'].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, ...text, seconds: (performance.now() - begun) / 1_000 }));
  });
}
