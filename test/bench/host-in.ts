// The whole host on a folder of its own, silent, as the benches use it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { must } from '../../electron/command/played-table.ts';
import { type Headless, openHeadless } from '../../electron/headless.ts';

export async function hostIn(data: string): Promise<Headless> {
  const log = { error: (what: string, more?: object) => console.error(what, more), info: () => undefined };
  return must(await openHeadless({ data, log }), 'host');
}

/**
 * A folder that is gone afterwards, on the disk that HOIDONG_BENCH_DIR names (by default the one for temporary files):
 * a folder in memory would make every fsync free and every ratio false.
 */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(process.env['HOIDONG_BENCH_DIR'] ?? tmpdir(), 'hoidong-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
