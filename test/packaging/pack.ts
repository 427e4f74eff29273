// Runs electron-builder on the built tree without a network, and says where what it packed lies.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/steps.ts';
import { makeStandIn, type Target } from './stand-in-electron.ts';

export type Packed = {
  readonly target: Target;
  /** The folder that an installer would carry. */
  readonly folder: string;
  readonly program: string;
  readonly asar: string;
  readonly unpacked: string;
};

/** A real program is needed to embed the archive's hash in it; the stand-in has no such part. */
const WITHOUT_PE = ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true'];

/**
 * @param folder a new folder for stand-in and output
 * @param more further words for electron-builder, e.g. `-c.files=…`
 * @throws with everything it said, when electron-builder refuses (its schema is checked first)
 */
export async function pack(target: Target, folder: string, more: readonly string[] = []): Promise<Packed> {
  const standIn = path.join(folder, `electron-${target}`);
  const output = path.join(folder, `out-${target}`);
  mkdirSync(standIn, { recursive: true });
  makeStandIn(standIn, target);
  const words = [
    path.join(root, 'node_modules/electron-builder/cli.js'),
    `--${target}`,
    '--dir',
    '--x64',
    '--publish=never',
    `-c.electronDist=${standIn}`,
    `-c.directories.output=${output}`,
    ...(target === 'win' ? WITHOUT_PE : []),
    ...more,
  ];
  const { code, text } = await run(words);
  if (code !== 0) throw new Error(`electron-builder --${target} ended with ${code}:\n${text}`);
  const made = path.join(output, `${target}-unpacked`);
  const resources = path.join(made, 'resources');
  return {
    target,
    folder: made,
    program: path.join(made, target === 'win' ? 'Hoidong.exe' : 'hoidong'),
    asar: path.join(resources, 'app.asar'),
    unpacked: path.join(resources, 'app.asar.unpacked'),
  };
}

async function run(words: readonly string[]): Promise<{ code: number | null; text: string }> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', CI: '1', CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  return await new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code) => settle({ code, text }));
  });
}
