// A Vitest reporter that writes what ran into the file HOIDONG_SEEN_RUN, for the closing line.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule, TestSuite } from 'vitest/node';
import type { SeenRun, SeenTest } from './sum.ts';

type Errors = readonly { readonly message: string }[];

const firstLine = (errors: Errors) => errors[0]?.message.split('\n')[0] ?? 'unknown error';

/** Suites whose own hooks failed: their tests are only "skipped", so the fault must be counted here. */
function* faultsIn(module: TestModule): Generator<string> {
  const named: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
  for (const suite of named) {
    const where = suite.type === 'module' ? '' : ` > ${suite.fullName}`;
    if (suite.errors().length > 0) yield `${module.relativeModuleId}${where}: ${firstLine(suite.errors())}`;
  }
}

function seenIn(module: TestModule): SeenTest[] {
  return [...module.children.allTests()].map((test) => {
    const result = test.result();
    const note = result.state === 'skipped' ? result.note : undefined;
    const title = `${module.relativeModuleId} > ${test.fullName}`;
    return { title, file: module.moduleId, state: result.state, ...(note === undefined ? {} : { note }) };
  });
}

/** Vitest loads a reporter by its default export. */
export default class SumReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: Errors, ended: SeenRun['ended']): void {
    const file = process.env['HOIDONG_SEEN_RUN'];
    if (file === undefined) return;
    const faults = modules.flatMap((module) => [...faultsIn(module)]);
    const run: SeenRun = {
      tests: modules.flatMap(seenIn),
      files: modules.map((module) => module.moduleId),
      faults: [...faults, ...unhandled.map((error) => `unhandled: ${firstLine([error])}`)],
      ended,
    };
    writeFileSync(file, JSON.stringify(run));
  }
}
