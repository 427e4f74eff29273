// The rest of the machine: its browser, its network (there is none), its colours, its power.
import { EventEmitter } from 'node:events';
import { allContents } from './contents.ts';
import { hostRecord } from './place.ts';
import { handlerOf } from './scheme.ts';
import { strict } from './strict.ts';

export const shell = strict('shell', {
  openExternal: async (url: string) => {
    await Promise.resolve();
    hostRecord.opened.push(url);
  },
  openPath: async (_path: string) => await Promise.resolve(''),
  showItemInFolder: (_path: string) => {},
  beep: () => {},
});

export const net = strict('net', {
  isOnline: () => false,
  fetch: async (url: string): Promise<Response> => {
    const handler = handlerOf(url);
    if (handler) return await handler(new Request(url));
    hostRecord.refused.push(url);
    throw new Error('net::ERR_INTERNET_DISCONNECTED');
  },
});

type Source = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;
  #source: Source = 'system';

  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    if (source === this.#source) return;
    this.#source = source;
    const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }];
    for (const contents of allContents)
      void contents
        .cdp()
        .then(async (session) => await session.send('Emulation.setEmulatedMedia', { features }))
        .catch(() => {});
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = strict('nativeTheme', new NativeTheme());

const blocking = new Set<number>();
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start: (_kind: string) => {
    const id = blocking.size + 1;
    blocking.add(id);
    return id;
  },
  stop: (id: number) => blocking.delete(id),
  isStarted: (id: number) => blocking.has(id),
});
export const powerMonitor = strict('powerMonitor', new EventEmitter());
