// The door under those who should not come in: foreign pages, other names, crooked paths, old tickets, floods.
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { WebSocket as Socket } from 'ws';
import { openDoor } from '../../electron/room/door.ts';
import { openSeatCodes } from '../../electron/room/seat-codes.ts';
import { PAGE_POLICY } from '../../electron/room/security-headers.ts';
import { BACKLOG_LIMIT, webSocketLink as roomLink } from '../../electron/room/web-socket-link.ts';
import { linkAddress, webSocketLink } from '../../renderer/link/web-socket-link.ts';
import { openClient } from '../../shared/contract/client.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/messages.ts';
import { seeded } from '../helpers/seed.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { ask, ended, frame, knock, type Opened, openTestDoor, rawSocket, SECRET } from './door-parts.ts';
import { BOOK, echoHost, SEAT, TOKEN } from './echo-host.ts';

async function until(isSo: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`did not happen: ${what}`);
    await pause(5);
  }
}

/** A client as a page of ours opens it. */
async function page({ door }: Pick<Opened, 'door'>) {
  const socket = new Socket(`ws://127.0.0.1:${door.port}/ws`, { headers: { origin: door.origin } });
  const link = roomLink(socket);
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  return openClient(link);
}

async function desk(opened: Pick<Opened, 'door'>) {
  const client = await page(opened);
  expect((await client.call('desk.enter', { token: TOKEN })).ok).toBe(true);
  return client;
}

const upload = (opened: Opened, body: Uint8Array, maxBytes = body.length, headers: Record<string, string> = {}) =>
  ask(opened.door, opened.tickets.upload(maxBytes, 'link-1'), {
    method: 'PUT',
    headers: { origin: opened.door.origin, ...headers },
    body,
  });

describe('who may come', () => {
  test('[D1] only a page of this very origin opens a link', async () => {
    const { door, echo } = await openTestDoor();
    const { port, origin } = door;
    expect(await knock(door, { origin })).toBe('open');
    const foreign = [
      'null',
      'http://evil.example',
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      'http://127.0.0.1',
      `${origin}/`,
    ];
    for (const each of foreign) expect(await knock(door, { origin: each }), each).toBe(403);
    expect(await knock(door, {})).toBe(403);
    for (const path of ['/', '/ws/', '/ws?x=1', '/blob/ws', '/%77s'])
      expect(await knock(door, { origin }, path), path).toBe(404);
    expect(echo.calls).toEqual([]);
  });

  test('[D1] only under a name of ours, else another name that points here could speak for us', async () => {
    const opened = await openTestDoor();
    const { door, tickets } = opened;
    const { port } = door;
    const blob = tickets.open('ab'.repeat(32), 'text/plain', 'a', 'link-1');
    for (const host of [
      `evil.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1:${port}.evil.example`,
    ]) {
      expect(await knock(door, { host, origin: `http://${host}` }), host).toBe(421);
      for (const path of ['/', '/index.html', blob])
        expect((await ask(door, path, { headers: { host } })).status, path).toBe(421);
      const put = await ask(door, tickets.upload(9, 'link-1'), {
        method: 'PUT',
        headers: { host, origin: `http://${host}` },
      });
      expect(put.status, host).toBe(421);
    }
    expect((await ask(door, '/')).status).toBe(200);
  });

  test('[D2] a link speaks the contract, and one that names no origin is not let in', async () => {
    const { door } = await openTestDoor();
    // Node's own WebSocket names none.
    await expect(webSocketLink(`ws://127.0.0.1:${door.port}/ws`)).rejects.toThrow('no link');
    const client = await desk({ door });
    const text = 'Ý kiến: đạt';
    const said = await client.call('opinion.record', { book: BOOK, platform: SEAT, seat: SEAT, text });
    expect(said).toMatchObject({ ok: true, value: { text } });
    expect(door.links()).toBe(1);
    expect(linkAddress({ protocol: 'http:', host: `127.0.0.1:${door.port}` })).toBe(`ws://127.0.0.1:${door.port}/ws`);
    expect(linkAddress({ protocol: 'https:', host: 'a:1' })).toBe('wss://a:1/ws');
  });
});

describe('the page', () => {
  test('[D3] files come with their types, headers and lifetimes', async () => {
    const { door } = await openTestDoor();
    const kinds: readonly [string, string, boolean][] = [
      ['/', 'text/html; charset=utf-8', false],
      ['/index.html', 'text/html; charset=utf-8', false],
      ['/assets/index-a1B2_c-4.js', 'text/javascript; charset=utf-8', true],
      ['/assets/look-ZZZZZZZZ.css', 'text/css; charset=utf-8', true],
      ['/assets/font-12345678.woff2', 'font/woff2', true],
      ['/assets/late.js?v=12345678', 'text/javascript; charset=utf-8', false],
      ['/pdf/worker.mjs', 'text/javascript; charset=utf-8', false],
      ['/pdf/openjpeg.wasm', 'application/wasm', false],
      ['/pdf/78-H.bcmap', 'application/octet-stream', false],
      ['/pdf/Tinos.ttf', 'font/ttf', false],
      ['/help.pdf', 'application/pdf', false],
    ];
    for (const [path, type, lasting] of kinds) {
      const { status, headers } = await ask(door, path);
      expect([status, headers['content-type']], path).toEqual([200, type]);
      expect(headers['cache-control'], path).toBe(lasting ? 'public, max-age=31536000, immutable' : 'no-store');
    }
    for (const path of ['/', '/nothing']) {
      const { headers } = await ask(door, path);
      expect(headers).toMatchObject({
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(PAGE_POLICY).not.toMatch(/unsafe|\*|https?:/);
    const head = await ask(door, '/', { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '34', 0]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
      expect((await ask(door, '/', { method })).status, method).toBe(405);
  });

  test('[D3] no spelling of a path leads out of the folder', async () => {
    const { door } = await openTestDoor();
    const out = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/..%2Fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%5csecret.txt',
      '/..\\secret.txt',
      '/assets/../../secret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/%252e%252e/secret.txt',
      '/..%c0%afsecret.txt',
      '/..%00/secret.txt',
      '/../secret.txt%00.html',
      '/index.html%00',
      '//secret.txt',
      '//127.0.0.1/../secret.txt',
      '/./../secret.txt',
      '/link.txt',
      '/etc/passwd',
      '//etc/passwd',
      '/assets',
      '/assets/',
      '/__proto__',
      '/%',
      '/%zz',
      'http://127.0.0.1/../secret.txt',
    ];
    // Without a slash it is no HTTP, and the connection ends.
    await expect(ask(door, 'secret.txt')).rejects.toThrow();
    for (const path of out) {
      const { status, body } = await ask(door, path);
      expect([400, 404], path).toContain(status);
      expect(body.toString(), path).not.toContain(SECRET);
    }
  });
});

describe('bytes out', () => {
  const BYTES = Buffer.from('0123456789');
  const HASH = createHash('sha256').update(BYTES).digest('hex');

  test('[D4] a blob opens with a ticket for it and with nothing else', async () => {
    const opened = await openTestDoor();
    const { door, tickets, clock } = opened;
    expect(JSON.parse((await upload(opened, BYTES)).body.toString())).toEqual({ sha256: HASH, size: 10 });
    const url = tickets.open(HASH, 'text/plain; charset=utf-8', 'a.txt', 'link-1');
    const status = async (path: string, headers = {}) => (await ask(door, path, { headers })).status;
    expect([await status(url), await status(url)]).toEqual([200, 200]);
    const other = 'cd'.repeat(32);
    const ticket = url.slice(url.indexOf('?'));
    const without = [
      `/blob/${HASH}`,
      `/blob/${HASH}?ticket=`,
      `/blob/${HASH}?ticket=${'A'.repeat(43)}`,
      `/blob/${other}${ticket}`,
    ];
    for (const path of without) expect(await status(path), path).toBe(403);
    for (const path of [`/blob/${HASH.toUpperCase()}${ticket}`, `/blob/${HASH}x${ticket}`, `/blob/${ticket}`])
      expect(await status(path), path).toBe(404);
    expect(await status(tickets.open(other, 'text/plain', 'a', 'link-1'))).toBe(404);
    expect(await status(tickets.upload(3, 'link-1').replace('/upload', `/blob/${HASH}`))).toBe(403);
    // Another page that somehow learnt the address.
    expect(await status(url, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status(url, { origin: 'http://evil.example' })).toBe(403);
    clock.advance(60_000);
    expect(await status(url)).toBe(403);
  });

  test('[D4] tickets end with the link they were given to', async () => {
    const opened = await openTestDoor();
    const { door, tickets, echo } = opened;
    await upload(opened, BYTES);
    const client = await desk(opened);
    const [peer] = echo.peers;
    const url = tickets.open(HASH, 'text/plain', 'a', peer?.id ?? '');
    expect((await ask(door, url)).status).toBe(200);
    client.close();
    await until(() => door.links() === 0, 'the link is gone');
    expect((await ask(door, url)).status).toBe(403);
  });

  test('[D5] a part is a part, and what is outside is said to be', async () => {
    const opened = await openTestDoor();
    const { door, tickets } = opened;
    await upload(opened, BYTES);
    const url = tickets.open(HASH, 'application/pdf', 'a.pdf', 'link-1');
    const get = async (headers: Record<string, string>, method = 'GET') => {
      const reply = await ask(door, url, { method, headers });
      return [reply.status, reply.headers['content-range'], reply.headers['content-length'], reply.body.toString()];
    };
    expect(await get({})).toEqual([200, undefined, '10', '0123456789']);
    expect(await get({ range: 'bytes=2-4' })).toEqual([206, 'bytes 2-4/10', '3', '234']);
    expect(await get({ range: 'bytes=-2' })).toEqual([206, 'bytes 8-9/10', '2', '89']);
    expect(await get({ range: 'bytes=9-' })).toEqual([206, 'bytes 9-9/10', '1', '9']);
    expect(await get({ range: 'bytes=10-' })).toEqual([416, 'bytes */10', undefined, '']);
    expect(await get({ range: 'bytes=0-1,4-5' })).toEqual([200, undefined, '10', '0123456789']);
    expect(await get({ range: 'bytes=2-4', 'if-range': `"${HASH}"` })).toEqual([206, 'bytes 2-4/10', '3', '234']);
    expect(await get({ range: 'bytes=2-4', 'if-range': '"other"' })).toEqual([200, undefined, '10', '0123456789']);
    expect(await get({ range: 'bytes=2-4' }, 'HEAD')).toEqual([206, 'bytes 2-4/10', '3', '']);
    const empty = createHash('sha256').digest('hex');
    await upload(opened, new Uint8Array(0), 10);
    const none = tickets.open(empty, 'text/plain', 'a', 'link-1');
    expect((await ask(door, none)).status).toBe(200);
    expect((await ask(door, none, { headers: { range: 'bytes=0-' } })).status).toBe(416);
  });

  test('[D6] what others brought in runs nothing: type by the ticket, sandboxed, saved unless it is plain to show', async () => {
    const opened = await openTestDoor();
    const { door, tickets } = opened;
    await upload(opened, BYTES);
    const headersOf = async (type: string, name: string) =>
      (await ask(door, tickets.open(HASH, type, name, 'l'))).headers;
    const html = await headersOf('text/html', 'Quyết định "số" 1.html');
    expect(html).toMatchObject({
      'content-type': 'text/html',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition':
        'attachment; filename="Quy_t __nh _s__ 1.html"; filename*=UTF-8\'\'Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%22s%E1%BB%91%22%201.html',
    });
    expect((await headersOf('image/svg+xml', 'a.svg'))['content-disposition']).toMatch(/^attachment/);
    expect((await headersOf('application/pdf', 'a.pdf'))['content-disposition']).toMatch(/^inline/);
    const crooked = await headersOf('text/plain\r\nx-evil: 1', 'a\r\nx-evil: 1\ud800');
    expect(crooked['content-type']).toBe('application/octet-stream');
    expect(crooked['x-evil']).toBeUndefined();
  });

  test('[D6] a store that faults says a number, and one that ends too early cuts the connection', async () => {
    const echo = echoHost();
    const failing = {
      size: async (sha256: string) => (sha256.startsWith('0') ? Promise.reject(new Error('SECRET')) : 10),
      open: async () => {
        const { Readable } = await import('node:stream');
        return Readable.from(
          (async function* () {
            yield Buffer.from('012');
            throw new Error('disk');
          })(),
        );
      },
      put: () => Promise.reject(new Error('SECRET')),
    };
    const opened = await openTestDoor({ echo, blobs: failing });
    const { door, tickets } = opened;
    const fault = await ask(door, tickets.open('0'.repeat(64), 'text/plain', 'a', 'l'));
    expect([fault.status, fault.body.toString()]).toEqual([500, '{"fault":"1"}']);
    await expect(ask(door, tickets.open('1'.repeat(64), 'text/plain', 'a', 'l'))).rejects.toThrow();
    const put = await upload(opened, BYTES);
    expect([put.status, put.body.toString()]).toEqual([500, '{"fault":"2"}']);
  });
});

describe('bytes in', () => {
  test('[D7] an upload needs its ticket, once, and a page of ours', async () => {
    const opened = await openTestDoor();
    const { door, tickets, blobs } = opened;
    const { origin } = door;
    const body = Buffer.from('abc');
    const put = async (path: string, headers: Record<string, string> = { origin }, method = 'PUT') =>
      (await ask(door, path, { method, headers, body })).status;
    const url = tickets.upload(3, 'link-1');
    expect(await put(url, {})).toBe(403);
    expect(await put(url, { origin: 'http://evil.example' })).toBe(403);
    expect(await put(url, { origin }, 'POST')).toBe(405);
    expect(await put('/upload')).toBe(403);
    expect(await put(tickets.open('ab'.repeat(32), 'a/b', 'a', 'link-1').replace(/.*\?/, '/upload?'))).toBe(403);
    expect([await put(url), await put(url)]).toEqual([200, 403]);
    const late = tickets.upload(3, 'link-1');
    opened.clock.advance(60_000);
    expect(await put(late)).toBe(403);
    expect(blobs.kept()).toBe(1);
  });

  test('[D7] one byte more than the ticket allows is refused before anything is read', async () => {
    const opened = await openTestDoor();
    const exact = await upload(opened, randomBytes(1_000), 1_000);
    expect([exact.status, opened.blobs.taken()]).toEqual([200, 1_000]);
    const over = await upload(opened, randomBytes(1_001), 1_000);
    expect([over.status, JSON.parse(over.body.toString())]).toEqual([
      413,
      { refusal: { code: 'blob-too-large', params: { maxBytes: 1_000 } } },
    ]);
    expect([opened.blobs.taken(), opened.blobs.kept()]).toEqual([1_000, 1]);
  });

  test('[D7] a sender that does not say how much, and does not stop, is cut off', async () => {
    const opened = await openTestDoor();
    const { door, tickets, blobs } = opened;
    const limit = 1_000_000;
    let sent = 0;
    const outcome = await new Promise<number | 'cut'>((resolve) => {
      const endless = request({
        host: '127.0.0.1',
        port: door.port,
        path: tickets.upload(limit, 'link-1'),
        method: 'PUT',
        headers: { origin: door.origin },
        agent: false,
      });
      const block = Buffer.alloc(64 * 1024);
      const more = (): void => {
        while (!endless.destroyed && sent < 400_000_000) {
          sent += block.length;
          if (!endless.write(block)) return;
        }
      };
      endless.on('drain', more);
      endless.on('response', (response) => {
        response.resume();
        endless.destroy();
        resolve(response.statusCode ?? 0);
      });
      endless.on('error', () => resolve('cut'));
      more();
    });
    expect([413, 'cut']).toContain(outcome);
    // One reading beyond: what Node holds of a request before somebody reads it.
    expect(blobs.taken()).toBeLessThanOrEqual(limit + 256 * 1024);
    // The sockets' own buffers, and no more.
    expect(sent).toBeLessThan(30_000_000);
    expect(blobs.kept()).toBe(0);
    expect(opened.echo.faults).toEqual([]);
  });

  test('[D7] a sender that stops soon after the limit is told why', async () => {
    const opened = await openTestDoor();
    const { door, tickets, blobs } = opened;
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port: door.port,
        path: tickets.upload(1_000, 'link-1'),
        method: 'PUT',
        // No length: it comes in chunks, and no end is in sight.
        headers: { origin: door.origin, 'transfer-encoding': 'chunked' },
        agent: false,
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        response.on('data', (part: Buffer) => resolve(`${response.statusCode} ${part}`));
      });
      sent.write(Buffer.alloc(1_001));
    });
    expect(answer).toBe('413 {"refusal":{"code":"blob-too-large","params":{"maxBytes":1000}}}');
    expect(blobs.kept()).toBe(0);
  });

  test('[D7] the limit holds also where the store does not count', async () => {
    let taken = 0;
    const greedy = {
      size: async () => undefined,
      open: async () => undefined,
      put: async (source: AsyncIterable<Uint8Array>, maxBytes: number) => {
        for await (const chunk of source) taken += chunk.length;
        return { ok: false as const, refusal: { code: 'blob-too-large', params: { maxBytes } } };
      },
    };
    const { door, tickets } = await openTestDoor({ blobs: greedy });
    const endless = request({
      host: '127.0.0.1',
      port: door.port,
      path: tickets.upload(1_000, 'link-1'),
      method: 'PUT',
      headers: { origin: door.origin },
      agent: false,
    });
    const ending = new Promise((done) => endless.on('response', done).on('error', done));
    for (let at = 0; at < 100; at++) {
      endless.write(Buffer.alloc(64 * 1024));
      await pause(1);
    }
    await ending;
    endless.destroy();
    expect(taken).toBeGreaterThan(1_000);
    expect(taken).toBeLessThan(1_000 + 256 * 1024);
  });

  test('[D7] a sender that leaves in the middle leaves nothing behind, and is no fault', async () => {
    const opened = await openTestDoor();
    const { door, tickets, blobs } = opened;
    const half = request({
      host: '127.0.0.1',
      port: door.port,
      path: tickets.upload(1_000, 'link-1'),
      method: 'PUT',
      headers: { origin: door.origin, 'content-length': '1000' },
      agent: false,
    });
    half.on('error', () => {});
    half.write(Buffer.alloc(500));
    await until(() => blobs.taken() === 500, 'half of it is there');
    half.destroy();
    await pause(100);
    expect([blobs.kept(), opened.echo.faults]).toEqual([0, []]);
    expect((await ask(door, '/')).status).toBe(200);
  });
});

describe('crooked links', () => {
  test('[D8] a frame that claims more than a message may be is refused before its bytes come', async () => {
    const { door, echo } = await openTestDoor();
    for (const claimed of [3 * MESSAGE_LIMIT + 1, 2 ** 40, 2 ** 52]) {
      const socket = await rawSocket(door);
      socket.write(frame(1, Buffer.from('{'), claimed));
      await ended(socket);
    }
    await until(() => door.links() === 0, 'all are gone');
    expect([echo.calls, echo.faults]).toEqual([[], []]);
  });

  test('[D8] bytes that are no text end the link with a word', async () => {
    const { door, words } = await openTestDoor();
    const binary = await rawSocket(door);
    binary.write(frame(2, Buffer.from('{}')));
    await ended(binary);
    const broken = await rawSocket(door);
    broken.write(frame(1, Buffer.from([0xc3, 0x28])));
    await ended(broken);
    const malformed = await rawSocket(door);
    malformed.write(frame(1, Buffer.from('hello')));
    const goodbye = await new Promise<Buffer>((come) => malformed.once('data', come));
    // Close frame, code 1008, and the word.
    expect([goodbye[0], goodbye.readUInt16BE(2), goodbye.subarray(4).toString()]).toEqual([0x88, 1008, 'malformed']);
    expect(words).toEqual(['binary', 'malformed']);
  });

  test('[D8] whatever bytes come after the handshake, the door stands', { timeout: 60_000 }, async () => {
    const random = seeded('frames at the door');
    const { door, echo } = await openTestDoor();
    const valid = frame(1, Buffer.from(JSON.stringify({ id: 1, call: 'desk.enter', input: { token: TOKEN } })));
    for (let round = 0; round < 150; round++) {
      const socket = await rawSocket(door);
      const bytes = random.chance(50)
        ? random.bytes(random.integer(1, 300))
        : Buffer.from(valid).map((byte) => (random.chance(4) ? random.integer(0, 255) : byte));
      socket.write(bytes);
      socket.write(frame(random.integer(0, 15), random.bytes(random.integer(0, 200))));
      socket.end();
      await Promise.race([ended(socket), pause(20)]);
      socket.destroy();
    }
    await until(() => door.links() === 0, 'all are gone');
    expect(echo.faults).toEqual([]);
    const client = await desk({ door });
    expect((await client.call('criteria.list', {})).ok).toBe(true);
  });

  test('[D8] whatever bytes come instead of HTTP, the door stands', async () => {
    const random = seeded('bytes instead of HTTP');
    const { door, echo } = await openTestDoor();
    for (let round = 0; round < 100; round++) {
      const socket = connect(door.port, '127.0.0.1');
      socket.on('error', () => {});
      const start = random.pick(['', 'GET ', 'GET /ws HTTP/1.1\r\n', 'PUT /upload HTTP/1.1\r\nContent-Length: -1\r\n']);
      socket.end(Buffer.concat([Buffer.from(start), random.bytes(random.integer(1, 400))]));
      await Promise.race([ended(socket), pause(20)]);
      socket.destroy();
    }
    expect((await ask(door, '/')).status).toBe(200);
    expect(echo.faults).toEqual([]);
  });

  test('[D9] who does not read is cut off, others are served, memory stays bounded', async () => {
    const opened = await openTestDoor();
    const { door, echo, words } = opened;
    const lazy = await rawSocket(door);
    lazy.write(frame(1, Buffer.from(JSON.stringify({ id: 1, call: 'desk.enter', input: { token: TOKEN } }))));
    lazy.write(frame(1, Buffer.from(JSON.stringify({ watch: 2, view: 'home', params: {} }))));
    lazy.pause();
    await until(() => echo.watching.size === 1, 'it watches');
    const client = await desk(opened);
    let seen = 0;
    client.watch('home', {}, () => {
      seen += 1;
    });
    await until(() => echo.watching.size === 2, 'both watch');
    const view = 'x'.repeat(1024 * 1024);
    let pushed = 0;
    while (words.length === 0 && pushed < 100) {
      pushed += 1;
      echo.change('home', { cards: [view] });
      await until(() => seen === pushed, 'the reader reads');
    }
    expect(words).toEqual(['slow-reader']);
    // What the system's own socket buffers take comes on top.
    expect(pushed * view.length).toBeLessThan(BACKLOG_LIMIT + 24 * 1024 * 1024);
    await until(() => echo.watching.size === 1, 'its watch has stopped');
    expect(client.state).toBe('open');
  });

  test('[D9] a link whose other end is gone without a word is found and closed', async () => {
    const opened = await openTestDoor({ silenceMs: 200 });
    const { door, echo } = opened;
    const client = await desk(opened);
    // Shakes hands and then never answers a ping.
    const silent = await rawSocket(door);
    silent.write(frame(1, Buffer.from(JSON.stringify({ id: 1, call: 'desk.enter', input: { token: TOKEN } }))));
    await until(() => echo.peers.size === 2, 'both are here');
    await until(() => echo.gone.length === 1, 'the silent one is gone');
    await pause(300);
    expect([client.state, door.links()]).toEqual(['open', 1]);
  });

  test('[D10] a thousand codes guessed over ever new links let nobody in', { timeout: 60_000 }, async () => {
    const codes = openSeatCodes({
      now: Date.now,
      elapsed: () => performance.now(),
      random: randomBytes,
      urlOf: String,
    });
    const { code } = codes.issue(BOOK, SEAT);
    const echo = echoHost({
      'seat.ask': async (peer, input) => codes.ask((input as { code: string }).code, peer.id),
    });
    const opened = await openTestDoor({ echo, gone: codes.forget });
    const answers: string[] = [];
    for (let link = 0; link < 50; link++) {
      const client = await page(opened);
      const guesses = Array.from({ length: 20 }, (_, at) =>
        client.call('seat.ask', { code: `A${link}B${at}`.padEnd(8, 'Z') }),
      );
      for (const answer of await Promise.all(guesses)) answers.push(answer.ok ? 'in' : answer.refusal.code);
      client.close();
    }
    const count = (word: string) => answers.filter((answer) => answer === word).length;
    expect([answers.length, count('in'), count('code-wrong'), count('codes-locked')]).toEqual([1_000, 0, 40, 960]);
    const late = await page(opened);
    expect(await late.call('seat.ask', { code })).toMatchObject({
      refusal: { code: 'codes-locked', params: { of: 'all' } },
    });
  });
});

describe('opening and closing', () => {
  const parts = (opened: Opened) => ({
    host: opened.echo.host,
    blobs: opened.blobs,
    tickets: opened.tickets,
    log: { info: () => {} },
    now: () => 0,
    random: randomBytes,
  });

  test('[D11] a port in use, a missing address and a page that was not built are refusals', async () => {
    const opened = await openTestDoor();
    const renderer = tempFolder('empty');
    expect(await openDoor({ ...parts(opened), port: 0, renderer })).toEqual({
      ok: false,
      refusal: { code: 'renderer-missing', params: {} },
    });
    const { port } = opened.door;
    await expect(openTestDoor({ port })).rejects.toThrow('port-in-use');
    await expect(openTestDoor({ port: 0, addresses: ['127.0.0.1', '203.0.113.7'] })).rejects.toThrow('address-missing');
    expect((await ask(opened.door, '/')).status).toBe(200);
  });

  test('[D11] it listens on the addresses it was given and on no other', async () => {
    const { door } = await openTestDoor({ addresses: ['127.0.0.1', '127.0.0.2'] });
    const reach = (address: string) =>
      new Promise((done) => {
        const socket = connect(door.port, address, () => {
          socket.destroy();
          done(true);
        });
        socket.on('error', () => done(false));
      });
    expect([await reach('127.0.0.1'), await reach('127.0.0.2'), await reach('127.0.0.3')]).toEqual([true, true, false]);
    expect((await ask(door, '/', { headers: { host: `127.0.0.2:${door.port}` } })).status).toBe(200);
  });

  test('[D11] closing ends links, silent connections and uploads, and frees the port', async () => {
    const opened = await openTestDoor();
    const { door, tickets, blobs, echo } = opened;
    const client = await desk(opened);
    const never = client.call('criteria.list', {});
    await never;
    const silent = connect(door.port, '127.0.0.1');
    silent.on('error', () => {});
    const deaf = await rawSocket(door);
    deaf.pause();
    const half = request({
      host: '127.0.0.1',
      port: door.port,
      path: tickets.upload(1_000, 'link-1'),
      method: 'PUT',
      headers: { origin: door.origin, 'content-length': '1000' },
      agent: false,
    });
    half.on('error', () => {});
    half.write(Buffer.alloc(500));
    await until(() => blobs.taken() === 500, 'half of it is there');
    const start = performance.now();
    await door.close();
    expect(performance.now() - start).toBeLessThan(3_000);
    await until(() => client.state === 'closed', 'the client knows');
    expect([door.links(), blobs.kept(), echo.watching.size]).toEqual([0, 0, 0]);
    await until(() => echo.peers.size === 0, 'the host knows');
    expect(echo.faults).toEqual([]);
    const again = createServer();
    await new Promise<void>((done, fail) => again.once('error', fail).listen(door.port, '127.0.0.1', done));
    await new Promise((done) => again.close(done));
  });
});
