// All sentences of the screens in Vietnamese, the source language; `{name}` stands for the parameter of that name.
import { compareVi } from './compare-vi.ts';
import { copiesVi } from './copies-vi.ts';
import { councilVi } from './council-vi.ts';
import { endingVi } from './ending-vi.ts';
import { guideVi } from './guide-vi.ts';
import { homeVi } from './home-vi.ts';
import { houseVi } from './house-vi.ts';
import { intakeVi } from './intake-vi.ts';
import { libraryVi } from './library-vi.ts';
import { prepareVi } from './prepare-vi.ts';
import { projectorVi } from './projector-vi.ts';
import { recordingVi } from './recording-vi.ts';
import { resultsVi } from './results-vi.ts';
import { rulesVi } from './rules-vi.ts';
import { scoringVi } from './scoring-vi.ts';
import { setVi } from './set-vi.ts';
import { shellVi } from './shell-vi.ts';

export const screensVi = {
  ...houseVi,
  ...homeVi,
  ...libraryVi,
  ...prepareVi,
  ...intakeVi,
  ...resultsVi,
  ...rulesVi,
  ...scoringVi,
  ...councilVi,
  ...endingVi,
  ...guideVi,
  ...projectorVi,
  ...setVi,
  ...compareVi,
  ...copiesVi,
  ...recordingVi,
  ...shellVi,
} as const;

export type ScreenKey = keyof typeof screensVi;
