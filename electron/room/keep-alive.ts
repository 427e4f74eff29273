// Finds links whose other end is gone without a word: a laptop put to sleep, a cable pulled.
import type { WebSocket, WebSocketServer } from 'ws';

/** Pings every socket, and cuts those that said nothing for `silenceMs`. Browsers answer by themselves. */
export function keepAlive(sockets: WebSocketServer, silenceMs: number): () => void {
  const asked = new WeakSet<WebSocket>();
  const timer = setInterval(
    () => {
      for (const socket of sockets.clients) {
        if (asked.has(socket)) socket.terminate();
        else {
          asked.add(socket);
          socket.once('pong', () => asked.delete(socket));
          socket.ping();
        }
      }
    },
    Math.ceil(silenceMs / 2),
  );
  timer.unref();
  return () => clearInterval(timer);
}
