// The window's scheme answers as the door does: the same page, headers, ranges, tickets and limits.
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerScheme } from '../../electron/desk/app-protocol.ts';
import { answerStopped, stoppedPage } from '../../electron/desk/stopped-page.ts';
import { answerAsked } from '../../electron/room/answer-asked.ts';
import { openStaticFiles } from '../../electron/room/static-files.ts';
import { refusal } from '../../shared/base/result.ts';
import { ask, openTestDoor, SECRET } from './door-parts.ts';

/** A door and a window on the same page, bytes and tickets. */
async function both() {
  const opened = await openTestDoor();
  const page = await openStaticFiles(join(opened.folder, 'renderer'));
  if (!page.ok) throw new Error(page.refusal.code);
  const faults: unknown[] = [];
  const answer = answerScheme(
    (asked) => answerAsked({ page: page.value, blobs: opened.blobs, tickets: opened.tickets }, asked),
    (error) => `${faults.push(error)}`,
  );
  const at = async (path: string, init: RequestInit & { duplex?: 'half' } = {}) => {
    const response = await answer(new Request(`app://desk${path}`, init));
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  };
  const put = async (bytes: Uint8Array, limit = bytes.length, headers: Record<string, string> = {}) =>
    await at(opened.tickets.upload(limit, 'l'), {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers,
      duplex: 'half',
    });
  return { ...opened, answer, at, put, faults };
}

/** What belongs to the carrier and not to the answer. */
const CARRIED = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];
const said = (headers: Iterable<[string, unknown]>) =>
  Object.fromEntries([...headers].filter(([name]) => !CARRIED.includes(name)).sort());

describe('the page', () => {
  test('[DK4] is the same as at the door, header for header', async () => {
    const { door, at } = await both();
    for (const path of ['/', '/index.html', '/assets/index-a1B2_c-4.js', '/pdf/openjpeg.wasm', '/help.pdf', '/none']) {
      const [there, here] = [await ask(door, path), await at(path)];
      expect([here.status, here.body.toString()], path).toEqual([there.status, there.body.toString()]);
      expect(said(here.headers), path).toEqual(said(Object.entries(there.headers)));
    }
    expect((await at('/')).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('[DK4] no spelling of a path leads out of the built folder', async () => {
    const { at } = await both();
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/link.txt',
      '//secret.txt',
      '/%00',
      '/%',
    ]) {
      const { status, body } = await at(path);
      expect([400, 404], path).toContain(status);
      expect(body.toString(), path).not.toContain(SECRET);
    }
  });

  test('[DK4] asked by another method, or under another host, it gives nothing', async () => {
    const { at, answer } = await both();
    for (const method of ['POST', 'DELETE', 'OPTIONS', 'PUT']) expect((await at('/', { method })).status).toBe(405);
    expect((await answer(new Request('app://evil/index.html'))).status).toBe(403);
    const head = await at('/', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });
});

describe('bytes', () => {
  const bytes = randomBytes(300_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  test('[DK4] go in and come out, whole and in part, as at the door', async () => {
    const { door, at, put, tickets } = await both();
    const put1 = await put(bytes);
    expect([put1.status, JSON.parse(put1.body.toString())]).toEqual([200, { sha256, size: bytes.length }]);
    const url = tickets.open(sha256, 'application/pdf', 'Báo cáo.pdf', 'l');
    for (const range of [undefined, 'bytes=0-9', 'bytes=299990-', 'bytes=-5', 'bytes=400000-', 'lines=1-2']) {
      const headers = range === undefined ? {} : { range };
      const [there, here] = [await ask(door, url, { headers }), await at(url, { headers })];
      expect([here.status, here.body.equals(there.body)], range).toEqual([there.status, true]);
      expect(said(here.headers), range).toEqual(said(Object.entries(there.headers)));
    }
    const head = await at(url, { method: 'HEAD' });
    expect([head.status, head.body.length, head.headers.get('content-length')]).toEqual([200, 0, '300000']);
  });

  test('[DK4] need their ticket, and are not for a page of others', async () => {
    const { at, put, tickets, blobs } = await both();
    await put(bytes);
    const url = tickets.open(sha256, 'application/pdf', 'a.pdf', 'l');
    expect((await at(`/blob/${sha256}`)).status).toBe(403);
    expect((await at(url.replace(/.$/, 'x'))).status).toBe(403);
    expect((await at(url, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await at(url, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await at(url, { headers: { origin: 'app://desk', 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
    expect((await put(bytes, 300_000, { origin: 'null' })).status).toBe(403);
    expect((await put(bytes, 300_000, { origin: 'app://desk' })).status).toBe(200);
    expect(blobs.kept()).toBe(2);
  });

  test('[DK4] beyond what the ticket allows are refused, said or not', async () => {
    const { put, at, tickets, blobs } = await both();
    const told = await put(bytes, 1_000, { 'content-length': '300000' });
    expect([told.status, blobs.taken()]).toEqual([413, 0]);
    let given = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const cut = await at(tickets.upload(100_000, 'l'), { method: 'PUT', body: endless, duplex: 'half' });
    expect([cut.status, JSON.parse(cut.body.toString()).refusal.code, blobs.kept()]).toEqual([
      413,
      'blob-too-large',
      0,
    ]);
    expect(given).toBeLessThan(10);
  });

  test('[DK4] of a reader that leaves are not read on', async () => {
    const { put, tickets, answer, faults } = await both();
    await put(bytes);
    const url = tickets.open(sha256, 'application/pdf', 'a.pdf', 'l');
    const response = await answer(new Request(`app://desk${url}`));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(faults).toEqual([]);
  });

  test('[DK4] a fault of the store is a number, and nothing more', async () => {
    const answer = answerScheme(
      async () => {
        throw new Error('disk of Người Ẩn');
      },
      () => 'f7',
    );
    const response = await answer(new Request('app://desk/'));
    expect([response.status, await response.text()]).toEqual([500, '{"fault":"f7"}']);
  });
});

describe('data that cannot be opened', () => {
  const html = stoppedPage(refusal('store-newer', { found: 9, known: 4 }), '/home/<b>x</b>', 'en');
  const at = async (path: string) =>
    await answerScheme(answerStopped(html), () => '')(new Request(`app://desk${path}`));

  test('[DK12] are a calm page in both languages, that runs and loads nothing', async () => {
    const response = await at('/stopped');
    const policy = response.headers.get('content-security-policy') ?? '';
    const text = await response.text();
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy.startsWith("default-src 'none'")).toBe(true);
    expect(text).not.toMatch(/<script|<b>|src=|href=/);
    expect(text.indexOf('lang="en"')).toBeLessThan(text.indexOf('lang="vi"'));
    for (const words of ['The data cannot be opened', 'Chưa mở được dữ liệu', '&#60;b&#62;x', 'store-newer'])
      expect(text).toContain(words);
  });

  test('[DK12] and there is nothing else behind it', async () => {
    for (const path of ['/', '/index.html', `/blob/${'a'.repeat(64)}`, '/upload', '/stopped/x'])
      expect((await at(path)).status, path).toBe(404);
  });
});
