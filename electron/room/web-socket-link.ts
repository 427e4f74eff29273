// One accepted WebSocket as a link; a reader that does not read is cut off instead of filling our memory.
import type { WebSocket } from 'ws';
import type { Link } from '../../shared/contract/link.ts';
import { linkEnd } from '../../shared/contract/link-end.ts';

/** Bytes that may wait for one reader before more is sent to it. */
export const BACKLOG_LIMIT = 16 * 1024 * 1024;

/**
 * @param socket open already
 * @param note told before the link is ended here: `slow-reader` or `binary`
 */
export function webSocketLink(socket: WebSocket, note: (word: string) => void = () => {}): Link {
  const cut = (word: string): void => {
    note(word);
    socket.terminate();
    end.end();
  };
  const end = linkEnd({
    send: (text) => {
      if (socket.bufferedAmount > BACKLOG_LIMIT) cut('slow-reader');
      else socket.send(text);
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
