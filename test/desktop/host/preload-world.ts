// What the stand-in puts into the isolated world that plays Electron's preload: electron's renderer modules, and the
// app's own preload, unmodified. Self-contained on purpose.
import type { makeBridge } from './bridge.ts';
import type { makeCodec } from './codec.ts';

export type PreloadFacts = {
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
};
type Run = (...args: unknown[]) => void;
type Require = (name: string) => unknown;
type Preload = (this: unknown, require: Require, module: unknown, exports: unknown, process: unknown) => void;

/** The names by which main calls into this world and this world calls main. */
export type Wires = {
  __electronHost: (text: string) => void;
  __electronSettle: (id: number, isFine: boolean, payload: string) => void;
  __electronDispatch: (channel: string, payload: string) => void;
};

export function preloadWorld(
  token: string,
  makeTheBridge: typeof makeBridge,
  makeTheCodec: typeof makeCodec,
  preload: Preload,
  facts: PreloadFacts,
): void {
  if (window !== window.top || location.href === 'about:blank') return;
  const bridge = makeTheBridge(token, 'preload', 'page');
  const codec = makeTheCodec();
  const wires = globalThis as typeof globalThis & Wires;
  const post = (message: object): void => wires.__electronHost(JSON.stringify(message));
  const waiting = new Map<number, { readonly ok: (value: unknown) => void; readonly bad: (why: unknown) => void }>();
  const listeners = new Map<string, readonly { readonly run: Run; readonly once: boolean }[]>();
  let next = 1;

  const ask = async (message: object): Promise<unknown> =>
    await new Promise((ok, bad) => {
      const id = next++;
      waiting.set(id, { ok, bad });
      post({ ...message, id });
    });
  const add = (channel: string, run: unknown, once: boolean) => {
    if (typeof run !== 'function') throw new TypeError('The "listener" argument must be of type function');
    listeners.set(channel, [...(listeners.get(channel) ?? []), { run: run as Run, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, run: unknown) => {
    const all = listeners.get(channel) ?? [];
    const at = all.findIndex((each) => each.run === run);
    if (at >= 0) listeners.set(channel, all.toSpliced(at, 1));
    return ipcRenderer;
  };
  const refuse = (name: string): object =>
    new Proxy(
      {},
      {
        get: (_target, key) => {
          throw new Error(`electron-on-chromium: ${name}.${String(key)} is not implemented`);
        },
      },
    );
  const known = {
    invoke: (channel: string, ...args: unknown[]) => {
      // Encoded at once: what cannot be cloned throws to the caller, as in Electron.
      const payload = codec.encode(args);
      return ask({ kind: 'invoke', channel, payload });
    },
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, payload: codec.encode(args) }),
    on: (channel: string, run: unknown) => add(channel, run, false),
    addListener: (channel: string, run: unknown) => add(channel, run, false),
    once: (channel: string, run: unknown) => add(channel, run, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => (listeners.get(channel) ?? []).length,
  };
  const ipcRenderer: object = new Proxy(known, {
    get: (target, key) => (key in target ? Reflect.get(target, key) : Reflect.get(refuse('ipcRenderer'), key)),
  });
  wires.__electronSettle = (id, isFine, payload) => {
    const answer = waiting.get(id);
    waiting.delete(id);
    if (isFine) answer?.ok(codec.decode(payload));
    else answer?.bad(codec.decode(payload));
  };
  wires.__electronDispatch = (channel, payload) => {
    const args = codec.decode(payload) as unknown[];
    for (const each of listeners.get(channel) ?? []) {
      if (each.once) remove(channel, each.run);
      each.run({ sender: ipcRenderer, senderId: 0, ports: [] }, ...args);
    }
  };

  /** Links that would open another window go to the app's handler: also with Ctrl, Shift or the middle button. */
  const onLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.href || event.defaultPrevented) return;
    if (link.hasAttribute('download') && link.origin === location.origin && /^https?:/.test(link.href)) {
      event.preventDefault();
      return void post({ kind: 'download', url: link.href, name: link.download });
    }
    if (link.hasAttribute('download')) return;
    const isElsewhere = link.target !== '' && link.target !== '_self';
    if (!isElsewhere && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button !== 1) return;
    event.preventDefault();
    post({ kind: 'open', url: link.href, name: link.target, features: '' });
  };
  window.addEventListener('click', onLink);
  window.addEventListener('auxclick', onLink);
  bridge.listen(`${token}:open`, (told: object) => post({ kind: 'open', ...told }));
  bridge.listen(`${token}:check`, ({ id, name }: { readonly id: number; readonly name: string }) => {
    void ask({ kind: 'check', name }).then((granted) => bridge.fire(`${token}:checked`, { id, granted }));
  });

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      let result: { readonly error?: string } | undefined;
      bridge.listen(`${token}:exposed`, (told: { readonly error?: string }) => {
        result = told;
      });
      bridge.fire(`${token}:expose`, { key, api: bridge.pack(api) });
      if (!result) throw new Error('contextBridge: the page world did not answer');
      if (result.error !== undefined) throw new Error(result.error);
    },
  };
  const others = ['webFrame', 'webUtils', 'nativeImage', 'crashReporter', 'clipboard'];
  const electron = { contextBridge, ipcRenderer, ...Object.fromEntries(others.map((name) => [name, refuse(name)])) };
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    if (/^(node:)?(events|timers|url)$/.test(name))
      throw new Error(`electron-on-chromium: require('${name}') in a preload is not implemented`);
    throw new Error(`module not found: ${name}`); // what a sandboxed preload gets
  };
  const more = { type: 'renderer', sandboxed: true, contextIsolated: true, argv: [], env: {} };
  const module = { exports: {} };
  preload.call(module.exports, require, module, module.exports, Object.freeze({ ...facts, ...more }));
}
