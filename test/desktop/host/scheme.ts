// Own schemes: app://desk/x is shown to Chromium as https://desk.app.electron-on-chromium.test/x, a secure context.
import type { Privileges } from 'electron';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const SUFFIX = '.electron-on-chromium.test';
const handlers = new Map<string, Handler>();
const privileged = new Map<string, Privileges>();
/** What widens a scheme beyond its own pages. */
const WIDE = ['bypassCSP', 'corsEnabled', 'allowServiceWorkers', 'allowExtensions'] as const;
let isReady = () => false;

/** The rule about "before ready" needs to know. */
export const watchReady = (ask: () => boolean): void => {
  isReady = ask;
};

export const toChromium = (url: string): string => {
  const [, scheme = '', host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return privileged.has(scheme) ? `https://${host}.${scheme}${SUFFIX}${rest || '/'}` : url;
};

export const fromChromium = (url: string): string => {
  const [, host, scheme = '', rest] =
    /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.electron-on-chromium\.test(.*)$/.exec(url) ?? [];
  return privileged.has(scheme) ? `${scheme}://${host}${rest}` : url;
};

/** `app://desk` for an address of an own scheme, whose origin Node's URL calls null. */
export const originOf = (url: string): string => {
  const parsed = URL.parse(url);
  if (parsed === null) return 'null';
  return parsed.origin === 'null' ? `${parsed.protocol}//${parsed.host}` : parsed.origin;
};

export const handlerOf = (url: string): Handler | undefined => handlers.get(/^([a-z0-9+.-]+):/.exec(url)?.[1] ?? '');

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: readonly { readonly scheme: string; readonly privileges?: Privileges }[]) => {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of list) {
      const wide = WIDE.find((name) => privileges[name] === true);
      if (wide) throw new Error(`electron-on-chromium: the privilege ${wide} of ${scheme}: is not supported`);
      privileged.set(scheme, privileges);
    }
  },
  handle: (scheme: string, handler: Handler) => {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileged.has(scheme)) throw new Error(`electron-on-chromium: ${scheme}: was not registered as privileged`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
});
