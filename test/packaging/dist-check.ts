// `npm run dist:check`: builds, packs for Linux and Windows around a stand-in Electron, and prints what holds.
// Words: --no-build takes dist/ as it is; --keep leaves what was packed and says where.
import '../helpers/node-24.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, root } from '../helpers/steps.ts';
import { bundledPackages, packedPackages } from './bundled-packages.ts';
import { checkDistribution } from './check-distribution.ts';
import { licencesOf } from './licences.ts';
import { printRows, type Row, rowOf } from './row.ts';
import { TARGETS } from './stand-in-electron.ts';

const words = process.argv.slice(2);
const stray = words.find((word) => !['--no-build', '--keep'].includes(word));
if (stray !== undefined) {
  console.error(`not understood: ${stray}; --no-build and --keep are`);
  process.exit(2);
}
if (!words.includes('--no-build')) {
  const built = spawnSync(process.execPath, [build.script, ...build.args], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
}
/** What runs on this very system; SQLite's binary for another one cannot be loaded here. */
const here = process.platform === 'linux' && process.arch === 'x64' ? 'linux' : undefined;
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'hoidong-dist-')));
let failed = 0;
try {
  const licences = licencesOf([...(await bundledPackages()), ...packedPackages()]);
  for (const target of TARGETS) {
    const rows = await checkDistribution(target, folder, licences, target === here).catch((fault: unknown): Row[] => [
      rowOf('packing', [fault instanceof Error ? fault.message : String(fault)], ''),
    ]);
    printRows(`${target}-x64`, rows, console.log);
    failed += rows.filter(({ holds }) => !holds).length;
  }
  console.log('\nNot shown here: the installers themselves, macOS, signatures; the packed Electron is a stand-in.');
  console.log(failed === 0 ? 'The distribution holds.' : `${failed} of the points above do not hold.`);
} finally {
  if (words.includes('--keep')) console.log(`Kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
