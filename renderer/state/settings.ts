// What each seat chooses for itself: language, background, size and density, single keys; kept on this device.
import { useSyncExternalStore } from 'react';
import { THEMES, type Theme } from '../../shared/contract/shell-view.ts';
import { LANGUAGES, type Language } from '../../shared/lang/say.ts';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export type Settings = {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Density;
  readonly textSize: TextSize;
  readonly singleKeys: boolean;
};

/** Name in the browser's store; another window hears its changes by it. */
export const PLACE = 'hoidong.settings';
/** Before anybody has chosen. */
export const FIRST_SETTINGS: Settings = {
  language: 'vi',
  theme: 'system',
  density: 'comfortable',
  textSize: 'normal',
  singleKeys: true,
};

/** Anything unreadable in the browser's store gives the first settings. */
export function readSettings(text: string | null): Settings {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return FIRST_SETTINGS;
    const { language, theme, density, textSize, singleKeys } = value as Record<string, unknown>;
    return {
      language: LANGUAGES.find((each) => each === language) ?? FIRST_SETTINGS.language,
      theme: THEMES.find((each) => each === theme) ?? FIRST_SETTINGS.theme,
      density: DENSITIES.find((each) => each === density) ?? FIRST_SETTINGS.density,
      textSize: TEXT_SIZES.find((each) => each === textSize) ?? FIRST_SETTINGS.textSize,
      singleKeys: typeof singleKeys === 'boolean' ? singleKeys : FIRST_SETTINGS.singleKeys,
    };
  } catch {
    return FIRST_SETTINGS;
  }
}

export type SettingsStore = {
  readonly now: () => Settings;
  readonly onChange: (told: () => void) => () => void;
  readonly change: (change: Partial<Settings>) => void;
};

/** Without a place to keep them (a private window) they last as long as the page. */
export function settingsStore(place: Pick<Storage, 'getItem' | 'setItem'> | undefined): SettingsStore {
  let settings = readSettings(place?.getItem(PLACE) ?? null);
  const listeners = new Set<() => void>();
  return {
    now: () => settings,
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    change: (change) => {
      settings = { ...settings, ...change };
      try {
        place?.setItem(PLACE, JSON.stringify(settings));
      } catch {
        // A full or barred store loses the choice at reload, nothing else.
      }
      for (const told of listeners) told();
    },
  };
}

export const useSettings = (store: SettingsStore): Settings =>
  useSyncExternalStore(store.onChange, store.now, store.now);
