// Links over Electron's IPC: one channel, only for our own page, each link ended with the page that opened it.
import type { Link } from '../../shared/contract/link.ts';
import { type LinkEnd, linkEnd } from '../../shared/contract/link-end.ts';
import { readFrame, writeFrame } from '../../shared/contract/link-frames.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/messages.ts';
import { CHANNEL } from './bridge.ts';
import { isOwnFrame } from './own-page.ts';

/** The part of a window's contents that is used; `Electron.WebContents` is one. */
export type Contents = {
  send(channel: string, text: string): void;
  isDestroyed(): boolean;
  on(event: 'did-navigate', told: () => void): unknown;
  on(event: 'render-process-gone', told: () => void): unknown;
  on(event: 'destroyed', told: () => void): unknown;
};
export type IpcEvent = {
  readonly sender: Contents;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};
type Listener = (event: IpcEvent, given: unknown) => void;
/** The part of `ipcMain` that is used. */
export type HostIpc = {
  on(channel: string, listener: Listener): unknown;
  removeListener(channel: string, listener: Listener): unknown;
};

/** Open links of one page at once: the desk's own, and one for each seat that sits in it. */
export const LINKS_PER_PAGE = 64;

/** Why a text was not taken or a link was ended here. */
export type IpcWord = 'foreign-sender' | 'no-frame' | 'too-long' | 'too-many-links';

/**
 * Takes links from every window until it is closed.
 *
 * @param accept is given each new link with nothing received yet
 * @param note told of what was refused; never of what it said
 */
export function acceptIpcLinks(
  ipc: HostIpc,
  accept: (link: Link) => void,
  note: (word: IpcWord) => void,
): { readonly close: () => void } {
  const pages = new Map<Contents, Map<string, LinkEnd>>();

  const endAll = (links: Map<string, LinkEnd>): void => {
    const ending = [...links.values()];
    links.clear();
    for (const { end } of ending) end();
  };

  /** A page that was left (another one, a reload, a crash, a closed window) speaks no more. */
  function linksOf(contents: Contents): Map<string, LinkEnd> {
    const known = pages.get(contents);
    if (known) return known;
    const links = new Map<string, LinkEnd>();
    pages.set(contents, links);
    // A reload is a navigation too; one within the document (the fragment) is told by another event.
    contents.on('did-navigate', () => endAll(links));
    contents.on('render-process-gone', () => endAll(links));
    contents.on('destroyed', () => {
      pages.delete(contents);
      endAll(links);
    });
    return links;
  }

  const say = (contents: Contents, frame: string): void => {
    if (!contents.isDestroyed()) contents.send(CHANNEL, frame);
  };

  function open(contents: Contents, links: Map<string, LinkEnd>, name: string): void {
    if (links.has(name)) return;
    if (links.size >= LINKS_PER_PAGE) {
      note('too-many-links');
      say(contents, writeFrame('close', name));
      return;
    }
    const end = linkEnd({
      send: (text) => say(contents, writeFrame('text', name, text)),
      close: () => {
        links.delete(name);
        say(contents, writeFrame('close', name));
      },
    });
    links.set(name, end);
    accept(end.link);
  }

  const onText: Listener = ({ sender, senderFrame }, given) => {
    if (!isOwnFrame(senderFrame)) return note('foreign-sender');
    const frame = readFrame(given);
    if (frame === undefined) return note('no-frame');
    const links = linksOf(sender);
    const end = links.get(frame.link);
    if (frame.word === 'open') open(sender, links, frame.link);
    else if (frame.word === 'close') {
      links.delete(frame.link);
      end?.end();
    } else if (frame.text.length > MESSAGE_LIMIT) {
      note('too-long');
      end?.link.close();
    } else end?.receive(frame.text);
  };
  ipc.on(CHANNEL, onText);

  return {
    close: () => {
      ipc.removeListener(CHANNEL, onText);
      for (const links of [...pages.values()]) for (const { link } of [...links.values()]) link.close();
    },
  };
}
