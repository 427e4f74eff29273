// Runs everything CI runs (`npm test`), or with --soak the long tests only, and ends with one closing line.
import './helpers/node-24.mjs';
import { allTypes, build, closeWith, lint, runSteps, runVitest, testFiles } from './helpers/steps.ts';
import { addSums } from './helpers/sum.ts';

const soak = process.argv.includes('--soak');

await closeWith(async () => {
  // Built first, since tests open the bundles; linters and compilers use every core, so they end before anything is timed.
  const steps = await runSteps(soak ? [build] : [build, ...allTypes, lint]);
  const tests = soak
    ? await runVitest(
        ['--project', 'soak'],
        testFiles((project) => project === 'soak'),
        24 * 60,
      )
    : await runVitest(
        ['--project', '!soak'],
        testFiles((project) => project !== 'soak' && project !== 'bench'),
        40,
      );
  return addSums([steps, tests]);
});
