// The two functions that a page in the desktop window is given: a text out, texts in, and nothing else of Electron.

/** The one channel between a page and the window's program. */
export const CHANNEL = 'hoidong';

type Listener = (event: unknown, text: unknown) => void;
/** The part of `ipcRenderer` that is used; itself it never crosses the bridge. */
export type PageIpc = {
  send(channel: string, text: string): void;
  on(channel: string, listener: Listener): unknown;
  removeListener(channel: string, listener: Listener): unknown;
};

/** Passes texts only: an event object carries `ipcRenderer`, and would hand it to the page. */
export const bridgeOver = (ipc: PageIpc) => ({
  send: (text: string): void => ipc.send(CHANNEL, String(text)),
  onText: (listener: (text: string) => void): (() => void) => {
    const pass: Listener = (_event, text) => {
      if (typeof text === 'string') listener(text);
    };
    ipc.on(CHANNEL, pass);
    return () => {
      ipc.removeListener(CHANNEL, pass);
    };
  },
});
