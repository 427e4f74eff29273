// Reading a file by stretches over real HTTP: short and long ones, tickets that run out, a server that is gone.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rangeOf } from '../../../electron/room/byte-range.ts';
import { openBytes } from '../../../renderer/evidence/byte-source.ts';
import { ok, refuse } from '../../../shared/base/result.ts';

const MEGABYTE = 1024 * 1024;
const long = new Uint8Array(8 * MEGABYTE).map((_, at) => (at * 31) & 255);

let server: Server;
let origin = '';
let file = long;
const tickets = new Set<string>();
const asked: string[] = [];

beforeEach(async () => {
  file = long;
  asked.length = 0;
  tickets.clear();
  server = createServer((request, response) => {
    const ticket = request.url ?? '';
    asked.push(`${ticket} ${request.headers.range}`);
    if (!tickets.has(ticket)) return void response.writeHead(404).end();
    const range = rangeOf(request.headers.range, file.length);
    if (typeof range === 'string') return void response.writeHead(200).end(file);
    response.writeHead(206, { 'content-range': `bytes ${range.start}-${range.end}/${file.length}` });
    response.end(file.subarray(range.start, range.end + 1));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const give = async () => {
  const ticket = `/${tickets.size + 1}`;
  tickets.add(ticket);
  return ok({ url: `${origin}${ticket}` });
};
const opened = async (address = give) => {
  const source = await openBytes(address);
  if (!source.ok) throw new Error(source.refusal.code);
  return source.value;
};
const same = (bytes: Uint8Array, begin: number, end: number): boolean =>
  Buffer.compare(bytes, file.subarray(begin, end)) === 0;

test('[SX9] a short file is here with the first request', async () => {
  file = long.slice(0, 70_000);
  const source = await opened();
  expect(source.length).toBe(70_000);
  expect(same(source.first, 0, 70_000)).toBe(true);
  expect(asked).toHaveLength(1);
});

test('[SX9] of a long file only what is asked for comes, and its end at once', async () => {
  const source = await opened();
  expect(source.length).toBe(8 * MEGABYTE);
  expect(same(await source.read(3 * MEGABYTE, 3 * MEGABYTE + 1_000), 3 * MEGABYTE, 3 * MEGABYTE + 1_000)).toBe(true);
  expect(same(await source.read(8 * MEGABYTE - 500, 8 * MEGABYTE), 8 * MEGABYTE - 500, 8 * MEGABYTE)).toBe(true);
  expect(same(await source.read(7 * MEGABYTE, 7 * MEGABYTE + 9), 7 * MEGABYTE, 7 * MEGABYTE + 9)).toBe(true);
  expect(same(await source.read(10, 20), 10, 20)).toBe(true);
  expect(asked).toHaveLength(3);
});

test('[SX10] a ticket that ran out in the middle is asked for anew, and the reading goes on', async () => {
  const source = await opened();
  await source.read(8 * MEGABYTE - 1, 8 * MEGABYTE);
  tickets.delete('/1');
  tickets.add('spent');
  expect(same(await source.read(4 * MEGABYTE, 4 * MEGABYTE + 100), 4 * MEGABYTE, 4 * MEGABYTE + 100)).toBe(true);
  expect(asked.at(-1)).toMatch(/^\/2 /);
});

test('[SX10] where no new ticket is given the reading is refused, not left waiting', async () => {
  // One ticket only.
  const source = await opened(async () => (tickets.size > 0 ? (refuse('link-lost') as never) : await give()));
  await source.read(8 * MEGABYTE - 1, 8 * MEGABYTE);
  tickets.clear();
  tickets.add('another');
  await expect(source.read(4 * MEGABYTE, 4 * MEGABYTE + 100)).rejects.toThrow('404');
});

test('[SX10] an address that is refused is a refusal with its code', async () => {
  expect(await openBytes(async () => refuse('blob-missing', { sha256: '' }))).toMatchObject({
    ok: false,
    refusal: { code: 'blob-missing' },
  });
});
