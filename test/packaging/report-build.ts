// The end of `npm run build`: sizes, the budget of the first screen, and the time to a usable home; fails beyond the budget.
// Words: --sizes leaves out the measurement.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../helpers/find-chromium.ts';
import { root } from '../helpers/steps.ts';
import { sizeRows } from './bundle-sizes.ts';
import { measureStart, median } from './measure-start.ts';
import { printRows, type Row, rowOf } from './row.ts';

const TIMES = 5;
const words = process.argv.slice(2);
const stray = words.find((word) => word !== '--sizes');
if (stray !== undefined) {
  console.error(`not understood: ${stray}; --sizes is`);
  process.exit(2);
}

/** A number for people to compare; a loaded machine may not fail a build. */
async function startRow(dist: string): Promise<Row> {
  if (words.includes('--sizes')) return rowOf('renderer start', [], 'not measured (--sizes)');
  if (findChromium() === undefined)
    return rowOf('renderer start', [], 'not measured: no Chromium, Chrome or Edge here');
  const taken = await measureStart(dist, TIMES);
  const all = taken.map((each) => each.toFixed(0)).join(', ');
  return rowOf('renderer start', [], `${median(taken).toFixed(0)} ms to a usable home, median of ${all}`);
}

const dist = path.join(root, 'dist');
if (!existsSync(path.join(dist, 'renderer/index.html'))) {
  console.error('nothing is built: npm run build');
  process.exit(1);
}
const rows = [...sizeRows(dist), await startRow(dist)];
printRows('Built', rows, console.log);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
