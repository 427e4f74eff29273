// The door as a real browser meets it: our page works under its own policy, and pages of others get nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../helpers/find-chromium.ts';
import { isMissing } from '../helpers/tools.ts';
import { type Opened, openTestDoor } from './door-parts.ts';
import { TOKEN } from './echo-host.ts';

const root = resolve(import.meta.dirname, '../..');
/** The renderer's real sources, as a build would put them. */
const script = (path: string): string =>
  stripTypeScriptTypes(readFileSync(join(root, path), 'utf8')).replaceAll(".ts'", ".js'");
const files = {
  'index.html': '<!doctype html><link rel="icon" href="data:,"><title>page</title>',
  'renderer/link/web-socket-link.js': script('renderer/link/web-socket-link.ts'),
  'shared/contract/link-end.js': script('shared/contract/link-end.ts'),
};

const ENTER = `(async () => {
  const { linkAddress, webSocketLink } = await import('/renderer/link/web-socket-link.js');
  const link = await webSocketLink(linkAddress(location));
  return await new Promise((answer) => {
    link.onText(answer);
    link.send(JSON.stringify({ id: 1, call: 'desk.enter', input: { token: '${TOKEN}' } }));
  });
})()`;

describe.skipIf(isMissing('chromium'))('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: ['--no-sandbox'] });
  });
  afterAll(async () => await browser?.close());

  async function visit(url: string) {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    await page.goto(url);
    return { page, violations };
  }
  const put = (opened: Opened, body: string) =>
    `fetch('${opened.tickets.upload(1_000, 'l')}', { method: 'PUT', body: ${JSON.stringify(body)} }).then((r) => r.text())`;

  test('[D12] our page enters, brings bytes in and reads a part of them, and breaks none of its policy', async () => {
    const opened = await openTestDoor({ files });
    const { page, violations } = await visit(opened.door.origin);
    expect(await page.evaluate(ENTER)).toBe('{"id":1,"value":{}}');
    const sha256 = createHash('sha256').update('Tài liệu').digest('hex');
    expect(JSON.parse(await page.evaluate(put(opened, 'Tài liệu')))).toEqual({ sha256, size: 11 });
    const url = opened.tickets.open(sha256, 'text/plain; charset=utf-8', 'a.txt', 'l');
    const read = `fetch('${url}', { headers: { range: 'bytes=4-' } }).then(async (r) => [r.status, await r.text()])`;
    expect(await page.evaluate(read)).toEqual([206, ' liệu']);
    expect(violations).toEqual([]);
    await expect(
      page.evaluate("new Promise((ok, no) => setTimeout(() => { try { ok(eval('1')) } catch (e) { no(e) } }))"),
    ).rejects.toThrow(/Content Security Policy|unsafe-eval/);
  });

  test('[D12] a page of another origin opens no link and reads no bytes, even with a ticket', async () => {
    const opened = await openTestDoor({ files });
    const { page } = await visit(opened.door.origin);
    const { sha256 } = JSON.parse(await page.evaluate(put(opened, 'abc')));
    const url = opened.door.origin + opened.tickets.open(sha256, 'image/png', 'a.png', 'l');
    const other = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<title>evil</title>'),
    );
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    onTestFinished(() => void other.close());
    const evil = await visit(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const socket = `new Promise((done) => { const s = new WebSocket('ws://127.0.0.1:${opened.door.port}/ws'); s.onopen = () => done('open'); s.onerror = () => done('shut'); })`;
    expect(await evil.page.evaluate(socket)).toBe('shut');
    expect(await evil.page.evaluate(`fetch('${url}').then(() => 'read', () => 'shut')`)).toBe('shut');
    expect(await evil.page.evaluate(`fetch('${url}', { mode: 'no-cors' }).then((r) => r.status, () => 'shut')`)).toBe(
      'shut',
    );
    const grant = opened.door.origin + opened.tickets.upload(9, 'l');
    expect(
      await evil.page.evaluate(`fetch('${grant}', { method: 'PUT', body: 'x' }).then(() => 'sent', () => 'shut')`),
    ).toBe('shut');
    expect(opened.blobs.kept()).toBe(1);
  });

  test('[D6] a page somebody brought in as evidence runs nothing where it is shown', async () => {
    const opened = await openTestDoor({ files });
    const { page } = await visit(opened.door.origin);
    const { sha256 } = JSON.parse(
      await page.evaluate(put(opened, '<title>still</title><script>document.title = "ran"</script>')),
    );
    const tickets = {
      html: opened.tickets.open(sha256, 'text/html', 'a.html', 'l'),
      text: opened.tickets.open(sha256, 'text/plain', 'a.txt', 'l'),
    };
    // Shown in a frame of ours: our own policy has no frames at all.
    const framed = `new Promise((done) => { const f = document.createElement('iframe'); f.src = '${tickets.text}'; document.addEventListener('securitypolicyviolation', () => done('refused')); f.onload = () => done('shown'); document.body.append(f); })`;
    expect(await page.evaluate(framed)).toBe('refused');
    // In a tab of its own it is a download, never a page.
    const tab = await browser.newPage();
    onTestFinished(() => tab.close());
    const download = tab.waitForEvent('download');
    await tab.goto(opened.door.origin + tickets.html).catch(() => {});
    expect((await download).suggestedFilename()).toBe('a.html');
    await tab.goto(opened.door.origin + tickets.text);
    expect(await tab.title()).not.toBe('ran');
    expect(await tab.evaluate('self.origin')).toBe('null');
  });
});
