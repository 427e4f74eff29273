// What a page in the window may ask of the machine: to keep its own store, and nothing else; no request leaves the machine.
import type { Session } from 'electron';
import { ownPath } from './own-page.ts';

/** The page's seats keep their keys in its store, which the browser part may otherwise throw away. */
const GRANTED: readonly string[] = ['persistent-storage'];

export const isGranted = (permission: string, url: string): boolean =>
  GRANTED.includes(permission) && ownPath(url) !== undefined;

/** Everything that would leave the window by a network. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** Electron grants all where nobody says otherwise, and asks two ways. */
export function guardSession(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isGranted(permission, `${requestingOrigin.replace(/\/$/, '')}/`),
  );
  session.setDevicePermissionHandler(() => false);
  // The content policy says so too; this holds also for a page that would come with another.
  session.webRequest.onBeforeRequest({ urls: OUTSIDE }, (_details, answer) => answer({ cancel: true }));
}
