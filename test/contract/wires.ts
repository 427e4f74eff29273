// The real carriers of a link, each as a pair of ends: memory, sockets on loopback, a page in Chromium.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { WebSocket as Socket, WebSocketServer } from 'ws';
import { webSocketLink as roomLink } from '../../electron/room/web-socket-link.ts';
import { webSocketLink as pageLink } from '../../renderer/link/web-socket-link.ts';
import type { Link } from '../../shared/contract/link.ts';
import { linkEnd } from '../../shared/contract/link-end.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';

/** `near` is the screen's end, `far` the host's. */
export type Ends = { readonly near: Link; readonly far: Link };
export type Wire = { readonly open: () => Promise<Ends>; readonly stop: () => Promise<void> };

const root = resolve(import.meta.dirname, '../..');

export async function memoryWire(): Promise<Wire> {
  return {
    open: async () => {
      const [near, far] = memoryLinks();
      return { near, far };
    },
    stop: async () => {},
  };
}

/** A server that gives its end of each socket, in order of arrival, and the sources as a browser can run them. */
async function loopback(): Promise<{
  server: Server;
  origin: string;
  accepted: () => Promise<Link>;
  stop: () => Promise<void>;
}> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === '/')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>link</title>');
    const source = await readFile(join(root, path), 'utf8').catch(() => '');
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source));
  });
  const sockets = new WebSocketServer({ server, maxPayload: 64 * 1024 * 1024, perMessageDeflate: false });
  const waiting: ((link: Link) => void)[] = [];
  const arrived: Link[] = [];
  sockets.on('connection', (socket) => {
    const link = roomLink(socket);
    const next = waiting.shift();
    if (next) next(link);
    else arrived.push(link);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    origin: `127.0.0.1:${port}`,
    accepted: () => new Promise((done) => (arrived.length > 0 ? done(arrived.shift() as Link) : waiting.push(done))),
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** `ws` at both ends. */
export async function nodeWire(): Promise<Wire> {
  const { origin, accepted, stop } = await loopback();
  return {
    stop,
    open: async () => {
      const socket = new Socket(`ws://${origin}/`, { perMessageDeflate: false, maxPayload: 64 * 1024 * 1024 });
      // Before it is open: what the other side sends at once must not be missed.
      const near = roomLink(socket);
      await new Promise((done, fail) => socket.once('open', done).once('error', fail));
      return { near, far: await accepted() };
    },
  };
}

/** The renderer's link on the WebSocket that Node shares with browsers. */
export async function standardWire(): Promise<Wire> {
  const { origin, accepted, stop } = await loopback();
  return { stop, open: async () => ({ near: await pageLink(`ws://${origin}/`), far: await accepted() }) };
}

/** The renderer's link in a page; its texts come and go by the debugging pipe. */
export async function chromiumWire(executablePath: string): Promise<Wire> {
  const { origin, accepted, stop } = await loopback();
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`http://${origin}/`);
  const ends = new Map<number, ReturnType<typeof linkEnd>>();
  await page.exposeFunction('fromPage', (id: number, text: string | null) => {
    if (typeof text !== 'string') ends.get(id)?.end();
    else ends.get(id)?.receive(text);
  });
  let last = 0;
  let order: Promise<unknown> = Promise.resolve();
  const inPage = (work: string, given: unknown): void => {
    order = order.then(() => page.evaluate(`(${work})(${JSON.stringify(given)})`)).catch(() => {});
  };
  return {
    stop: async () => {
      await browser.close();
      await stop();
    },
    open: async () => {
      const id = ++last;
      const end = linkEnd({
        send: (text) => inPage('([id, text]) => links[id].send(text)', [id, text]),
        close: () => inPage('([id]) => links[id].close()', [id]),
      });
      ends.set(id, end);
      await page.evaluate(`(async () => {
        const { webSocketLink } = await import('/renderer/link/web-socket-link.ts');
        globalThis.links ??= {};
        const link = await webSocketLink('ws://${origin}/');
        globalThis.links[${id}] = link;
        link.onText((text) => fromPage(${id}, text));
        link.onClose(() => fromPage(${id}, null));
      })()`);
      return { near: end.link, far: await accepted() };
    },
  };
}
