// The door of the room: one port that serves the page, its link and its bytes, to addresses we chose and origins of ours.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ok, type Result } from '../../shared/base/result.ts';
import { serveLink } from '../../shared/contract/dispatcher.ts';
import type { Host } from '../../shared/contract/host.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/messages.ts';
import { answerRequests } from './answer-request.ts';
import { keepAlive } from './keep-alive.ts';
import { listenAll } from './listen.ts';
import { isOwnName, isOwnOrigin, namesOf, originOf } from './own-origin.ts';
import type { BlobServer } from './serve-blob.ts';
import { openStaticFiles } from './static-files.ts';
import type { Tickets } from './tickets.ts';
import { webSocketLink } from './web-socket-link.ts';

export type DoorOptions = {
  readonly host: Host;
  /** Only loopback for now. No 0.0.0.0: a Host header must name one of these. The first makes the door's origin. */
  readonly addresses?: readonly string[];
  /** 0: any that is free. */
  readonly port: number;
  /** Folder of the built renderer. */
  readonly renderer: string;
  readonly blobs: BlobServer;
  readonly tickets: Tickets;
  /** Is told of ends of links; never of a mark, a remark, a name, a code or a ticket. */
  readonly log: { readonly info: (what: string, more: Readonly<Record<string, string | number>>) => void };
  /** Milliseconds that never go back (performance.now). */
  readonly now: () => number;
  /** Cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** A link that has not answered for so long is gone, ms. */
  readonly silenceMs?: number;
  /** A link has closed, for whoever counts by links (codes). */
  readonly gone?: (link: string) => void;
};

export type Door = {
  readonly origin: string;
  readonly port: number;
  /** Links that are open now. */
  readonly links: () => number;
  /** Ends every link and connection; the port is free when it resolves. */
  readonly close: () => Promise<void>;
};

/** Open links at once: a room of sixty with a few tabs each, and no more. */
const LINK_LIMIT = 256;
/** A text of MESSAGE_LIMIT units has at most three bytes each. */
const MAX_PAYLOAD = 3 * MESSAGE_LIMIT;
/** How long a link may take to say goodbye, ms. */
const GOODBYE = 500;

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  // Both halves: a door that closes would wait for a sender that keeps its half open.
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
}

/** Says goodbye, waits a moment, and cuts whoever has not answered. */
async function endAll(sockets: WebSocketServer): Promise<void> {
  const open = [...sockets.clients];
  const ends = open.map((socket) => new Promise<void>((ended) => socket.once('close', () => ended())));
  for (const socket of open) socket.close(1001, 'closing');
  const cut = setTimeout(() => {
    for (const socket of open) socket.terminate();
  }, GOODBYE);
  await Promise.all(ends);
  clearTimeout(cut);
}

/** Refuses `renderer-missing`, `port-in-use {port}`, `port-not-allowed {port}`, `address-missing {address}`. */
export async function openDoor(options: DoorOptions): Promise<Result<Door>> {
  const { host, tickets, log, random, addresses = ['127.0.0.1'], silenceMs = 30_000 } = options;
  const page = await openStaticFiles(options.renderer);
  if (!page.ok) return page;
  let names: ReadonlySet<string> = new Set();
  let isClosing = false;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });

  /** Why not, as a status line. */
  function refusedUpgrade(request: IncomingMessage): string | undefined {
    if (!isOwnName(names, request)) return '421 Misdirected Request';
    if (request.url !== '/ws') return '404 Not Found';
    if (!isOwnOrigin(request)) return '403 Forbidden';
    return isClosing || sockets.clients.size >= LINK_LIMIT ? '503 Service Unavailable' : undefined;
  }
  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const status = refusedUpgrade(request);
    if (status === undefined) sockets.handleUpgrade(request, socket, head, onSocket);
    else refuseUpgrade(socket, status);
  }
  function onSocket(socket: WebSocket): void {
    const id = Buffer.from(random(16)).toString('hex');
    const note = (word: string): void => {
      log.info('link ended by the host', { link: id, word });
      // The word goes with the end; the link's own close then finds the socket closing.
      socket.close(1008, word);
    };
    const link = webSocketLink(socket, note);
    serveLink(link, host, { id, challenge: random(32), now: options.now, soon: setImmediate, note });
    link.onClose(() => {
      tickets.revoke(id);
      options.gone?.(id);
    });
  }

  const onRequest = answerRequests({
    page: page.value,
    blobs: options.blobs,
    tickets,
    isOwnName: (request) => isOwnName(names, request),
    fault: host.fault,
  });
  const listening = await listenAll(addresses, options.port, { onRequest, onUpgrade });
  if (!listening.ok) return listening;
  const { port } = listening.value;
  names = namesOf(addresses, port);
  const stopPings = keepAlive(sockets, silenceMs);
  return ok({
    origin: originOf(addresses[0] ?? '', port),
    port,
    links: () => sockets.clients.size,
    close: async () => {
      isClosing = true;
      stopPings();
      await endAll(sockets);
      await listening.value.close();
    },
  });
}
