// Reads the files of a folder apart, one after the other, in a process of its own; tells time and memory of each on a line.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openImporter } from '../../../electron/imports/open-importer.ts';

export type Measured = {
  readonly file: string;
  /** `set`, or the code of the first finding. */
  readonly ended: string;
  /** Of the processor, starting the worker included. */
  readonly milliseconds: number;
  /** Megabytes: the most that the process held, above what it held before the first file. */
  readonly growth: number;
};

const importer = openImporter({ worker: new URL('../../../electron/imports/imports-worker.ts', import.meta.url) });
const rss = (): number => process.memoryUsage.rss() / 1024 / 1024;
const isLinux = process.platform === 'linux';

/** Linux keeps the most itself and begins anew when told so (proc_pid_clear_refs(5)); elsewhere it is sampled. */
function watchMemory(): () => number {
  let most = rss();
  if (isLinux) writeFileSync('/proc/self/clear_refs', '5');
  const watch = setInterval(() => {
    most = Math.max(most, rss());
  }, 5);
  return () => {
    clearInterval(watch);
    const kept = isLinux ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024 : 0;
    return Math.max(most, rss(), kept);
  };
}

async function measure(folder: string, file: string, before: number): Promise<Measured> {
  const began = process.cpuUsage();
  const most = watchMemory();
  const read = await importer.readCriteriaFile(readFileSync(path.join(folder, file)), file);
  const { user, system } = process.cpuUsage(began);
  const ended = read.ok ? 'set' : (read.findings[0]?.code ?? '');
  return { file, ended, milliseconds: Math.round((user + system) / 1_000), growth: Math.round(most() - before) };
}

const [, , folder = ''] = process.argv;
const files = readdirSync(folder).sort();
// The first once unmeasured: what a first worker costs is no file's.
await measure(folder, files[0] ?? '', 0);
const before = rss();
for (const file of files) process.stdout.write(`${JSON.stringify(await measure(folder, file, before))}\n`);
