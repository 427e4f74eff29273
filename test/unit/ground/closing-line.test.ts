// Proves that the closing line counts what happened, on real Vitest runs over planted test files.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addSums, closingLine, nothing, type SeenRun, sumOfRun } from '../../helpers/sum.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Runs Vitest with the reporter in a folder of its own. */
function runPlanted(files: Readonly<Record<string, string>>) {
  const folder = tempFolder('closing');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const paths = Object.entries(files).map(([name, source]) => {
    const path = join(folder, `${name}.test.ts`);
    writeFileSync(path, `import { beforeAll, describe, expect, test } from 'vitest';\n${source}\n`);
    return path.replaceAll('\\', '/');
  });
  const seen = join(folder, 'seen.json');
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_OPTIONS');
  const reporter = `--reporter=${join(root, 'test/helpers/sum-reporter.ts')}`;
  const { status } = spawnSync(
    process.execPath,
    // Forks, so that the parent of a test is the planted run and nothing else.
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--pool=forks', reporter],
    { cwd: folder, env: { ...Object.fromEntries(outer), HOIDONG_SEEN_RUN: seen }, timeout: 60_000 },
  );
  const run = existsSync(seen) ? (JSON.parse(readFileSync(seen, 'utf8')) as SeenRun) : undefined;
  return { run, status, paths };
}

const sumOf = (files: Readonly<Record<string, string>>, all = false) => {
  const { run, status, paths } = runPlanted(files);
  return sumOfRun(run, status, paths, all);
};

describe('real runs', { timeout: 60_000 }, () => {
  test('[G17] passes, failures and skips are counted, each skip is named with its reason', () => {
    const sum = sumOf({
      a: `test('one', () => {}); test('two', () => { expect(1).toBe(2); }); test.todo('three');
          test('four', ({ skip }) => skip('qpdf is not installed'));`,
      b: `describe('in', () => { test('five', () => {}); test.skip('six', () => {}); });`,
    });
    expect(closingLine(sum)).toBe('2 passed, 1 failed, 3 skipped');
    expect([...sum.remarks].sort()).toEqual([
      'skipped: a.test.ts > four (qpdf is not installed)',
      'skipped: a.test.ts > three',
      'skipped: b.test.ts > in > six',
    ]);
  });

  test('[G17] a file that does not load, a failing hook and an unhandled rejection are failures', () => {
    const sum = sumOf({
      good: `test('one', () => {});`,
      broken: `import './not-there.ts'; test('never', () => {});`,
      hook: `describe('in', () => { beforeAll(() => { throw new Error('no door'); }); test('two', () => {}); });`,
      stray: `test('three', async () => { void Promise.reject(new Error('stray')); await new Promise((r) => setTimeout(r, 50)); });`,
    });
    expect(sum.passed).toBe(2);
    expect(sum.failed).toBe(3);
    expect(sum.remarks.join('\n')).toMatch(/broken\.test\.ts: .*not-there/);
    expect(sum.remarks.join('\n')).toContain('hook.test.ts > in: no door');
    expect(sum.remarks.join('\n')).toContain('unhandled: stray');
  });

  test('[G17] a run that crashes is a failure', () => {
    const sum = sumOf({ crash: `test('one', () => { process.kill(process.ppid, 'SIGKILL'); process.abort(); });` });
    expect(sum.failed).toBeGreaterThan(0);
    expect(sum.passed).toBe(0);
  });
});

describe('counting', () => {
  const seen = (title: string, state: 'passed' | 'skipped' | 'pending'): SeenRun => ({
    tests: [{ title, file: '/a.test.ts', state }],
    files: ['/a.test.ts'],
    faults: [],
    ended: 'passed',
  });

  test('[G17] a run that leaves no report is a failure whatever its exit code', () => {
    expect(closingLine(sumOfRun(undefined, 0, [], false))).toBe('0 passed, 1 failed, 0 skipped');
  });

  test('[G17] an exit code without a failed test is a failure', () => {
    expect(closingLine(sumOfRun(seen('a', 'passed'), 1, [], false))).toBe('1 passed, 1 failed, 0 skipped');
    expect(closingLine(sumOfRun(seen('a', 'passed'), null, [], false))).toBe('1 passed, 1 failed, 0 skipped');
  });

  test('[G17] a test file that no project runs is a failure', () => {
    const sum = sumOfRun(seen('a', 'passed'), 0, ['/a.test.ts', '/lost.test.ts'], false);
    expect(closingLine(sum)).toBe('1 passed, 1 failed, 0 skipped');
    expect(sum.remarks).toEqual(['failed: no test project runs /lost.test.ts']);
  });

  test('[G17] a test that never finished is a failure', () => {
    expect(closingLine(sumOfRun(seen('a', 'pending'), 0, [], false))).toBe('0 passed, 1 failed, 0 skipped');
  });

  test('[G17] an interrupted run is a failure', () => {
    const run: SeenRun = { ...seen('a', 'passed'), ended: 'interrupted' };
    expect(sumOfRun(run, 0, [], false).failed).toBe(1);
  });

  test.each(['PDF checked by qpdf', 'the electronic door'])(
    '[G17] where everything is installed, skipping %j fails',
    (title) => {
      expect(closingLine(sumOfRun(seen(title, 'skipped'), 0, [], true))).toBe('0 passed, 1 failed, 0 skipped');
    },
  );

  test.each(['opens in real Electron', 'two machines in a network namespace', 'nothing in clear, read by tshark'])(
    '[G17] where everything is installed, %j may still be skipped, and is named',
    (title) => {
      const sum = sumOfRun(seen(title, 'skipped'), 0, [], true);
      expect(closingLine(sum)).toBe('0 passed, 0 failed, 1 skipped');
      expect(sum.remarks).toEqual([`skipped: ${title}`]);
    },
  );

  test('[G17] sums add up', () => {
    const step = { ...nothing, passed: 1 };
    expect(closingLine(addSums([step, step, { ...nothing, failed: 2, skipped: 3 }]))).toBe(
      '2 passed, 2 failed, 3 skipped',
    );
  });
});
