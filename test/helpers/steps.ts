// Runs the steps of a test run (build, lint, types, Vitest) as processes of their own and sums what they say.
import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { addSums, closingLine, nothing, type SeenRun, type Sum, sumOfRun } from './sum.ts';

export const root = resolve(import.meta.dirname, '../..');

export type Step = { readonly name: string; readonly script: string; readonly args: readonly string[] };

const script = (path: string) => join(root, 'node_modules', path);
const types = (room: string): Step => ({
  name: `types of ${room}`,
  script: script('typescript/bin/tsc'),
  args: ['-p', room],
});

export const build: Step = {
  name: 'build',
  script: script('vite/bin/vite.js'),
  args: ['build', '--logLevel', 'warn'],
};
export const lint: Step = {
  name: 'format and lint',
  script: script('@biomejs/biome/bin/biome'),
  args: ['ci', '--colors=off', '--error-on-warnings', '.'],
};
/** Longest first, so that two at a time end together. */
export const allTypes: readonly Step[] = ['test', 'renderer', 'electron', 'shared', '.'].map(types);

/** Every process still running; a run that is stopped takes them along. */
const running = new Set<ChildProcess>();

/** Ends a process with its children: each is the leader of a group of its own (Windows has no groups). */
function stop(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

type Ended = { readonly code: number | null; readonly text: string; readonly seconds: number };

function runNode(args: readonly string[], quiet: boolean, env: NodeJS.ProcessEnv, minutes: number): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Tools find this very Node (24) even where the machine's own is older.
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const limit = setTimeout(() => {
    console.error(`Stopped after ${minutes} minutes.`);
    stop(child);
  }, minutes * 60_000);
  return new Promise((done) => {
    const end = (code: number | null, more: string) => {
      clearTimeout(limit);
      running.delete(child);
      // What a test left behind must neither live on nor write below the closing line.
      stop(child);
      done({ code, text: text + more, seconds: (performance.now() - begun) / 1000 });
    };
    child.once('error', (error) => end(1, String(error)));
    child.once('close', (code) => end(code, ''));
  });
}

async function runStep(step: Step): Promise<Sum> {
  const ended = await runNode([step.script, ...step.args], true, { NO_COLOR: '1', FORCE_COLOR: '0' }, 10);
  const good = ended.code === 0;
  console.log(`${good ? '✓' : '✗'} ${step.name} (${ended.seconds.toFixed(1)} s)`);
  if (ended.text.trim() !== '') console.log(ended.text.trim());
  return good
    ? { ...nothing, passed: 1 }
    : { ...nothing, failed: 1, remarks: [`failed: ${step.name} (see its output above)`] };
}

/** Runs steps two at a time, in order; each counts as one passed or one failed. */
export async function runSteps(steps: readonly Step[]): Promise<Sum> {
  const left = [...steps];
  const sums: Sum[] = [];
  const worker = async () => {
    for (let step = left.shift(); step !== undefined; step = left.shift()) sums.push(await runStep(step));
  };
  await Promise.all([worker(), worker()]);
  return addSums(sums);
}

/**
 * Runs Vitest with its own output and counts it.
 *
 * @param args Vitest's own, such as `--project unit`
 * @param wanted every test file that has to be taken up
 */
export async function runVitest(args: readonly string[], wanted: readonly string[], minutes: number): Promise<Sum> {
  const folder = mkdtempSync(join(tmpdir(), 'hoidong-run-'));
  const file = join(folder, 'seen.json');
  try {
    const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'sum-reporter.ts')}`];
    const command = [script('vitest/vitest.mjs'), 'run', ...reporters, ...args];
    const { code } = await runNode(command, false, { HOIDONG_SEEN_RUN: file }, minutes);
    return sumOfRun(readRun(file), code, wanted, process.env['HOIDONG_ALL'] === '1');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readRun(file: string): SeenRun | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SeenRun;
  } catch {
    return undefined;
  }
}

/** Test files on disk for which `belongs` holds; the folder below test/ is the name of the Vitest project. */
export function testFiles(belongs: (project: string) => boolean): string[] {
  return globSync('test/*/**/*.test.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => belongs(file.split('/')[1] ?? ''))
    .map((file) => resolve(root, file).replaceAll('\\', '/'))
    .sort();
}

/** Runs the whole and prints the remarks and, last and alone, the closing line; a fault of the runner itself fails too. */
export async function closeWith(work: () => Promise<Sum>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      for (const child of running) stop(child);
    });
  const sum = await work().catch((fault: unknown) => {
    console.error(fault);
    return { ...nothing, failed: 1, remarks: ['failed: the test runner itself'] };
  });
  for (const remark of sum.remarks) console.log(remark);
  console.log(closingLine(sum));
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
