// A door on loopback with a small built page and bytes on the disk, and raw requests that no browser would send.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type Door, type DoorOptions, openDoor } from '../../electron/room/door.ts';
import type { BlobServer } from '../../electron/room/serve-blob.ts';
import { openTickets, type Tickets } from '../../electron/room/tickets.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { type VirtualClock, virtualClock } from '../helpers/virtual-clock.ts';
import { type EchoHost, echoHost } from './echo-host.ts';

export const SECRET = 'nobody outside may read this';

/** Bytes under their SHA-256 in a folder; `taken` counts what was read from senders. */
export type FolderBlobs = BlobServer & { readonly taken: () => number; readonly kept: () => number };

export function folderBlobs(folder: string): FolderBlobs {
  let taken = 0;
  let kept = 0;
  const fileOf = (sha256: string) => join(folder, sha256);
  return {
    taken: () => taken,
    kept: () => kept,
    size: async (sha256) => (existsSync(fileOf(sha256)) ? statSync(fileOf(sha256)).size : undefined),
    open: async (sha256, range) =>
      existsSync(fileOf(sha256)) ? createReadStream(fileOf(sha256), range ?? {}) : undefined,
    put: async (source, maxBytes) => {
      const half = fileOf(`${randomBytes(4).toString('hex')}.half`);
      const hash = createHash('sha256');
      let size = 0;
      const handle = await open(half, 'wx');
      try {
        for await (const chunk of source) {
          size += chunk.length;
          taken += chunk.length;
          if (size > maxBytes) return refuse('blob-too-large', { maxBytes });
          hash.update(chunk);
          await handle.write(chunk);
        }
        const sha256 = hash.digest('hex');
        await rename(half, fileOf(sha256));
        kept += 1;
        return ok({ sha256, size });
      } finally {
        await handle.close();
        await rm(half, { force: true });
      }
    },
  };
}

export type Opened = {
  /** Holds `renderer/` and a secret beside it. */
  readonly folder: string;
  readonly door: Door;
  readonly echo: EchoHost;
  readonly tickets: Tickets;
  readonly blobs: FolderBlobs;
  readonly clock: VirtualClock;
  /** Words with which the host ended links. */
  readonly words: string[];
};

const PAGE: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>page</title>',
  'assets/index-a1B2_c-4.js': 'export const one = 1;',
  'assets/look-ZZZZZZZZ.css': 'body {}',
  'assets/font-12345678.woff2': 'w',
  'assets/late.js': 'export const two = 2;',
  'pdf/worker.mjs': '1;',
  'pdf/openjpeg.wasm': 'w',
  'pdf/78-H.bcmap': 'b',
  'pdf/Tinos.ttf': 't',
  'help.pdf': '%PDF-',
};

type Own = { readonly echo?: EchoHost; readonly files?: Readonly<Record<string, string>> };

/** Opens a door for one test, which closes with it. */
export async function openTestDoor(more: Partial<DoorOptions> & Own = {}): Promise<Opened> {
  const folder = tempFolder('door');
  const renderer = join(folder, 'renderer');
  for (const [path, text] of Object.entries({ ...PAGE, ...more.files })) {
    mkdirSync(join(renderer, path, '..'), { recursive: true });
    writeFileSync(join(renderer, path), text);
  }
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'));
  const blobFolder = join(folder, 'blobs');
  mkdirSync(blobFolder);
  const { echo = echoHost(), files: _files, ...options } = more;
  const clock = virtualClock(0);
  const tickets = openTickets({ now: clock.now, random: randomBytes });
  const blobs = folderBlobs(blobFolder);
  const words: string[] = [];
  const door = await openDoor({
    host: echo.host,
    port: 0,
    renderer,
    blobs,
    tickets,
    log: { info: (_what, { word }) => words.push(String(word)) },
    now: () => performance.now(),
    random: randomBytes,
    ...options,
  });
  if (!door.ok) throw new Error(door.refusal.code);
  onTestFinished(() => door.value.close());
  return { folder, door: door.value, echo, tickets, blobs, clock, words };
}

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** One request exactly as given: neither the path nor any header is put right. */
export function ask(
  { port }: Pick<Door, 'port'>,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** How an attempt to open a link ended: `open`, or the status it was refused with. */
export function knock(
  { port }: Pick<Door, 'port'>,
  headers: Record<string, string>,
  path = '/ws',
): Promise<'open' | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => resolve(0));
  });
}

/** A TCP connection that has shaken hands as a page of ours and then does as it is told, frame by frame. */
export async function rawSocket({ port, origin }: Pick<Door, 'port' | 'origin'>): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const key = randomBytes(16).toString('base64');
  socket.write(
    `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  const hello = await new Promise<Buffer>((come) => socket.once('data', come));
  if (!hello.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(hello.toString('latin1'));
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** A frame as a client sends it, masked with zeros (RFC 6455 section 5.2). */
export function frame(opcode: number, payload: Uint8Array, claimed: number = payload.length): Buffer {
  const head = Buffer.alloc(14);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(claimed), 2);
  return Buffer.concat([head, payload]);
}

/** Resolves when the other side has ended the connection. */
export const ended = (socket: Socket): Promise<void> =>
  new Promise((done) => {
    if (socket.closed) done();
    else socket.once('close', () => done());
    socket.resume();
  });
