// The links of the desktop window between two ends in one process, with messages of the shape that Electron gives them.
import { EventEmitter } from 'node:events';
import { bridgeOver, CHANNEL } from '../../electron/desk/bridge.ts';
import { acceptIpcLinks, type IpcEvent } from '../../electron/desk/ipc-links.ts';
import { ipcLinks } from '../../renderer/link/ipc-link.ts';
import type { Link } from '../../shared/contract/link.ts';
import type { Wire } from './wires.ts';

/** A window: what its page sends arrives later, copied, with an event; as between two processes. */
export function fakeWindow(main: EventEmitter, url = 'app://desk/index.html') {
  const page = new EventEmitter();
  let isGone = false;
  const contents = Object.assign(new EventEmitter(), {
    isDestroyed: () => isGone,
    send: (channel: string, text: string) => {
      if (isGone) throw new TypeError('Object has been destroyed');
      const copy = structuredClone(text);
      setImmediate(() => page.emit(channel, { sender: {}, ports: [] }, copy));
    },
  });
  const frame: { url: string; parent: unknown } = { url, parent: null };
  const sendRaw = (channel: string, ...given: unknown[]): void => {
    const copy = structuredClone(given);
    const event: IpcEvent = { sender: contents, senderFrame: frame };
    setImmediate(() => main.emit(channel, event, ...copy));
  };
  return {
    contents,
    frame,
    /** What the preload would put before the page. */
    bridge: bridgeOver({
      send: (channel, text) => sendRaw(channel, text),
      on: (channel, listener) => page.on(channel, listener),
      removeListener: (channel, listener) => page.removeListener(channel, listener),
    }),
    sendRaw: (given: unknown) => sendRaw(CHANNEL, given),
    /** The page is left for another, or loaded again: its listeners are gone with it. */
    navigate: () => {
      page.removeAllListeners();
      contents.emit('did-navigate');
    },
    destroy: () => {
      isGone = true;
      contents.emit('destroyed');
    },
  };
}

/** The window's end of IPC, and links in order of arrival. */
export function ipcHost() {
  const main = new EventEmitter();
  const arrived: Link[] = [];
  const waiting: ((link: Link) => void)[] = [];
  const words: string[] = [];
  const accepting = acceptIpcLinks(
    main,
    (link) => {
      const next = waiting.shift();
      if (next) next(link);
      else arrived.push(link);
    },
    (word) => words.push(word),
  );
  const accepted = (): Promise<Link> =>
    new Promise((come) => {
      const first = arrived.shift();
      if (first) come(first);
      else waiting.push(come);
    });
  return { main, words, accepted, arrived, close: accepting.close };
}

export async function ipcWire(): Promise<Wire> {
  const host = ipcHost();
  const connect = ipcLinks(fakeWindow(host.main).bridge, 'load1');
  return {
    open: async () => {
      const near = await connect();
      return { near, far: await host.accepted() };
    },
    stop: async () => host.close(),
  };
}
