// Packs the built tree for one system and says of everything an installer would carry whether it holds.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile } from '@electron/asar';
import { z } from 'zod';
import { root } from '../helpers/steps.ts';
import { fuseRow } from './fuses.ts';
import { LICENCE_FILE, type Licence, licenceFaults, licenceText } from './licences.ts';
import { lookInside } from './look-inside.ts';
import { windowRow } from './open-window.ts';
import { type Packed, pack } from './pack.ts';
import { type Row, rowOf } from './row.ts';
import type { Target } from './stand-in-electron.ts';

const rowShape = z.object({ what: z.string(), holds: z.boolean(), says: z.string() });
const manifestShape = z.object({
  version: z.string(),
  main: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/**
 * @param folder a new folder; what is packed stays there
 * @param licences of all that the build takes in
 * @param running whether the packed application is also started; only the one for this system can be
 */
export async function checkDistribution(
  target: Target,
  folder: string,
  licences: readonly Licence[],
  running: boolean,
): Promise<Row[]> {
  const began = performance.now();
  const packed = await pack(target, folder);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  return [
    rowOf('configuration', [], `taken by electron-builder's own schema; packed in ${took} s`),
    ...lookInside(packed),
    manifestRow(packed),
    languagesRow(packed),
    licenceRow(packed, licences),
    await fuseRow(packed.program),
    ...(running ? await runRows(packed, folder) : []),
  ];
}

/**
 * Names in the text of pdf.js on branches that reading words never takes: its canvas outside of a browser, tried and left
 * where it is not there, and the address of a worker, which is given to it instead.
 */
const NEVER_REACHED: ReadonlySet<string> = new Set([
  '@napi-rs/canvas',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the text of pdf.js
  '${new URL(src, window.location).href}',
]);

/** What is listed to run is what could not be bundled: each is there, and no bundle names another. */
function manifestRow({ asar }: Packed): Row {
  const { version, main, dependencies } = manifestShape.parse(JSON.parse(extractFile(asar, 'package.json').toString()));
  const own = manifestShape.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const wanted = new Set(Object.keys(dependencies));
  const bundles = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(main|preload|[a-z]+-worker)[\\/][\w-]+\.c?js$/.test(file))
    .map((file) => readFileSync(path.join(root, 'dist', file), 'utf8'));
  const named = new Set(bundles.flatMap(packagesNamed));
  return rowOf(
    'dependencies',
    [
      ...(main === own.main && version === own.version ? [] : [`version ${version}, entry ${main}`]),
      ...[...named]
        .filter((name) => !wanted.has(name) && !NEVER_REACHED.has(name))
        .map((name) => `a bundle needs ${name}, which is not packed`),
      ...[...wanted].filter((name) => !named.has(name)).map((name) => `${name} is packed and no bundle needs it`),
    ],
    `version ${version}; what no bundle can hold: ${[...wanted].join(', ')}`,
  );
}

/** Packages that a bundle loads when it runs. Electron is the program itself; ws would take these two, and does without. */
const packagesNamed = (bundle: string): string[] =>
  [
    ...bundle.matchAll(/^import [^;]*?from "([^".][^"]*)";?$/gm),
    ...bundle.matchAll(/\b(?:import|require|__require)\("([^".][^"]*)"\)/g),
    ...bundle.matchAll(/\bcreateRequire\(import\.meta\.url\)\.resolve\("([^".][^"]*)"\)/g),
  ]
    .map(([, name = '']) => name)
    .filter((name) => !isBuiltin(name) && !['electron', 'bufferutil', 'utf-8-validate'].includes(name));

function languagesRow({ folder }: Packed): Row {
  const languages = readdirSync(path.join(folder, 'locales')).sort();
  const isRight = languages.join() === 'en-US.pak,vi.pak';
  return rowOf('Electron’s languages', isRight ? [] : [languages.join(', ')], 'en-US, vi');
}

/** Every licence is one that may be here, and the text that is packed is the one of this build. */
function licenceRow({ asar, folder }: Packed, licences: readonly Licence[]): Row {
  const faults = licenceFaults(licences);
  const text = licenceText(licences);
  const isPacked = filesHas(asar, LICENCE_FILE) && extractFile(asar, LICENCE_FILE).toString() === text;
  if (!isPacked) faults.push(`${LICENCE_FILE} is not that of this build: node test/packaging/write-licences.ts`);
  for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    if (!existsSync(path.join(folder, file))) faults.push(`${file} is missing`);
  const kinds = [...new Set(licences.map(({ spdx }) => spdx))].sort().join(', ');
  return rowOf('licences', faults, `${licences.length} in one text: ${kinds}; Electron’s and Chromium’s beside`);
}

function filesHas(asar: string, file: string): boolean {
  try {
    return extractFile(asar, file).length > 0;
  } catch {
    return false;
  }
}

/** Taken out of the archive into a folder of its own, so that nothing but what is packed can be found. */
async function runRows({ asar }: Packed, folder: string): Promise<Row[]> {
  const tree = path.join(folder, 'tree');
  extractAll(asar, tree);
  mkdirSync(path.join(tree, 'dist/headless'), { recursive: true });
  cpSync(path.join(root, 'dist/headless/headless.js'), path.join(tree, 'dist/headless/headless.js'));
  const probe = [path.join(import.meta.dirname, 'probe-tree.ts'), tree, path.join(folder, 'data-headless')];
  const { stdout } = await promisify(execFile)(process.execPath, probe, { cwd: folder, timeout: 120_000 });
  const rows = z.array(rowShape).parse(JSON.parse(stdout));
  const window = await windowRow(tree, path.join(folder, 'data-window'));
  return window === undefined ? rows : [...rows, window];
}
