// Adds up what every step of a test run reported, and words the closing line.

/** One test as the reporter saw it; `note` is the reason given to `context.skip(note)`. */
export type SeenTest = {
  readonly title: string;
  readonly file: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
  readonly note?: string;
};

/** What one Vitest run left behind; absent when it died before its end. */
export type SeenRun = {
  readonly tests: readonly SeenTest[];
  /** Absolute paths of the test files that were taken up, loaded or not. */
  readonly files: readonly string[];
  /** Failures outside any test: a file that does not load, a failing hook, an unhandled rejection. */
  readonly faults: readonly string[];
  readonly ended: 'passed' | 'interrupted' | 'failed';
};

export type Sum = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Lines to print above the closing line: every skip, and every failure no test names. */
  readonly remarks: readonly string[];
};

export const nothing: Sum = { passed: 0, failed: 0, skipped: 0, remarks: [] };

/** What even a machine that has everything else may lack; all other skips fail when nothing may be skipped. */
const maySkip = ['real electron', 'network namespace', 'tshark'];

/**
 * Counts one Vitest run. Never reports success for a run that died, left a test unfinished, or missed a file.
 *
 * @param run what the reporter wrote, or undefined when it wrote nothing
 * @param exitCode of the Vitest process, null when a signal ended it
 * @param wanted absolute paths of the test files that had to run
 * @param all true where every tool is installed, so that a skip is a failure
 */
export function sumOfRun(
  run: SeenRun | undefined,
  exitCode: number | null,
  wanted: readonly string[],
  all: boolean,
): Sum {
  if (run === undefined)
    return { ...nothing, failed: 1, remarks: [`failed: the test run died before its end (exit code ${exitCode})`] };
  const remarks: string[] = [];
  let [passed, failed, skipped] = [0, 0, 0];
  const fail = (remark: string) => {
    failed += 1;
    remarks.push(`failed: ${remark}`);
  };
  for (const test of run.tests) {
    const named = `${test.title}${test.note === undefined ? '' : ` (${test.note})`}`;
    if (test.state === 'passed') passed += 1;
    else if (test.state === 'failed') failed += 1;
    else if (test.state === 'pending') fail(`never finished: ${named}`);
    else if (all && !maySkip.some((word) => test.title.toLowerCase().includes(word)))
      fail(`skipped where nothing may be skipped: ${named}`);
    else {
      skipped += 1;
      remarks.push(`skipped: ${named}`);
    }
  }
  for (const fault of run.faults) fail(fault);
  const seen = new Set(run.files);
  for (const file of wanted) if (!seen.has(file)) fail(`no test project runs ${file}`);
  if (run.ended === 'interrupted') fail('the test run was interrupted');
  if (exitCode !== 0 && failed === 0) fail(`the test run ended with exit code ${exitCode} though no test failed`);
  return { passed, failed, skipped, remarks };
}

/** Adds sums; remarks keep their order. */
export function addSums(sums: readonly Sum[]): Sum {
  return sums.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      remarks: [...a.remarks, ...b.remarks],
    }),
    nothing,
  );
}

/** The last line of every run, alone on its line: `N passed, N failed, N skipped`. */
export const closingLine = (sum: Sum): string => `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`;
