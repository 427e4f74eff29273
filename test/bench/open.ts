// From the disk to the matrix of one platform, each time in a fresh process: with and without a checkpoint of the state.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, roundedAll } from './figures.ts';
import { hostIn, withFolder } from './host-in.ts';
import type { OpenedOnce } from './open-once.ts';
import { LARGE, marksOf, playBook, type Size, USUAL } from './played-book.ts';

const ROUNDS = 7;
const child = fileURLToPath(new URL('./open-once.ts', import.meta.url));

/** Medians of every figure over fresh processes. */
function openings(folder: string, book: string, how: 'kept' | 'spoiled'): OpenedOnce {
  const runs = Array.from(
    { length: ROUNDS },
    () => JSON.parse(execFileSync(process.execPath, [child, folder, book, how], { encoding: 'utf8' })) as OpenedOnce,
  );
  const of = (name: keyof OpenedOnce) => median(runs.map((run) => run[name]));
  return {
    book: of('book'),
    matrix: of('matrix'),
    rest: of('rest'),
    read: of('read'),
    marks: of('marks'),
    rss: of('rss'),
  };
}

async function figuresOf(folder: string, name: string, size: Size): Promise<Record<string, number>> {
  const headless = await hostIn(folder);
  const { id } = await playBook(headless, size);
  await headless.host.desk.books.keep();
  await headless.close();
  const kept = openings(folder, id, 'kept');
  const without = openings(folder, id, 'spoiled');
  const shown = marksOf({ ...size, platforms: 1 });
  if (without.marks !== shown || kept.marks !== shown) throw new Error(`${shown} marks wanted, ${kept.marks} shown`);
  return {
    [`${name}_marks`]: marksOf(size),
    [`${name}_ms`]: without.book + without.matrix + without.rest,
    [`${name}_first_matrix_ms`]: without.book + without.matrix,
    [`${name}_checkpoint_ms`]: kept.book + kept.matrix,
    [`${name}_checkpoint_rest_ms`]: kept.rest,
    [`${name}_bare_read_ms`]: kept.read,
    [`${name}_rss_mb`]: without.rss,
    [`${name}_checkpoint_rss_mb`]: kept.rss,
  };
}

export async function benchmark() {
  return await withFolder(async (folder) => {
    const figures = {
      ...(await figuresOf(path.join(folder, 'large'), 'open', LARGE)),
      ...(await figuresOf(path.join(folder, 'usual'), 'open_usual', USUAL)),
    };
    const targets = {
      open_ms: '<= 400',
      open_checkpoint_ms: '<= 40',
      open_usual_ms: '<= 30',
      open_rss_mb: '<= 150',
    };
    return { figures: roundedAll(figures), targets };
  });
}
