// Links of a page in the desktop window, over the two functions that the window gives it.
import type { Link } from '../../shared/contract/link.ts';
import { type LinkEnd, linkEnd } from '../../shared/contract/link-end.ts';
import { readFrame, writeFrame } from '../../shared/contract/link-frames.ts';

/** `window.hoidong`: there in the desktop window, and nowhere else. */
export type Bridge = {
  readonly send: (text: string) => void;
  /** Gives what stops it. */
  readonly onText: (listener: (text: string) => void) => () => void;
};

/**
 * Gives what opens a link, as often as it is asked.
 *
 * @param load names this loading of the page among all others: random, 1-40 letters and digits
 */
export function ipcLinks(bridge: Bridge, load: string): () => Promise<Link> {
  const ends = new Map<string, LinkEnd>();
  let last = 0;
  bridge.onText((given) => {
    const frame = readFrame(given);
    const end = frame && ends.get(frame.link);
    if (frame?.word === 'text') end?.receive(frame.text);
    else if (frame?.word === 'close') {
      ends.delete(frame.link);
      end?.end();
    }
  });
  return async () => {
    last += 1;
    const name = `${load}.${last}`;
    const end = linkEnd({
      send: (text) => bridge.send(writeFrame('text', name, text)),
      close: () => {
        ends.delete(name);
        bridge.send(writeFrame('close', name));
      },
    });
    ends.set(name, end);
    bridge.send(writeFrame('open', name));
    return end.link;
  };
}
