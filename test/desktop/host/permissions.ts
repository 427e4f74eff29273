// Permissions: Chromium asks nobody here, so the app's handler is asked when a page is loaded, for each in turn.

import { fromChromium } from './scheme.ts';
import { defaultSession } from './session.ts';
import { browser } from './started.ts';

/** Chromium's name → Electron's. */
const NAMES: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'idle-detection': 'idle-detection',
  camera: 'media',
  microphone: 'media',
  'persistent-storage': 'persistent-storage',
};

export const electronName = (name: string): string => NAMES[name] ?? 'unknown';

/** Sets each permission of the page's origin to what the request handler says. */
export async function applyPermissions(contents: object, url: string): Promise<void> {
  const { cdp } = await browser;
  const { origin } = new URL(url);
  for (const [name, asked] of Object.entries(NAMES)) {
    const setting = (await defaultSession.asked(contents, asked, fromChromium(url))) ? 'granted' : 'denied';
    await cdp.root.send('Browser.setPermission', { origin, permission: { name }, setting }).catch(() => {});
  }
}
