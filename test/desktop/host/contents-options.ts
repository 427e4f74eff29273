// What a window may be given: settings that would open the page to the machine are refused.
import path from 'node:path';
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** What each must be where it is given at all. */
const SAFE: Readonly<Partial<Record<keyof WebPreferences, boolean>>> = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
};

/** Throws on an insecure setting, and on a preload that is not named in full. */
export function checkPreferences({ webPreferences = {} }: BrowserWindowConstructorOptions): WebPreferences {
  for (const [key, want] of Object.entries(SAFE)) {
    const given: unknown = Reflect.get(webPreferences, key);
    if (given !== undefined && given !== want)
      throw new Error(`electron-on-chromium: webPreferences.${key}: ${String(given)} is refused`);
  }
  if (webPreferences.enableBlinkFeatures !== undefined)
    throw new Error('electron-on-chromium: webPreferences.enableBlinkFeatures is refused');
  if (webPreferences.preload !== undefined && !path.isAbsolute(webPreferences.preload))
    throw new Error('preload script must have absolute path');
  // Electron's own defaults, of which the safe ones are the default since Electron 20.
  return {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    ...webPreferences,
  };
}
