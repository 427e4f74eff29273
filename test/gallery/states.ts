// Every state by its name; a name that nobody has is an error, not an empty picture.
import type { State, States } from './given.ts';
import { councilStates } from './states-council.ts';
import { endingStates } from './states-ending.ts';
import { evidenceStates } from './states-evidence.ts';
import { formStates } from './states-form.ts';
import { guideStates } from './states-guide.ts';
import { kindsStates } from './states-kinds.ts';
import { libraryStates } from './states-library.ts';
import { prepareStates } from './states-prepare.ts';
import { refusalStates } from './states-refusals.ts';
import { resultsStates } from './states-results.ts';
import { scoringStates } from './states-scoring.ts';
import { searchStates } from './states-search.ts';
import { setStates } from './states-set.ts';
import { viewerStates } from './states-viewer.ts';

const ALL: States = {
  ...formStates,
  ...prepareStates,
  ...evidenceStates,
  ...libraryStates,
  ...setStates,
  ...scoringStates,
  ...kindsStates,
  ...councilStates,
  ...resultsStates,
  ...endingStates,
  ...refusalStates,
  ...guideStates,
  ...viewerStates,
  ...searchStates,
};

export function stateOf(name: string): State {
  const state = ALL[name];
  if (state === undefined) throw new Error(`no such state: ${name}`);
  return state;
}
