// A folder that looks like an unpacked Electron to the packer: a program with a wire of fuses, its version, its languages.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/steps.ts';

/** What electron-builder can be given here; macOS needs a real application bundle. */
export const TARGETS = ['linux', 'win'] as const;
export type Target = (typeof TARGETS)[number];

/** The wire as Electron 45 carries it: sentinel, version 1, nine fuses, each '0' or '1' (docs/tutorial/fuses.md). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = '101100011';

export const programOf = (target: Target): string => (target === 'win' ? 'electron.exe' : 'electron');

/** Nothing of it runs; the shape is what @electron/fuses and electron-builder look for. */
export function makeStandIn(folder: string, target: Target): void {
  const put = (file: string, bytes: Buffer | string, mode = 0o644): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes, { mode });
  };
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES.length]), Buffer.from(FUSES)]);
  put(programOf(target), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), 0o755);
  put('version', version);
  put('LICENSE', 'Electron');
  put('LICENSES.chromium.html', '<p>Chromium</p>');
  for (const language of ['en-US', 'vi', 'fr', 'de']) put(`locales/${language}.pak`, language);
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
}
