// All sentences of the screens in English; one that is missing does not compile.
import { compareEn } from './compare-en.ts';
import { copiesEn } from './copies-en.ts';
import { councilEn } from './council-en.ts';
import { endingEn } from './ending-en.ts';
import { guideEn } from './guide-en.ts';
import { homeEn } from './home-en.ts';
import { houseEn } from './house-en.ts';
import { intakeEn } from './intake-en.ts';
import { libraryEn } from './library-en.ts';
import { prepareEn } from './prepare-en.ts';
import { projectorEn } from './projector-en.ts';
import { recordingEn } from './recording-en.ts';
import { resultsEn } from './results-en.ts';
import { rulesEn } from './rules-en.ts';
import { scoringEn } from './scoring-en.ts';
import type { ScreenKey } from './screens-vi.ts';
import { setEn } from './set-en.ts';
import { shellEn } from './shell-en.ts';

export const screensEn = {
  ...houseEn,
  ...homeEn,
  ...libraryEn,
  ...prepareEn,
  ...intakeEn,
  ...resultsEn,
  ...rulesEn,
  ...scoringEn,
  ...councilEn,
  ...endingEn,
  ...guideEn,
  ...projectorEn,
  ...setEn,
  ...compareEn,
  ...copiesEn,
  ...recordingEn,
  ...shellEn,
} satisfies Record<ScreenKey, string>;
