// The words of the seat's language for any screen: sentences, refusals, days, hours, sizes.
import { createContext, useContext, useMemo } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import { inLanguage, type Language, type Sentence, say, sentences } from '../../shared/lang/say.ts';
import { clockOf, countOf, dayOf, decimalOf, sizeOf } from '../../shared/lang/when.ts';
import { FIRST_SETTINGS, type Settings, type SettingsStore } from './settings.ts';

export type Words = {
  readonly language: Language;
  readonly t: Sentence;
  readonly say: (refusal: Refusal) => string;
  readonly of: (text: { readonly vi: string; readonly en: string }) => string;
  readonly day: (text: string) => string;
  readonly clock: (text: string) => string;
  readonly count: (count: number) => string;
  readonly decimal: (text: string) => string;
  readonly size: (bytes: number) => string;
};

export const wordsOf = (language: Language): Words => ({
  language,
  t: sentences(language),
  say: (refusal) => say(language, refusal),
  of: (text) => inLanguage(language, text),
  day: (text) => dayOf(language, text),
  clock: (text) => clockOf(language, text),
  count: (count) => countOf(language, count),
  decimal: (text) => decimalOf(language, text),
  size: (bytes) => sizeOf(language, bytes),
});

export type Chosen = { readonly settings: Settings; readonly change: SettingsStore['change'] };
const ChosenContext = createContext<Chosen>({
  settings: FIRST_SETTINGS,
  change: () => {},
});
export const ChosenProvider = ChosenContext.Provider;
export const useChosen = (): Chosen => useContext(ChosenContext);

export function useWords(): Words {
  const { language } = useChosen().settings;
  return useMemo(() => wordsOf(language), [language]);
}
