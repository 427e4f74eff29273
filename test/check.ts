// Runs the fast part (`npm run check`: format, lint, types, boundaries, unit tests), under a minute, with the same closing line.
import './helpers/node-24.mjs';
import { allTypes, closeWith, lint, runSteps, runVitest, testFiles } from './helpers/steps.ts';
import { addSums } from './helpers/sum.ts';

await closeWith(async () => {
  const steps = await runSteps([...allTypes, lint]);
  const tests = await runVitest(
    ['--project', 'unit'],
    testFiles((project) => project === 'unit'),
    5,
  );
  return addSums([steps, tests]);
});
