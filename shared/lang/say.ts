// Puts parameters into sentences and finds the sentence of a refusal, in the language that a seat reads.

import type { Refusal } from '../base/result.ts';
import { cleanLine } from '../base/text.ts';
import { refusalsEn } from './refusals-en.ts';
import { refusalsVi } from './refusals-vi.ts';
import { screensEn } from './screens-en.ts';
import { type ScreenKey, screensVi } from './screens-vi.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** Parameters of a sentence, read off its Vietnamese text; none where it has none. */
export type ParamsOf<K extends ScreenKey> = [Names<(typeof screensVi)[K]>] extends [never]
  ? []
  : [params: Readonly<Record<Names<(typeof screensVi)[K]>, string | number>>];
/** What `words(language)` gives: the sentence of a key, filled in. */
export type Sentence = <K extends ScreenKey>(key: K, ...params: ParamsOf<K>) => string;

/** The page's build begins with these empty and fills them before English is shown (`english-apart.vite.ts`). */
export const ENGLISH: { readonly screens: object; readonly refusals: object } = {
  screens: screensEn,
  refusals: refusalsEn,
};
const SCREENS: Readonly<Record<Language, Readonly<Partial<Record<ScreenKey, string>>>>> = {
  vi: screensVi,
  en: screensEn,
};
const REFUSALS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { vi: refusalsVi, en: refusalsEn };
/** Vietnamese is the source: it stands in where a sentence of another language is not here. */
const sentenceOf = (language: Language, key: ScreenKey): string => SCREENS[language][key] ?? screensVi[key];
/** For a code that a newer host knows and this screen does not: honest, and with the code for support. */
const UNKNOWN: Readonly<Record<Language, string>> = {
  vi: 'Không làm được việc này ({code}). Những gì đã ghi vẫn nguyên.',
  en: 'This could not be done ({code}). What was recorded is safe.',
};

/** Every `{name}` becomes its parameter; one without a parameter becomes an ellipsis, never `undefined`. */
export const fill = (sentence: string, params: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : '…'));

export const sentences =
  (language: Language): Sentence =>
  (key, ...params) =>
    fill(sentenceOf(language, key), params[0] ?? {});

const isKey = (key: string): key is ScreenKey => Object.hasOwn(screensVi, key);

/** Parameters that are words of code (`step`, `role`) are worded too; everything else is one clean line. */
function worded(language: Language, name: string, value: string | number): string | number {
  if (typeof value === 'number') return value;
  const key = `${name}.${value}`;
  return isKey(key) ? sentenceOf(language, key) : cleanLine(value).slice(0, 300);
}

/** The sentence of a refusal: what is wrong, where, what is safe, what to do. Never throws, never empty. */
export function say(language: Language, { code, params }: Refusal): string {
  const known = REFUSALS[language];
  const sentence = Object.hasOwn(known, code) ? known[code] : undefined;
  const filled = Object.entries(params).map(([name, value]) => [name, worded(language, name, value)]);
  return fill(sentence ?? UNKNOWN[language], { ...Object.fromEntries(filled), code });
}

/** A bilingual text of a set, with the Vietnamese one where the other is missing. */
export const inLanguage = (language: Language, text: { readonly vi: string; readonly en: string }): string =>
  language === 'en' && text.en !== '' ? text.en : text.vi;
