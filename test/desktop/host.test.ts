// The host itself: what an application may expect of Electron's main process, preload and pages, on a small one of our own.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { eventually } from './eventually.ts';
import { type Desktop, launch, onDesktop, onStandIn } from './launch.ts';

/** What the fixture exposes to its page, and keeps in its main process. */
type Bridge = {
  readonly sync: (a: number, b: number) => number;
  readonly nested: { readonly list: readonly [number, { readonly two: number }]; readonly when: Date };
  readonly throws: () => void;
  readonly promise: (x: string) => Promise<Map<string, Uint8Array>>;
  readonly rejects: () => Promise<void>;
  readonly callback: (f: (x: number) => Promise<number>) => Promise<number>;
  readonly makeAdder: (n: number) => (m: number) => number;
  readonly echo: (...args: readonly unknown[]) => Promise<never>;
  readonly boom: () => Promise<void>;
  readonly missing: () => Promise<void>;
  readonly who: () => Promise<unknown>;
  readonly order: (count: number, hear: (number: number) => void) => void;
  readonly again: () => string;
  readonly unwritten: () => string;
  readonly fs: string;
  readonly node: string;
  readonly leak: string;
};
type Told = {
  readonly second: readonly string[];
  readonly asked: readonly { readonly url: string; readonly method: string; readonly origin: string | null }[];
  readonly saved: readonly unknown[];
  readonly opened?: string;
  readonly sealed: Buffer;
  savePath?: string;
  refuseDownload?: boolean;
};
declare const t: Bridge;
declare const told: Told;

const fixture = resolve(import.meta.dirname, 'host-fixture');

onDesktop('the host of the desktop specs', () => {
  const data = makeFolder('host');
  const env = { FIXTURE_DATA: data };
  let desktop: Desktop;
  let app: ElectronApplication;
  let page: Page;
  beforeAll(async () => {
    desktop = await launch({ app: fixture, env });
    ({ app, page } = desktop);
  });
  afterAll(async () => {
    await desktop.close();
    removeFolder(data);
  });

  test('contextBridge: calls, nesting, freezing, errors, promises, callbacks', async () => {
    expect(await page.evaluate(() => t.sync(1, 2))).toBe(3);
    const { nested } = {
      nested: await page.evaluate(() => [
        Object.isFrozen(t.nested.list),
        t.nested.when instanceof Date,
        t.nested.list[1].two,
      ]),
    };
    expect(nested).toEqual([true, true, 2]);
    await expect(page.evaluate(() => t.throws())).rejects.toThrow('bad');
    const promised = await page.evaluate(async () =>
      [...(await t.promise('k'))].map(([k, v]) => [k, v instanceof Uint8Array, ...v]),
    );
    expect(promised).toEqual([['k', true, 1, 2]]);
    expect(await page.evaluate(async () => await t.rejects().catch((error: Error) => error.message))).toBe('later');
    expect(await page.evaluate(async () => await t.callback(async (x) => await Promise.resolve(x + 1)))).toBe(44);
    expect(await page.evaluate(() => t.makeAdder(5)(6))).toBe(11);
    expect(await page.evaluate(() => t.again())).toContain('existing property');
  });

  test('isolation: the worlds share nothing, the preload has no Node, a frame inside has no bridge', async () => {
    const seen = await page.evaluate(() => [Reflect.has(globalThis, 'preloadSecret'), t.leak, t.fs, t.node]);
    expect(seen).toEqual([false, 'undefined', 'module not found: node:fs', 'string']);
    const inside = page.frames().find((frame) => frame.url().endsWith('frame.html'));
    expect(await inside?.evaluate(() => Reflect.has(globalThis, 't'))).toBe(false);
  });

  test('ipc: structured clone both ways, errors, unknown channels, order, the sender', async () => {
    const cloned = await page.evaluate(async () => {
      const given = [new Date(5), new Map([[1, new Set([2])]]), undefined, new Uint8Array([7]), 10n, Number.NaN, 'số'];
      const [d, m, u, b, n, x, s] = (await t.echo(...given)) as [
        Date,
        Map<number, Set<number>>,
        undefined,
        Uint8Array,
        bigint,
        number,
        string,
      ];
      return [d.getTime(), m.get(1)?.has(2), u === undefined, b[0], String(n), Number.isNaN(x), s];
    });
    expect(cloned).toEqual([5, true, true, 7, '10', true, 'số']);
    const words = await page.evaluate(
      async () =>
        await Promise.all([t.boom, t.missing].map(async (run) => await run().catch((error: Error) => error.message))),
    );
    expect(words).toEqual([
      "Error invoking remote method 'boom': TypeError: nope",
      expect.stringContaining("No handler registered for 'missing'"),
    ]);
    await expect(page.evaluate(() => t.echo(Symbol('x')))).rejects.toThrow('could not be cloned');
    const order = await page.evaluate(
      async () =>
        await new Promise<number[]>((ok) => {
          const heard: number[] = [];
          t.order(50, (number) => heard.push(number) === 50 && ok(heard));
        }),
    );
    expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
    const who = { url: 'app://host/index.html', origin: 'app://host', parent: null, isOurs: true };
    expect(await page.evaluate(async () => await t.who())).toEqual(who);
  });

  test('the own scheme: bodies of texts and files, stretches of bytes, a handler that throws, the origin as the app knows it', async () => {
    const bodies = await page.evaluate(async () => {
      const file = new File([new Uint8Array(3_000_000).fill(7)], 'a.pdf', { type: 'application/pdf' });
      const send = async (method: string, body: BodyInit) =>
        (await (await fetch('/up', { method, body })).json()) as unknown;
      const ask = new XMLHttpRequest();
      ask.open('PUT', '/up');
      const asked = new Promise((ok) => ask.addEventListener('load', () => ok(JSON.parse(ask.responseText))));
      ask.send(file);
      return [
        await asked,
        await send('PUT', file),
        await send('POST', 'số'),
        await send('PUT', new Uint8Array([1, 0, 255])),
      ];
    });
    expect(bodies).toEqual([
      { size: 3_000_000, first: 7, last: 7, type: 'application/pdf' },
      { size: 3_000_000, first: 7, last: 7, type: 'application/pdf' },
      { size: 4, first: 115, last: 145, type: 'text/plain;charset=UTF-8' },
      { size: 3, first: 1, last: 255, type: null },
    ]);
    const part = await page.evaluate(async () => {
      const answer = await fetch('/bytes', { headers: { range: 'bytes=2-4' } });
      return [answer.status, await answer.text(), answer.headers.get('content-range')];
    });
    expect(part).toEqual([206, '234', 'bytes 2-4/10']);
    expect(
      await page.evaluate(
        async () =>
          await fetch('/boom').then(
            () => 'answered',
            () => 'failed',
          ),
      ),
    ).toBe('failed');
    const asked = await app.evaluate(() => told.asked.filter(({ url }) => url === 'app://host/up'));
    expect(asked.map(({ method, origin }) => [method, origin])).toEqual([
      ['PUT', 'app://host'],
      ['PUT', 'app://host'],
      ['POST', 'app://host'],
      ['PUT', 'app://host'],
    ]);
  });

  test('a module worker loads its parts and bytes over the own scheme; the page is a secure context with a store', async () => {
    const worked = await page.evaluate(
      async () =>
        await new Promise((ok, bad) => {
          const worker = new Worker('/worker.mjs', { type: 'module' });
          worker.onmessage = ({ data }) => ok(data);
          worker.onerror = ({ message }) => bad(new Error(message));
        }),
    );
    expect(worked).toEqual([42, 206, '234']);
    const can = await page.evaluate(async () => {
      const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
      const opened = await new Promise<boolean>((ok) => {
        const request = indexedDB.open('x');
        request.onsuccess = () => ok(true);
        request.onerror = () => ok(false);
      });
      return [isSecureContext, privateKey.extractable, opened];
    });
    expect(can).toEqual([true, false, true]);
  });

  test('navigation elsewhere is asked about and refused; a new window is asked about and never opens', async () => {
    const before = page.url();
    await page.evaluate(() => location.assign('/other.html'));
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => window.open('https://example.org/a'))).toBeNull();
    await eventually(() => app.evaluate(() => told.opened)).toBe('https://example.org/a');
    await page.getByText('elsewhere').click();
    await eventually(() => app.evaluate(() => told.opened)).toBe('https://example.org/');
    expect(app.windows()).toHaveLength(1);
  });

  test('permissions: what is looked up goes to one handler, what is used to the other', async () => {
    const states = await page.evaluate(
      async () =>
        await Promise.all(
          (['geolocation', 'notifications'] as const).map(
            async (name) => (await navigator.permissions.query({ name })).state,
          ),
        ),
    );
    expect(states).toEqual(['denied', 'granted']);
    const code = await page.evaluate(
      async () =>
        await new Promise((ok) =>
          navigator.geolocation.getCurrentPosition(
            () => ok(0),
            (error) => ok(error.code),
            { timeout: 2000 },
          ),
        ),
    );
    expect(code, 'not refused, whether or not there is a position').not.toBe(1);
  });

  test('downloads: saved where the app says, refused, or asked about', async () => {
    const file = join(data, 'đã lưu.txt');
    await app.evaluate((_electron, path) => Object.assign(told, { savePath: path }), file);
    await page.getByText('save', { exact: true }).click();
    await eventually(() => app.evaluate(() => told.saved.at(-1))).toBe('completed');
    expect(readFileSync(file, 'utf8')).toBe('lưu');
    expect(await app.evaluate(() => told.saved[0])).toEqual(['x.txt', 'app://host/save', true]);
    await app.evaluate(() => Object.assign(told, { refuseDownload: true, savePath: '' }));
    await page.getByText('save', { exact: true }).click();
    await eventually(() => app.evaluate(() => told.saved.length)).toBe(4);
    expect(await app.evaluate(() => told.saved.at(-1))).toBe('cancelled');
  });

  test('safeStorage opens what it sealed; a page prints as PDF', async () => {
    expect(await app.evaluate(({ safeStorage }) => safeStorage.decryptString(told.sealed))).toBe('bí mật');
    const head = await app.evaluate(async ({ BrowserWindow }) => {
      const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
      return printed?.subarray(0, 5).toString();
    });
    expect(head).toBe('%PDF-');
  });

  test('a second window has a page and a bridge of its own, and closes alone', async () => {
    const opened = app.waitForEvent('window');
    await app.evaluate(() => Reflect.apply(Reflect.get(told, 'open') as () => void, undefined, []));
    const second = await opened;
    await second.waitForURL(/index/);
    expect(await second.evaluate(() => t.sync(2, 2))).toBe(4);
    const bounds = await (await app.browserWindow(second)).evaluate((window) => {
      window.setBounds({ x: 40, y: 30, width: 640, height: 480 });
      return window.getBounds();
    });
    expect(bounds).toEqual({ x: 40, y: 30, width: 640, height: 480 });
    await eventually(() => second.evaluate(() => innerWidth)).toBe(640);
    await second.close();
    await eventually(() => app.windows().length).toBe(1);
    expect(await page.evaluate(() => t.sync(1, 1))).toBe(2);
  });

  test('a second instance hands over its arguments and leaves', async () => {
    const binary = app.process().spawnfile;
    const path = `${dirname(process.execPath)}:${process.env['PATH']}`;
    const left = spawnSync(binary, [fixture, 'open-this'], {
      env: { ...process.env, ...env, PATH: path },
      timeout: 20_000,
    });
    expect(left.status).toBe(0);
    await eventually(() => app.evaluate(() => told.second)).toEqual(['open-this']);
  });

  onStandIn(() => {
    test('what is not written fails loudly, and insecure windows and schemes are refused', async () => {
      const words = await app.evaluate(({ app: own, BrowserWindow, protocol }) => {
        const word = (run: () => unknown): string => {
          try {
            return String(run());
          } catch (error) {
            return (error as Error).message;
          }
        };
        const insecure = [
          { nodeIntegration: true },
          { contextIsolation: false },
          { sandbox: false },
          { webSecurity: false },
          { webviewTag: true },
        ];
        return [
          word(() => own.setBadgeCount(1)),
          word(() => BrowserWindow.getAllWindows()[0]?.setOpacity(1)),
          word(() => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()),
          ...insecure.map((webPreferences) => word(() => new BrowserWindow({ webPreferences }))),
          word(() => protocol.registerSchemesAsPrivileged([])),
        ];
      });
      expect(words).toEqual([
        'electron-on-chromium: app.setBadgeCount is not implemented',
        'electron-on-chromium: BrowserWindow.setOpacity is not implemented',
        'electron-on-chromium: webContents.getOSProcessId is not implemented',
        'electron-on-chromium: webPreferences.nodeIntegration: true is refused',
        'electron-on-chromium: webPreferences.contextIsolation: false is refused',
        'electron-on-chromium: webPreferences.sandbox: false is refused',
        'electron-on-chromium: webPreferences.webSecurity: false is refused',
        'electron-on-chromium: webPreferences.webviewTag: true is refused',
        'protocol.registerSchemesAsPrivileged should be called before app is ready',
      ]);
      expect(await page.evaluate(() => t.unwritten())).toContain('ipcRenderer.sendSync is not implemented');
    });
  });

  onStandIn(() => {
    test('there is no network: what asks for one fails and is written down', async () => {
      const refused = await app.evaluate(async ({ BrowserWindow, net, ...more }) => {
        const window = new BrowserWindow();
        await window.loadURL('https://example.org/').catch(() => {});
        await net.fetch('https://example.org/x').catch(() => {});
        window.destroy();
        return Reflect.get(Reflect.get(more, 'hostRecord'), 'refused') as string[];
      });
      expect(refused).toEqual(['https://example.org/', 'https://example.org/x']);
    });
  });
});
