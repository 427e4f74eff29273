// Proves that each room's tsconfig keeps out what does not exist where that room runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';

// A compiler process on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../../..');

/** Compiles one planted file under a copy of the real set-up; gives the names the compiler did not find, or its output. */
function compile(room: string, source: string): readonly string[] {
  const folder = tempFolder('compiler');
  mkdirSync(join(folder, room));
  for (const file of ['tsconfig.json', `${room}/tsconfig.json`]) copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, room, 'planted.ts'), source);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', room, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const missing = [...stdout.matchAll(/error TS\d+: Cannot find name '(\w+)'/g)].map(([, name = '']) => name);
  return status === 0 || missing.length > 0 ? missing : [stdout];
}

test('[G15] shared/ knows neither Node nor a browser nor timers', () => {
  const source = 'export const a = [process, document, setTimeout, fetch, performance, Buffer, console, crypto];\n';
  expect(compile('shared', source)).toEqual([
    'process',
    'document',
    'setTimeout',
    'fetch',
    'performance',
    'Buffer',
    'console',
    'crypto',
  ]);
});

test('[G15] shared/ compiles plain code, so the set-up itself is sound', () => {
  expect(
    compile('shared', 'export const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);\n'),
  ).toEqual([]);
});

test('[G15] renderer/ knows a browser, not Node', () => {
  expect(compile('renderer', 'export const a = [document, setTimeout, process, Buffer];\n')).toEqual([
    'process',
    'Buffer',
  ]);
});

test('[G15] electron/ knows Node, not a document', () => {
  expect(compile('electron', 'export const a = [process, setTimeout, Buffer, document];\n')).toEqual(['document']);
});
