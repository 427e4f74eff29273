// The one session: the app's permission handlers, and what a download goes through.
import { EventEmitter } from 'node:events';
import { hostRecord } from './place.ts';
import { protocol } from './scheme.ts';
import { strict } from './strict.ts';
import { webRequest } from './web-request.ts';

type RequestHandler = (contents: object, permission: string, done: (granted: boolean) => void, details: object) => void;
type CheckHandler = (contents: object | null, permission: string, origin: string, details: object) => boolean;

class Session extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = webRequest;
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  setSpellCheckerEnabled(_isOn: boolean): void {}
  async clearCache(): Promise<void> {}
  async clearStorageData(): Promise<void> {}

  /** For the stand-in. Electron allows everything where the app has set no handler. */
  async asked(contents: object, name: string, url: string): Promise<boolean> {
    const handler = this.#request;
    const details = { requestingUrl: url, isMainFrame: true };
    const granted = handler === null || (await new Promise<boolean>((done) => handler(contents, name, done, details)));
    hostRecord.permissions.push({ name, by: 'request', granted });
    return granted;
  }
  checked(contents: object, name: string, origin: string): boolean {
    const granted = this.#check?.(contents, name, origin, { isMainFrame: true }) ?? true;
    hostRecord.permissions.push({ name, by: 'check', granted });
    return granted;
  }
}

export const defaultSession = strict('session', new Session());
export const session = strict('session', { defaultSession, fromPartition: (_name: string) => defaultSession });
