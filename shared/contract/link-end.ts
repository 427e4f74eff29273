// The part all links share: keeps texts until there is a receiver, and tells the end exactly once.
import type { Link } from './link.ts';

/** What a transport needs of its link: to hand in texts, and to say that the other side is gone. */
export type LinkEnd = {
  readonly link: Link;
  readonly receive: (text: string) => void;
  /** The other side or the transport ended; `close` of the wire is not called. */
  readonly end: () => void;
};

/**
 * Makes a link over a wire. The end is local and at once: whoever closes need not wait for an answer of the other
 * side, which may never come. What arrives after the end is dropped.
 */
export function linkEnd(wire: { readonly send: (text: string) => void; readonly close: () => void }): LinkEnd {
  let open = true;
  let receiver: ((text: string) => void) | undefined;
  let kept: string[] = [];
  let waiting: (() => void)[] = [];

  const end = (): void => {
    if (!open) return;
    open = false;
    const told = waiting;
    waiting = [];
    for (const closed of told) closed();
  };

  return {
    end,
    receive: (text) => {
      if (!open) return;
      if (receiver) receiver(text);
      else kept.push(text);
    },
    link: {
      send: (text) => {
        if (open) wire.send(text);
      },
      onText: (receive) => {
        receiver = receive;
        const early = kept;
        kept = [];
        for (const text of early) receive(text);
      },
      onClose: (closed) => {
        if (open) waiting.push(closed);
        else closed();
      },
      close: () => {
        if (!open) return;
        // The wire first: an end that closes again finds it already closing.
        wire.close();
        end();
      },
    },
  };
}
