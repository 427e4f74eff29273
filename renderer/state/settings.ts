// What each seat chooses for itself: language, background, single keys; kept on this device.
import { useSyncExternalStore } from 'react';
import { LANGUAGES, type Language } from '../../shared/lang/say.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Settings = { readonly language: Language; readonly theme: Theme; readonly singleKeys: boolean };

/** Name in the browser's store; another window hears its changes by it. */
export const PLACE = 'hoidong.settings';
const FIRST: Settings = { language: 'vi', theme: 'system', singleKeys: true };

/** Anything unreadable in the browser's store gives the first settings. */
export function readSettings(text: string | null): Settings {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return FIRST;
    const { language, theme, singleKeys } = value as Record<string, unknown>;
    return {
      language: LANGUAGES.find((each) => each === language) ?? FIRST.language,
      theme: THEMES.find((each) => each === theme) ?? FIRST.theme,
      singleKeys: typeof singleKeys === 'boolean' ? singleKeys : FIRST.singleKeys,
    };
  } catch {
    return FIRST;
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
