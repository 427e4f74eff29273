// What an installer would carry, packed around a stand-in for Electron and then run from the archive.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../helpers/steps.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { isMissing, skipOrFail } from '../helpers/tools.ts';
import { sizeRows } from '../packaging/bundle-sizes.ts';
import { bundledPackages, packedPackages } from '../packaging/bundled-packages.ts';
import { checkDistribution } from '../packaging/check-distribution.ts';
import { type Licence, licencesOf } from '../packaging/licences.ts';
import { pack } from '../packaging/pack.ts';
import type { Row } from '../packaging/row.ts';

/** Packing takes seconds, on a loaded machine half a minute. */
const LONG = 180_000;
const isHere = process.platform === 'linux' && process.arch === 'x64';
const broken = (rows: readonly Row[]) => rows.filter(({ holds }) => !holds);

// `npm test` builds first; alone, the bundles must be there.
describe.skipIf(!existsSync(path.join(root, 'dist/main/main.js')))('distribution', () => {
  let folder: string;
  let licences: readonly Licence[];
  beforeAll(async () => {
    folder = makeFolder('dist');
    licences = licencesOf([...(await bundledPackages()), ...packedPackages()]);
  }, LONG);
  afterAll(() => removeFolder(folder));

  test('[PK8] for Linux it holds all that belongs and nothing else, and runs from its archive', {
    timeout: LONG,
  }, async (context) => {
    const rows = await checkDistribution('linux', folder, licences, isHere);
    expect(broken(rows)).toEqual([]);
    if (!isHere) skipOrFail(context, 'the packed application for Linux x64 runs on Linux x64 only');
    expect(rows.map(({ what }) => what)).toContain('minutes and signatures');
    if (isMissing('chromium')) context.skip('no Chromium for the window');
    expect(rows.map(({ what }) => what)).toContain('window');
  });

  test('[PK8] for Windows it holds the same with its own binary', { timeout: LONG }, async () => {
    expect(broken(await checkDistribution('win', folder, licences, false))).toEqual([]);
  });

  test('[PK11] the first screen is within its budget, and pdf.js comes when it is asked for', () => {
    expect(broken(sizeRows(path.join(root, 'dist')))).toEqual([]);
  });

  test('[PK9] a configuration that its schema does not know is refused before anything is packed', {
    timeout: LONG,
  }, async () => {
    await expect(pack('linux', folder, ['-c.electronFuses.runAsNod=false'])).rejects.toThrow(
      /does not match the API schema/,
    );
  });
});
