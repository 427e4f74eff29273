// The eleven points of the shell's safety, each by what it prevents in the running window.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { eventually } from './eventually.ts';
import { host, onDesktop, onStandIn } from './launch.ts';
import { openStage, type Stage } from './stage.ts';

/** Every frame that reached the page after what was done; used to see that nothing answers. */
type Heard = { heard: string[] };

onDesktop('the shell', () => {
  const data = makeFolder('shell');
  let stage: Stage;
  let app: ElectronApplication;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(data);
    ({ app, page } = stage);
  });
  afterAll(async () => {
    await stage.close();
    removeFolder(data);
  });

  test('real Electron opens the window', async ({ skip }) => {
    if (host !== 'electron') skip('the binary of Electron is not here, or no display: the stand-in has opened it');
    expect(await app.evaluate(() => process.versions['electron'])).toMatch(/^\d+\.\d+\.\d+$/);
  });

  const preferences = async () =>
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Not in the typed interface; there since Electron 6.
      const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      return contents.getLastWebPreferences();
    });

  test('[SH1] every renderer is sandboxed, and the page has no way to Node', async () => {
    expect(await app.evaluate(({ app: own }) => own.commandLine.hasSwitch('enable-sandbox'))).toBe(true);
    const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag, devTools } = await preferences();
    expect({ contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag }).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    // Not packaged here: where it is, the same line takes them away.
    expect(devTools).toBe(await app.evaluate(({ app: own }) => !own.isPackaged));
  });

  test('[SH2] the own scheme answers for one host, known methods and files of the page only', async () => {
    const status = async (path: string, method = 'GET') =>
      await page.evaluate(async ([at, how]) => (await fetch(at, { method: how })).status, [path, method] as const);
    expect(await status('/index.html')).toBe(200);
    expect(await status('/index.html', 'POST')).toBe(405);
    expect(await status('/nothing.js')).toBe(404);
    for (const climb of [
      '/..%2fmain%2fmain.js',
      '/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..%5cmain%5cmain.js',
    ])
      expect([403, 404], climb).toContain(await status(climb));
    const other = await app.evaluate(async ({ net }) => {
      const answer = await net.fetch('app://other/index.html').catch(() => undefined);
      return answer?.status;
    });
    expect(other).toBe(403);
    expect(
      await page.evaluate(
        async () =>
          await fetch('file:///etc/hostname').then(
            () => 'read',
            () => 'refused',
          ),
      ),
    ).toBe('refused');
  });

  test('[SH3] the policy comes as a header and is kept to', async () => {
    const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
    for (const part of [
      "default-src 'none'",
      "script-src 'self';",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(`${policy};`).toContain(part);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    // By a timer: what Playwright evaluates itself is past the policy.
    const evaluated = await page.evaluate(
      async () =>
        await new Promise((told) => {
          setTimeout(() => {
            try {
              // biome-ignore lint/security/noGlobalEval: that it is forbidden is what is tested
              told(eval('1 + 1'));
            } catch (error) {
              told((error as Error).name);
            }
          });
        }),
    );
    expect(evaluated).toBe('EvalError');
    const violated = await page.evaluate(
      async () =>
        await new Promise((told) => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => told(violatedDirective), {
            once: true,
          });
          void fetch('https://example.org/').catch(() => {});
        }),
    );
    expect(violated).toBe('connect-src');
  });

  test('[SH4] what a page may ask of the machine is refused, looked up or used', async () => {
    const states = await page.evaluate(
      async () =>
        await Promise.all(
          (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]).map(
            async (name) => (await navigator.permissions.query({ name })).state,
          ),
        ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
    const used = await page.evaluate(async () => {
      const position = new Promise((told) => {
        navigator.geolocation.getCurrentPosition(
          () => told('given'),
          ({ code }) => told(code),
          { timeout: 5000 },
        );
      });
      return [await position, await Notification.requestPermission()];
    });
    expect(used[0], 'PERMISSION_DENIED').toBe(1);
    expect(used[1]).toBe('denied');
  });

  test('[SH5] nothing else is gone to, opened beside the page or put inside it', async () => {
    const before = page.url();
    await page.evaluate(() => location.assign('https://example.org/evil'));
    await page.evaluate(() => location.assign('/nothing.html'));
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://example.com/',
        target: '_blank',
        textContent: 'beside',
      });
      document.body.append(link);
    });
    await page.getByText('beside').click();
    await page.waitForTimeout(500);
    expect(app.windows()).toHaveLength(1);
    const prevented = await app.evaluate(({ BrowserWindow }) => {
      const event = { prevented: false, preventDefault: () => Object.assign(event, { prevented: true }) };
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
      return event.prevented;
    });
    expect(prevented).toBe(true);
  });

  test('[SH6] outside, only addresses on the list are opened, and only by https', async () => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => {
        await Promise.resolve();
        opened.push(url);
      };
    });
    for (const url of [
      'https://example.org/',
      'http://vanban.chinhphu.vn/',
      'https://vanban.chinhphu.vn.example.org/',
      'https://x@vanban.chinhphu.vn/',
      'file:///etc/passwd',
      'https://vanban.chinhphu.vn/?docid=1',
    ])
      await page.evaluate((at) => window.open(at), url);
    const opened = async () => await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
    await eventually(opened).toEqual(['https://vanban.chinhphu.vn/?docid=1']);
  });

  test('[SH7] a text from a page that is not ours is not taken, nor one that is no frame', async () => {
    const answers = async (at: Page): Promise<readonly string[]> =>
      await at.evaluate(async () => {
        const bridge = Reflect.get(globalThis, 'hoidong') as {
          send: (text: unknown) => void;
          onText: (hear: (text: string) => void) => void;
        };
        const kept: Heard = { heard: [] };
        bridge.onText((text) => kept.heard.push(text));
        bridge.send({ not: 'a text' });
        bridge.send('nonsense');
        bridge.send('open sh7.1 ');
        bridge.send('text sh7.1 {"id":1,"call":"desk.facts","input":{}}');
        await new Promise((done) => setTimeout(done, 400));
        return kept.heard.filter((text) => text.includes('sh7.'));
      });
    expect(await answers(page), 'our own page is answered').toHaveLength(1);
    const opened = app.waitForEvent('window');
    await app.evaluate(
      ({ BrowserWindow }, options) => {
        const foreign = new BrowserWindow({ webPreferences: options });
        void foreign.loadURL('data:text/html,<title>foreign</title>').catch(() => {});
      },
      await preferences(),
    );
    const foreign = await opened;
    await foreign.waitForURL(/^data:/);
    expect(await answers(foreign)).toEqual([]);
    await foreign.close();
    expect(stage.printed()).toContain('foreign-sender');
    expect(stage.printed()).toContain('no-frame');
  });

  test('[SH8] the page sees two frozen functions and nothing of Electron or Node', async () => {
    const seen = await page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'hoidong') as Record<string, unknown>;
      const reachable = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
      const heard: unknown[] = [];
      (bridge['onText'] as (hear: (...given: unknown[]) => void) => void)((...given) => heard.push(given.length));
      return {
        keys: Object.keys(bridge).sort(),
        types: Object.values(bridge).map((each) => typeof each),
        frozen: Object.isFrozen(bridge),
        fixed: Object.getOwnPropertyDescriptor(globalThis, 'hoidong')?.writable === false,
        reachable: reachable.filter((name) => Reflect.has(globalThis, name)),
      };
    });
    expect(seen).toEqual({
      keys: ['onText', 'send'],
      types: ['function', 'function'],
      frozen: true,
      fixed: true,
      reachable: [],
    });
    const own = await page.evaluate(() => Object.keys(globalThis).filter((name) => /electron|ipc|node/i.test(name)));
    expect(own).toEqual([]);
  });

  test('[SH9] a dialog for saving begins in a person’s documents, with a name that every system takes', async () => {
    const folder = await app.evaluate(({ app: own }) => own.getPath('documents'));
    await app.evaluate(({ session }) => {
      session.defaultSession.once('will-download', (_event, item) => {
        Object.assign(globalThis, { asked: item.getSaveDialogOptions() });
        item.cancel();
      });
    });
    await page.evaluate(() => {
      const url = URL.createObjectURL(new Blob(['x'], { type: 'text/plain' }));
      Object.assign(document.createElement('a'), { href: url, download: 'biên bản: 1.txt' }).click();
    });
    const asked = async () =>
      await app.evaluate(() => Reflect.get(globalThis, 'asked') as { readonly defaultPath?: string } | undefined);
    await eventually(asked).toBeDefined();
    expect((await asked())?.defaultPath?.startsWith(folder)).toBe(true);
    expect((await asked())?.defaultPath).toMatch(/biên bản_ 1\.txt$/);
  });

  test('[SH11] nothing comes from a network, even for a page that would come with a policy of its own', async () => {
    const asked: string[] = [];
    const server = createServer(({ url }, answer) => {
      asked.push(url ?? '');
      answer.end('<title>from outside</title>');
    });
    await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
    const { port } = server.address() as AddressInfo;
    const word = await app.evaluate(async ({ BrowserWindow }, at) => {
      const window = new BrowserWindow();
      const told = await window.loadURL(`http://127.0.0.1:${at}/remote`).then(
        () => 'loaded',
        (error: Error) => error.message,
      );
      window.destroy();
      return told;
    }, port);
    // Chromium opens connections before it asks anything.
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    expect(word).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(asked).toEqual([]);
  });

  test('[SH11] a second start hands over to the first and leaves', async () => {
    expect(await app.evaluate(({ app: own }) => own.hasSingleInstanceLock())).toBe(true);
    await app.evaluate(({ app: own, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.minimize();
      own.emit('second-instance', {}, ['hoidong', '--check'], '/');
    });
    await page.waitForURL(/#\/check/);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
  });

  onStandIn(() => {
    test('[SH11] in all of this nobody asked for a network', async () => {
      const record = await app.evaluate(
        (electron) => Reflect.get(electron, 'hostRecord') as { readonly refused: readonly string[] },
      );
      expect(record.refused).toEqual([]);
    });
  });
});
