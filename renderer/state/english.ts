// English is fetched when it is wanted, or when the house is quiet: in the page's build `say.ts` begins without it.
import { ENGLISH } from '../../shared/lang/say.ts';
import type { SettingsStore } from './settings.ts';

let coming: Promise<void> | undefined;

/** Resolves once every English sentence can be said; a page that cannot fetch them goes on in Vietnamese. */
export const fetchEnglish = async (): Promise<void> => {
  coming ??= Promise.all([import('../../shared/lang/screens-en.ts'), import('../../shared/lang/refusals-en.ts')]).then(
    ([{ screensEn }, { refusalsEn }]) => {
      Object.assign(ENGLISH.screens, screensEn);
      Object.assign(ENGLISH.refusals, refusalsEn);
    },
    () => {
      coming = undefined;
    },
  );
  await coming;
};

/** The same settings, but that English is chosen once it is here. */
export const withEnglish = (settings: SettingsStore): SettingsStore => ({
  ...settings,
  change: (change) => {
    if (change.language === 'en') void fetchEnglish().then(() => settings.change(change));
    else settings.change(change);
  },
});
