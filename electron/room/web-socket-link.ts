// One WebSocket of ours as a link; a reader that does not read is cut off instead of filling our memory.
import type { WebSocket } from 'ws';
import type { Link } from '../../shared/contract/link.ts';
import { linkEnd } from '../../shared/contract/link-end.ts';

/** Most that may wait behind the text being sent, UTF-16 units: one text may be of any length, a queue may not. */
export const BACKLOG_LIMIT = 8 * 1024 * 1024;

/**
 * @param socket open, or about to open with nothing sent before
 * @param note told before the link is ended here: `slow-reader` or `binary`
 */
export function webSocketLink(socket: WebSocket, note: (word: string) => void = () => {}): Link {
  /** Lengths of the texts handed over and not yet taken by the network, in order. */
  const leaving: number[] = [];
  let behind = 0;

  const cut = (word: string): void => {
    note(word);
    socket.terminate();
    end.end();
  };
  const left = (): void => {
    leaving.shift();
    behind -= leaving[0] ?? 0;
  };
  const end = linkEnd({
    send: (text) => {
      if (leaving.length > 0) behind += text.length;
      if (behind > BACKLOG_LIMIT) return cut('slow-reader');
      leaving.push(text.length);
      socket.send(text, left);
    },
    close: () => socket.close(1000),
  });
  socket.on('message', (data, isBinary) => {
    if (isBinary) cut('binary');
    else end.receive(String(data));
  });
  socket.on('close', end.end);
  // The close that follows says it all.
  socket.on('error', () => {});
  return end.link;
}
