// One HTTP server per address on the same port, with limits on how long anybody may take.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

export type Listening = { readonly port: number; readonly close: () => Promise<void> };

type Answers = {
  readonly onRequest: (request: IncomingMessage, response: ServerResponse) => void;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

const LIMITS = {
  headersTimeout: 10_000,
  // A whole upload of 2 GiB over a slow network, ms; one that stands still is cut after `IDLE`.
  requestTimeout: 3_600_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
};
const IDLE = 60_000;
const CONNECTIONS = 1_024;

function listen(server: Server, address: string, port: number): Promise<Result<number>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(refuse('port-in-use', { port }));
      else if (error.code === 'EACCES') resolve(refuse('port-not-allowed', { port }));
      else if (error.code === 'EADDRNOTAVAIL') resolve(refuse('address-missing', { address }));
      else reject(error);
    });
    server.listen({ host: address, port, exclusive: true }, () => {
      const bound = server.address();
      resolve(ok(typeof bound === 'object' && bound !== null ? bound.port : port));
    });
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });

/** Refuses `port-in-use {port}`, `port-not-allowed {port}`, `address-missing {address}`; then nothing listens. */
export async function listenAll(
  addresses: readonly string[],
  port: number,
  { onRequest, onUpgrade }: Answers,
): Promise<Result<Listening>> {
  const servers: Server[] = [];
  const closeAll = async (): Promise<void> => void (await Promise.all(servers.map(close)));
  let bound = port;
  for (const address of addresses) {
    const server = createServer(LIMITS, onRequest);
    server.timeout = IDLE;
    server.maxConnections = CONNECTIONS;
    server.on('upgrade', onUpgrade);
    server.on('clientError', (_error, socket) => socket.destroy());
    const listening = await listen(server, address, bound);
    if (!listening.ok) {
      await closeAll();
      return listening;
    }
    servers.push(server);
    bound = listening.value;
  }
  return ok({ port: bound, close: closeAll });
}
